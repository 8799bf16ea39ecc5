//! The targets and what they check, which the library's tests use too.

#[path = "../../tests/common/drawn.rs"]
pub mod drawn;
#[path = "../../tests/common/properties.rs"]
pub mod properties;
#[path = "../../tests/common/targets.rs"]
pub mod targets;

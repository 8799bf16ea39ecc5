//! Other people's formats, made from the model alone.

#[cfg(feature = "arrow")]
pub mod arrow;

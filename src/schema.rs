//! The JSON Schema of a bulletin's JSON. Needs the feature `schema`.
//!
//! The schema is made from the types, and a copy stands in the repository as `schema/bulletin.schema.json`. It says what is
//! read: keys that may be absent or `null` are not required, although most of them are always written. It is of draft 2020-12.
//!
//! ```
//! let schema = newswire::schema::bulletin();
//! assert_eq!(schema["$id"], newswire::schema::ID);
//! assert_eq!(schema["title"], "Bulletin");
//! assert_eq!(schema["properties"]["meetings"]["items"]["$ref"], "#/$defs/Meeting");
//! ```
//!
//! [`VERSION`] rises when a record that a reader of this version takes could be refused by one of the version before: with a new
//! value of a closed list as with a new shape. Records of every version before are still read; `tests/records` has some of each.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use serde_json::Value;

use crate::Bulletin;

/// The version of the schema.
pub const VERSION: u32 = 1;

/// The schema's own name, its `$id`, with the version at its end.
pub const ID: &str = "urn:newswire:schema:bulletin:1";

/// The JSON Schema of a [`Bulletin`].
#[must_use]
pub fn bulletin() -> Value {
    let generator = SchemaSettings::draft2020_12().with_transform(FirstParagraph).into_generator();
    let mut schema = generator.into_root_schema_for::<Bulletin>();
    schema.insert("$id".to_owned(), ID.into());
    schema.to_value()
}

/// Keeps the first paragraph of a description, in one line: what follows is written for users of the types.
#[derive(Clone, Debug)]
struct FirstParagraph;

impl Transform for FirstParagraph {
    fn transform(&mut self, schema: &mut Schema) {
        if let Some(Value::String(description)) = schema.get_mut("description") {
            let first = description.split("\n\n").next().unwrap_or_default();
            *description = without_links(&first.replace('\n', " "));
        }
        transform_subschemas(self, schema);
    }
}

/// The text without the marks of links in the documentation: the name of what is linked stays, between backticks.
fn without_links(text: &str) -> String {
    let mut pieces = text.split("`](");
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        plain.push('`');
        plain.push_str(piece.split_once(')').map_or("", |(_, rest)| rest));
    }
    plain.replace("[`", "`").replace("`]", "`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_become_names() {
        let table = [
            (
                "What a [`Diagnostic`](crate::Diagnostic) is (in short) about.",
                "What a `Diagnostic` is (in short) about.",
            ),
            ("See [`Date::resolve`].", "See `Date::resolve`."),
            ("No links [at all](.", "No links [at all](."),
        ];
        for (text, plain) in table {
            assert_eq!(without_links(text), plain);
        }
    }
}

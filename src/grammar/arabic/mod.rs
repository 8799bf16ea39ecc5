//! What Arabic copy writes.

mod date;
mod dateline;
mod name;
mod office;
mod person;
mod place;
mod topic;

pub(crate) fn is_definite(at: crate::grammar::Cursor<'_>) -> bool {
    name::has_article(at)
}

pub(crate) use date::date;
pub(crate) use dateline::{dateline, is_stamp};
pub(crate) use person::{bare_person, people};
pub(crate) use place::{place, venue};
pub(crate) use topic::{TopicPhrase, topics};

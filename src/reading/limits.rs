//! How much of a text is told.

/// The most that is kept of each kind; what there is beyond it is told as a doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limits {
    /// People known again later in the text.
    pub(crate) people: usize,
    /// Encounters of one text.
    pub(crate) meetings: usize,
    /// Participants of one meeting.
    pub(crate) participants: usize,
    /// Topics of one meeting.
    pub(crate) topics: usize,
    /// Bytes of all meetings together.
    pub(crate) result: usize,
}

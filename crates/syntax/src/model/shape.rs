//! How many classes each table chooses among. They stand here, not in the rooms that choose, because `build.rs` lays the
//! tables out without those.

/// Classes of the tag model: every tag but `AFX`.
pub(crate) const TAGS: usize = 48;
/// Classes of the role model: the labels, and the side of the head where a label leaves it open.
pub(crate) const ROLES: usize = 48;
/// The parser's transitions.
pub(crate) const ACTIONS: usize = 4;
/// Classes of the label model: every label but `ROOT`, and room up to a round number.
pub(crate) const LABELS: usize = 48;
/// Classes of the place model: outside, and begin, inside, last, unit for five groups; room up to a round number.
pub(crate) const PLACES: usize = 24;
/// Classes of the kind model: the kinds, and room up to a round number.
pub(crate) const KINDS: usize = 20;

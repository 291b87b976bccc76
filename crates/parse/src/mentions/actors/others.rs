//! What a text names beside actors.

use std::ops::Range;

use verbale_core::ActorKind;

use super::ActorMention;
use super::ships::Ship;
use crate::mentions::places::PlaceMention;
use crate::text::overlapping;

/// What a text names beside actors, each list in order.
#[derive(Debug, Default)]
pub(crate) struct Others {
    /// Dates, documents and markers of notes.
    pub(crate) ranges: Vec<Range<usize>>,
    /// Names of treaties and other documents that a list holds.
    pub(crate) treaties: Vec<Range<usize>>,
    /// What stands before the first words of a report.
    pub(crate) datelines: Vec<Range<usize>>,
    /// The dates alone.
    pub(crate) dates: Vec<Range<usize>>,
    /// Places of the gazetteer.
    pub(crate) places: Vec<PlaceMention>,
    /// Ships of navies.
    pub(crate) ships: Vec<Ship>,
}

impl Others {
    /// Whether a name is a part of a longer name of something else: "Aden" of "the Gulf of Aden", "Vienna" of "the Vienna Convention",
    /// an organisation's in "the Charter of the United Nations".
    pub(super) fn hold(&self, mention: &ActorMention, kind: Option<ActorKind>) -> bool {
        let is_longer = |whole: &Range<usize>| {
            whole.start <= mention.range.start && mention.range.end <= whole.end && *whole != mention.range
        };
        let near = self.places.partition_point(|place| place.range.end < mention.range.end);
        let document = || overlapping(&self.ranges, |range| range, &mention.range);
        let is_body = matches!(kind, Some(ActorKind::Igo | ActorKind::Organ));
        let treaty = || overlapping(&self.treaties, |range| range, &mention.range);
        self.ship(&mention.range).is_some()
            || is_body && treaty().is_some_and(is_longer)
            || self.places.get(near).is_some_and(|place| is_longer(&place.range))
            || mention.is_seat && document().is_some_and(is_longer)
    }
}

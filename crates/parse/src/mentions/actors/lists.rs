//! Groups whose members a text lists: "three states, namely Kenya, Peru and Chad", "five members (Kenya, …)".

use verbale_core::{ActorKind, MentionBy, Sector};
use verbale_syntax::Tag;

use super::ActorMention;
use super::descriptions::count;
use super::local::Locals;
use super::sentence::Place;
use crate::lexicon::KnownActor;

impl Locals<'_> {
    /// Finds the groups with a list of members behind them. A group that was found already gets its members.
    pub(super) fn by_list(&mut self, place: &Place<'_>, found: &mut Vec<ActorMention>) {
        for open in 0..place.sentence.len() {
            let Some(first) = first_of_list(place, open) else { continue };
            let Some(name) = place.known_at(first).filter(|name| place.token_of(name.range.start) == first)
            else {
                continue;
            };
            let listed = place.listed_behind(first);
            let noun = open - 1;
            let mut members: Vec<usize> = Vec::new();
            for mention in std::iter::once(name).chain(listed) {
                if !members.contains(&mention.actor) {
                    members.push(mention.actor);
                }
            }
            let plural = matches!(place.tag(noun), Some(Tag::NNS | Tag::NNPS));
            let start = number_before(place, noun);
            // A number must agree with the list.
            let agrees = start.is_none_or(|start| count(&place.lower[start]) == Some(members.len()));
            if !plural || members.len() < 2 || !agrees {
                continue;
            }
            let last = place.range(noun..noun + 1);
            if let Some(group) = found.iter().find(|mention| mention.range.end == last.end) {
                let index = group.actor.checked_sub(self.lexicon.actors.len());
                if let Some(entry) = index.and_then(|index| self.entries.get_mut(index)) {
                    entry.members = members;
                    entry.kind = ActorKind::Group;
                }
            } else if let Some(start) =
                start.filter(|_| self.lexicon.descriptions.noun(&place.lower[noun]).is_some())
            {
                let name = place.words(start..noun + 1).to_owned();
                let key = format!("{} | {}", name.to_lowercase(), place.words(first..first + 1));
                let index = self.entry(key, || KnownActor {
                    members,
                    ..KnownActor::unlisted(name, ActorKind::Group, Some(Sector::Government), None)
                });
                // The number stays a quantity.
                found.push(place.mention(start + 1..noun + 1, index, MentionBy::Name));
            }
        }
    }
}

/// The first token of a list that begins at a comma with "namely", a colon or a bracket behind a noun.
fn first_of_list(place: &Place<'_>, open: usize) -> Option<usize> {
    let word = |at: usize| place.lower.get(at).map_or("", String::as_str);
    let first = match word(open) {
        "," if matches!(word(open + 1), "namely" | "viz") => open + 2,
        "," if word(open + 1) == "that" && word(open + 2) == "is" => open + 3,
        "(" | ":" | "–" | "—" | "-" | "--" => open + 1,
        _ => return None,
    };
    let first = first + usize::from(matches!(word(first), "," | "the"));
    let first = first + usize::from(word(first) == "the");
    (open > 0 && first < place.sentence.len()).then_some(first)
}

/// The number before a noun and its modifiers.
fn number_before(place: &Place<'_>, noun: usize) -> Option<usize> {
    (noun.saturating_sub(5)..noun).rev().find(|&token| place.tag(token) == Some(Tag::CD))
}

//! Peoples by the noun for their members: "Kenyans fled" speaks of people, not of the state.

use verbale_core::{ActorKind, MentionBy, Sector};
use verbale_syntax::{Label, Tag};

use super::ActorMention;
use super::local::Locals;
use super::sentence::{Place, is_noun};
use crate::lexicon::KnownActor;

impl Locals<'_> {
    /// Finds the plural nouns among the demonyms of states.
    pub(super) fn by_demonym(&mut self, place: &Place<'_>, found: &mut Vec<ActorMention>) {
        for mention in place.known.iter().filter(|mention| mention.by == MentionBy::Demonym) {
            let token = place.token_of(mention.range.start);
            let ends = place.lower[token].ends_with('s') && !place.lower[token].ends_with("ss");
            let modifies = matches!(place.sentence.label(token), Some(Label::Compound | Label::Amod));
            let plural_tag = matches!(place.tag(token), Some(Tag::NNS | Tag::NNPS));
            let is_plural = ends && (plural_tag || place.tag(token).is_some_and(is_noun) && !modifies);
            let overlaps = |other: &ActorMention| {
                other.range.start < mention.range.end && mention.range.start < other.range.end
            };
            let Some(state) = self
                .actor(mention.actor)
                .filter(|state| matches!(state.kind, ActorKind::State | ActorKind::Territory) && is_plural)
            else {
                continue;
            };
            if found.iter().any(overlaps) {
                continue;
            }
            // "ethnic Albanians in Kosovo" belong to where they live, if the text says so.
            let is_ethnic = token > 0 && place.lower[token - 1] == "ethnic";
            let key = state.key.clone();
            let home = if is_ethnic { self.country_behind(place, token + 1) } else { None };
            let (key, country) = match home {
                Some(home) => (format!("{home} ethnic {key} |  people"), Some(home)),
                None => (format!("{key} |  people"), state.country),
            };
            let start = token - usize::from(is_ethnic);
            let name = place.words(start..token + 1).to_owned();
            let index = self.entry(key, || {
                KnownActor::unlisted(name, ActorKind::People, Some(Sector::Civilians), country)
            });
            found.push(place.mention(start..token + 1, index, MentionBy::Demonym));
        }
    }
}

//! Acronyms that a text gives to a name: "the Lake Peace Fund (LPF)". From there on they name the same actor.

use verbale_core::{ActorKind, MentionBy};

use super::ActorMention;
use super::local::Locals;
use super::sentence::Place;

impl Locals<'_> {
    /// Keeps the first letters of a body's name: who has read of the Minsk Group knows what "MG" is.
    pub(super) fn remember_initials(&mut self, place: &Place<'_>, mention: &ActorMention) {
        use ActorKind::{Group, Igo, Institution, Ngo, NonStateGroup, Organ, Party};
        let kind = self.actor(mention.actor).map(|actor| actor.kind);
        let is_body = matches!(kind, Some(Igo | Organ | Group | Ngo | NonStateGroup | Party | Institution));
        let first = place.token_of(mention.range.start);
        let last = place.token_of(mention.range.end.saturating_sub(1));
        let initials: String =
            (first..=last).filter_map(|token| place.sentence.form(token).chars().next()).collect();
        // Two letters may mean anything.
        if is_body && initials.len() > 2 && is_acronym(&initials) && mention.by != MentionBy::Description {
            self.by_acronym.entry(initials).or_insert(mention.actor);
        }
    }

    /// Learns the acronyms that stand in brackets behind a name, and finds those that were learnt before.
    pub(super) fn by_acronym(&mut self, place: &Place<'_>, found: &mut Vec<ActorMention>) {
        for token in 0..place.sentence.len() {
            let form = place.sentence.form(token);
            if !is_acronym(form) || place.is_known(token) {
                continue;
            }
            let range = place.range(token..token + 1);
            let explained = token.checked_sub(1).filter(|&open| place.lower[open] == "(").and_then(|open| {
                let last = place.range(open.checked_sub(1)?..open);
                let name = found.iter().chain(place.known).find(|mention| mention.range.end == last.end)?;
                let first = place.token_of(name.range.start);
                shortens(form, (first..open).map(|token| place.sentence.form(token))).then_some(name.actor)
            });
            let named = explained.or_else(|| self.by_acronym.get(form).copied());
            let Some(actor) = named else { continue };
            self.by_acronym.insert(form.to_owned(), actor);
            found.retain(|mention| mention.range != range);
            let taken =
                |mention: &ActorMention| mention.range.start < range.end && range.start < mention.range.end;
            if !found.iter().any(taken) {
                found.push(place.mention(token..token + 1, actor, MentionBy::Alias));
            }
        }
    }
}

fn is_acronym(form: &str) -> bool {
    form.len() > 1
        && form.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit())
        && form.starts_with(|char: char| char.is_ascii_uppercase())
}

/// Whether an acronym has the first letters of a name in their order, small words and some capitals left out, and begins as it does.
fn shortens<'a>(acronym: &str, name: impl Iterator<Item = &'a str>) -> bool {
    let mut letters = acronym.chars().filter(|char| char.is_ascii_alphabetic()).peekable();
    let mut words = 0;
    for word in name {
        let initial = word.chars().next().map(|char| char.to_ascii_uppercase());
        // The names of states are often left out at the start: "the Kenyan Wildlife Service (WS)".
        if initial.is_some() && letters.peek().copied() == initial {
            letters.next();
            words += 1;
        }
    }
    letters.peek().is_none() && words > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_in_order() {
        assert!(shortens("LPF", ["Lake", "Peace", "Fund"].into_iter()));
        assert!(shortens(
            "UNITE",
            ["Union", "for", "the", "National", "Interest", "of", "The", "East"].into_iter()
        ));
        assert!(!shortens("KDF", ["Kenyan", "army"].into_iter()));
        assert!(!shortens("II", ["World", "War"].into_iter()));
    }
}

//! Persons whom a text has named in full and now calls by a part of the name: "Karanja", "Abiy".

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use verbale_core::{ActorKind, MentionBy};
use verbale_syntax::{Label, NameKind, Tag};

use super::ActorMention;
use super::local::Locals;
use super::sentence::Place;
use crate::text::overlapping;

impl Locals<'_> {
    /// Keeps the surname of a known person, so that it may stand alone later.
    pub(super) fn remember(&mut self, mention: &ActorMention) {
        let actor = mention.actor;
        let person = self.lexicon.actors.get(actor).filter(|known| known.kind == ActorKind::Person);
        let Some(name) = person.map(|person| person.name.clone()) else { return };
        self.remember_given(&name, actor);
        if let Some(surname) = name.split_whitespace().rev().find(|word| !is_suffix(word)) {
            self.by_key.entry(key(surname)).or_insert(actor);
        }
    }

    /// Keeps the first word of a person's name: "Abiy Ahmed" may be "Abiy" later.
    pub(super) fn remember_given(&mut self, name: &str, person: usize) {
        // "Xi Jinping", but not "J. Karanja"
        let is_initial = |given: &str| given.len() < 2 || given.ends_with('.');
        let Some((given, _)) = name.split_once(' ').filter(|(given, _)| !is_initial(given)) else { return };
        let is_title = self.lexicon.heads.is_title(given)
            || self.lexicon.heads.longest(&[given.to_lowercase()]).is_some();
        if is_title {
            return;
        }
        let known = self.by_given.entry(given.to_lowercase()).or_insert(Some(person));
        if *known != Some(person) {
            *known = None;
        }
    }

    /// Persons who were named before and now are named by surname alone, where no other rule saw a name.
    pub(super) fn by_surname(&mut self, place: &Place<'_>, found: &mut Vec<ActorMention>) {
        for token in 0..place.sentence.len() {
            // "Isaias" may be taken for a plural.
            let plural = token > 0 && matches!(place.tag(token), Some(Tag::NNPS | Tag::NNS));
            // "On 4 May Abiy left"
            let is_dated = |token: usize| {
                let range = place.range(token..token + 1);
                overlapping(&place.others.ranges, |other| other, &range).is_some()
            };
            let alone = (place.tag(token) == Some(Tag::NNP) || plural)
                && place.is_capital(token)
                && token.checked_sub(1).is_none_or(|before| !place.is_capital(before) || is_dated(before))
                && !place.is_capital(token + 1);
            let located =
                token > 0 && matches!(place.lower[token - 1].as_str(), "in" | "at" | "near" | "outside");
            if !alone || located || place.is_known(token) {
                continue;
            }
            let surname = self.by_key.get(&key(&place.lower[token])).copied();
            // "Mark fell", "Rice became scarce": what opens a sentence has a capital in any case.
            let sure =
                token > 0 || place.sentence.name_at(token).is_some_and(|name| name.kind == NameKind::Person);
            // Nor does a first name that is one in English stand alone.
            let is_english = self.lexicon.descriptions.gender(place.sentence.form(token)).is_some();
            let acts = place.sentence.label(token) == Some(Label::Nsubj) && !is_english;
            let given = || self.by_given.get(&place.lower[token]).copied().flatten().filter(|_| sure || acts);
            let Some(index) = surname.or_else(given) else {
                continue;
            };
            let range = place.range(token..token + 1);
            let is_taken =
                |mention: &ActorMention| mention.range.start < range.end && range.start < mention.range.end;
            if !found.iter().any(is_taken) {
                found.push(place.mention(token..token + 1, index, MentionBy::Name));
            }
        }
    }

    /// Whether a word with a capital is the surname of a person who was named before.
    pub(super) fn is_surname(&self, word: &str) -> bool {
        let named = self.by_key.get(&key(&word.to_lowercase())).and_then(|&index| self.actor(index));
        named.is_some_and(|actor| {
            actor.kind == ActorKind::Person && actor.name.ends_with(word) && actor.name != word
        })
    }

    /// Whether a surname is that of a person who was named before.
    pub(super) fn is_known_person(&self, surname: &str) -> bool {
        self.by_key.contains_key(&key(surname))
            || self.by_given.get(&surname.to_lowercase()).copied().flatten().is_some()
    }
}

/// Whether a word behind a surname is none: "Hassan II" is King Hassan, "Ferdinand Marcos Jr." President Marcos.
pub(super) fn is_suffix(word: &str) -> bool {
    word.chars().all(|char| matches!(char, 'I' | 'V' | 'X')) || matches!(word, "Jr" | "Jr." | "Sr" | "Sr.")
}

/// The key of a person by name or surname.
pub(super) fn key(name: &str) -> String {
    format!("person {}", plain(name))
}

/// A name in lower case and without marks: texts write "Erdoğan" and "Erdogan", often side by side.
pub(super) fn plain(name: &str) -> String {
    let bare = name.to_lowercase().nfd().filter(|char| !is_combining_mark(*char)).collect::<String>();
    // Letters that Unicode does not take apart.
    bare.chars()
        .map(|char| match char {
            'ł' => 'l',
            'đ' => 'd',
            'ø' => 'o',
            'ı' => 'i',
            other => other,
        })
        .collect()
}

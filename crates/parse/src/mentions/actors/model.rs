//! Persons, organisations, peoples and places that only the name model finds. A place has to stand where a place stands: on measured
//! texts, the others cost more than they bring.

use std::ops::Range;

use verbale_core::{ActorKind, EventKind, MentionBy, PlaceKind, Sector};
use verbale_syntax::{Label, Name, NameKind, Tag};

use super::ActorMention;
use super::local::Locals;
use super::sentence::Place;
use crate::lexicon::KnownActor;
use crate::lexicon::frames::Trigger;
use crate::lexicon::heads::HeadUse;
use crate::lexicon::places::Position;
use crate::mentions::places::PlaceMention;
use crate::text::overlapping;

impl Locals<'_> {
    /// What the name model finds.
    pub(super) fn by_model(&mut self, place: &Place<'_>, found: &mut Vec<ActorMention>) {
        let others = place.others;
        let names = place
            .sentence
            .names()
            .iter()
            .flat_map(|name| items(place, name).into_iter().map(move |tokens| (name, tokens)));
        for (name, mut tokens) in names {
            if !matches!(name.kind, NameKind::Person | NameKind::Organisation | NameKind::Norp) {
                continue;
            }
            // "War broke out": what opens a sentence has a capital in any case.
            let opens = name.tokens == (0..1);
            if opens && !self.lexicon.triggers.nouns(&place.lower[0]).is_empty() {
                continue;
            }
            // "the submarine Conqueror" is a ship, whatever the model takes it for.
            if tokens.clone().any(|token| self.names_vessel(place, token)) {
                continue;
            }
            let in_list = tokens != name.tokens;
            while tokens.start < tokens.end
                && matches!(place.lower[tokens.start].as_str(), "the" | "a" | "an")
            {
                tokens.start += 1;
            }
            while tokens.end > tokens.start && matches!(place.lower[tokens.end - 1].as_str(), "'s" | "’s") {
                tokens.end -= 1;
            }
            if tokens.is_empty() || !place.is_capital(tokens.start) {
                continue;
            }
            tokens = place.with_particle(tokens);
            if name.kind == NameKind::Person && stands_near(place, tokens.start) {
                continue;
            }
            // A list is not one name, and an operation or a manoeuvre is no actor.
            let is_list = name.kind == NameKind::Organisation
                && tokens.clone().any(|token| matches!(place.lower[token].as_str(), "," | "(" | "/"));
            let is_prize = matches!(place.lower[tokens.end - 1].as_str(), "prize" | "award" | "medal");
            if is_list || is_prize || matches!(place.lower[tokens.start].as_str(), "operation" | "exercise") {
                continue;
            }
            let range = place.range(tokens.clone());
            let taken =
                |mention: &ActorMention| mention.range.start < range.end && range.start < mention.range.end;
            let is_other = overlapping(&others.ranges, |other| other, &range).is_some();
            let by_given_name = (2..4).contains(&tokens.len()) && self.is_given_name(place, &tokens);
            // "Jack Reading" is a person, "Reading" alone is a town.
            let in_gazetteer = overlapping(&others.places, |place| &place.range, &range)
                .is_some_and(|place| place.range == range || name.kind != NameKind::Person && !by_given_name);
            // "Jordan Karanja" is not Jordan.
            let given = place.range(tokens.start..tokens.start + 1);
            let is_known = |mention: &ActorMention| {
                let is_given = mention.range == given
                    && (name.kind == NameKind::Person
                        || self.actor(mention.actor).is_none_or(|actor| actor.kind != ActorKind::State));
                taken(mention) && !(by_given_name && is_given)
            };
            let is_site = name.kind == NameKind::Organisation && self.is_taken(place, &tokens);
            if is_site
                || is_other
                || in_gazetteer
                || found.iter().any(taken)
                || place.known.iter().any(is_known)
            {
                continue;
            }
            let words = place.words(tokens.clone()).to_owned();
            // One word alone is often a place, a product or an adjective.
            let sure = tokens.len() > 1 || in_list || place.acts(&tokens, PARTNERS);
            let titled = self.lexicon.heads.is_title(place.sentence.form(tokens.start)) && tokens.len() > 1;
            let after_office = found.iter().any(|mention| {
                place.sentence.form(tokens.start.saturating_sub(1)) == ","
                    && mention.range.end
                        == place.range(tokens.start.saturating_sub(2)..tokens.start.saturating_sub(1)).end
                    && self.actor(mention.actor).is_some_and(|actor| actor.kind == ActorKind::Person)
            });
            // "BELFAST, 10 April" is where a text was written.
            let dateline = tokens.start == 0
                && words.chars().all(|char| !char.is_lowercase())
                && place.lower.get(tokens.end).is_some_and(|next| next == ",");
            let index = match name.kind {
                _ if dateline => None,
                NameKind::Person | NameKind::Organisation if titled || after_office => {
                    self.person(&words, None)
                }
                // "John Karanja" alone in a line is no organisation.
                NameKind::Organisation if by_given_name => self.person(&words, None),
                NameKind::Organisation
                    if (2..4).contains(&tokens.len()) && self.is_victim(place, &tokens) =>
                {
                    self.person(&words, None)
                }
                NameKind::Organisation if tokens.len() == 1 && self.is_known_person(&words) => {
                    self.person(&words, None)
                }
                NameKind::Person if sure || self.is_known_person(&words) => {
                    let titled = place.words(self.first_title(place, tokens.start)..tokens.end);
                    self.person(titled, None)
                }
                NameKind::Organisation if sure => {
                    // "House of Representatives", "Ruritanian Senate": the head noun says what it is.
                    let heads = &self.lexicon.heads;
                    let head = heads
                        .longest(&place.lower[tokens.clone()])
                        .filter(|(_, count)| *count == tokens.len());
                    let head = head.or_else(|| heads.longest(&place.lower[tokens.end - 1..tokens.end]));
                    let (kind, sector) = match head {
                        Some((head, _)) if head.usage == HeadUse::Owned => (head.kind, head.sector),
                        _ => (ActorKind::Other, Sector::CivilSociety),
                    };
                    Some(self.entry(words.to_lowercase(), || {
                        KnownActor::unlisted(words.clone(), kind, Some(sector), None)
                    }))
                }
                NameKind::Norp if matches!(place.tag(tokens.end - 1), Some(Tag::NNS | Tag::NNPS)) => {
                    Some(self.entry(words.to_lowercase(), || {
                        KnownActor::unlisted(words.clone(), ActorKind::People, Some(Sector::Civilians), None)
                    }))
                }
                _ => None,
            };
            if let Some(index) = index {
                let is_person = self.actor(index).is_some_and(|actor| actor.kind == ActorKind::Person);
                let start = if is_person { self.first_title(place, tokens.start) } else { tokens.start };
                found.push(place.mention(start..tokens.end, index, MentionBy::Name));
            }
        }
    }
}

impl Locals<'_> {
    /// The places of a sentence that only the name model knows: "in Ruritania", "the town of Karimu".
    pub(super) fn places_by_model(&mut self, place: &Place<'_>, found: &[ActorMention]) {
        let mut names: Vec<Name> = place.sentence.names().to_vec();
        names.extend(self.unseen(place));
        for name in names {
            let land = matches!(name.kind, NameKind::Gpe | NameKind::Location | NameKind::Facility);
            let mut tokens = place.with_particle(name.tokens.clone());
            let word = |at: Option<usize>| at.and_then(|at| place.lower.get(at)).map_or("", String::as_str);
            let first = tokens.start;
            if word(Some(first)) == "the" {
                tokens.start += 1;
            }
            let before = |distance: usize| word(first.checked_sub(distance));
            let located = land && matches!(before(1), "in" | "near" | "at" | "around" | "outside" | "inside")
                || name.kind != NameKind::Person
                    && matches!(before(1), "of" | "at")
                    && self.lexicon.designators.kind(Position::Of, before(2)).is_some()
                || (name.kind != NameKind::Person || is_one_word(place, &tokens))
                    && !self.is_known_person(place.words(tokens.clone()))
                    && self.is_taken(place, &tokens)
                || name.kind == NameKind::Person && stands_near(place, first);
            // "in Francophone countries": an adjective names no place.
            let head = name.tokens.end.checked_sub(1);
            let describes = head.is_some_and(|head| place.sentence.label(head) == Some(Label::Amod));
            if !located || describes || tokens.is_empty() || !place.is_capital(tokens.start) {
                continue;
            }
            let range = place.range(tokens.clone());
            let overlaps = |other: &Range<usize>| other.start < range.end && range.start < other.end;
            let taken = found.iter().chain(place.known).any(|mention| overlaps(&mention.range))
                || overlapping(&place.others.places, |other| &other.range, &range).is_some()
                || overlapping(&place.others.ranges, |other| other, &range).is_some();
            if taken {
                continue;
            }
            self.places.push(PlaceMention {
                range,
                name: place.words(tokens).to_owned(),
                kind: PlaceKind::Other,
                country: None,
                point: None,
                geonames: None,
            });
        }
    }
}

impl Locals<'_> {
    /// Words with capitals that the model takes for names of nothing, each for the name of a place, if it stands where one would: "met at
    /// Karimu", "captured Karimu".
    fn unseen(&self, place: &Place<'_>) -> Vec<Name> {
        let named = |token: usize| place.sentence.name_at(token).is_some();
        let is_name = |token: usize| {
            place.tag(token) == Some(Tag::NNP)
                && place.is_capital(token)
                && !named(token)
                && !place.is_known(token)
                && !self.lexicon.heads.is_title(place.sentence.form(token))
                && self.lexicon.heads.longest(&place.lower[token..=token]).is_none()
                && !self.is_known_person(place.sentence.form(token))
        };
        let alone = |token: usize| {
            token.checked_sub(1).is_some_and(|before| !place.is_capital(before))
                && !place.is_capital(token + 1)
        };
        let stands = |token: usize| {
            let is_pobj = place.sentence.label(token) == Some(Label::Pobj);
            is_pobj && matches!(place.lower[token - 1].as_str(), "at" | "near" | "outside")
                || self.is_taken(place, &(token..token + 1))
        };
        (1..place.sentence.len())
            .filter(|&token| is_name(token) && alone(token) && stands(token))
            .map(|token| Name { tokens: token..token + 1, kind: NameKind::Location })
            .collect()
    }

    /// Whether a name is what somebody captures, invades or besieges: "troops captured Karimu".
    fn is_taken(&self, place: &Place<'_>, tokens: &Range<usize>) -> bool {
        let Some(last) = tokens.end.checked_sub(1) else { return false };
        let is_object = matches!(place.sentence.label(last), Some(Label::Dobj | Label::Nsubjpass));
        let head = place.sentence.head(last);
        // "laid siege to Karimu"
        let to =
            head.filter(|&to| place.lower[to] == "to" && place.sentence.label(last) == Some(Label::Pobj));
        if to.and_then(|to| to.checked_sub(1)).is_some_and(|before| place.lower[before] == "siege") {
            return true;
        }
        let verb = head.filter(|_| is_object);
        verb.is_some_and(|verb| self.lexicon.takes_place(place.sentence.lemma(verb), &place.lower[verb]))
    }

    /// Whether a name is of one to whom is done what is done to persons alone: "the murder of Singh Karanja", "arrested Singh Karanja".
    fn is_victim(&self, place: &Place<'_>, tokens: &Range<usize>) -> bool {
        let last = tokens.end - 1;
        let head_noun = self.lexicon.heads.longest(&place.lower[last..tokens.end]).is_some();
        let Some(above) = place.sentence.head(last).filter(|_| !head_noun) else { return false };
        let frame = |trigger: &Trigger| self.lexicon.frames.get(trigger.frame).filter(|_| trigger.is_word());
        let triggers = &self.lexicon.triggers;
        match place.sentence.label(last) {
            Some(Label::Pobj) if place.lower[above] == "of" => {
                let noun = place.sentence.head(above).map_or("", |noun| place.sentence.lemma(noun));
                triggers.nouns(noun).iter().filter_map(frame).any(|frame| frame.befalls_possessor)
            }
            Some(Label::Dobj | Label::Nsubjpass) => {
                let found = triggers.verbs(place.sentence.lemma(above), &place.lower[above]).iter();
                let mut kinds = found.filter_map(frame).map(|frame| frame.kind);
                kinds.any(|kind| {
                    matches!(kind, EventKind::Assassination | EventKind::Detention | EventKind::Dismissal)
                })
            }
            _ => false,
        }
    }

    /// Whether a name begins with a given name and ends with no head noun: "John Karanja", but "Angela Foundation".
    fn is_given_name(&self, place: &Place<'_>, tokens: &Range<usize>) -> bool {
        let last = tokens.end - 1;
        self.lexicon.descriptions.gender(place.sentence.form(tokens.start)).is_some()
            && place.tag(last) == Some(Tag::NNP)
            && self.lexicon.heads.longest(&place.lower[last..=last]).is_none()
    }
}

/// Whether a name is one word without a title before it: persons are mostly named by more.
fn is_one_word(place: &Place<'_>, tokens: &Range<usize>) -> bool {
    tokens.len() == 1 && tokens.start.checked_sub(1).is_none_or(|before| !place.is_capital(before))
}

/// The items of a name that is a list of three or more: the model takes "Kenya Daily, The Lake and Lamu Post" for one.
fn items(place: &Place<'_>, name: &Name) -> Vec<Range<usize>> {
    let parts = name.tokens.clone().filter(|&token| place.lower[token] == ",").count();
    if name.kind != NameKind::Organisation || parts < 2 {
        return vec![name.tokens.clone()];
    }
    let mut items = Vec::new();
    let mut start = name.tokens.start;
    for token in name.tokens.clone().chain([name.tokens.end]) {
        if token == name.tokens.end || matches!(place.lower[token].as_str(), "," | "and") {
            if token > start {
                items.push(start..token);
            }
            start = token + 1;
        }
    }
    items
}

/// Whether a name stands behind a preposition that persons do not stand behind.
fn stands_near(place: &Place<'_>, token: usize) -> bool {
    token > 0 && matches!(place.lower[token - 1].as_str(), "near" | "outside" | "inside" | "around")
}

/// Prepositions behind which a name is a partner, and no place.
const PARTNERS: &[&str] = &["by", "with", "to", "from", "between", "against"];

//! Where an event was: the places of its clause that stand behind a preposition of place, that it befalls, or that its noun begins with.

mod kinds;
mod occasions;

use std::ops::Range;

use verbale_core::{ActorKind, CountryCode, EventKind, MentionBy, PlaceKind, Role};
use verbale_syntax::{Label, Tag};

use super::arguments::{Argument, light_use};
use super::participants::{ParticipantDraft, Who};
use super::scene::Scene;
use super::trigger::{Form, Found};
use crate::lexicon::event_words::Way;
use crate::lexicon::frames::Slot;
use crate::lexicon::places::Position;
use crate::text::{overlapping, within};

use kinds::{befalls, happens, is_speech, is_talk, moves};
pub(super) use occasions::share;
pub(crate) use occasions::{is_brought, is_occasion};

/// Somewhere that the sentence names.
struct Site {
    range: Range<usize>,
    kind: PlaceKind,
    country: Option<CountryCode>,
    /// Whether it is a land that stands among the actors: it is a place only where it hosts or suffers the event.
    acts: bool,
}

/// What is asked when a place is to be that of an event.
struct Search<'s, 'a, 't> {
    scene: &'s Scene<'a, 't>,
    found: &'s Found,
    kind: EventKind,
    arguments: &'s [Argument],
    participants: &'s [ParticipantDraft],
    /// The tokens of its clause.
    clause: Vec<usize>,
    /// Whether it may be where its actor is: "police in Jericho seized weapons".
    with_actor: bool,
}

/// The names that say where an event was, in the order of the text.
pub(super) fn of(
    scene: &Scene<'_, '_>,
    found: &Found,
    kind: EventKind,
    arguments: &[Argument],
    participants: &[ParticipantDraft],
) -> Vec<Range<usize>> {
    let clause = scene.clause_of(found.head);
    let mut search = Search { scene, found, kind, arguments, participants, clause, with_actor: false };
    let all = sites(scene);
    let mut is_where: Vec<bool> = all.iter().map(|site| search.is_where(site)).collect();
    if !is_where.contains(&true) && !is_talk(kind) {
        search.with_actor = true;
        is_where = all.iter().map(|site| search.is_where(site)).collect();
    }
    spread(scene, &all, &mut is_where);
    let mut sites: Vec<&Site> =
        all.iter().zip(is_where).filter(|(_, is)| *is).map(|(site, _)| site).collect();
    // "agreed in Havana and signed in Bogotá": a clause with a place of its own does not share that of the one before.
    let clause = scene.tree.clause(found.head);
    let is_own =
        |site: &&Site| scene.head_of(&site.range).is_some_and(|head| scene.tree.clause(head) == clause);
    if scene.label(clause) == Label::Conj && sites.iter().any(is_own) {
        sites.retain(is_own);
    }
    // "in Lamu, in Kenya": the town says it.
    let is_told = |land: &Site| {
        let tells = |other: &&Site| {
            other.kind != PlaceKind::Country && (other.country == land.country || is_in(scene, other, land))
        };
        land.kind == PlaceKind::Country && sites.iter().any(tells)
    };
    sites.iter().filter(|site| !is_told(site)).map(|site| site.range.clone()).collect()
}

/// The places and lands of a sentence, in order.
fn sites(scene: &Scene<'_, '_>) -> Vec<Site> {
    let actors = within(&scene.mentions.actors, |found| &found.range, &scene.sentence.range);
    let lands = actors.filter_map(|index| {
        let mention = &scene.mentions.actors[index];
        let actor = scene.actor(index)?;
        let is_named = matches!(mention.by, MentionBy::Name | MentionBy::Alias) && !mention.is_seat;
        let kind = match actor.kind {
            _ if mention.is_seat => PlaceKind::Settlement,
            ActorKind::State => PlaceKind::Country,
            _ => PlaceKind::Region,
        };
        let is_land = matches!(actor.kind, ActorKind::State | ActorKind::Territory);
        (mention.is_place || is_named && is_land).then(|| Site {
            range: mention.range.clone(),
            kind,
            country: actor.country,
            acts: !mention.is_place,
        })
    });
    let places = within(&scene.mentions.places, |found| &found.range, &scene.sentence.range);
    let places = scene.mentions.places[places].iter().map(|place| Site {
        range: place.range.clone(),
        kind: place.kind,
        country: place.country,
        acts: false,
    });
    let mut all: Vec<Site> = lands.chain(places).collect();
    all.sort_by_key(|site| (site.range.start, site.range.end));
    all
}

/// Whether a text says in which land a place lies: "the Dadaab camp in Kenya".
fn is_in(scene: &Scene<'_, '_>, place: &Site, land: &Site) -> bool {
    let between = scene.text.reading().get(place.range.end..land.range.start).unwrap_or("");
    let words: Vec<&str> = between.split_whitespace().collect();
    words.len() < 5 && words.last() == Some(&"in")
}

/// What is said of one place of a list holds for all: the tree may lose "Kunduz" and "Herat" of "in Kunduz, Herat and Farah".
fn spread(scene: &Scene<'_, '_>, all: &[Site], is_where: &mut [bool]) {
    let mut start = 0;
    let between = |next: usize| {
        let [one, other] = [&all[next - 1].range, &all[next].range];
        scene.text.reading().get(one.end..other.start).unwrap_or("").trim()
    };
    while start < all.len() {
        let joined = |next: &usize| {
            let [one, other] = [&all[*next - 1], &all[*next]];
            let between = between(*next);
            let closed = matches!(between, "and" | "or" | ", and");
            (closed || between == "," && !matches!(other.kind, PlaceKind::Country))
                && !one.acts
                && !other.acts
        };
        let end = (start + 1..all.len()).find(|next| !joined(next)).unwrap_or(all.len());
        // "Manhasset, New York" is no list.
        let is_list = end - start > 2 || end - start == 2 && !between(start + 1).contains(',');
        if is_list && is_where[start..end].contains(&true) {
            is_where[start..end].fill(true);
        }
        start = end;
    }
}

impl Search<'_, '_, '_> {
    fn is_where(&self, site: &Site) -> bool {
        let scene = self.scene;
        let Some(head) = scene.head_of(&site.range).filter(|_| !self.is_quoted_apart(&site.range)) else {
            return false;
        };
        if site.acts && self.hosts(site) || self.is_relative_to(head) {
            return true;
        }
        let first = self.phrase_of(head);
        // "in the Korea crisis" is not in Korea; "at the London conference" is in London.
        if first != head
            && site.kind != PlaceKind::Settlement
            && !self.is_part(first)
            && !matches!(scene.tag(first), Tag::NNP | Tag::NNPS)
        {
            return false;
        }
        // "the Vienna Convention" is not in Vienna.
        let word = scene.range(first..first + 1);
        if overlapping(&scene.mentions.instruments, |document| &document.range, &word).is_some() {
            return false;
        }
        if !site.acts && (self.suffers(head) || self.suffers(first) || self.names(head, first)) {
            return true;
        }
        let Some(mut preposition) = self.preposition_of(first) else { return false };
        // "in the vicinity of Lamu"
        let part = scene
            .tree
            .head(preposition)
            .filter(|&noun| scene.lower(preposition) == "of" && self.is_part(noun));
        if let Some(part) = part {
            if self.suffers(part) {
                return true;
            }
            let Some(outer) = self.preposition_of(part) else { return false };
            preposition = outer;
        } else if site.acts
            && !(first != head && self.is_part(first))
            && !(self.kind == EventKind::Project && site.kind == PlaceKind::Region)
        {
            return false;
        }
        match scene.lexicon.event_words.way(scene.lower(preposition)) {
            Some(Way::Stays) => self.is_said_of(preposition),
            Some(Way::Moves) => (moves(self.kind) || self.moves_somebody()) && self.is_said_of(preposition),
            Some(Way::Befalls) => {
                // "the mission on the border" is there; "talks on the border" are about it.
                let surface = scene.lower(preposition) == "on"
                    && (part.is_some()
                        || !is_talk(self.kind)
                            && !matches!(site.kind, PlaceKind::Settlement | PlaceKind::Country));
                (befalls(self.kind) || surface) && self.is_said_of(preposition)
            }
            None => false,
        }
    }

    /// Whether a noun stands for a place or a part of one: "the outskirts of Lamu", "the fortress of Kars".
    fn is_part(&self, noun: usize) -> bool {
        let lexicon = self.scene.lexicon;
        let lemma = self.scene.lemma(noun).to_lowercase();
        lexicon.event_words.is_part_of_place(&lemma)
            || lexicon.designators.kind(Position::Of, &lemma).is_some()
    }

    /// Whether a name is one of several words in quotation marks that do not hold the trigger: a title names places, too.
    fn is_quoted_apart(&self, range: &Range<usize>) -> bool {
        let quoted = &self.scene.mentions.quotations.ranges;
        let trigger = self.scene.range(self.found.head..self.found.head + 1);
        overlapping(quoted, |quoted| quoted, range).is_some_and(|quoted| {
            quoted.len() > range.len() + 2 * '“'.len_utf8()
                && !(quoted.start <= trigger.start && trigger.end <= quoted.end)
        })
    }

    /// "visited Kenya", "sent troops to Kenya", "invaded Kenya": a land among the actors.
    fn hosts(&self, site: &Site) -> bool {
        let scene = self.scene;
        let mut roles = self.participants.iter().filter(|participant| match participant.who {
            Who::Mention(index) => {
                scene.mentions.actors.get(index).is_some_and(|actor| actor.range == site.range)
            }
            Who::Described(_) => false,
        });
        let is_struck = |role: Role| matches!(role, Role::Victim | Role::Recipient | Role::Subject);
        let takes = matches!(self.kind, EventKind::Capture | EventKind::Offensive | EventKind::Blockade);
        roles.any(|participant| participant.role == Role::Host || takes && is_struck(participant.role))
    }

    /// The word that a name stands for: "in the Aleppo and Idlib districts", where the districts are.
    fn phrase_of(&self, name: usize) -> usize {
        let scene = self.scene;
        let mut first = name;
        while matches!(scene.label(first), Label::Conj | Label::Compound | Label::Nmod | Label::Amod) {
            match scene.tree.head(first) {
                Some(head) => first = head,
                None => break,
            }
        }
        // "in the capital Dili"
        let apposed = scene.tree.head(first).filter(|_| scene.label(first) == Label::Appos);
        apposed.filter(|&noun| self.is_part(noun)).unwrap_or(first)
    }

    fn preposition_of(&self, word: usize) -> Option<usize> {
        self.scene.tree.head(word).filter(|_| self.scene.label(word) == Label::Pobj)
    }

    /// Whether a place is what the event befalls: "shelled Aleppo", "Kars fell".
    fn suffers(&self, word: usize) -> bool {
        let falls = matches!(self.kind, EventKind::Surrender | EventKind::Capture);
        befalls(self.kind)
            && self.arguments.iter().any(|argument| {
                argument.token == word
                    && match argument.slot {
                        Slot::Object | Slot::On | Slot::Against | Slot::Into => true,
                        Slot::Subject => falls,
                        _ => false,
                    }
            })
    }

    /// "the Baku talks", "the Tovuz clashes"
    fn names(&self, name: usize, noun: usize) -> bool {
        self.found.form == Form::Noun
            && name != noun
            && self.found.head == noun
            && (happens(self.kind) || befalls(self.kind))
            && matches!(self.scene.label(name), Label::Compound | Label::Nmod | Label::Amod)
    }

    /// "Houston, where they met"
    fn is_relative_to(&self, name: usize) -> bool {
        let scene = self.scene;
        let clause = scene.tree.clause(self.found.head);
        let relative = scene.label(clause) == Label::Relcl && scene.tree.head(clause) == Some(name);
        relative && self.clause.iter().any(|&token| scene.lower(token) == "where")
    }

    /// "invited the ministers to Geneva": a verb whose object is somebody takes them there.
    fn moves_somebody(&self) -> bool {
        let scene = self.scene;
        self.found.form == Form::Verb
            && self
                .arguments
                .iter()
                .any(|argument| argument.slot == Slot::Object && scene.actor_at(argument.token).is_some())
    }

    /// Whether a phrase says something of the event: it hangs on its words, or on what it has beside it, or on the verb that its noun
    /// stands with.
    fn is_said_of(&self, preposition: usize) -> bool {
        let scene = self.scene;
        let verb = scene.tree.clause(self.found.head);
        // "the mission in Mali established in 2013": the parser may hang the participle on the name.
        let object = scene.children(preposition, &[Label::Pobj]).next();
        if scene.label(self.found.head) == Label::Acl && scene.tree.head(self.found.head) == object {
            return true;
        }
        let mut at = preposition;
        loop {
            let Some(head) = scene.tree.head(at) else { return false };
            if self.found.tokens.contains(&head) {
                return true;
            }
            if head == verb {
                return self.is_core(verb);
            }
            // "the mission in Mali, established in 2013"
            let is_object = |argument: &Argument| argument.token == head && argument.slot == Slot::Object;
            if !is_speech(self.kind) && self.arguments.iter().any(is_object) {
                return true;
            }
            // "met in Athens and issued a statement"
            if scene.is_verb(head) && self.clause.contains(&head) {
                return at == preposition
                    && scene.lexicon.event_words.way(scene.lower(preposition)) == Some(Way::Stays)
                    && scene.label(verb) == Label::Conj;
            }
            if scene.is_verb(head) && !self.is_short(head) {
                return false;
            }
            if !self.passes(head) {
                return false;
            }
            at = head;
        }
    }

    /// Whether what is said of a part of the clause is said of the event. What somebody speaks of is elsewhere, and the actor may be.
    fn passes(&self, word: usize) -> bool {
        let scene = self.scene;
        match scene.label(word) {
            Label::Nsubj => self.with_actor,
            Label::Poss => false,
            // "killed by soldiers in Lamu"
            // "signed by Karanja in Lamu": a person with a name is told apart from others by no place.
            Label::Agent => !is_talk(self.kind) || self.is_person_by(word),
            Label::Prep if scene.lower(word) == "according" => false,
            Label::Prep if matches!(scene.lower(word), "by" | "to") => !is_talk(self.kind),
            Label::Prep if is_speech(self.kind) => {
                scene.lexicon.event_words.way(scene.lower(word)) == Some(Way::Stays)
            }
            Label::Dobj | Label::Ccomp | Label::Xcomp => !is_speech(self.kind),
            _ => true,
        }
    }

    /// Whether a phrase with "by" names a person.
    fn is_person_by(&self, by: usize) -> bool {
        let scene = self.scene;
        let mut people = scene.children(by, &[Label::Pobj]).filter_map(|who| scene.actor_at(who));
        people.any(|mention| scene.actor(mention).is_some_and(|actor| actor.kind == ActorKind::Person))
    }

    /// A participle tells of what it hangs on: "talks held in May".
    fn is_short(&self, verb: usize) -> bool {
        self.scene.label(verb) == Label::Acl
            && self.scene.children(verb, &[Label::Nsubj, Label::Nsubjpass]).next().is_none()
    }

    /// Whether a noun is what its clause is about: "the talks opened in Oslo", "opened talks", but not "left after the talks".
    fn is_core(&self, verb: usize) -> bool {
        let scene = self.scene;
        if self.found.form != Form::Noun {
            return true;
        }
        let mut at = self.found.head;
        for _ in 0..4 {
            let Some(head) = scene.tree.head(at) else { return false };
            if head == verb {
                let label = scene.label(at);
                return matches!(label, Label::Nsubj | Label::Nsubjpass | Label::Dobj | Label::Attr);
            }
            if light_use(scene, verb, at).is_some() {
                return true;
            }
            let goes_on = matches!(scene.label(at), Label::Conj)
                || scene.lower(head) == "of"
                || scene.lower(at) == "of";
            if !goes_on {
                return false;
            }
            at = head;
        }
        false
    }
}

//! Words that say something of an event without naming one, from `data/events`: light verbs, words that say whether it came about and
//! who says so, nouns of persons, words for the part that somebody has, for what became of a document, and for how events relate.

mod casualties;
mod read;
mod relations;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use casualties::{CasualtyPart, CasualtyWords, Harm};
use verbale_core::{ActorKind, Certainty, InstrumentStatus, Role, Sector, Status};

pub(crate) use relations::{RelationWords, Signal, SignalPart};

/// What a light verb makes of its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LightUse {
    /// It does what the object names.
    Does,
    /// What the object names befalls it.
    Undergoes,
    /// It is the event.
    Occurs,
}

/// What kind of word governs an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Governor {
    /// "failed to sign"
    Verb,
    /// "the plan to sign"
    Noun,
    /// "ready to sign"
    Adjective,
    /// "will sign"
    Modal,
    /// "the visit was cancelled"
    Event,
    /// "the planned visit", "nearly fell"
    Modifier,
    /// "hoped that it would leave"
    Clause,
}

/// What kind of word says who says so, or how it is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SayingPart {
    /// "claimed that they left"
    Verb,
    /// "demanded “a new start”": it takes words in quotation marks, but what it governs need not have happened.
    Quote,
    /// "in the words of Kenya"
    Words,
    /// "allegedly"
    Adverb,
    /// "the alleged attack"
    Adjective,
    /// "reports of an attack"
    Noun,
}

/// Who is to do what a word governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Stance {
    /// The subject of the word: "promised to leave".
    Own,
    /// The subject of the word, who makes ready for it: "prepared to attack".
    Prepared,
    /// Somebody else: "urged them to leave".
    Other,
    /// The subject of the word, against somebody: "threatened to leave".
    Threat,
    /// Nobody, as it is over: "lifted the blockade".
    Ended,
}

/// What a word says of the event that it governs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Outlook {
    /// Whether it comes about.
    pub(crate) status: Status,
    /// Who is to bring it about, where the word says so.
    pub(crate) stance: Option<Stance>,
}

/// What a preposition before the name of a place says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// Whatever happens, it is there: "in", "near".
    Stays,
    /// Somebody or something comes from there, passes or arrives: "to", "from".
    Moves,
    /// It is what is struck, taken or entered: "an attack on", "the siege of".
    Befalls,
}

/// When a noun of persons is an actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PersonUse {
    /// Wherever it takes part: "two Kenyan fishermen" are not Kenya.
    Always,
    /// With an owner, it stands for it: "Kenyan officials".
    Owner,
    /// So, too, and without an owner only where it acts: "jets bombed", but not "bought jets".
    Agent,
}

/// What a word tells of a proposed document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fate {
    /// The further words of the phrase.
    pub(crate) rest: Vec<String>,
    /// If it is so: "the draft was blocked".
    pub(crate) so: Option<InstrumentStatus>,
    /// If it is not so: "the draft was not adopted".
    pub(crate) not: Option<InstrumentStatus>,
}

/// A noun of persons or groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Person {
    /// The kind of the actor.
    pub(crate) kind: ActorKind,
    pub(crate) sector: Sector,
    /// When it is an actor.
    pub(crate) usage: PersonUse,
}

/// Meanings of a word, each with the further words that it needs; of light verbs and governors, the longest phrase first.
type Phrases<T> = Vec<(Vec<String>, T)>;

/// All of these words, by their first one in base form.
#[derive(Debug, Clone, Default)]
pub(crate) struct EventWords {
    light: BTreeMap<String, Phrases<LightUse>>,
    governors: BTreeMap<(Governor, String), Phrases<Outlook>>,
    people: BTreeMap<String, Person>,
    adjuncts: BTreeMap<String, Role>,
    backing: BTreeMap<String, Role>,
    holding: BTreeSet<String>,
    fates: BTreeMap<String, Vec<Fate>>,
    sayings: BTreeMap<(SayingPart, String), Phrases<Certainty>>,
    abstracts: BTreeSet<String>,
    idioms: BTreeMap<String, Vec<Vec<String>>>,
    echoes: BTreeMap<String, Vec<Vec<String>>>,
    /// Words for the dead, wounded, missing and captured.
    pub(crate) casualties: CasualtyWords,
    ways: BTreeMap<String, Way>,
    parts_of_places: BTreeSet<String>,
    /// Words that relate events.
    pub(crate) relations: RelationWords,
}

impl EventWords {
    /// How a word puts what it governs or describes, with the further words that each meaning needs.
    pub(crate) fn saying(&self, part: SayingPart, word: &str) -> &[(Vec<String>, Certainty)] {
        self.sayings.get(&(part, word.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// What a word tells of a proposed document.
    pub(crate) fn fates(&self, word: &str) -> &[Fate] {
        self.fates.get(word).map_or(&[], Vec::as_slice)
    }

    /// Whether a noun names nothing that could be shelled, captured, founded or shipped, or that does so: "influence", "plague".
    pub(crate) fn is_abstract(&self, noun: &str) -> bool {
        self.abstracts.contains(noun)
    }

    /// The further words of each turn of phrase that begins with a verb and means something else than the verb alone.
    pub(crate) fn idioms(&self, verb: &str) -> &[Vec<String>] {
        self.idioms.get(verb).map_or(&[], Vec::as_slice)
    }

    /// The further words of each turn of phrase that begins with a verb and tells that its subject did what somebody did before.
    pub(crate) fn echoes(&self, verb: &str) -> &[Vec<String>] {
        self.echoes.get(verb).map_or(&[], Vec::as_slice)
    }

    /// The part that the owner of a noun has in an event: "with the support of Kenya".
    pub(crate) fn adjunct(&self, noun: &str) -> Option<Role> {
        self.adjuncts.get(noun).copied()
    }

    /// The part of whom a participle names: "backed by Kenya".
    pub(crate) fn backing(&self, verb: &str) -> Option<Role> {
        self.backing.get(verb).copied()
    }

    /// Whether the agent of a participle owns what it describes: "held by Kenya".
    pub(crate) fn is_holding(&self, verb: &str) -> bool {
        self.holding.contains(verb)
    }

    /// The uses of a verb as a light one, with the further words that each needs.
    pub(crate) fn light(&self, verb: &str) -> &[(Vec<String>, LightUse)] {
        self.light.get(verb).map_or(&[], Vec::as_slice)
    }

    /// What a word makes of the event that it governs, with the further words that each meaning needs.
    pub(crate) fn governor(&self, part: Governor, word: &str) -> &[(Vec<String>, Outlook)] {
        self.governors.get(&(part, word.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// The noun of a person or group.
    pub(crate) fn person(&self, noun: &str) -> Option<Person> {
        self.people.get(noun).copied()
    }

    /// What a preposition says of the place behind it.
    pub(crate) fn way(&self, preposition: &str) -> Option<Way> {
        self.ways.get(preposition).copied()
    }

    /// Whether a noun names a part of the place behind "of": "the outskirts of Nairobi".
    pub(crate) fn is_part_of_place(&self, noun: &str) -> bool {
        self.parts_of_places.contains(noun)
    }
}

//! Event frames: which words name which kind of event, and what the words around them do in it.
//!
//! The slots of a frame are grammatical functions (`subject`, `object`, `possessor`, `clause`) and prepositions; the engine fills them
//! over the tree of the sentence. The head of `data/frames/talk.toml` explains the format to those who write frames.

mod entry;
mod forms;
mod index;
mod plover;
mod schema;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use verbale_core::{Context, EventKind, InstrumentStatus, Plover, Role, Status};

use super::LexiconError;
use super::letters::Letters;
pub(crate) use entry::{Example, Slot};
use entry::{FrameEntry, FrameFile};
pub(crate) use forms::is_irregular_past;
pub(crate) use index::{Trigger, TriggerIndex};
pub(super) use schema::schema;

/// A frame, ready for use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Frame {
    /// The rule's name in a record: file stem and id, as in `talk/meet`.
    pub(crate) rule: String,
    /// The kind of the event.
    pub(crate) kind: EventKind,
    /// What the event is to PLOVER if it came about.
    #[serde(with = "plover")]
    pub(crate) plover: Option<Plover>,
    /// What it is about.
    pub(crate) contexts: Vec<Context>,
    /// The role of each slot.
    pub(crate) slots: BTreeMap<Slot, Role>,
    /// Roles without which the words mean something else.
    pub(crate) needs: Vec<Role>,
    /// Whether a verb with an object that is nobody means something else.
    pub(crate) object_is_actor: bool,
    /// Whether the object of a verb must be a person or persons.
    pub(crate) object_is_person: bool,
    /// Whether a verb must have a clause that tells of no event.
    pub(crate) clause_is_bare: bool,
    /// Whether a person who stands before a noun is the one it is done to.
    pub(crate) befalls_possessor: bool,
    /// Whether who stands behind "with" or "by" of a verb must be somebody.
    pub(crate) with_is_actor: bool,
    /// Whether the subject of a verb must be a place that can be taken.
    pub(crate) subject_is_place: bool,
    /// Whether a verb whose object has a complement means something else.
    pub(crate) no_complement: bool,
    /// Whether the object of a verb must be a person who is an actor, an official, or a delegation.
    pub(crate) object_is_envoy: bool,
    /// Whether the subject of a verb must be a state or one of its bodies.
    pub(crate) subject_is_official: bool,
    /// Whether a verb must carry words in quotation marks.
    pub(crate) object_is_quotation: bool,
    /// Whether what a verb calls somebody or something must stand in quotation marks.
    pub(crate) complement_is_quotation: bool,
    /// Whether the subject of a verb must be armed forces or fighters.
    pub(crate) subject_is_forces: bool,
    /// Whether the subject of a verb must be peacekeepers, observers or monitors.
    pub(crate) subject_is_peacekeepers: bool,
    /// Whether the object of a verb must be the name of a place.
    pub(crate) object_is_place: bool,
    /// Whether the object of a verb must be a body.
    pub(crate) object_is_body: bool,
    /// Whether the subject of a verb must be a body.
    pub(crate) subject_is_body: bool,
    /// Whether who has the part `forum` must be an organisation or one of its bodies.
    pub(crate) forum_is_body: bool,
    /// Whether what stands behind "of" a noun must be a place.
    pub(crate) of_is_place: bool,
    /// Whether the object of a verb must be a state.
    pub(crate) object_is_state: bool,
    /// Whether the object of a verb must be arms.
    pub(crate) object_is_arms: bool,
    /// Whether the subject of a verb must be a court.
    pub(crate) subject_is_court: bool,
    /// Whether the object of a verb must be a ship.
    pub(crate) object_is_vessel: bool,
    /// Whether the subject of a verb must be what is fired.
    pub(crate) subject_is_fire: bool,
    /// Whether a verb with an object of any sort means something else.
    pub(crate) intransitive: bool,
    /// Whether a verb needs an object to mean this.
    pub(crate) transitive: bool,
    /// Whether the object of a verb must be a document.
    pub(crate) object_is_document: bool,
    /// Whether the subject of a verb must be a document.
    pub(crate) subject_is_document: bool,
    /// Whether the subject of a verb must be a person who is an actor, or a delegation.
    pub(crate) subject_is_envoy: bool,
    /// Whether a verb must have a clause that says what should be: "that Kenya withdraw".
    pub(crate) clause_is_wish: bool,
    /// Whether the words need goods, forces or money beside them to mean this.
    pub(crate) object_is_item: bool,
    /// Whether the event is about a document.
    pub(crate) instrument: bool,
    /// What becomes of that document if the event comes about.
    pub(crate) instrument_status: Option<InstrumentStatus>,
    /// What holds where nothing in the sentence says so.
    pub(crate) status: Option<Status>,
    /// Phrases that begin with a verb, in base form.
    pub(crate) verbs: Vec<Letters>,
    /// Noun phrases.
    pub(crate) nouns: Vec<Letters>,
    /// Modal verbs.
    pub(crate) modals: Vec<Letters>,
    /// Run by the tests.
    #[cfg_attr(not(test), allow(dead_code, reason = "examples are for readers and for the tests"))]
    pub(crate) examples: Vec<Example>,
}

/// Reads a frame file.
pub(super) fn read(file: &str, content: &str) -> Result<Vec<Frame>, LexiconError> {
    let line_of = |at: usize| content.get(..at).map_or(0, |before| before.matches('\n').count() + 1);
    let parsed: FrameFile = toml::from_str(content).map_err(|error| {
        let line = error.span().map_or(0, |span| line_of(span.start));
        LexiconError::new(file, line, error.message())
    })?;
    let stem = file.rsplit(['/', '\\']).next().and_then(|name| name.strip_suffix(".toml")).unwrap_or(file);
    let mut seen = BTreeMap::new();
    let mut frames = Vec::new();
    for entry in parsed.frame {
        let start = entry.span().start;
        let error = |message| LexiconError::new(file, line_of(start), message);
        let frame = frame(stem, entry.into_inner()).map_err(error)?;
        if let Some(first) = seen.insert(frame.rule.clone(), start) {
            let first = line_of(first);
            return Err(error(format!("the id of `{}` stands in line {first} already", frame.rule)));
        }
        frames.push(frame);
    }
    Ok(frames)
}

fn frame(stem: &str, entry: FrameEntry) -> Result<Frame, String> {
    if entry.id.is_empty()
        || !entry.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    {
        return Err(format!("the id `{}` must be in kebab-case", entry.id));
    }
    if entry.verbs.is_empty() && entry.nouns.is_empty() && entry.modals.is_empty() {
        return Err("a frame needs verbs or nouns that name it".into());
    }
    let is_phrase = |words: &String| {
        !words.is_empty() && words.split(' ').all(|word| !word.is_empty()) && *words == words.to_lowercase()
    };
    if let Some(words) =
        entry.verbs.iter().chain(&entry.nouns).chain(&entry.modals).find(|words| !is_phrase(words))
    {
        return Err(format!("`{words}` must be words in lower case, separated by single spaces"));
    }
    for list in [&entry.verbs, &entry.nouns, &entry.modals] {
        let mut once = BTreeSet::new();
        if let Some(words) = list.iter().find(|words| !once.insert(words.as_str())) {
            return Err(format!("`{words}` stands twice: leave it out once"));
        }
    }
    if let Some(role) = entry.needs.iter().find(|role| !entry.slots.values().any(|filled| filled == *role)) {
        return Err(format!("the role `{role}` is needed, and no slot fills it"));
    }
    if entry.instrument_status.is_some() && !entry.instrument {
        return Err("an instrument_status needs `instrument = true`".into());
    }
    if entry.example.is_empty() {
        return Err("a frame needs an example".into());
    }
    let plover = match (entry.plover, entry.mode) {
        (Some(event), Some(mode)) => {
            Some(Plover::new(event).with_mode(mode).ok_or_else(|| format!("{event} has no mode `{mode}`"))?)
        }
        (Some(event), None) => Some(Plover::new(event)),
        (None, Some(_)) => return Err("a mode needs a PLOVER type".into()),
        (None, None) => None,
    };
    Ok(Frame {
        rule: format!("{stem}/{}", entry.id),
        kind: entry.kind,
        plover,
        contexts: entry.contexts,
        slots: entry.slots,
        needs: entry.needs,
        object_is_actor: entry.object_is_actor,
        object_is_person: entry.object_is_person,
        clause_is_bare: entry.clause_is_bare,
        befalls_possessor: entry.befalls_possessor,
        with_is_actor: entry.with_is_actor,
        subject_is_place: entry.subject_is_place,
        no_complement: entry.no_complement,
        object_is_envoy: entry.object_is_envoy,
        subject_is_official: entry.subject_is_official,
        object_is_quotation: entry.object_is_quotation,
        complement_is_quotation: entry.complement_is_quotation,
        subject_is_forces: entry.subject_is_forces,
        subject_is_peacekeepers: entry.subject_is_peacekeepers,
        object_is_place: entry.object_is_place,
        object_is_body: entry.object_is_body,
        subject_is_body: entry.subject_is_body,
        forum_is_body: entry.forum_is_body,
        of_is_place: entry.of_is_place,
        object_is_state: entry.object_is_state,
        object_is_arms: entry.object_is_arms,
        subject_is_court: entry.subject_is_court,
        object_is_vessel: entry.object_is_vessel,
        subject_is_fire: entry.subject_is_fire,
        intransitive: entry.intransitive,
        transitive: entry.transitive,
        object_is_document: entry.object_is_document,
        subject_is_document: entry.subject_is_document,
        subject_is_envoy: entry.subject_is_envoy,
        clause_is_wish: entry.clause_is_wish,
        object_is_item: entry.object_is_item,
        instrument: entry.instrument,
        instrument_status: entry.instrument_status,
        status: entry.status,
        verbs: letters(entry.verbs),
        nouns: letters(entry.nouns),
        modals: letters(entry.modals),
        examples: entry.example,
    })
}

fn letters(words: Vec<String>) -> Vec<Letters> {
    words.into_iter().map(Letters::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    const FRAME: &str = "[[frame]]\nid = \"meet\"\nkind = \"meeting\"\nplover = \"CONSULT\"\nverbs = [\"meet\"]\n\
                         slots = { subject = \"actor\" }\n[[frame.example]]\ntext = \"They met.\"\ntrigger = \"met\"\n";

    #[test]
    fn frames_are_read() {
        let frames = read("frames/talk.toml", FRAME).unwrap();
        assert_eq!((frames[0].rule.as_str(), frames[0].kind), ("talk/meet", EventKind::Meeting));
        let index = TriggerIndex::new(&frames);
        assert!(index.verbs("meet", "met")[0].words().eq(["meet"]));
        assert_eq!(index.verb_of_gerund("meeting"), Some("meet"));
    }

    /// A later frame with the same words hides an earlier one, unless it asks for something that may be missing.
    #[test]
    fn no_words_are_hidden() {
        let frames = &Lexicon::embedded().unwrap().frames;
        let mut hidden = String::new();
        let mut last: BTreeMap<(bool, &str), &Frame> = BTreeMap::new();
        for frame in frames.iter().rev() {
            let lists = [(true, &frame.verbs), (false, &frame.nouns)];
            for (is_verb, words) in
                lists.into_iter().flat_map(|(is_verb, list)| list.iter().map(move |words| (is_verb, words)))
            {
                match last.get(&(is_verb, words.as_ref())) {
                    Some(other) if other.takes_all() => {
                        hidden += &format!("`{words}` of {} is hidden by {}\n", frame.rule, other.rule);
                    }
                    Some(_) => {}
                    None => _ = last.insert((is_verb, words.as_ref()), frame),
                }
            }
        }
        assert!(hidden.is_empty(), "{hidden}");
    }

    impl Frame {
        /// Whether the words mean this wherever they stand.
        fn takes_all(&self) -> bool {
            let asks = [
                self.object_is_actor,
                self.object_is_person,
                self.clause_is_bare,
                self.with_is_actor,
                self.subject_is_place,
                self.no_complement,
                self.object_is_envoy,
                self.subject_is_official,
                self.object_is_quotation,
                self.complement_is_quotation,
                self.subject_is_forces,
                self.subject_is_peacekeepers,
                self.object_is_place,
                self.object_is_body,
                self.subject_is_body,
                self.forum_is_body,
                self.of_is_place,
                self.object_is_state,
                self.object_is_arms,
                self.subject_is_court,
                self.object_is_vessel,
                self.subject_is_fire,
                self.intransitive,
                self.transitive,
                self.object_is_document,
                self.subject_is_document,
                self.subject_is_envoy,
                self.clause_is_wish,
                self.object_is_item,
            ];
            self.needs.is_empty() && !asks.contains(&true)
        }
    }

    #[test]
    fn bad_frames_are_named_with_file_and_line() {
        let error = |from: &str, to: &str| {
            read("frames/talk.toml", &FRAME.replace(from, to)).unwrap_err().to_string()
        };
        assert!(
            error("kind = \"meeting\"", "kind = \"party\"")
                .starts_with("frames/talk.toml:3: unknown variant `party`")
        );
        assert!(error("verbs", "verb").contains("unknown field `verb`"));
        assert_eq!(
            error("verbs = [\"meet\"]\n", ""),
            "frames/talk.toml:1: a frame needs verbs or nouns that name it"
        );
        assert_eq!(
            error("verbs = [", "mode = \"riot\"\nverbs = ["),
            "frames/talk.toml:1: CONSULT has no mode `riot`"
        );
        let twice = read("frames/talk.toml", &format!("{FRAME}{FRAME}")).unwrap_err().to_string();
        assert_eq!(twice, "frames/talk.toml:10: the id of `talk/meet` stands in line 1 already");
    }
}

//! Words that say something of an event without naming one, from `data/events`: light verbs, words that say whether it came about and
//! who says so, nouns of persons, words for the part that somebody has, and for what became of a document.

use std::collections::BTreeMap;

use verbale_core::{ActorKind, Certainty, InstrumentStatus, Role, Sector, Status};

use super::LexiconError;
use super::table::rows;

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

/// All of these words, by their first one in base form.
#[derive(Debug, Clone, Default)]
pub(crate) struct EventWords {
    /// Each with the further words of the phrase, the longest phrase first.
    light: BTreeMap<String, Vec<(Vec<String>, LightUse)>>,
    governors: BTreeMap<(Governor, String), Vec<(Vec<String>, Outlook)>>,
    people: BTreeMap<String, Person>,
    adjuncts: BTreeMap<String, Role>,
    backing: BTreeMap<String, Role>,
    fates: BTreeMap<String, Vec<Fate>>,
    sayings: BTreeMap<(SayingPart, String), Vec<(Vec<String>, Certainty)>>,
}

impl EventWords {
    /// The embedded ones.
    pub(crate) fn embedded() -> Result<Self, LexiconError> {
        let mut words = Self::default();
        words.read_light(
            "events/light_verbs.tsv",
            include_str!("../../data/events/light_verbs.tsv"),
        )?;
        words.read_governors("events/status.tsv", include_str!("../../data/events/status.tsv"))?;
        words.read_people("events/people.tsv", include_str!("../../data/events/people.tsv"))?;
        words.read_adjuncts("events/adjuncts.tsv", include_str!("../../data/events/adjuncts.tsv"))?;
        words.read_sayings("events/saying.tsv", include_str!("../../data/events/saying.tsv"))?;
        words.read_fates("events/fates.tsv", include_str!("../../data/events/fates.tsv"))?;
        for phrases in words.light.values_mut() {
            phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        for phrases in words.governors.values_mut() {
            phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        Ok(words)
    }

    fn read_light(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        for row in rows(file, content, &["verb", "use", "example"])? {
            row.required("example")?;
            let usage = match row.cell("use") {
                "does" => LightUse::Does,
                "undergoes" => LightUse::Undergoes,
                "occurs" => LightUse::Occurs,
                other => {
                    return Err(row.error(format!("`use` is does, undergoes or occurs, not `{other}`")));
                }
            };
            let (verb, rest) = phrase(row.required("verb")?);
            self.light.entry(verb).or_default().push((rest, usage));
        }
        Ok(())
    }

    fn read_governors(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        for row in rows(file, content, &["word", "part", "status", "stance", "example"])? {
            row.required("example")?;
            let part = match row.cell("part") {
                "verb" => Governor::Verb,
                "noun" => Governor::Noun,
                "adjective" => Governor::Adjective,
                "modal" => Governor::Modal,
                "event" => Governor::Event,
                other => {
                    let message = format!("`part` is verb, noun, adjective, modal or event, not `{other}`");
                    return Err(row.error(message));
                }
            };
            let missing = || row.error("column `status` must not be empty".into());
            let status = row.parse("status")?.ok_or_else(missing)?;
            let stance = match row.cell("stance") {
                "" => None,
                "own" => Some(Stance::Own),
                "other" => Some(Stance::Other),
                "threat" => Some(Stance::Threat),
                "ended" => Some(Stance::Ended),
                other => {
                    let message = format!("`stance` is own, other, threat, ended or empty, not `{other}`");
                    return Err(row.error(message));
                }
            };
            let (word, rest) = phrase(row.required("word")?);
            self.governors.entry((part, word)).or_default().push((rest, Outlook { status, stance }));
        }
        Ok(())
    }

    fn read_people(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        for row in rows(file, content, &["noun", "kind", "sector", "use", "example"])? {
            let noun = row.required("noun")?;
            row.shows(noun)?;
            let missing = |column: &str| row.error(format!("column `{column}` must not be empty"));
            let kind = row.parse("kind")?.ok_or_else(|| missing("kind"))?;
            let sector = row.parse("sector")?.ok_or_else(|| missing("sector"))?;
            let usage = match row.cell("use") {
                "" => PersonUse::Always,
                "owner" => PersonUse::Owner,
                "agent" => PersonUse::Agent,
                other => return Err(row.error(format!("`use` is owner, agent or empty, not `{other}`"))),
            };
            if self.people.insert(noun.to_owned(), Person { kind, sector, usage }).is_some() {
                return Err(row.error(format!("`{noun}` stands twice")));
            }
        }
        Ok(())
    }

    fn read_adjuncts(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        for row in rows(file, content, &["word", "part", "role", "example"])? {
            row.required("example")?;
            let missing = || row.error("column `role` must not be empty".into());
            let role = row.parse("role")?.ok_or_else(missing)?;
            let words = match row.cell("part") {
                "noun" => &mut self.adjuncts,
                "participle" => &mut self.backing,
                other => return Err(row.error(format!("`part` is noun or participle, not `{other}`"))),
            };
            words.insert(row.required("word")?.to_owned(), role);
        }
        Ok(())
    }

    fn read_sayings(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        for row in rows(file, content, &["word", "part", "certainty", "example"])? {
            row.required("example")?;
            let part = match row.cell("part") {
                "verb" => SayingPart::Verb,
                "quote" => SayingPart::Quote,
                "words" => SayingPart::Words,
                "adverb" => SayingPart::Adverb,
                "adjective" => SayingPart::Adjective,
                "noun" => SayingPart::Noun,
                other => {
                    return Err(row.error(format!("`part` is verb, quote, words, adverb, adjective or noun, not `{other}`")));
                }
            };
            let missing = || row.error("column `certainty` must not be empty".into());
            let certainty = row.parse("certainty")?.ok_or_else(missing)?;
            let (word, rest) = phrase(row.required("word")?);
            self.sayings.entry((part, word)).or_default().push((rest, certainty));
        }
        Ok(())
    }

    /// How a word puts what it governs or describes, with the further words that each meaning needs.
    pub(crate) fn saying(&self, part: SayingPart, word: &str) -> &[(Vec<String>, Certainty)] {
        self.sayings.get(&(part, word.to_owned())).map_or(&[], Vec::as_slice)
    }

    fn read_fates(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        for row in rows(file, content, &["word", "fate", "negated", "example"])? {
            row.required("example")?;
            let (word, rest) = phrase(row.required("word")?);
            let fate = Fate { rest, so: row.parse("fate")?, not: row.parse("negated")? };
            self.fates.entry(word).or_default().push(fate);
        }
        Ok(())
    }

    /// What a word tells of a proposed document.
    pub(crate) fn fates(&self, word: &str) -> &[Fate] {
        self.fates.get(word).map_or(&[], Vec::as_slice)
    }

    /// The part that the owner of a noun has in an event: "with the support of Kenya".
    pub(crate) fn adjunct(&self, noun: &str) -> Option<Role> {
        self.adjuncts.get(noun).copied()
    }

    /// The part of whom a participle names: "backed by Kenya".
    pub(crate) fn backing(&self, verb: &str) -> Option<Role> {
        self.backing.get(verb).copied()
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
}

fn phrase(words: &str) -> (String, Vec<String>) {
    let mut words = words.split(' ').map(str::to_owned);
    (words.next().unwrap_or_default(), words.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_can_be_read() {
        let words = EventWords::embedded().unwrap();
        assert_eq!(words.light("take")[0].0.len(), 2, "the longest phrase first");
        assert_eq!(words.governor(Governor::Verb, "fail").last().unwrap().1.status, Status::Failed);
        assert_eq!(words.person("gunman").unwrap().kind, ActorKind::NonStateGroup);
    }

    #[test]
    fn a_bad_row_is_named() {
        let error = EventWords::default().read_light("x.tsv", "verb\tuse\texample\nhold\tsays\theld\n");
        assert_eq!(
            error.unwrap_err().to_string(),
            "x.tsv:2: `use` is does, undergoes or occurs, not `says`"
        );
    }
}

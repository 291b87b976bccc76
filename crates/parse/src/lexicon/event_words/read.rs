//! Reads the files of event words.

use std::collections::BTreeMap;

use crate::lexicon::LexiconError;
use crate::lexicon::table::rows;

use super::{
    CasualtyWords, EventWords, Fate, Governor, LightUse, Outlook, Person, PersonUse, SayingPart, Stance, Way,
};

impl EventWords {
    /// The embedded ones.
    pub(crate) fn embedded() -> Result<Self, LexiconError> {
        let mut words = Self::default();
        words.read_light("events/light_verbs.tsv", include_str!("../../../data/events/light_verbs.tsv"))?;
        words.read_governors("events/status.tsv", include_str!("../../../data/events/status.tsv"))?;
        words.read_people("events/people.tsv", include_str!("../../../data/events/people.tsv"))?;
        words.read_adjuncts("events/adjuncts.tsv", include_str!("../../../data/events/adjuncts.tsv"))?;
        words.read_sayings("events/saying.tsv", include_str!("../../../data/events/saying.tsv"))?;
        words.read_fates("events/fates.tsv", include_str!("../../../data/events/fates.tsv"))?;
        words.read_abstracts("events/abstract.tsv", include_str!("../../../data/events/abstract.tsv"))?;
        let (idioms, echoes) = ("events/idioms.tsv", "events/echoes.tsv");
        read_phrases(&mut words.idioms, idioms, include_str!("../../../data/events/idioms.tsv"))?;
        read_phrases(&mut words.echoes, echoes, include_str!("../../../data/events/echoes.tsv"))?;
        words.casualties = CasualtyWords::read(
            "events/casualties.tsv",
            include_str!("../../../data/events/casualties.tsv"),
        )?;
        words.read_where("events/where.tsv", include_str!("../../../data/events/where.tsv"))?;
        words.relations.read()?;
        words.light.values_mut().for_each(|phrases| longest_first(phrases));
        words.governors.values_mut().for_each(|phrases| longest_first(phrases));
        words.sayings.values_mut().for_each(|phrases| longest_first(phrases));
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
                "modifier" => Governor::Modifier,
                "clause" => Governor::Clause,
                other => {
                    let message = format!(
                        "`part` is verb, noun, adjective, modal, event, modifier or clause, not `{other}`"
                    );
                    return Err(row.error(message));
                }
            };
            let status = row.parse_required("status")?;
            let stance = match row.cell("stance") {
                "" => None,
                "own" => Some(Stance::Own),
                "prepared" => Some(Stance::Prepared),
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
            let kind = row.parse_required("kind")?;
            let sector = row.parse_required("sector")?;
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
            let word = row.required("word")?.to_owned();
            match row.cell("part") {
                "noun" => _ = self.adjuncts.insert(word, row.parse_required("role")?),
                "participle" => _ = self.backing.insert(word, row.parse_required("role")?),
                "owner" => _ = self.holding.insert(word),
                other => {
                    return Err(row.error(format!("`part` is noun, participle or owner, not `{other}`")));
                }
            }
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
                    return Err(row.error(format!(
                        "`part` is verb, quote, words, adverb, adjective or noun, not `{other}`"
                    )));
                }
            };
            let certainty = row.parse_required("certainty")?;
            let (word, rest) = phrase(row.required("word")?);
            self.sayings.entry((part, word)).or_default().push((rest, certainty));
        }
        Ok(())
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

    fn read_abstracts(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        for row in rows(file, content, &["noun", "example"])? {
            let noun = row.required("noun")?;
            row.shows(noun)?;
            if !self.abstracts.insert(noun.to_owned()) {
                return Err(row.error(format!("`{noun}` stands twice")));
            }
        }
        Ok(())
    }

    fn read_where(&mut self, file: &str, content: &str) -> Result<(), LexiconError> {
        for row in rows(file, content, &["word", "part", "way", "example"])? {
            let word = row.required("word")?;
            row.shows(word)?;
            let way = match (row.cell("part"), row.cell("way")) {
                ("noun", "") => {
                    self.parts_of_places.insert(word.to_owned());
                    continue;
                }
                ("preposition", "stays") => Way::Stays,
                ("preposition", "moves") => Way::Moves,
                ("preposition", "befalls") => Way::Befalls,
                (part, way) => {
                    let message = format!(
                        "a noun has no way, and that of a preposition is stays, moves or befalls; found `{part}` and `{way}`"
                    );
                    return Err(row.error(message));
                }
            };
            self.ways.insert(word.to_owned(), way);
        }
        Ok(())
    }
}

fn longest_first<T>(phrases: &mut [(Vec<String>, T)]) {
    phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
}

/// The first word of a phrase, and the further ones.
pub(super) fn phrase(words: &str) -> (String, Vec<String>) {
    let mut words = words.split(' ').map(str::to_owned);
    (words.next().unwrap_or_default(), words.collect())
}

/// Reads phrases that begin with a verb: for each verb the further words of its phrases.
fn read_phrases(
    verbs: &mut BTreeMap<String, Vec<Vec<String>>>,
    file: &str,
    content: &str,
) -> Result<(), LexiconError> {
    for row in rows(file, content, &["phrase", "example"])? {
        row.required("example")?;
        let (verb, rest) = phrase(row.required("phrase")?);
        let phrases = verbs.entry(verb).or_default();
        if phrases.contains(&rest) {
            return Err(row.error("the phrase stands twice".into()));
        }
        phrases.push(rest);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use verbale_core::{ActorKind, Status};

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
        assert_eq!(error.unwrap_err().to_string(), "x.tsv:2: `use` is does, undergoes or occurs, not `says`");
    }
}

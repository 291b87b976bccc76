//! What a program knows of the words of a text, and the model is to see of them.

use crate::lists::{Label, NameKind};
use crate::syntax::{Syntax, Workspace};

/// What the model is to see of a token; the default is the token itself. Spans, forms and lemmas stay those of the text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hint {
    /// A word in its place: a program that knows that two names are of one sort can have them read alike.
    pub word: Option<&'static str>,
    /// Whether the model sees a comma behind the token, where many writers leave it out: "In May 1995 the Council met".
    pub pause: bool,
    /// Whether the token belongs to an aside, without which the rest of its sentence is read: "adopted, by 12 votes to 3, a draft".
    /// An aside is read by itself; its root hangs on the token before it, as a clause beside it if "whose" is in it.
    pub aside: bool,
}

/// The reading of one sentence, by its tokens: a tree with one root, and names in order that do not overlap.
#[derive(Debug, Default)]
pub(crate) struct Reading {
    pub(crate) arcs: Vec<(Option<usize>, Label)>,
    pub(crate) tags: Vec<u8>,
    pub(crate) names: Vec<(usize, usize, NameKind)>,
}

impl Syntax {
    /// Reads a sentence as the hints say.
    pub(crate) fn read(&self, forms: &[&str], hints: &[Hint], work: &mut Workspace) -> Reading {
        let seen = |at: usize| hints[at].word.unwrap_or(forms[at]);
        let is_whole =
            hints.iter().all(|hint| hint.aside) || !hints.iter().any(|hint| hint.aside || hint.pause);
        if is_whole {
            let words: Vec<&str> = (0..forms.len()).map(seen).collect();
            self.sentence(&words, work);
            return Reading { arcs: work.arcs(), tags: work.tags.clone(), names: work.names.clone() };
        }
        let mut reading = Reading {
            arcs: vec![(None, Label::Root); forms.len()],
            tags: vec![0; forms.len()],
            names: Vec::new(),
        };
        let main: Vec<usize> = (0..forms.len()).filter(|&at| !hints[at].aside).collect();
        self.read_part(&main, forms, hints, None, work, &mut reading);
        let mut at = 0;
        while at < forms.len() {
            let end = (at..forms.len()).find(|&end| !hints[end].aside).unwrap_or(forms.len());
            if at < end {
                let aside: Vec<usize> = (at..end).collect();
                let above = if at > 0 { at - 1 } else { end };
                self.read_part(&aside, forms, hints, Some(above), work, &mut reading);
            }
            at = end + 1;
        }
        reading.names.sort_unstable_by_key(|&(start, end, _)| (start, end));
        reading
    }

    /// Reads some tokens of a sentence as a sentence of their own, whose root hangs on the token above, if there is one.
    fn read_part(
        &self,
        part: &[usize],
        forms: &[&str],
        hints: &[Hint],
        above: Option<usize>,
        work: &mut Workspace,
        reading: &mut Reading,
    ) {
        // Which token of the sentence each word is that the model sees; a comma of ours is none.
        let mut tokens: Vec<Option<usize>> = Vec::with_capacity(part.len() + 1);
        let mut words: Vec<&str> = Vec::with_capacity(part.len() + 1);
        for &token in part {
            tokens.push(Some(token));
            words.push(hints[token].word.unwrap_or(forms[token]));
            if hints[token].pause {
                tokens.push(None);
                words.push(",");
            }
        }
        self.sentence(&words, work);
        let arcs = work.arcs();
        let mut root = None;
        for (word, token) in tokens.iter().enumerate() {
            let Some(token) = *token else { continue };
            let (mut head, label) = arcs[word];
            // What hangs on a comma of ours hangs on what the comma hangs on.
            while let Some(comma) = head.filter(|&head| tokens[head].is_none()) {
                head = arcs[comma].0;
            }
            reading.arcs[token] = match (head.and_then(|head| tokens[head]), above) {
                (Some(head), _) => (Some(head), label),
                // ", whose president had left," tells something of its own.
                (None, Some(above)) => {
                    let is_relative = part.iter().any(|&token| forms[token] == "whose");
                    (Some(above), if is_relative { Label::Parataxis } else { Label::Dep })
                }
                // The model may take a comma of ours for the root: what hangs on it hangs on the first of these words.
                (None, None) => match root {
                    Some(root) => (Some(root), Label::Dep),
                    None => {
                        root = Some(token);
                        (None, Label::Root)
                    }
                },
            };
            reading.tags[token] = work.tags[word];
        }
        for &(start, end, kind) in &work.names {
            let inside: Vec<usize> = tokens[start..end].iter().flatten().copied().collect();
            // A name across an aside is none.
            if let (Some(&first), Some(&last)) = (inside.first(), inside.last())
                && last + 1 - first == inside.len()
            {
                reading.names.push((first, last + 1, kind));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heads(text: &str, hint: impl Fn(&str) -> Hint) -> Vec<(String, Option<usize>, String)> {
        let syntax = Syntax::english().unwrap();
        let analysis = syntax.analyze_as(text, |range| hint(&text[range.clone()]));
        let sentence = analysis.sentences().next().unwrap();
        (0..sentence.len())
            .map(|token| {
                let label = sentence.label(token).unwrap().to_string();
                (sentence.form(token).to_owned(), sentence.head(token), label)
            })
            .collect()
    }

    #[test]
    fn a_pause_is_seen_and_no_token() {
        let hint = |form: &str| Hint { pause: form == "February", ..Hint::default() };
        let found = heads("On 7 February the Human Rights Council set up a commission.", hint);
        assert_eq!(found.len(), 12);
        let council = found.iter().position(|token| token.0 == "Council").unwrap();
        assert_eq!((found[council].1, found[council].2.as_str()), (Some(7), "nsubj"));
        assert_eq!(found[7], ("set".to_owned(), None, "ROOT".to_owned()));
    }

    #[test]
    fn an_aside_is_read_by_itself() {
        let aside = [",", "by", "244", "votes", "to", "179"];
        let hint = |form: &str| Hint { aside: aside.contains(&form), ..Hint::default() };
        let found = heads("The House approved, by 244 votes to 179, an amendment.", hint);
        assert_eq!((found[1].1, found[1].2.as_str()), (Some(2), "nsubj"));
        assert_eq!((found[11].1, found[11].2.as_str()), (Some(2), "dobj"));
        assert!(found[3..9].iter().any(|token| token.1 == Some(2) && token.2 == "dep"), "{found:?}");
        assert_eq!(found.iter().filter(|token| token.1.is_none()).count(), 1);
    }

    /// Whatever is hinted, a sentence is a tree with names that do not overlap.
    #[test]
    fn hints_leave_trees() {
        let syntax = Syntax::english().unwrap();
        let text = "In Kenya the Council, by 244 votes to 179, in May 1995 condemned Chad and Peru, while Libya left.";
        // Numbers that look random, the same each time: their bits choose the hints.
        let mut seed = 1_u64;
        for _ in 0..300 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let bits = seed >> 16;
            let analysis = syntax.analyze_as(text, |range| Hint {
                pause: bits >> (range.start % 47) & 3 == 3,
                aside: bits >> (range.end % 43) & 7 == 7,
                ..Hint::default()
            });
            let sentences = analysis.sentences.clone();
            assert_eq!(crate::Analysis::new(text.to_owned(), sentences).err(), None, "{bits:x}");
        }
    }
}

//! The whole way from text to analysis.

use crate::analysis::{Analysis, Name, Parsed, Token};
use crate::hash::{Atom, Features, small};
use crate::hints::{Hint, Reading};
use crate::lexicon::Entry;
use crate::lists::{Label, NameKind, Tag};
use crate::model::{Model, ModelError, ModelInfo, file, image};
use crate::parser::features::Atoms;
use crate::parser::state::State;
use crate::splitter::Splitter;
use crate::words::{Word, casing, solid};
use crate::{lemmas, names, parser, roles, tagger, universal};
use std::ops::Range;

/// Bytes that begin where a line of the processor's cache does.
#[repr(C, align(64))]
pub(crate) struct Aligned<T: ?Sized>(pub(crate) T);

/// The image of the embedded model, which `build.rs` makes of `data/english.model`.
pub(crate) static ENGLISH: &Aligned<[u8]> =
    &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/english.image")));

/// Finds sentences, tokens, tags, lemmas, trees and names in English text.
///
/// The embedded model is used where it lies in the program, so that loading it takes less than a tenth of a millisecond. One
/// read from a file is decoded first: some forty milliseconds and 25 MB; load it once, then share it by reference between threads.
pub struct Syntax {
    model: Model,
    splitter: Splitter,
}

impl std::fmt::Debug for Syntax {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Syntax").field("model", &self.model.info).finish_non_exhaustive()
    }
}

/// Buffers that are used again for each sentence.
#[derive(Default)]
pub(crate) struct Workspace {
    features: Features,
    scratch: Vec<u8>,
    words: Vec<Word>,
    pub(crate) tags: Vec<u8>,
    tag_atoms: Vec<Atom>,
    pub(crate) roles: Vec<u8>,
    role_atoms: Vec<Atom>,
    atoms: Atoms,
    state: State,
    pub(crate) names: Vec<(usize, usize, NameKind)>,
}

impl Workspace {
    /// Heads and labels of the last sentence; `None` is the root.
    pub(crate) fn arcs(&self) -> Vec<(Option<usize>, Label)> {
        let root = self.state.root();
        self.state
            .arcs()
            .map(|(head, label)| {
                if head == root {
                    (None, Label::Root)
                } else {
                    (Some(head as usize), Label::from_index(usize::from(label)).unwrap_or(Label::Dep))
                }
            })
            .collect()
    }
}

impl Syntax {
    /// The embedded English model.
    ///
    /// # Errors
    /// Only if the crate was built with a model or data file that breaks its format.
    pub fn english() -> Result<Syntax, ModelError> {
        Ok(Syntax { model: image::read(&ENGLISH.0)?, splitter: Splitter::english()? })
    }

    /// A model from the bytes of a model file.
    ///
    /// # Errors
    /// When the bytes are no model, of another format, cut short, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Syntax, ModelError> {
        Ok(Syntax { model: file::read(bytes)?, splitter: Splitter::english()? })
    }

    /// What the model file says of itself.
    pub fn model_info(&self) -> &ModelInfo {
        &self.model.info
    }

    /// Analyses a text. Takes time in proportion to its length; the same text gives the same analysis everywhere.
    pub fn analyze(&self, text: &str) -> Analysis {
        self.analyze_as(text, |_| Hint::default())
    }

    /// Like [`analyze`](Self::analyze), but the model sees of the token of a byte range what a hint says.
    pub fn analyze_as(&self, text: &str, hint: impl Fn(&Range<usize>) -> Hint) -> Analysis {
        let sentences = self.splitter.split(text);
        let mut work = Workspace::default();
        let mut out = Vec::with_capacity(sentences.len());
        for pieces in sentences {
            let forms: Vec<&str> = pieces.iter().map(|p| text.get(p.clone()).unwrap_or("")).collect();
            let hints: Vec<Hint> = pieces.iter().map(&hint).collect();
            let Reading { arcs, tags, names } = self.read(&forms, &hints, &mut work);
            let tokens = pieces
                .iter()
                .zip(&forms)
                .zip(arcs.iter().zip(&tags))
                .map(|((piece, form), (&(head, label), &tag))| {
                    let tag = Tag::from_index(usize::from(tag)).unwrap_or(Tag::XX);
                    let lemma = lemmas::lemma(form, tag);
                    Token {
                        span: piece.clone(),
                        tag,
                        universal: universal::universal(tag, label, &lemma),
                        lemma,
                        head,
                        label,
                    }
                })
                .collect();
            let names = names.iter().map(|&(start, end, kind)| Name { tokens: start..end, kind }).collect();
            out.push(Parsed { tokens, names });
        }
        Analysis { text: text.to_owned(), sentences: out }
    }

    /// The lemma of a form with its tag; every model has the same.
    pub(crate) fn lemma(&self, form: &str, tag: Tag) -> String {
        lemmas::lemma(form, tag)
    }

    /// Analyses one sentence that is already split into words; the results are left in `work`.
    pub(crate) fn sentence(&self, forms: &[&str], work: &mut Workspace) {
        prepare(forms, &self.model.lexicon, &mut work.scratch, &mut work.words);
        // What was never seen in training, and has but one reading.
        for (form, word) in forms.iter().zip(work.words.iter_mut().skip(tagger::PAD)) {
            if word.entry != Entry::default() {
                continue;
            }
            if lemmas::is_past(&solid(form)) {
                word.entry.sure = Tag::VBD.index() as u8 + 1;
            } else if word.is_acronym(form) {
                word.entry.sure = Tag::NNP.index() as u8 + 1;
            }
        }
        let model = &self.model;
        tagger::tag(&work.words, &model.tags, &mut work.features, &mut work.tags);
        roles::padded_tags(&work.tags, &mut work.tag_atoms);
        roles::assign(&work.words, &work.tag_atoms, &model.roles, &mut work.features, &mut work.roles);
        let inner = work.words.get(tagger::PAD..).unwrap_or(&[]);
        work.atoms.fill(inner.iter(), &work.tags, &work.roles);
        parser::parse(&work.atoms, &model.actions, &model.labels, &mut work.features, &mut work.state);
        parser::one_root(
            &work.atoms,
            &work.tags,
            &work.roles,
            &model.labels,
            &mut work.features,
            &mut work.state,
        );
        role_atoms(&work.roles, &mut work.role_atoms);
        let narrow = work.tag_atoms.get(1..work.tag_atoms.len().saturating_sub(1)).unwrap_or(&[]);
        let view = names::View { words: &work.words, tags: narrow, roles: &work.role_atoms };
        names::find(view, &model.places, &model.kinds, &mut work.features, &mut work.names);
    }
}

/// The padded words of a sentence.
pub(crate) fn prepare(
    forms: &[&str],
    lexicon: &crate::lexicon::Lexicon,
    scratch: &mut Vec<u8>,
    out: &mut Vec<Word>,
) {
    let casing = casing(forms.iter().copied());
    out.clear();
    tagger::pad(0, out);
    out.extend(forms.iter().map(|form| Word::new(form, casing, lexicon, scratch)));
    tagger::pad(tagger::PAD, out);
}

/// The roles' atoms with boundary atoms on both sides, as the name models want them.
pub(crate) fn role_atoms(roles: &[u8], out: &mut Vec<Atom>) {
    out.clear();
    out.extend([small(96, 0); tagger::PAD]);
    out.extend(roles.iter().map(|&role| small(70, u64::from(role))));
    out.extend([small(96, 1); tagger::PAD]);
}

//! Universal tags from Penn tags, labels and closed classes of words.

use crate::lists::{Label, Tag, Universal};

/// The universal tag of a token; `lemma` is its lemma.
pub(crate) fn universal(tag: Tag, label: Label, lemma: &str) -> Universal {
    match tag {
        Tag::NN | Tag::NNS => {
            if is_indefinite(lemma) {
                Universal::Pron
            } else {
                Universal::Noun
            }
        }
        Tag::NNP | Tag::NNPS => Universal::Propn,
        Tag::VB | Tag::VBD | Tag::VBG | Tag::VBN | Tag::VBP | Tag::VBZ => {
            if matches!(label, Label::Aux | Label::Auxpass) || lemma == "be" {
                Universal::Aux
            } else {
                Universal::Verb
            }
        }
        Tag::MD => Universal::Aux,
        Tag::JJ | Tag::JJR | Tag::JJS | Tag::AFX => Universal::Adj,
        Tag::RB => {
            if lemma == "not" {
                Universal::Part
            } else {
                Universal::Adv
            }
        }
        Tag::RBR | Tag::RBS => Universal::Adv,
        Tag::WRB => Universal::Sconj,
        Tag::IN => {
            if label == Label::Mark {
                Universal::Sconj
            } else {
                Universal::Adp
            }
        }
        Tag::RP => Universal::Adp,
        Tag::TO => {
            if matches!(label, Label::Prep | Label::Dative) {
                Universal::Adp
            } else {
                Universal::Part
            }
        }
        Tag::POS => Universal::Part,
        Tag::CC => Universal::Cconj,
        Tag::DT => {
            if matches!(
                label,
                Label::Nsubj
                    | Label::Nsubjpass
                    | Label::Dobj
                    | Label::Pobj
                    | Label::Attr
                    | Label::Conj
                    | Label::Dative
                    | Label::Appos
                    | Label::Root
            ) {
                Universal::Pron
            } else {
                Universal::Det
            }
        }
        Tag::PDT | Tag::WPS => Universal::Det,
        Tag::WDT => {
            if label == Label::Det {
                Universal::Det
            } else {
                Universal::Pron
            }
        }
        Tag::PRP | Tag::PRPS | Tag::WP | Tag::EX => Universal::Pron,
        Tag::CD => Universal::Num,
        Tag::UH => Universal::Intj,
        Tag::Dollar | Tag::SYM => Universal::Sym,
        Tag::FW | Tag::LS | Tag::ADD | Tag::XX => Universal::X,
        Tag::CloseQuote
        | Tag::OpenQuote
        | Tag::Comma
        | Tag::LeftBracket
        | Tag::RightBracket
        | Tag::Stop
        | Tag::Colon
        | Tag::HYPH
        | Tag::NFP => Universal::Punct,
    }
}

/// Indefinite pronouns, which Penn tags as nouns.
fn is_indefinite(lemma: &str) -> bool {
    let Some(stem) = ["one", "body", "thing"].iter().find_map(|end| lemma.strip_suffix(end)) else {
        return lemma == "none";
    };
    matches!(stem, "some" | "any" | "every" | "no")
}

/// Whether a tag marks punctuation.
pub(crate) fn is_mark(tag: Tag) -> bool {
    universal(tag, Label::Punct, "") == Universal::Punct
}

//! Whom a pronoun means, as far as its own sentence shows it: the subject of the clause around its own.

use verbale_core::ActorKind;
use verbale_syntax::{Label, Tag};

use super::named::named_by;
use super::participants::Who;
use super::scene::Scene;

/// How many clauses up an antecedent is looked for.
const FAR: usize = 4;

/// The actors that a pronoun of the third person stands for: "Chad said it would leave", "Chad recalled its envoy". Nobody if the
/// sentence does not show it.
pub(super) fn antecedent(scene: &Scene<'_, '_>, pronoun: usize) -> Vec<Who> {
    let word = scene.lower(pronoun);
    if !matches!(
        word,
        "it" | "its"
            | "they"
            | "their"
            | "them"
            | "he"
            | "his"
            | "him"
            | "she"
            | "her"
            | "itself"
            | "themselves"
    ) {
        return Vec::new();
    }
    // A possessive may mean the subject of its own clause; another pronoun means somebody outside of it.
    let own = matches!(scene.tag(pronoun), Tag::PRPS) || word.ends_with("self") || word.ends_with("selves");
    let mut clause = scene.tree.clause(pronoun);
    let mut skip = !own;
    for _ in 0..FAR {
        if !skip {
            let subject = scene.tree.subject(clause).map(|found| found.token);
            // "Chad said its army left": the subject that the pronoun is a part of is not meant. "Libya accepted it; Chad refused":
            // nor is one of another statement.
            let other = subject.filter(|&subject| {
                !scene.tree.subtree(subject).contains(&pronoun) && !scene.tree.is_parted(subject, pronoun)
            });
            if let Some(subject) = other.filter(|&subject| scene.tag(subject) != Tag::PRP) {
                let named = named_by(scene, subject, 0);
                return if fits(scene, word, subject, &named) { named } else { Vec::new() };
            }
        }
        skip = false;
        match scene.tree.head(clause) {
            Some(above) => clause = scene.tree.clause(above),
            None => break,
        }
    }
    Vec::new()
}

/// Whether a pronoun agrees with a subject in number, and in being a person or not.
fn fits(scene: &Scene<'_, '_>, pronoun: &str, subject: usize, named: &[Who]) -> bool {
    let plural_noun = matches!(scene.tag(subject), Tag::NNS | Tag::NNPS)
        || scene.children(subject, &[Label::Conj]).next().is_some();
    let Some(first) = named.first() else { return false };
    let is_person = first.kind(scene) == Some(ActorKind::Person);
    match pronoun {
        "he" | "his" | "him" | "she" | "her" => !plural_noun && is_person,
        "it" | "its" | "itself" => !plural_noun && !is_person,
        // "The army said they would leave"
        _ => plural_noun || !is_person,
    }
}

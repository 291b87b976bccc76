//! The document of an event that is not one of documents: "withdrew in line with the agreement", "resolution 687 demanded", "discussed
//! the treaty", "the final act of the congress".

use verbale_core::InstrumentKind;
use verbale_syntax::{Label, Tag};

use super::{at, in_sentence};
use crate::events::arguments::Argument;
use crate::events::scene::Scene;
use crate::events::trigger::{Form, Found};
use crate::lexicon::frames::Frame;
use crate::mentions::instruments::InstrumentMention;

/// The document that does what a verb says, to which it is done, by which or against which something happens, or that comes of it.
pub(super) fn of<'a>(
    scene: &Scene<'a, '_>,
    frame: &Frame,
    found: &Found,
    arguments: &[Argument],
) -> Option<&'a InstrumentMention> {
    let inside = || in_sentence(scene).filter(|document| binds(document.kind));
    let subject = || speaking(scene, found).filter(|_| !frame.instrument);
    let object = || {
        let mut objects = arguments.iter().filter(|argument| argument.is_object);
        objects.find_map(|object| at(scene, object.token).filter(|document| binds(document.kind)))
    };
    subject()
        .or_else(object)
        .or_else(|| inside().find(|document| rests_on(scene, found, document)))
        .or_else(|| inside().find(|document| comes_of(scene, found, document)))
}

/// "the final act of the congress"
fn comes_of(scene: &Scene<'_, '_>, found: &Found, document: &InstrumentMention) -> bool {
    let of = scene.tree.head(found.head).filter(|&of| scene.lower(of) == "of" && found.form == Form::Noun);
    let above = of.and_then(|of| scene.tree.head(of));
    above.is_some() && above == scene.head_of(&document.range)
}

/// "Resolution 687 demanded", "most of the resolutions demanded"
fn speaking<'a>(scene: &Scene<'a, '_>, found: &Found) -> Option<&'a InstrumentMention> {
    let verb = found.head;
    // "The resolutions called for talks": the parser may take the verb for a participle.
    let above =
        scene.tree.head(verb).filter(|_| scene.label(verb) == Label::Acl && scene.tag(verb) == Tag::VBD);
    if let Some(document) = above.and_then(|above| at(scene, above)).filter(|document| binds(document.kind)) {
        return Some(document);
    }
    if found.form != Form::Verb || scene.tree.is_passive(verb) {
        return None;
    }
    let subject = scene.tree.subject(verb)?.token;
    let part = matches!(
        scene.lemma(subject),
        "majority" | "most" | "all" | "some" | "many" | "one" | "both" | "number" | "part"
    );
    let of = scene.children(subject, &[Label::Prep]).find(|&of| part && scene.lower(of) == "of");
    let whole = of.and_then(|of| scene.children(of, &[Label::Pobj]).next());
    at(scene, whole.unwrap_or(subject)).filter(|document| binds(document.kind))
}

/// Whether documents of a kind demand and allow: what reports and speeches say is their authors' word.
fn binds(kind: InstrumentKind) -> bool {
    use InstrumentKind::{
        Agreement, Contract, Declaration, DraftResolution, DraftStatement, JointStatement, Law, Mandate,
        PresidentialStatement, Resolution, Treaty,
    };
    matches!(
        kind,
        Agreement
            | Contract
            | Declaration
            | DraftResolution
            | DraftStatement
            | JointStatement
            | Law
            | Mandate
            | PresidentialStatement
            | Resolution
            | Treaty
    )
}

/// Whether the words before a document say that an event rests on it, and hang on the event's.
fn rests_on(scene: &Scene<'_, '_>, found: &Found, document: &InstrumentMention) -> bool {
    let Some(head) = scene.head_of(&document.range).filter(|_| binds(document.kind)) else { return false };
    let Some(last) = scene.tree.head(head).filter(|_| scene.label(head) == Label::Pobj) else { return false };
    let named = document.number.is_some() || document.title.is_some();
    let bases = scene.lexicon.documents.bases(scene.lower(last));
    let stands = |words: &[String]| {
        let first = (last + 1).checked_sub(words.len())?;
        (first..).zip(words).all(|(token, word)| scene.lower(token) == word).then_some(first)
    };
    let found_base = bases.iter().find_map(|(words, needs)| Some((stands(words)?, *needs)));
    let Some((first, _)) = found_base.filter(|(_, needs)| named || !needs) else { return false };
    let outside = scene.tree.ancestors(last).find(|&above| above < first || above > last);
    let carrier = || {
        let verb = scene.tree.head(found.head).filter(|_| found.form == Form::Noun);
        verb.filter(|_| matches!(scene.label(found.head), Label::Dobj | Label::Nsubj | Label::Nsubjpass))
    };
    outside.is_some_and(|above| found.tokens.contains(&above) || Some(above) == carrier())
}

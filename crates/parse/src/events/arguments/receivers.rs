//! Who gets what, where the parser has lost him: "sold Chad 300 rifles".

use verbale_core::MentionBy;
use verbale_syntax::{Label, Tag};

use super::Arguments;

impl Arguments<'_, '_, '_> {
    /// Who gets what, where a name and a number follow the verb: "sold Chad 300 rifles". The parser may take the name for the object, or
    /// for a part of it.
    pub(super) fn receiver(&self, verb: usize) -> Option<(usize, usize)> {
        let scene = self.scene;
        let mention = scene.mentions.actors.get(scene.actor_at(verb + 1)?)?;
        let name = scene.tokens_of(&mention.range);
        let number = name.end;
        let receiver = scene.head_of(&mention.range)?;
        let is_name = matches!(mention.by, MentionBy::Name | MentionBy::Alias) && !mention.is_place;
        if !is_name || scene.tag(verb) == Tag::VBN || number >= scene.len() || scene.tag(number) != Tag::CD {
            return None;
        }
        let misread =
            matches!(scene.label(receiver), Label::Compound | Label::Nmod | Label::Nsubj | Label::Dobj);
        let is_thing = |&thing: &usize| {
            scene.is_noun(thing)
                && thing > number
                && scene.tree.head(thing) == Some(verb)
                && matches!(scene.label(thing), Label::Dobj | Label::Npadvmod | Label::Oprd)
        };
        let thing = scene.tree.children(verb).find(is_thing).filter(|_| misread)?;
        // "sold Chad 300 rifles", but "attacked Chad 300 times"
        let is_given =
            scene.lexicon.trades(scene.lemma(verb), scene.lower(verb)) || scene.lemma(verb) == "give";
        is_given.then_some((receiver, thing))
    }
}

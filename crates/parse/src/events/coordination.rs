//! Which words a sentence joins to a list.

use verbale_core::MentionBy;
use verbale_syntax::Label;

use super::scene::Scene;

impl Scene<'_, '_> {
    /// The whole coordination that a word belongs to, in order. Of several names in a row the parser may take the second for an
    /// apposition of the first: "Chad, Libya, Niger and Mali".
    pub(crate) fn conjuncts(&self, token: usize) -> Vec<usize> {
        let mut all = self.tree.conjuncts(token);
        let first = all.first().copied().unwrap_or(token);
        if let Some(above) = self.tree.head(first).filter(|&above| self.goes_on(above, first)) {
            return self.conjuncts(above);
        }
        let next: Vec<usize> = all
            .iter()
            .flat_map(|&at| self.tree.children(at).filter(move |&next| self.goes_on(at, next)))
            .collect();
        all.extend(next.into_iter().flat_map(|next| self.tree.conjuncts(next)));
        if let Some(next) = all.first().and_then(|&first| self.second_object(first)) {
            all.extend(self.tree.conjuncts(next));
        }
        all
    }

    /// What goes on with the list that the object of an infinitive begins, where the parser gives it to the verb above: "agreed to exchange
    /// prisoners, hostages and the dead".
    fn second_object(&self, object: usize) -> Option<usize> {
        let verb = self.tree.head(object).filter(|_| self.label(object) == Label::Dobj)?;
        let is_infinitive = matches!(self.label(verb), Label::Xcomp | Label::Acl | Label::Advcl);
        let above = self.tree.ancestors(verb).find(|&above| self.is_verb(above)).filter(|_| is_infinitive)?;
        let next =
            self.tree.children(above).find(|&next| next > object && self.label(next) == Label::Dobj)?;
        let first = self.tree.subtree(next).first().copied()?;
        (self.lower(first.checked_sub(1)?) == ",").then_some(next)
    }

    /// Whether an apposition goes on with the list that its head begins.
    fn goes_on(&self, head: usize, next: usize) -> bool {
        if self.label(next) != Label::Appos || next < head {
            return false;
        }
        let kind = |token: usize| {
            let mention = self.mentions.actors.get(self.actor_at(token)?)?;
            let actor = self.mentions.actor(self.lexicon, mention.actor)?;
            (mention.by == MentionBy::Name).then_some(actor.kind)
        };
        let is_alike = || kind(head).is_some_and(|first| kind(next) == Some(first));
        // "the government, a number of parties and the rebels"
        let is_number = || {
            let ofs = self.tree.children(next).filter(|&of| self.lower(of) == "of");
            let mut counted = ofs.flat_map(|of| self.tree.children(of));
            self.lower(next) == "number"
                && self.actor_at(head).is_some()
                && counted.any(|noun| self.tree.conjuncts(noun).len() > 1)
        };
        self.tree.conjuncts(next).len() > 1 && is_alike() || is_number()
    }
}

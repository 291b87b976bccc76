use verbale_core::{ActorId, Mention, MentionBy};

use crate::column::{RowSink, table};
use crate::view::View;

table! {
    /// One row a place in the text where an actor is mentioned.
    key(document, actor, position);
    references(document) to documents(id);
    references(document, actor) to actors(document, id);
    row(view, (actor, position, mention), (ActorId, usize, &'r Mention));

    /// The document.
    document: Text = view.document();
    /// The actor.
    actor: Text = actor.to_string();
    /// The number of the mention among those of the actor, from 1.
    position: Whole = position;
    /// First code point of the mention.
    start: Whole = mention.span.start();
    /// The code point behind the mention.
    end: Whole = mention.span.end();
    /// The words.
    quote: Text = mention.span.quote();
    /// By what words the actor is named.
    by: Word<MentionBy> = mention.by.as_str();
}

fn rows<'r>(view: &View<'r>, sink: &mut RowSink<'_, 'r>) {
    for actor in view.record.actors() {
        for (position, mention) in (1..).zip(&actor.mentions) {
            sink(cells(view, (actor.id, position, mention)));
        }
    }
}

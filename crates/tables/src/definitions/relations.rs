use verbale_core::{Event, Relation, RelationKind};

use crate::column::{RowSink, table};
use crate::view::View;

table! {
    /// One row a relation of an event to another event of its document.
    key(document, event, position);
    references(document) to documents(id);
    references(document, event) to events(document, id);
    references(document, other) to events(document, id);
    row(view, (event, position, relation), (&'r Event, usize, &'r Relation));

    /// The document.
    document: Text = view.document();
    /// The event.
    event: Text = event.id.to_string();
    /// The number of the relation in the event, from 1.
    position: Whole = position;
    /// How the events relate.
    relation: Word<RelationKind> = relation.relation.as_str();
    /// The other event.
    other: Text = relation.event.to_string();
}

fn rows<'r>(view: &View<'r>, sink: &mut RowSink<'_, 'r>) {
    for event in view.record.events() {
        for (position, relation) in (1..).zip(&event.relations) {
            sink(cells(view, (event, position, relation)));
        }
    }
}

use verbale_core::{Framing, FramingKind};

use crate::column::{RowSink, table};
use crate::view::View;

table! {
    /// One row a loaded or hedging expression.
    key(document, position);
    references(document) to documents(id);
    references(document, toward) to actors(document, id);
    references(document, event) to events(document, id);
    row(view, (position, framing), (usize, &'r Framing));

    /// The document.
    document: Text = view.document();
    /// The number of the expression in the document, from 1.
    position: Whole = position;
    /// First code point of the words.
    span_start: Whole = framing.span.start();
    /// The code point behind them.
    span_end: Whole = framing.span.end();
    /// The words.
    span_quote: Text = framing.span.quote();
    /// What they do.
    kind: Word<FramingKind> = framing.kind.as_str();
    /// Whom they are about, by id.
    toward ? Text = framing.toward.map(|actor| actor.to_string());
    /// The name of whom they are about.
    toward_name ? Text = framing.toward.and_then(|actor| view.name(actor));
    /// The event that they frame.
    event ? Text = framing.event.map(|event| event.to_string());
}

fn rows<'r>(view: &View<'r>, sink: &mut RowSink<'_, 'r>) {
    for (position, framing) in (1..).zip(view.record.framing()) {
        sink(cells(view, (position, framing)));
    }
}

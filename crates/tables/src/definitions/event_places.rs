use verbale_core::{Event, EventPlace};

use crate::column::{RowSink, table};
use crate::view::View;

table! {
    /// One row a place where an event happens.
    key(document, event, position);
    references(document) to documents(id);
    references(document, event) to events(document, id);
    references(document, place) to places(document, id);
    row(view, (event, position, place), (&'r Event, usize, &'r EventPlace));

    /// The document.
    document: Text = view.document();
    /// The event.
    event: Text = event.id.to_string();
    /// The number of the place in the event, from 1.
    position: Whole = position;
    /// Where, by id.
    place: Text = place.place.to_string();
    /// First code point of the words that say so.
    span_start: Whole = place.span.start();
    /// The code point behind them.
    span_end: Whole = place.span.end();
    /// The words that say so.
    span_quote: Text = place.span.quote();
}

fn rows<'r>(view: &View<'r>, sink: &mut RowSink<'_, 'r>) {
    for event in view.record.events() {
        for (position, place) in (1..).zip(&event.places) {
            sink(cells(view, (event, position, place)));
        }
    }
}

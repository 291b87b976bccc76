use verbale_core::{Citation, CitationKind, Date, Span};

use crate::column::{RowSink, table};
use crate::view::View;

table! {
    /// One row a footnote mark, numbered reference or link, with what it points to.
    key(document, position);
    references(document) to documents(id);
    row(view, (position, citation), (usize, &'r Citation));

    /// The document.
    document: Text = view.document();
    /// The number of the citation in the document, from 1.
    position: Whole = position;
    /// First code point of the marker.
    span_start: Whole = citation.span.start();
    /// The code point behind it.
    span_end: Whole = citation.span.end();
    /// The marker.
    span_quote: Text = citation.span.quote();
    /// What sort of marker.
    kind: Word<CitationKind> = citation.kind.as_str();
    /// The numbers that it holds.
    numbers: Wholes = citation.numbers.iter().copied();
    /// The place within the source: "p. 420".
    locator ? Text = citation.locator.as_deref();
    /// First code point of the note that it points to.
    target_start ? Whole = citation.target.as_ref().map(Span::start);
    /// The code point behind the note.
    target_end ? Whole = citation.target.as_ref().map(Span::end);
    /// The words of the note.
    target_quote ? Text = citation.target.as_ref().map(Span::quote);
    /// The address that the note gives.
    url ? Text = citation.url.as_deref();
    /// The title that the note gives.
    title ? Text = citation.title.as_deref();
    /// The date that the note gives, in EDTF.
    published_edtf ? Text = citation.published.as_ref().map(|date| date.edtf().to_string());
    /// First day that this date may mean.
    published_earliest ? Day = citation.published.as_ref().and_then(Date::earliest);
    /// Last day that this date may mean.
    published_latest ? Day = citation.published.as_ref().and_then(Date::latest);
    /// The number of the note that an "ibid" or "op. cit." repeats.
    same_as ? Whole = citation.same_as;
    /// The events whose clause or sentence it supports, by id.
    events: Texts = citation.events.iter().map(ToString::to_string);
}

fn rows<'r>(view: &View<'r>, sink: &mut RowSink<'_, 'r>) {
    for (position, citation) in (1..).zip(view.record.citations()) {
        sink(cells(view, (position, citation)));
    }
}

use verbale_core::{Date, Precision, Quotation, QuotationKind};

use crate::column::{RowSink, table};
use crate::view::View;

table! {
    /// One row a stretch of text between quotation marks.
    key(document, position);
    references(document) to documents(id);
    references(document, speaker) to actors(document, id);
    references(document, event) to events(document, id);
    row(view, (position, quotation), (usize, &'r Quotation));

    /// The document.
    document: Text = view.document();
    /// The number of the quotation in the document, from 1.
    position: Whole = position;
    /// First code point of the words between the marks.
    span_start: Whole = quotation.span.start();
    /// The code point behind them.
    span_end: Whole = quotation.span.end();
    /// The words between the marks, without them.
    span_quote: Text = quotation.span.quote();
    /// Why they are quoted.
    kind: Word<QuotationKind> = quotation.kind.as_str();
    /// Whose words they are, by id.
    speaker ? Text = quotation.speaker.map(|speaker| speaker.to_string());
    /// The name of whose words they are.
    speaker_name ? Text = quotation.speaker.and_then(|speaker| view.name(speaker));
    /// When they were said, in EDTF.
    date_edtf ? Text = quotation.date.as_ref().map(|date| date.edtf().to_string());
    /// First day that the date may mean.
    date_earliest ? Day = quotation.date.as_ref().and_then(Date::earliest);
    /// Last day that the date may mean.
    date_latest ? Day = quotation.date.as_ref().and_then(Date::latest);
    /// How exact the date is.
    date_precision ? Word<Precision> = quotation.date.as_ref().map(|date| date.precision().as_str());
    /// The event that reports them.
    event ? Text = quotation.event.map(|event| event.to_string());
}

fn rows<'r>(view: &View<'r>, sink: &mut RowSink<'_, 'r>) {
    for (position, quotation) in (1..).zip(view.record.quotations()) {
        sink(cells(view, (position, quotation)));
    }
}

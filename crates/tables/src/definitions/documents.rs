use verbale_core::{Document, Precision, Published};

use crate::column::{RowSink, table};
use crate::view::View;

table! {
    /// One row a document: what was read.
    key(id);
    row(view, document, &'r Document);

    /// The document's name: the key that the other tables call `document`.
    id: Text = view.document();
    /// The title, cleaned of line breaks.
    title ? Text = document.title.as_deref();
    /// The authors, in the order of the text.
    authors: Texts = document.authors.iter();
    /// The institution, paper or agency that published the text.
    publisher ? Text = document.publisher.as_deref();
    /// When it was published, in EDTF.
    published_edtf ? Text = published(document).map(|date| date.edtf().to_string());
    /// First day that the date of publication may mean.
    published_earliest ? Day = published(document).and_then(Published::earliest);
    /// Last day that the date of publication may mean.
    published_latest ? Day = published(document).and_then(Published::latest);
    /// How exact the date of publication is.
    published_precision ? Word<Precision> = published(document).map(|date| date.precision().as_str());
    /// The language of the text, ISO 639-1.
    language: Text = document.language.as_str();
    /// SHA-256 of the text's UTF-8 bytes.
    sha256: Text = document.sha256.as_str();
    /// Length of the text in code points.
    length: Whole = document.length;
}

fn published(document: &Document) -> Option<&Published> {
    document.published.as_ref()
}

fn rows<'r>(view: &View<'r>, sink: &mut RowSink<'_, 'r>) {
    sink(cells(view, view.record.document()));
}

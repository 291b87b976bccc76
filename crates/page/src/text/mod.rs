//! The document's text with its marks: every code point of the source, in order, in blocks that a reader knows.

mod article;
mod layout;
mod marks;
mod table;

pub(crate) use article::write;
pub(crate) use marks::anchor;

use verbale_core::Span;

use crate::html::Html;

/// A link to the words in the text.
pub(crate) fn leading(html: &mut Html, span: &Span, label: impl FnOnce(&mut Html)) {
    html.raw("<a").attr("href", format_args!("#{}", anchor(span))).raw(">");
    label(html);
    html.raw("</a>");
}

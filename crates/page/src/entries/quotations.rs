//! The list of quotations: whose words they are, and why they stand between quotation marks.

use verbale_core::{Quotation, QuotationKind};

use super::{Entry, aside_event, brief, link, open};
use crate::html::Html;
use crate::names::Names;
use crate::text::leading;
use crate::timeline::write_date;
use crate::words;

/// Writes the list, in the order of the text.
pub(crate) fn write(html: &mut Html, names: &Names<'_>) {
    html.raw("<ol class=\"entries\">");
    for (index, quotation) in names.record().quotations().iter().enumerate() {
        open(html, Entry::Quotation(index), &quotation.span);
        html.raw("<blockquote><p>").text(&words::flowing(quotation.span.quote())).raw("</p></blockquote><p>");
        leading(html, &quotation.span, |html| {
            html.raw("<span")
                .attr("title", quotation.kind.meaning())
                .raw(">")
                .raw(kind(quotation.kind))
                .raw("</span>");
        });
        match quotation.speaker {
            Some(speaker) => {
                html.raw(" by <b>").text(names.actor(speaker)).raw("</b>");
            }
            None if quotation.kind == QuotationKind::Speech => {
                html.raw("<span class=\"aside\">no speaker named</span>");
            }
            None => {}
        }
        if let Some(date) = &quotation.date {
            html.raw("<span class=\"aside\">");
            leading(html, date.span(), |html| write_date(html, date.edtf()));
            html.raw("</span>");
        }
        aside_event(html, names, quotation.event);
        html.raw("</p></li>");
    }
    html.raw("</ol>");
}

/// In the card of an event: the beginning of the words, and whose they are.
pub(super) fn row(html: &mut Html, names: &Names<'_>, index: usize) {
    let Some(quotation) = names.record().quotations().get(index) else { return };
    link(html, Entry::Quotation(index), &brief(quotation.span.quote()));
    html.raw("<span class=\"aside\">").text(&note(names, quotation)).raw("</span>");
}

/// In a few words: "Speech by Honduras".
pub(crate) fn note(names: &Names<'_>, quotation: &Quotation) -> String {
    let kind = kind(quotation.kind);
    match quotation.speaker {
        Some(speaker) => format!("{kind} by {}", names.actor(speaker)),
        None => kind.to_owned(),
    }
}

/// The word of the vocabulary, as it may stand alone.
const fn kind(kind: QuotationKind) -> &'static str {
    match kind {
        QuotationKind::Speech => "Speech",
        QuotationKind::Title => "Title",
        QuotationKind::Term => "Term",
        QuotationKind::Scare => "Scare quotes",
    }
}

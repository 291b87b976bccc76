//! The list of loaded words, each with what stands around it: a list of bare words would say little.

use std::ops::Range;

use verbale_core::{Framing, TextIndex};

use super::{Entry, aside_event, brief, link, open};
use crate::html::Html;
use crate::names::Names;
use crate::text::leading;
use crate::words;

/// So many code points stand on either side of the words.
const AROUND: usize = 70;

/// Writes the list, in the order of the text.
pub(crate) fn write(html: &mut Html, names: &Names<'_>, index: &TextIndex<'_>) {
    html.raw("<ol class=\"entries\">");
    for (at, framing) in names.record().framing().iter().enumerate() {
        open(html, Entry::Framing(at), &framing.span);
        html.raw("<blockquote><p>");
        let range = index.byte(framing.span.start()).zip(index.byte(framing.span.end()));
        let (before, after) =
            range.map_or_else(Default::default, |(start, end)| around(index.text(), start..end));
        html.text(&before).raw("<b>").text(&words::flowing(framing.span.quote())).raw("</b>").text(&after);
        html.raw("</p></blockquote><p>");
        leading(html, &framing.span, |html| {
            html.raw("<span").attr("title", framing.kind.meaning()).raw(">");
            html.text(&words::capital(framing.kind.as_str())).raw("</span>");
        });
        if let Some(toward) = framing.toward {
            html.raw(" toward <b>").text(names.actor(toward)).raw("</b>");
        }
        aside_event(html, names, framing.event);
        html.raw("</p></li>");
    }
    html.raw("</ol>");
}

/// In the card of an event: the words, what they do, and to whom.
pub(super) fn row(html: &mut Html, names: &Names<'_>, index: usize) {
    let Some(framing) = names.record().framing().get(index) else { return };
    link(html, Entry::Framing(index), &brief(framing.span.quote()));
    html.raw("<span class=\"aside\">").text(&note(names, framing)).raw("</span>");
}

/// In a few words: "Hedge toward Honduras".
pub(crate) fn note(names: &Names<'_>, framing: &Framing) -> String {
    let kind = words::capital(framing.kind.as_str());
    match framing.toward {
        Some(toward) => format!("{kind} toward {}", names.actor(toward)),
        None => kind,
    }
}

/// What stands before and behind a stretch of the text, within its paragraph and in whole words.
fn around(text: &str, range: Range<usize>) -> (String, String) {
    const ENDS: [&str; 2] = ["\n\n", "\r\n\r\n"];
    let before = text.get(..range.start).unwrap_or_default();
    let from = before.char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
    let near = before.get(from..).unwrap_or_default();
    let paragraph = ENDS.iter().fold(near, |near, end| near.rsplit(end).next().unwrap_or(near));
    let before = match paragraph.find(char::is_whitespace) {
        Some(at) if from > 0 && paragraph.len() == near.len() => {
            format!("… {}", paragraph.get(at..).unwrap_or_default().trim_start())
        }
        _ => paragraph.trim_start().to_owned(),
    };
    let after = text.get(range.end..).unwrap_or_default();
    let to = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
    let near = after.get(..to).unwrap_or_default();
    let paragraph = ENDS.iter().fold(near, |near, end| near.split(end).next().unwrap_or(near));
    let after = match paragraph.rfind(char::is_whitespace) {
        Some(at) if to < after.len() && paragraph.len() == near.len() => {
            format!("{} …", paragraph.get(..at).unwrap_or_default().trim_end())
        }
        _ => paragraph.trim_end().to_owned(),
    };
    (words::flowing(&before), words::flowing(&after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around_word(text: &str, word: &str) -> (String, String) {
        let start = text.find(word).unwrap();
        around(text, start..start + word.len())
    }

    #[test]
    fn loaded_words_stand_in_their_paragraph() {
        assert_eq!(
            around_word("The war.\n\nPeru allegedly\nleft.\r\n\r\nChad", "allegedly"),
            ("Peru ".into(), "\nleft.".into())
        );
        assert_eq!(around_word("allegedly", "allegedly"), (String::new(), String::new()));
    }

    #[test]
    fn what_is_cut_is_cut_between_words() {
        let text = format!("{} alleged {}", "before ".repeat(20), " behind".repeat(20));
        let (before, after) = around_word(&text, "alleged");
        assert!(before.starts_with("… before before") && before.ends_with("before  "), "{before}");
        assert!(after.starts_with("  behind") && after.ends_with("behind …"), "{after}");
        assert!(before.chars().count() <= AROUND + 2 && after.chars().count() <= AROUND + 2);
    }
}

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

/// Writes the list, in the order of the text; `blocks` are the stretches of the text that are set as one.
pub(crate) fn write(html: &mut Html, names: &Names<'_>, index: &TextIndex<'_>, blocks: &[Range<usize>]) {
    html.raw("<ol class=\"entries\">");
    for (at, framing) in names.record().framing().iter().enumerate() {
        open(html, Entry::Framing(at), &framing.span);
        html.raw("<blockquote><p>");
        let range = index.byte(framing.span.start()).zip(index.byte(framing.span.end()));
        let (before, after) =
            range.map_or_else(Default::default, |(start, end)| around(index.text(), start..end, blocks));
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

/// What stands before and behind a stretch of the text, within its paragraph, item or cell and in whole words.
fn around(text: &str, range: Range<usize>, blocks: &[Range<usize>]) -> (String, String) {
    let block = |at: usize| {
        let before = blocks.partition_point(|block| block.start <= at);
        before.checked_sub(1).and_then(|index| blocks.get(index)).filter(|block| at < block.end)
    };
    let start = block(range.start).map_or(range.start, |block| block.start);
    let end = block(range.end.saturating_sub(1)).map_or(range.end, |block| block.end);
    let before = text.get(start..range.start).unwrap_or_default();
    let before = match before.char_indices().rev().nth(AROUND) {
        Some((at, _)) => {
            let near = before.get(at..).unwrap_or_default();
            let word = near.find(char::is_whitespace).and_then(|at| near.get(at..)).unwrap_or_default();
            format!("… {}", word.trim_start())
        }
        None => before.trim_start_matches([' ', '\t', '|']).to_owned(),
    };
    let after = text.get(range.end..end).unwrap_or_default();
    let after = match after.char_indices().nth(AROUND) {
        Some((at, _)) => {
            let near = after.get(..at).unwrap_or_default();
            let word = near.rfind(char::is_whitespace).and_then(|at| near.get(..at)).unwrap_or_default();
            format!("{} …", word.trim_end())
        }
        None => after.trim_end_matches([' ', '\t', '|']).to_owned(),
    };
    (words::flowing(&before), words::flowing(&after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around_word(text: &str, blocks: &[Range<usize>], word: &str) -> (String, String) {
        let start = text.find(word).unwrap();
        around(text, start..start + word.len(), blocks)
    }

    #[test]
    fn loaded_words_stand_in_their_paragraph() {
        let text = "The war.\n- Peru allegedly\nleft.\n- Chad";
        let around = |blocks: &[Range<usize>]| around_word(text, blocks, "allegedly");
        assert_eq!(around(&[0..8, 9..31, 32..38]), ("- Peru ".into(), "\nleft.".into()));
        assert_eq!(around(&[0..8, 9..18]), ("- Peru ".into(), String::new()), "words that cross");
        assert_eq!(around(&[]), (String::new(), String::new()));
        assert_eq!(
            around_word("| so-called |\n", std::slice::from_ref(&(0..13)), "so-called"),
            (String::new(), String::new())
        );
    }

    #[test]
    fn what_is_cut_is_cut_between_words() {
        let text = format!("{} alleged {}", "before ".repeat(20), " behind".repeat(20));
        let (before, after) = around_word(&text, std::slice::from_ref(&(0..text.len())), "alleged");
        assert!(before.starts_with("… before before") && before.ends_with("before  "), "{before}");
        assert!(after.starts_with("  behind") && after.ends_with("behind …"), "{after}");
        assert!(before.chars().count() <= AROUND + 2 && after.chars().count() <= AROUND + 2);
    }
}

//! Headings: marked ones line by line, unmarked ones by their looks among their neighbours.

use super::BlockKind;
use super::draft::Draft;
use super::levels::HeadStyle;
use super::lines::Line;
use super::lists::{Numbering, Style, ordinal};
use super::notes::heading_key;
use super::text::{Ending, all_caps, bare, ending, expects_more, first_char, starts_upper, words_up_to};
use super::word_lists::{HeadingClass, word_lists};
use super::wrap::Metrics;

/// What a line is by its own marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A heading; its words are the bytes `skip..end` of the line; it takes `lines` lines.
    Heading { style: HeadStyle, skip: usize, end: usize, lines: usize },
    /// A line of dashes, stars or the like; a code fence.
    Rule,
}

/// Reads the marks of a line; `below` is the next line if it follows directly; `starts` says that the line may begin a block.
pub(super) fn marked(line: &Line<'_>, below: Option<&Line<'_>>, starts: bool) -> Option<Mark> {
    let text = line.text;
    if rule_char(text).is_some() || text.starts_with("```") {
        return Some(Mark::Rule);
    }
    if let Some((style, skip, end)) = hashes(text).or_else(|| equals(text)) {
        return Some(Mark::Heading { style, skip, end, lines: 1 });
    }
    let under = rule_char(below?.text)?;
    let length = below.map_or(0, |b| b.width);
    let fits = length >= 3 && (length * 2 >= line.width || length <= 5) && length <= line.width.max(4) * 3;
    let short = line.width <= 120 && words_up_to(text, 17) <= 16 && !text.starts_with(['|', '>']);
    if starts && short && fits && !matches!(ending(text), Ending::Stop | Ending::Comma | Ending::Semicolon) {
        let style = match under {
            '=' => HeadStyle::Level(1),
            '-' => HeadStyle::Level(2),
            other => HeadStyle::Underlined(other),
        };
        return Some(Mark::Heading { style, skip: 0, end: text.len(), lines: 2 });
    }
    None
}

/// The character of a line that holds nothing else, three times or more.
fn rule_char(text: &str) -> Option<char> {
    let first = text
        .chars()
        .next()
        .filter(|c| matches!(c, '-' | '=' | '*' | '_' | '~' | '^' | '—' | '─' | '━' | '═'))?;
    let mut count = 0_usize;
    for ch in text.chars() {
        if ch == first {
            count += 1;
        } else if ch != ' ' {
            return None;
        }
    }
    (count >= 3).then_some(first)
}

/// `## Heading ##`
fn hashes(text: &str) -> Option<(HeadStyle, usize, usize)> {
    let level = text.bytes().take_while(|b| *b == b'#').count();
    let rest = text.get(level..)?;
    let body = rest.trim_start();
    if !(1..=6).contains(&level) || body.is_empty() || body.len() == rest.len() {
        return None;
    }
    let end = text.trim_end_matches('#').trim_end().len();
    let skip = text.len() - body.len();
    (end > skip).then_some((HeadStyle::Level(u8::try_from(level).unwrap_or(6)), skip, end))
}

/// `== Heading ==`: two signs are level 1 below the title, as in an encyclopedia.
fn equals(text: &str) -> Option<(HeadStyle, usize, usize)> {
    let level = text.bytes().take_while(|b| *b == b'=').count();
    let tail = text.bytes().rev().take_while(|b| *b == b'=').count();
    if level == 0 || level != tail || level > 6 || text.len() <= level * 2 {
        return None;
    }
    let body = text.get(level..text.len() - tail)?;
    let trimmed = body.trim();
    if trimmed.is_empty() {
        return None;
    }
    let skip = level + (body.len() - body.trim_start().len());
    Some((HeadStyle::Level(u8::try_from(level).unwrap_or(6)), skip, skip + trimmed.len()))
}

/// Words of a heading at most.
const WORDS: usize = 14;

/// Whether a text looks like a title: short, begins with a capital or a number, and has no end mark.
pub(super) fn is_title_like(text: &str) -> bool {
    if text.len() > 150 || !starts_upper(text) || text.contains('@') {
        return false;
    }
    let words = words_up_to(text, WORDS + 1);
    let ends_well = match ending(text) {
        Ending::Open => !expects_more(text),
        Ending::Stop => text.ends_with('?') && words <= 10,
        _ => false,
    };
    let says = text.chars().any(char::is_alphabetic) || is_year(text);
    ends_well && words <= WORDS && says && !is_caption(text)
}

/// `1936`, `1936–1938`: the heading of a part of a chronicle.
pub(super) fn is_year(text: &str) -> bool {
    let year = |part: &str| {
        part.len() == 4 && part.starts_with(['1', '2']) && part.bytes().all(|b| b.is_ascii_digit())
    };
    text.len() <= 12 && text.split(['-', '–']).map(str::trim).all(year)
}

/// `Figure 2 …`, `Source: …`
fn is_caption(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let (Some(first), second) = (words.next(), words.next()) else { return false };
    let numbered =
        first.ends_with(':') || second.is_some_and(|s| s.starts_with(|c: char| c.is_ascii_digit()));
    numbered && word_lists().headings.has(&bare(first), HeadingClass::Caption)
}

/// The words of a paragraph that is set in bold as a whole.
pub(super) fn whole_bold(text: &str) -> Option<&str> {
    for mark in ["**", "__"] {
        if let Some(inner) = text.strip_prefix(mark).and_then(|t| t.trim_end_matches(':').strip_suffix(mark))
            && !inner.contains(mark)
            && !inner.trim().is_empty()
        {
            return Some(inner.trim_matches(['*', '_', ' ']));
        }
    }
    None
}

/// Turns the paragraphs and items from `first` on that are headings into headings.
pub(super) fn find_unmarked(drafts: &mut [Draft], first: usize, source: &str, metrics: Metrics) {
    let mut styles: Vec<Option<HeadStyle>> = (0..drafts.len())
        .map(|i| if i < first { None } else { candidate(drafts, i, source, metrics) })
        .collect();
    thin_out(&mut styles);
    for (draft, style) in drafts.iter_mut().zip(styles) {
        if let Some(style) = style {
            draft.kind = BlockKind::Heading;
            draft.heading = Some(style);
            draft.depth = 0;
            if matches!(style, HeadStyle::Bold | HeadStyle::Generic) {
                drop_bold(draft, source);
            }
        }
    }
    for draft in drafts.iter_mut().filter(|d| d.kind == BlockKind::Heading && d.ordinal.is_none()) {
        take_number(draft, source);
    }
}

/// Takes the marks off a heading in bold, so that its number comes first.
fn drop_bold(draft: &mut Draft, source: &str) {
    let text = draft.first(source);
    let range = whole_bold(text).and_then(|inner| text.find(inner).map(|at| at..at + inner.len()));
    if let (Some(range), [piece]) = (range, draft.pieces.as_mut_slice()) {
        *piece = piece.start + range.start..piece.start + range.end;
    }
}

/// Three plain candidates in a row are lines of something else: a list without marks, an address.
fn thin_out(styles: &mut [Option<HeadStyle>]) {
    let mut at = 0;
    while at < styles.len() {
        let run = styles
            .iter()
            .skip(at)
            .take_while(|s| matches!(s, Some(HeadStyle::Plain | HeadStyle::Generic)))
            .count();
        if run >= 3 {
            styles.iter_mut().skip(at).take(run).for_each(|s| *s = None);
        }
        at += run.max(1);
    }
}

fn candidate(drafts: &[Draft], i: usize, source: &str, metrics: Metrics) -> Option<HeadStyle> {
    let draft = drafts.get(i)?;
    let next = drafts.get(i + 1)?;
    if draft.pieces.len() > 3 || draft.len() > 180 {
        return None;
    }
    let text = draft.joined(source);
    match draft.kind {
        BlockKind::ListItem => numbered(drafts, i, &text),
        BlockKind::Paragraph if draft.depth == 0 => {
            if let Some(inner) = whole_bold(&text) {
                let words = words_up_to(inner, WORDS + 1);
                let sentence = ending(inner) == Ending::Stop && words > 8;
                let style = if generic(inner) { HeadStyle::Generic } else { HeadStyle::Bold };
                return (words <= WORDS && !sentence).then_some(style);
            }
            let caps = all_caps(&text) && words_up_to(&text, WORDS + 1) <= WORDS;
            if caps
                && matches!(ending(&text), Ending::Open | Ending::Colon)
                && !expects_more(&text)
                && !text.contains('@')
            {
                let short =
                    words_up_to(&text, 2) == 1 && text.chars().filter(|c| c.is_alphabetic()).count() <= 7;
                return Some(if short { HeadStyle::Acronym } else { HeadStyle::Capitals });
            }
            if !is_title_like(&text) || matches!(next.kind, BlockKind::Note | BlockKind::TableRow) {
                return None;
            }
            let apart = draft.fresh && next.fresh;
            let over_text = next.kind == BlockKind::Paragraph
                && next.len() > draft.len().max(60)
                && first_char(next.first(source)).is_some_and(|c| !c.is_lowercase());
            let over_other =
                matches!(next.kind, BlockKind::ListItem | BlockKind::Heading | BlockKind::BlockQuote);
            let over_heading =
                apart && next.kind == BlockKind::Paragraph && is_title_like(&next.joined(source));
            let over_sentence =
                apart && next.kind == BlockKind::Paragraph && ending(next.last(source)) == Ending::Stop;
            let lines_fit = draft.pieces.len() == 1 || metrics.wrapped;
            let over = over_text || over_heading || over_sentence || (over_other && apart);
            let placed = apart || draft.fresh || !metrics.wrapped;
            let style = if generic(&text) { HeadStyle::Generic } else { HeadStyle::Plain };
            (lines_fit && over && placed).then_some(style)
        }
        _ => None,
    }
}

/// Whether the words may head a part of any document.
fn generic(text: &str) -> bool {
    word_lists().headings.has(&heading_key(text), HeadingClass::Generic)
}

/// A numbered line is a heading when it is short, has no end mark, and has no brother beside it.
fn numbered(drafts: &[Draft], i: usize, text: &str) -> Option<HeadStyle> {
    let draft = drafts.get(i)?;
    let style = draft.style?;
    let Style::Ordinal('.' | ')', numbering, parts) = style else { return None };
    let small = matches!(numbering, Numbering::LowerLetter | Numbering::LowerRoman);
    if draft.depth > 1 && (small || draft.indent > 0) {
        return None;
    }
    if continues_paragraphs(drafts, i) {
        return None;
    }
    let brother = |j: Option<usize>| j.and_then(|j| drafts.get(j)).is_some_and(|d| d.style == Some(style));
    let next = drafts.get(i + 1)?;
    let over = matches!(
        next.kind,
        BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading | BlockKind::BlockQuote
    );
    let alone = !brother(i.checked_sub(1)) && !brother(Some(i + 1));
    (over && alone && draft.fresh && draft.pieces.len() <= 2 && is_title_like(text.trim_matches('*')))
        .then_some(HeadStyle::Numbered(numbering, parts))
}

/// Whether the last numbered block of the same style is a long one with the number before: then this one is a paragraph, too.
fn continues_paragraphs(drafts: &[Draft], i: usize) -> bool {
    let value = |d: &Draft| d.ordinal.as_deref().and_then(|o| o.parse::<u32>().ok());
    let Some(draft) = drafts.get(i) else { return false };
    // Far enough back for the sub-items of a paragraph; bounded, so that the whole stays linear.
    let before = drafts.get(i.saturating_sub(40)..i).unwrap_or(&[]);
    let last = before.iter().rev().find(|d| d.style == draft.style);
    last.is_some_and(|d| d.len() > 120 && value(d).zip(value(draft)).is_some_and(|(a, b)| a + 1 == b))
}

/// Takes a number off a heading: `2.1 Talks`, `IV. FINDINGS`.
fn take_number(draft: &mut Draft, source: &str) {
    let text = draft.first(source);
    let Some(marker) = ordinal(text) else { return };
    let Style::Ordinal(_, numbering, parts) = marker.style else { return };
    let letter = numbering == Numbering::LowerLetter || numbering == Numbering::LowerRoman;
    if letter || draft.pieces.len() > 3 {
        return;
    }
    draft.ordinal = Some(marker.label.to_owned());
    if !matches!(draft.heading, Some(HeadStyle::Level(_) | HeadStyle::Underlined(_))) {
        draft.heading = Some(HeadStyle::Numbered(numbering, parts));
    }
    if let Some(piece) = draft.pieces.first_mut() {
        piece.start += marker.len;
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    fn mark(text: &str) -> Option<Mark> {
        let lines = split(text);
        marked(&lines[0], lines.get(1).filter(|l| !l.fresh()), true)
    }

    fn words(text: &str) -> Option<String> {
        match mark(text)? {
            Mark::Heading { skip, end, .. } => Some(text[skip..end].to_owned()),
            Mark::Rule => None,
        }
    }

    #[test]
    fn marks() {
        assert_eq!(words("## The talks ##").as_deref(), Some("The talks"));
        assert_eq!(words("=== The talks ===").as_deref(), Some("The talks"));
        assert_eq!(words("The talks\n---------").as_deref(), Some("The talks"));
        assert_eq!(mark("* * *"), Some(Mark::Rule));
        assert_eq!(mark("#hashtag"), None);
        assert_eq!(mark("They met in the town and left.\n-----"), None);
    }

    #[test]
    fn title_looks() {
        assert!(
            is_title_like("The northern front")
                && is_title_like("What next?")
                && is_title_like("2023 in review")
        );
        assert!(
            !is_title_like("the northern front")
                && !is_title_like("The parties to the")
                && !is_title_like("They met.")
        );
        assert!(!is_title_like("Figure 2 The valley") && !is_title_like("Source: ministry"));
        assert_eq!(whole_bold("**The talks**"), Some("The talks"));
        assert_eq!(whole_bold("**The** and **talks**"), None);
    }
}

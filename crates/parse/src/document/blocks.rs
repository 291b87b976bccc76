//! From lines to drafts of blocks: which lines belong together, and what they are.

use std::iter;
use std::ops::Range;

use super::BlockKind;
use super::draft::Draft;
use super::headings::{Mark, is_title_like, marked};
use super::levels::HeadStyle;
use super::lines::Line;
use super::lists::{Marker, Series, Style};
use super::notes::{Evidence, NoteStart, closes_notes, entry, is_notes_heading};
use super::tabs;
use super::text::{
    Ending, ending, expects_more, is_abbreviation, starts_lower, starts_upper, starts_url, words_up_to,
};
use super::wrap::Metrics;

/// The blocks of a document and the lines found to be furniture while they were put together.
#[derive(Debug, Default)]
pub(super) struct Assembly {
    pub(super) drafts: Vec<Draft>,
    pub(super) furniture: Vec<Range<usize>>,
}

/// How far back a broken sentence is looked for: over the notes at the foot of a page.
const LOOK_BACK: usize = 24;

/// Puts the lines together. `evidence` knows the note labels of the document.
pub(super) fn assemble(
    source: &str,
    lines: &[Line<'_>],
    skip: &[bool],
    metrics: Metrics,
    evidence: &Evidence,
) -> Assembly {
    let kept: Vec<&Line<'_>> =
        lines.iter().zip(skip).filter(|(_, skip)| !**skip).map(|(line, _)| line).collect();
    let mut builder = Builder {
        source,
        metrics,
        evidence,
        series: Series::of(lines),
        assembly: Assembly::default(),
        open: None,
        above: None,
        items: Vec::new(),
        notes: None,
    };
    builder.assembly.furniture =
        lines.iter().zip(skip).filter(|(_, skip)| **skip).map(|(l, _)| l.start..l.end()).collect();
    let mut at = 0;
    while let Some(line) = kept.get(at) {
        at += builder.take(line, kept.get(at + 1).copied());
    }
    builder.assembly
}

struct Builder<'a, 'l> {
    source: &'a str,
    metrics: Metrics,
    evidence: &'a Evidence,
    series: Series,
    assembly: Assembly,
    /// The draft that the next line may continue.
    open: Option<usize>,
    above: Option<&'l Line<'a>>,
    /// Indentation and style of the list items around the next line, outermost first.
    items: Vec<(usize, Style)>,
    /// Number of the last entry, inside a list of notes.
    notes: Option<u32>,
}

impl<'a, 'l> Builder<'a, 'l> {
    /// Takes a line, or two when the second underlines the first; gives their number.
    fn take(&mut self, line: &'l Line<'a>, next: Option<&'l Line<'a>>) -> usize {
        let taken = self.place(line, next);
        self.above = Some(line);
        taken
    }

    fn place(&mut self, line: &'l Line<'a>, next: Option<&'l Line<'a>>) -> usize {
        let starts = line.fresh() || self.above.is_none() || self.open.is_none();
        match marked(line, next.filter(|n| !n.fresh()), starts || self.above_ends()) {
            Some(Mark::Heading { style, skip, end, lines }) => {
                let mut draft = Draft::new(BlockKind::Heading, line, skip);
                draft.pieces = iter::once(line.start + skip..line.start + end).collect();
                draft.heading = Some(style);
                let text = self.source.get(line.start + skip..line.start + end).unwrap_or("");
                self.notes = is_notes_heading(text).then_some(0);
                self.close(draft);
                return lines;
            }
            Some(Mark::Rule) => {
                self.open = None;
                self.items.clear();
                return 1;
            }
            None => {}
        }
        if starts
            && is_notes_heading(line.text)
            && self.source.get(line.end()..).is_some_and(|rest| !rest.trim_start().is_empty())
        {
            let mut draft = Draft::new(BlockKind::Heading, line, 0);
            draft.heading = Some(HeadStyle::Notes);
            self.notes = Some(0);
            self.close(draft);
            return 1;
        }
        if self.notes.is_some() && starts && closes_notes(line.text) {
            self.notes = None;
        }
        if self.table(line, next) || self.tabs(line, next) || self.quote(line) || self.note(line) {
            return 1;
        }
        if self.notes.is_none()
            && let Some(marker) = self.series.marker(line, self.above, self.metrics.wrapped)
        {
            self.item(line, &marker);
            return 1;
        }
        self.text(line);
        1
    }

    fn above_ends(&self) -> bool {
        self.above.is_some_and(|a| ending(a.text) == Ending::Stop)
    }

    fn push(&mut self, draft: Draft) {
        self.open = Some(self.assembly.drafts.len());
        self.assembly.drafts.push(draft);
    }

    /// Adds a draft that no line can continue.
    fn close(&mut self, draft: Draft) {
        self.assembly.drafts.push(draft);
        self.open = None;
        self.items.clear();
    }

    fn table(&mut self, line: &'l Line<'a>, next: Option<&'l Line<'a>>) -> bool {
        let row =
            |text: &str| text.starts_with('|') && text.len() > 1 || text.matches(" | ").take(2).count() == 2;
        let over_rule = next.is_some_and(|n| !n.fresh() && is_table_rule(n.text));
        let any = row(line.text) || (line.text.contains('|') && over_rule);
        if !any {
            return false;
        }
        // A line with pipes alone may be a footer; a table has two rows, or a frame.
        let last_is_row =
            self.assembly.drafts.last().is_some_and(|d| d.kind == BlockKind::TableRow) && !line.fresh();
        let next_is_row = next.is_some_and(|n| !n.fresh() && (row(n.text) || is_table_rule(n.text)));
        let framed = line.text.starts_with('|') && line.text.ends_with('|');
        if !(last_is_row || next_is_row || framed) {
            return false;
        }
        if is_table_rule(line.text) {
            if last_is_row && let Some(last) = self.assembly.drafts.last_mut() {
                last.header = last.header || last.fresh;
            }
            return true;
        }
        let mut draft = Draft::new(BlockKind::TableRow, line, 0);
        draft.fresh = !last_is_row;
        // Without a rule below it, a first row without figures above one with figures names the columns.
        let counts = |text: &str| text.contains(|char: char| char.is_ascii_digit());
        draft.header = !last_is_row && !counts(line.text) && next.is_some_and(|next| counts(next.text));
        self.close(draft);
        true
    }

    /// Rows whose cells are parted by tabs; a first row without figures names the columns.
    fn tabs(&mut self, line: &'l Line<'a>, next: Option<&'l Line<'a>>) -> bool {
        let Some(cells) = tabs::cells(line) else { return false };
        let last = self.assembly.drafts.last().filter(|_| !line.fresh());
        let goes_on = last.is_some_and(|d| d.kind == BlockKind::TableRow && d.pieces.len() == cells.len());
        if !goes_on && !next.is_some_and(|next| tabs::fit(&cells, next)) {
            return false;
        }
        let mut draft = Draft::new(BlockKind::TableRow, line, 0);
        draft.pieces = cells;
        draft.fresh = !goes_on;
        draft.header = !goes_on && !line.text.contains(|char: char| char.is_ascii_digit());
        self.close(draft);
        true
    }

    fn quote(&mut self, line: &'l Line<'a>) -> bool {
        let Some(rest) = line.text.strip_prefix('>') else { return false };
        let body = rest.trim_start_matches(['>', ' ']);
        if body.is_empty() {
            self.open = None;
            return true;
        }
        let skip = line.text.len() - body.len();
        let open = self
            .open
            .and_then(|i| self.assembly.drafts.get_mut(i))
            .filter(|d| d.kind == BlockKind::BlockQuote);
        match open {
            Some(draft) if !line.fresh() => draft.pieces.push(line.start + skip..line.end()),
            _ => self.push(Draft::new(BlockKind::BlockQuote, line, skip)),
        }
        true
    }

    fn note(&mut self, line: &'l Line<'a>) -> bool {
        let after_note =
            self.assembly.drafts.last().is_some_and(|d| d.kind == BlockKind::Note) && self.open.is_some();
        let found = match self.notes {
            None => self.evidence.start(line, after_note),
            Some(last) => self.list_entry(line, last),
        };
        let Some(NoteStart { label, len }) = found else { return false };
        if let (Some(_), Ok(value)) = (self.notes, label.parse()) {
            self.notes = Some(value);
        }
        let mut draft = Draft::new(BlockKind::Note, line, len);
        draft.label = Some(label).filter(|l| !l.is_empty());
        self.push(draft);
        self.items.clear();
        true
    }

    /// An entry of a list of notes: labelled, in order; or any fresh line.
    fn list_entry(&self, line: &Line<'_>, last: u32) -> Option<NoteStart> {
        let found = entry(line.text);
        if let Some(start) = found {
            let in_order = start
                .label
                .parse::<u32>()
                .is_ok_and(|value| last == 0 || (value > last && value <= last + 5));
            if line.fresh() || in_order || start.label.parse::<u32>().is_err() {
                return Some(start);
            }
        }
        let skip = super::lists::bullet(line.text).map_or(0, |m| m.len);
        let begins = line.fresh() && starts_upper(line.text) || skip > 0 || !self.metrics.wrapped;
        (begins || self.open.is_none()).then_some(NoteStart { label: String::new(), len: skip })
    }

    fn item(&mut self, line: &'l Line<'a>, marker: &Marker<'a>) {
        let colon = self
            .open_draft()
            .is_some_and(|d| d.kind == BlockKind::ListItem && ending(d.last(self.source)) == Ending::Colon);
        while self.items.last().is_some_and(|(indent, _)| *indent > line.indent) {
            self.items.pop();
        }
        if let Some(&(indent, style)) = self.items.last()
            && indent == line.indent
        {
            let known = self.items.iter().rposition(|(i, s)| *i == indent && *s == marker.style);
            let nested = match (style, marker.style) {
                (Style::Ordinal(..), Style::Bullet(_)) => true,
                (Style::Ordinal(_, a, _), Style::Ordinal(_, b, _)) => a < b || colon,
                _ => colon && style != marker.style,
            };
            match known {
                Some(place) => self.items.truncate(place + 1),
                None if nested => self.items.push((line.indent, marker.style)),
                None => {
                    self.items.pop();
                    self.items.push((line.indent, marker.style));
                }
            }
        } else {
            self.items.push((line.indent, marker.style));
        }
        let mut draft = Draft::new(BlockKind::ListItem, line, marker.len);
        let depth = u8::try_from(self.items.len()).unwrap_or(u8::MAX);
        draft.depth = depth.saturating_add(marker.extra);
        draft.ordinal = Some(marker.label.to_owned()).filter(|l| !l.is_empty());
        draft.style = Some(marker.style);
        self.push(draft);
    }

    fn open_draft(&self) -> Option<&Draft> {
        self.open.and_then(|i| self.assembly.drafts.get(i))
    }

    fn text(&mut self, line: &'l Line<'a>) {
        let target =
            if line.fresh() || self.open.is_none() { self.resumed(line) } else { self.continued(line) };
        if let Some(target) = target {
            if let Some(draft) = self.assembly.drafts.get_mut(target) {
                draft.pieces.push(line.start..line.end());
            }
            self.open = Some(target);
            return;
        }
        let inside = self.items.last().is_some_and(|(indent, _)| line.indent >= indent + 2);
        let mut draft = Draft::new(BlockKind::Paragraph, line, 0);
        if inside {
            draft.depth = u8::try_from(self.items.len()).unwrap_or(u8::MAX);
        } else {
            self.items.clear();
        }
        self.push(draft);
    }

    /// The open draft, if `line` directly below it goes on with it.
    fn continued(&self, line: &Line<'_>) -> Option<usize> {
        let (open, above) = (self.open?, self.above?);
        let draft = self.assembly.drafts.get(open)?;
        let item_indent = (draft.kind == BlockKind::ListItem).then_some(draft.indent);
        let note = draft.kind == BlockKind::Note;
        let goes_on = self.metrics.continues(above, line, draft.pieces.len() == 1 && !note, item_indent);
        let note_goes_on = note
            && match ending(above.text) {
                Ending::Stop => false,
                Ending::Open | Ending::Comma => {
                    line.indent >= 2 || self.metrics.wrapped || starts_url(line.text)
                }
                _ => self.metrics.wrapped,
            };
        (goes_on || note_goes_on).then_some(open)
    }

    /// The draft whose sentence `line` takes up again behind a blank line, a page break or a note.
    fn resumed(&mut self, line: &Line<'_>) -> Option<usize> {
        let lower = starts_lower(line.text);
        let first = self.assembly.drafts.len().saturating_sub(LOOK_BACK);
        let mut passed_titles: Vec<usize> = Vec::new();
        let mut notes = false;
        for (i, draft) in self.assembly.drafts.iter().enumerate().skip(first).rev() {
            match draft.kind {
                BlockKind::Note => notes = true,
                BlockKind::Paragraph | BlockKind::ListItem | BlockKind::BlockQuote => {
                    if self.broken_off(draft, line, lower) {
                        self.drop_titles(&passed_titles);
                        return Some(i);
                    }
                    let title =
                        draft.pieces.len() == 1 && draft.fresh && is_title_like(draft.first(self.source));
                    if !(title
                        && lower
                        && passed_titles.len() < 2
                        && (notes || draft.kind == BlockKind::Paragraph))
                    {
                        return None;
                    }
                    passed_titles.push(i);
                }
                _ => return None,
            }
        }
        None
    }

    fn broken_off(&self, draft: &Draft, line: &Line<'_>, lower: bool) -> bool {
        let last = draft.last(self.source);
        let end = ending(last);
        let title = draft.kind == BlockKind::Paragraph
            && draft.pieces.len() == 1
            && draft.len() < 90
            && is_title_like(last);
        let full = self.metrics.is_full(last.chars().count());
        if lower {
            let abbreviated = end == Ending::Stop
                && last
                    .rsplit(char::is_whitespace)
                    .next()
                    .is_some_and(|w| is_abbreviation(w.trim_end_matches('.')));
            let open = matches!(end, Ending::Open | Ending::Comma)
                || abbreviated
                || (end == Ending::Semicolon && full);
            return open && (!title || expects_more(last));
        }
        let long = words_up_to(last, 6) >= 6;
        let comma = end == Ending::Comma && words_up_to(last, 8) >= 8;
        let more = end == Ending::Open && expects_more(last) && (long || draft.pieces.len() > 1);
        let fits = !is_title_like(line.text) || line.width >= 40;
        if !fits || !starts_upper(line.text) {
            return more && !fits && !line.fresh();
        }
        more || comma
            || (end == Ending::Open && full && draft.pieces.len() > 2 && self.metrics.is_full(line.width))
    }

    /// Titles that turned out to stand between two halves of a sentence are running headers.
    fn drop_titles(&mut self, titles: &[usize]) {
        for &i in titles {
            if i < self.assembly.drafts.len() {
                let draft = self.assembly.drafts.remove(i);
                self.assembly.furniture.extend(draft.pieces);
            }
        }
    }
}

/// `|---|:--:|`
fn is_table_rule(text: &str) -> bool {
    text.contains('-')
        && text.contains('|')
        && text.bytes().all(|b| matches!(b, b'|' | b'-' | b':' | b' ' | b'+' | b'='))
}

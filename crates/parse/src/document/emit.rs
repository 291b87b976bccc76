//! From drafts to the layout: reading text, blocks, sections, marks.

use std::ops::Range;

use super::draft::Draft;
use super::hyphens::Vocabulary;
use super::inline::{Labels, Marks, scan};
use super::join::join;
use super::labels;
use super::layout::{Block, BlockKind, Layout, Link, Note, NoteMarker, Section};
use super::levels::{HeadStyle, Levels};
use super::reading::Reading;
use super::runin;
use super::tabs;

/// Writes drafts into a layout.
pub(super) struct Emitter<'a> {
    pub(super) source: &'a str,
    pub(super) labels: &'a Labels,
    pub(super) vocabulary: &'a Vocabulary,
    /// Whether unmarked run-in headings are credible in this document.
    pub(super) run_in: bool,
    pub(super) layout: Layout,
    levels: Levels,
}

/// A draft's text with its marks, both after the cuts.
pub(super) struct Shaped {
    text: Reading,
    marks: Marks,
    /// Markers: place in the text, source, label.
    markers: Vec<(usize, Range<usize>, String)>,
}

impl<'a> Emitter<'a> {
    pub(super) fn new(source: &'a str, labels: &'a Labels, vocabulary: &'a Vocabulary) -> Self {
        Self {
            source,
            labels,
            vocabulary,
            run_in: false,
            layout: Layout::default(),
            levels: Levels::default(),
        }
    }

    /// The text of a draft: lines joined, marks found and cut.
    pub(super) fn shape(&self, draft: &Draft) -> Shaped {
        if draft.kind == BlockKind::TableRow && draft.pieces.len() > 1 {
            let text = tabs::join(self.source, &draft.pieces, BETWEEN);
            return Shaped { text, marks: Marks::default(), markers: Vec::new() };
        }
        let joined = join(self.source, &draft.pieces, self.vocabulary);
        let mut marks = scan(joined.text(), self.labels);
        if draft.kind == BlockKind::TableRow {
            return cells(&joined);
        }
        if marks.cuts.is_empty() && !joined.text().starts_with(' ') && !joined.text().ends_with(' ') {
            return Shaped { text: joined, marks, markers: Vec::new() };
        }
        let map = CutMap::new(&marks.cuts, &joined);
        let mut text = Reading::default();
        for range in &map.kept {
            text.append(&joined, range.clone());
        }
        let markers = marks
            .markers
            .iter()
            .map(|(range, label)| (map.place(range.start), joined.source_range(range.clone()), label.clone()))
            .collect();
        for (range, _) in &mut marks.emphasis {
            *range = map.range(range);
        }
        for (range, ..) in &mut marks.links {
            *range = map.range(range);
        }
        Shaped { text, marks, markers }
    }

    /// Appends a draft; gives the index of its last block.
    pub(super) fn push(&mut self, draft: &Draft) -> Option<usize> {
        let shaped = self.shape(draft);
        if shaped.text.len() == 0 {
            return None;
        }
        let whole = 0..shaped.text.len();
        let text = shaped.text.text();
        let is_told = matches!(draft.kind, BlockKind::Paragraph | BlockKind::ListItem);
        if let Some((end, start)) = labels::date_label(text).filter(|_| is_told) {
            let mut label = draft.clone();
            label.kind = BlockKind::Label;
            label.depth = 0;
            label.ordinal = None;
            let label = self.part(&label, &shaped, 0..end);
            let body = self.part(draft, &shaped, start..text.len());
            if let Some(block) = body.and_then(|body| self.layout.blocks.get_mut(body)) {
                block.label = label;
            }
            return body;
        }
        match self.split(draft, &shaped) {
            Some((head, body)) => {
                let mut heading = draft.clone();
                heading.kind = BlockKind::Heading;
                heading.heading = Some(HeadStyle::RunIn);
                self.part(&heading, &shaped, head);
                self.part(draft, &shaped, body)
            }
            None => self.part(draft, &shaped, whole),
        }
    }

    /// Where a run-in heading ends and its paragraph begins.
    fn split(&self, draft: &Draft, shaped: &Shaped) -> Option<(Range<usize>, Range<usize>)> {
        if draft.kind != BlockKind::Paragraph || draft.depth > 0 {
            return None;
        }
        let text = shaped.text.text();
        let first_bold = shaped.marks.emphasis.iter().find(|(_, bold)| *bold).filter(|(r, _)| r.start == 0);
        let end = match first_bold {
            Some((range, _)) => runin::bold(text, range.end),
            None => self.run_in.then(|| runin::plain(text)).flatten(),
        }?;
        let rest = text.get(end..)?;
        let start = end + rest.len() - rest.trim_start_matches([' ', '—', '–']).len();
        (start < text.len()).then_some((0..end, start..text.len()))
    }

    /// Appends a part of a shaped text as one block.
    fn part(&mut self, draft: &Draft, shaped: &Shaped, part: Range<usize>) -> Option<usize> {
        let layout = &mut self.layout;
        let reading = &mut layout.reading;
        if reading.len() > 0 {
            let end = reading.source_end();
            let next = shaped.text.source_range(part.start..part.end).start;
            reading.push_atom("\n\n", end.min(next)..next.max(end.min(next)));
        }
        let at = reading.len();
        reading.append(&shaped.text, part.clone());
        let range = at..reading.len();
        let index = layout.blocks.len();
        let moved = |r: &Range<usize>| -> Option<Range<usize>> {
            let (start, end) = (r.start.max(part.start), r.end.min(part.end));
            (start < end).then(|| start - part.start + at..end - part.start + at)
        };
        layout.emphasis.extend(shaped.marks.emphasis.iter().filter_map(|(r, _)| moved(r)));
        layout.links.extend(
            shaped
                .marks
                .links
                .iter()
                .filter_map(|(r, url, bare)| Some(Link { range: moved(r)?, url: url.clone(), bare: *bare })),
        );
        let last = part.end == shaped.text.len();
        let inside = |place: usize| part.start <= place && (place < part.end || (last && place == part.end));
        let markers = shaped.markers.iter().filter(|(place, ..)| inside(*place));
        let markers: Vec<NoteMarker> = markers
            .map(|(place, source, label)| NoteMarker {
                at: place - part.start + at,
                source: source.clone(),
                label: label.clone(),
            })
            .collect();
        self.notes(draft, &range, index, markers);
        let layout = &mut self.layout;
        if let Some(style) = draft.heading.filter(|_| draft.kind == BlockKind::Heading) {
            let level = self.levels.of(style);
            open_section(layout, index, &range, level);
        }
        let section = layout.sections.len().checked_sub(1);
        if let Some(open) = layout.sections.last_mut() {
            open.blocks.end = index + 1;
        }
        layout.blocks.push(Block {
            kind: draft.kind,
            range,
            section,
            depth: draft.depth,
            ordinal: draft.ordinal.clone().filter(|_| draft.heading != Some(HeadStyle::RunIn)),
            lead_in: None,
            label: None,
            header: draft.header,
        });
        Some(index)
    }

    /// Records markers; in a note body, a marker with the next number begins the next note.
    fn notes(&mut self, draft: &Draft, range: &Range<usize>, index: usize, markers: Vec<NoteMarker>) {
        let Some(mut label) = draft.label.clone().filter(|_| draft.kind == BlockKind::Note) else {
            self.layout.markers.extend(markers);
            return;
        };
        let mut start = range.start;
        for marker in markers {
            let follows = match (label.parse::<u32>(), marker.label.parse::<u32>()) {
                (Ok(a), Ok(b)) => b == a + 1 && marker.at > start,
                _ => false,
            };
            if follows {
                let end = trim_end(&self.layout.reading, start..marker.at);
                self.layout.notes.push(Note { label, block: index, range: start..end });
                label = marker.label;
                start = marker.at;
                if self.layout.reading.text().get(start..).is_some_and(|t| t.starts_with(' ')) {
                    start += 1;
                }
            } else {
                self.layout.markers.push(marker);
            }
        }
        self.layout.notes.push(Note { label, block: index, range: start..range.end });
    }

    /// Completes the layout: ends of sections, lead-ins.
    pub(super) fn finish(mut self) -> Layout {
        let layout = &mut self.layout;
        let count = layout.blocks.len();
        let mut open: Vec<usize> = Vec::new();
        for i in 0..layout.sections.len() {
            let (level, begins) = layout.sections.get(i).map_or((0, 0), |s| (s.level, s.blocks.start));
            while let Some(&top) = open.last() {
                let Some(section) = layout.sections.get_mut(top).filter(|s| s.level >= level) else { break };
                section.end_block = begins;
                open.pop();
            }
            let parent = open.last().copied();
            if let Some(section) = layout.sections.get_mut(i) {
                section.parent = parent;
                section.end_block = count;
            }
            open.push(i);
        }
        self.layout
    }
}

fn trim_end(reading: &Reading, range: Range<usize>) -> usize {
    let text = reading.text().get(range.clone()).unwrap_or("");
    range.start + text.trim_end().len()
}

fn open_section(layout: &mut Layout, block: usize, range: &Range<usize>, level: u8) {
    let text = layout.reading.text().get(range.clone()).unwrap_or("");
    let title = text.trim_end_matches(['.', ':', ' ', '—', '–']);
    let title = if title.is_empty() { text } else { title };
    layout.sections.push(Section {
        title: title.to_owned(),
        title_range: range.start..range.start + title.len(),
        level,
        parent: None,
        blocks: block..block + 1,
        end_block: block + 1,
    });
}

/// What stands between the cells of a row.
pub(crate) const BETWEEN: &str = " ; ";

/// The cells of a table row, parted by [`BETWEEN`].
fn cells(joined: &Reading) -> Shaped {
    let row = joined.text();
    let inner_start = usize::from(row.starts_with('|'));
    let inner_end = (row.len() - usize::from(row.len() > 1 && row.ends_with('|'))).max(inner_start);
    let mut text = Reading::default();
    let mut at = inner_start;
    let mut gap = inner_start;
    let mut first = true;
    for cell in row.get(inner_start..inner_end).unwrap_or("").split('|') {
        let body = cell.trim_matches([' ', '*', '_']);
        let start = at + cell.find(body).unwrap_or(0);
        if !first {
            text.push_atom(BETWEEN, joined.source_range(gap..start.max(gap + 1)));
        }
        first = false;
        text.append(joined, start..start + body.len());
        gap = start + body.len();
        at += cell.len() + 1;
    }
    Shaped { text, marks: Marks::default(), markers: Vec::new() }
}

/// Which parts of a text stay, and where a position moves.
struct CutMap {
    kept: Vec<Range<usize>>,
    /// Start of each kept part in the new text.
    starts: Vec<usize>,
}

impl CutMap {
    fn new(cuts: &[Range<usize>], joined: &Reading) -> Self {
        let text = joined.text();
        let end = text.trim_end_matches(' ').len();
        let mut kept: Vec<Range<usize>> = Vec::new();
        let mut at = text.len() - text.trim_start_matches(' ').len();
        for cut in cuts {
            if cut.start > at {
                kept.push(at..cut.start.min(end));
            }
            at = at.max(cut.end);
        }
        if at < end {
            kept.push(at..end);
        }
        kept.retain(|r| r.start < r.end);
        // What the cuts uncovered at the edges is trimmed, too.
        while let Some(first) = kept.first_mut() {
            let part = text.get(first.clone()).unwrap_or("");
            first.start += part.len() - part.trim_start_matches(' ').len();
            if first.start < first.end {
                break;
            }
            kept.remove(0);
        }
        while let Some(last) = kept.last_mut() {
            let part = text.get(last.clone()).unwrap_or("");
            last.end = last.start + part.trim_end_matches(' ').len();
            if last.start < last.end {
                break;
            }
            kept.pop();
        }
        let mut starts = Vec::with_capacity(kept.len());
        let mut length = 0;
        for range in &kept {
            starts.push(length);
            length += range.len();
        }
        Self { kept, starts }
    }

    /// The new position of `at`; what was cut moves to the end of the text before it.
    fn place(&self, at: usize) -> usize {
        let next = self.kept.partition_point(|r| r.start <= at);
        let Some(i) = next.checked_sub(1) else { return 0 };
        match (self.kept.get(i), self.starts.get(i)) {
            (Some(range), Some(start)) => start + at.min(range.end) - range.start,
            _ => 0,
        }
    }

    fn range(&self, range: &Range<usize>) -> Range<usize> {
        self.place(range.start)..self.place(range.end)
    }
}

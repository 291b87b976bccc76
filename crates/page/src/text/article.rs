//! Writes the text with its marks.
//!
//! The text content of the article is the source, code point for code point: what is added are elements, never words. HTML wants
//! elements to nest, marks may cross: the one that begins later is taken apart where the earlier one ends.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use verbale_core::TextIndex;

use super::layout::{self, Block, Heading, Kind};
use super::marks::{self, Layer, Mark, Marks};
use crate::entries::Entry;
use crate::html::Html;
use crate::names::Names;

/// So many marks may lie within each other; deeper ones are left out, so that no record makes the page grow faster than itself.
const DEPTH: usize = 16;

/// Writes the text of a record, and tells which stretches of it are set as one: bytes, in order.
pub(crate) fn write(html: &mut Html, names: &Names<'_>, index: &TextIndex<'_>) -> Vec<Range<usize>> {
    let document = names.record().document();
    let text = index.text();
    let sections: BTreeMap<usize, Heading<'_>> = document
        .sections
        .iter()
        .filter_map(|section| {
            let heading = Heading { words: &section.title, level: section.level };
            Some((index.byte(section.span.start())?, heading))
        })
        .collect();
    let (blocks, run_in) = layout::blocks(text, document.title.as_deref(), &sections);
    let mut marks = marks::of(names, index);
    for (range, level) in run_in {
        add(&mut marks, range, Layer::RunIn(level));
    }
    for hidden in blocks.iter().flat_map(|block| &block.hidden) {
        add(&mut marks, hidden.clone(), Layer::Hidden);
    }
    for strong in blocks.iter().flat_map(|block| &block.strong) {
        add(&mut marks, strong.clone(), Layer::Strong);
    }
    let marks: Vec<(Range<usize>, Mark)> =
        marks.into_iter().map(|((start, Reverse(end)), mark)| (start..end, mark)).collect();
    let waiting = marks
        .iter()
        .enumerate()
        .map(|(index, (range, _))| (range.start, Reverse(range.end), index))
        .collect();
    let mut writer =
        Writer { html, text, told: vec![false; marks.len()], marks: &marks, waiting, open: Vec::new() };
    let mut at = 0;
    for block in &blocks {
        writer.html.text(&text[at..block.range.start]);
        writer.block(block);
        at = block.range.end;
    }
    writer.html.text(&text[at..]);
    while let Some((.., mark)) = writer.waiting.pop_first() {
        writer.point(mark);
    }
    blocks.into_iter().map(|block| block.range).collect()
}

fn add(marks: &mut Marks, range: Range<usize>, layer: Layer) {
    marks.entry((range.start, Reverse(range.end))).or_default().layers.push(layer);
}

struct Writer<'h, 't, 'm> {
    html: &'h mut Html,
    text: &'t str,
    marks: &'m [(Range<usize>, Mark)],
    /// Whether a piece of the mark is written: the first one carries the anchor.
    told: Vec<bool>,
    /// Marks, or what is left of them, by where they begin.
    waiting: BTreeSet<(usize, Reverse<usize>, usize)>,
    open: Vec<Open>,
}

/// An element that is not closed yet.
struct Open {
    end: usize,
    tag: Tag,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tag {
    Span,
    /// A heading within its paragraph: bold, and told as a heading.
    Heading,
    Link,
}

impl Writer<'_, '_, '_> {
    fn block(&mut self, block: &Block) {
        let (open, close) = match block.kind {
            Kind::Title => ("<p class=\"doc-title\">", "</p>"),
            Kind::Heading(..=1) => ("<h3>", "</h3>"),
            Kind::Heading(2) => ("<h4>", "</h4>"),
            Kind::Heading(3) => ("<h5>", "</h5>"),
            Kind::Heading(_) => ("<h6>", "</h6>"),
            Kind::Paragraph => ("<p>", "</p>"),
            Kind::Item(0) => ("<p class=\"item\">", "</p>"),
            Kind::Item(1) => ("<p class=\"item item-2\">", "</p>"),
            Kind::Item(_) => ("<p class=\"item item-3\">", "</p>"),
            Kind::Table => {
                ("<div class=\"table fixed\" role=\"group\" aria-label=\"Table\" tabindex=\"0\">", "</div>")
            }
            Kind::Cell(cell) => {
                if cell.begins_table {
                    // What is too wide is moved sideways in its own box, by keyboard, too.
                    self.html.raw(
                        "<div class=\"table\" role=\"group\" aria-label=\"Table\" tabindex=\"0\"><table>",
                    );
                }
                if cell.begins_row {
                    self.html.raw(if cell.unread { "<tr class=\"unread\">" } else { "<tr>" });
                }
                if cell.head { ("<th scope=\"col\">", "</th>") } else { ("<td>", "</td>") }
            }
        };
        self.html.raw(open);
        let mut breaks = block.breaks.iter().copied().peekable();
        let mut at = block.range.start;
        loop {
            while self.open.last().is_some_and(|open| open.end <= at) {
                self.close();
            }
            if at >= block.range.end {
                break;
            }
            if breaks.next_if_eq(&at).is_some() {
                self.html.raw("<br>");
            }
            while let Some(&(start, Reverse(end), mark)) =
                self.waiting.first().filter(|(start, ..)| *start <= at)
            {
                self.waiting.pop_first();
                self.start(start.max(at), end, mark, block.range.end);
            }
            let next_mark = self.waiting.first().map(|(start, ..)| *start);
            let next = [self.open.last().map(|open| open.end), next_mark, breaks.peek().copied()]
                .into_iter()
                .flatten()
                .fold(block.range.end, usize::min);
            self.html.text(&self.text[at..next]);
            at = next;
        }
        self.html.raw(close);
        if let Kind::Cell(cell) = block.kind {
            self.html.raw(if cell.ends_row { "</tr>" } else { "" });
            self.html.raw(if cell.ends_table { "</table></div>" } else { "" });
        }
    }

    /// Opens a mark as far as what is open reaches; the rest waits.
    fn start(&mut self, at: usize, end: usize, mark: usize, block_end: usize) {
        if end <= at || self.open.len() >= DEPTH {
            return self.point(mark);
        }
        let limit = self.open.last().map_or(block_end, |open| open.end.min(block_end));
        if end > limit {
            self.waiting.insert((limit, Reverse(end), mark));
        }
        let tag = self.tag(mark);
        self.open.push(Open { end: end.min(limit), tag });
    }

    /// A place to link to for a mark that cannot be shown, as one of white space between two paragraphs.
    fn point(&mut self, index: usize) {
        let first = self.told.get_mut(index).is_some_and(|told| !std::mem::replace(told, true));
        if let Some(id) = self.marks.get(index).and_then(|(_, mark)| mark.id).filter(|_| first) {
            self.html.raw("<span").attr("id", id).raw("></span>");
        }
    }

    fn tag(&mut self, index: usize) -> Tag {
        let Some((_, mark)) = self.marks.get(index) else { return Tag::Span };
        let first = self.told.get_mut(index).is_some_and(|told| !std::mem::replace(told, true));
        let level = mark
            .layers
            .iter()
            .find_map(|layer| if let Layer::RunIn(level) = layer { Some(level) } else { None });
        // A link within a link is no HTML.
        let link = link(mark).filter(|_| self.open.iter().all(|open| open.tag != Tag::Link));
        let tag = match (&link, level) {
            (Some(_), _) => Tag::Link,
            (None, Some(_)) => Tag::Heading,
            (None, None) => Tag::Span,
        };
        let html = &mut *self.html;
        html.raw(match tag {
            Tag::Link => "<a",
            Tag::Heading => "<strong role=\"heading\"",
            Tag::Span => "<span",
        });
        if let (Tag::Heading, Some(level)) = (tag, level) {
            html.attr("aria-level", level.saturating_add(2).min(6));
        }
        if let Some(id) = mark.id.filter(|_| first) {
            html.attr("id", id);
        }
        html.raw(" class=\"");
        for (index, layer) in mark.layers.iter().enumerate() {
            html.raw(if index == 0 { "" } else { " " }).raw(layer.class());
        }
        html.raw("\"");
        if let Some(id) = link {
            html.attr("href", format_args!("#{id}"));
        }
        if !mark.triggers.is_empty() {
            html.attr("data-t", ids(&mark.triggers));
        }
        if !mark.events.is_empty() {
            html.attr("data-e", ids(&mark.events));
        }
        if !mark.entries.is_empty() {
            html.attr("data-n", ids(&mark.entries));
        }
        if !mark.notes.is_empty() {
            html.attr("title", mark.notes.join("; "));
        }
        html.raw(">");
        tag
    }

    fn close(&mut self) {
        if let Some(open) = self.open.pop() {
            self.html.raw(match open.tag {
                Tag::Span => "</span>",
                Tag::Heading => "</strong>",
                Tag::Link => "</a>",
            });
        }
    }
}

/// Where a mark leads without a script: words of an event to its card, the marker of a note to its entry. Other marks are no links, or
/// half of the text would be.
fn link(mark: &Mark) -> Option<String> {
    let source = mark.layers.contains(&Layer::Source);
    let entry = mark.entries.iter().find(|entry| source && matches!(entry, Entry::Source(_)));
    mark.triggers.first().map(ToString::to_string).or_else(|| entry.map(ToString::to_string))
}

/// Ids with a space between them.
fn ids(ids: &[impl ToString]) -> String {
    ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

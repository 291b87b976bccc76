//! A layout in words, for people.

use std::fmt::Write as _;
use std::ops::Range;

use super::layout::{BlockKind, HeadField, Layout};
use super::text::floor;

impl Layout {
    /// A compact dump of the layout: the head, one line a block, then markers, notes, links and furniture.
    ///
    /// A block line gives its index, kind, section, nesting (`+` a level), ordinal, lead-in (`<3`: block 3) and first words.
    #[must_use]
    pub fn describe(&self, source: &str) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        let _ = self.write(&mut out, source);
        out
    }

    fn write(&self, out: &mut String, source: &str) -> std::fmt::Result {
        let named: [(&str, Option<&HeadField>); 4] = [
            ("title", self.head.title.as_ref()),
            ("publisher", self.head.publisher.as_ref()),
            ("date", self.head.date.as_ref()),
            ("genre", self.head.genre.as_ref()),
        ];
        for (name, field) in named {
            if let Some(field) = field {
                writeln!(out, "{name}: {}", field.text)?;
            }
        }
        for author in &self.head.authors {
            writeln!(out, "author: {}", author.text)?;
        }
        for (i, section) in self.sections.iter().enumerate() {
            let parent = section.parent.map_or(String::new(), |p| format!(" in s{p}"));
            writeln!(
                out,
                "s{i} level {}{parent} blocks {}-{}: {}",
                section.level,
                section.blocks.start,
                section.end_block,
                short(&section.title)
            )?;
        }
        for (i, block) in self.blocks.iter().enumerate() {
            let text = self.reading.text().get(block.range.clone()).unwrap_or("");
            let section = block.section.map_or(String::new(), |s| format!(" s{s}"));
            let nesting = "+".repeat(usize::from(block.depth.min(9)));
            let ordinal = block.ordinal.as_ref().map_or(String::new(), |o| format!(" #{o}"));
            let label = block.label.map_or(String::new(), |l| format!(" @{l}"));
            let lead_in = block.lead_in.map_or(String::new(), |l| format!(" <{l}"));
            let header = if block.header { " header" } else { "" };
            let gap = if nesting.is_empty() { "" } else { " " };
            writeln!(
                out,
                "{i} {}{section}{gap}{nesting}{ordinal}{lead_in}{label}{header}: {}",
                kind(block.kind),
                short(text)
            )?;
        }
        for marker in &self.markers {
            writeln!(out, "marker {} after \"{}\"", marker.label, self.before(marker.at))?;
        }
        for note in &self.notes {
            writeln!(
                out,
                "note {} in {}: {}",
                note.label,
                note.block,
                short(self.reading.text().get(note.range.clone()).unwrap_or(""))
            )?;
        }
        for link in &self.links {
            let bare = if link.bare { "bare " } else { "" };
            writeln!(
                out,
                "link {bare}\"{}\" {}",
                short(self.reading.text().get(link.range.clone()).unwrap_or("")),
                link.url
            )?;
        }
        for skipped in &self.furniture {
            writeln!(out, "furniture: {}", short(cut(source, skipped)))?;
        }
        Ok(())
    }

    /// The last word before a position.
    fn before(&self, at: usize) -> &str {
        let text = self.reading.text().get(..at).unwrap_or("");
        let from = floor(text, text.len().saturating_sub(40));
        text.get(from..).unwrap_or("").rsplit([' ', '\n']).next().unwrap_or("")
    }
}

fn cut<'a>(source: &'a str, range: &Range<usize>) -> &'a str {
    source.get(range.clone()).unwrap_or("")
}

/// The first words of a text; and its last, so that the end of a block shows.
fn short(text: &str) -> String {
    let count = text.chars().count();
    if count <= 72 {
        return text.to_owned();
    }
    let start: String = text.chars().take(48).collect();
    let end: String = text.chars().skip(count - 20).collect();
    format!("{start} … {end}")
}

fn kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Masthead => "masthead",
        BlockKind::Heading => "heading",
        BlockKind::Paragraph => "paragraph",
        BlockKind::Label => "label",
        BlockKind::ListItem => "item",
        BlockKind::TableRow => "row",
        BlockKind::BlockQuote => "quote",
        BlockKind::Note => "note",
    }
}

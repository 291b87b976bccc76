//! The types that describe a document's layout.

use std::ops::Range;

use super::reading::Reading;

/// What [`read`](super::read) found in a document. Ranges are bytes of the reading text unless a field says otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The text to read, with its alignment.
    pub reading: Reading,
    /// Title, authors, publisher and date, as far as the masthead gives them.
    pub head: Head,
    /// Sections in order.
    pub sections: Vec<Section>,
    /// Blocks in order; they cover the reading text but for the blank lines between them.
    pub blocks: Vec<Block>,
    /// Markers of notes, in order; they are no part of the reading text.
    pub markers: Vec<NoteMarker>,
    /// Bodies of notes, in order.
    pub notes: Vec<Note>,
    /// Links and bare web addresses, in order.
    pub links: Vec<Link>,
    /// Bold and italic stretches, in order; they may nest.
    pub emphasis: Vec<Range<usize>>,
    /// Source bytes that were skipped: page numbers, running headers.
    pub furniture: Vec<Range<usize>>,
}

impl Layout {
    /// The block that holds a position of the reading text; none between blocks.
    #[must_use]
    pub fn block_at(&self, position: usize) -> Option<&Block> {
        let index = self.blocks.partition_point(|block| block.range.end <= position);
        self.blocks.get(index).filter(|block| block.range.contains(&position))
    }
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BlockKind {
    /// A field of the masthead: address, genre, organisation, person, date, title.
    Masthead,
    /// A heading, also one that runs into its paragraph.
    Heading,
    /// A paragraph.
    Paragraph,
    /// The date that an entry of a chronicle begins with.
    Label,
    /// An item of a list, or a numbered paragraph.
    ListItem,
    /// A row of a table, its cells joined by `" ; "`.
    TableRow,
    /// A quotation set apart.
    BlockQuote,
    /// The body of a note, or an entry of a list of references.
    Note,
}

/// A stretch of the reading text that is one paragraph, item, heading or the like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it is; it holds no newline.
    pub range: Range<usize>,
    /// Index of the section it belongs to; none before the first heading.
    pub section: Option<usize>,
    /// Nesting of lists: 0 outside of them, 1 for the items of an outermost list.
    pub depth: u8,
    /// Ordinal of a numbered item or heading without its punctuation: `12`, `iv`, `2.1`.
    pub ordinal: Option<String>,
    /// Index of the block that introduces this item or quotation.
    pub lead_in: Option<usize>,
    /// Index of the date label that stands before it.
    pub label: Option<usize>,
    /// Whether this is the header row of a table.
    pub header: bool,
}

/// A heading and what stands below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading's words without number and end mark.
    pub title: String,
    /// Where these words are.
    pub title_range: Range<usize>,
    /// As written (`#` is 1, `==` is 2), or one below the section that it was first found in; 1 or more.
    pub level: u8,
    /// Index of the section that contains this one.
    pub parent: Option<usize>,
    /// Its own blocks, heading included, up to the next heading of any level.
    pub blocks: Range<usize>,
    /// End of its blocks when its subsections are counted in (exclusive).
    pub end_block: usize,
}

/// What the masthead says about the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The title.
    pub title: Option<HeadField>,
    /// The authors, one field each.
    pub authors: Vec<HeadField>,
    /// The organisation that publishes.
    pub publisher: Option<HeadField>,
    /// The date; only its words, its value is for others to read.
    pub date: Option<HeadField>,
    /// The kind of publication ("Policy Brief No. 12").
    pub genre: Option<HeadField>,
}

/// A field of the head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadField {
    /// Its words, line breaks joined; a name in capitals is written the usual way.
    pub text: String,
    /// Where they are.
    pub range: Range<usize>,
}

/// A marker that sends the reader to a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteMarker {
    /// Where it stood in the reading text: between the characters before and after this position.
    pub at: usize,
    /// The marker itself, in bytes of the source.
    pub source: Range<usize>,
    /// What it says, in plain characters: `7`, `*`; a run of several is kept as written, `1-3` or `1,2`.
    pub label: String,
}

impl NoteMarker {
    /// The labels one by one: `1-3` gives 1, 2 and 3.
    ///
    /// ```
    /// # use verbale_parse::document::NoteMarker;
    /// let marker = NoteMarker { at: 0, source: 0..0, label: "1-3,7".to_owned() };
    /// assert_eq!(marker.labels(), ["1", "2", "3", "7"]);
    /// ```
    #[must_use]
    pub fn labels(&self) -> Vec<String> {
        let mut labels = Vec::new();
        for part in self.label.split(',') {
            let ends = part
                .split_once('-')
                .and_then(|(a, b)| Some((a.parse::<u32>().ok()?, b.parse::<u32>().ok()?)));
            match ends {
                Some((first, last)) if first <= last && last - first < 100 => {
                    labels.extend((first..=last).map(|n| n.to_string()))
                }
                _ => labels.push(part.to_owned()),
            }
        }
        labels
    }
}

/// The body of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its label, as in [`NoteMarker::labels`].
    pub label: String,
    /// Index of the block it stands in; several notes may share one.
    pub block: usize,
    /// The body without its label.
    pub range: Range<usize>,
}

/// A link or a web address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The words that carry it.
    pub range: Range<usize>,
    /// Where it leads.
    pub url: String,
    /// Whether the address itself is what the reader sees.
    pub bare: bool,
}

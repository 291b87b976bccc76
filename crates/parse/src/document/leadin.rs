//! Lead-ins: the block that introduces a list item or a quotation.

use super::layout::{Block, BlockKind, Layout};
use super::text::{Ending, ending};

/// Fills in [`Block::lead_in`]. `fresh` has one flag a block: whether a blank line precedes it.
pub(super) fn connect(layout: &mut Layout, fresh: &[bool]) {
    let text = layout.reading.text();
    let mut lists = Lists::default();
    let mut found: Vec<Option<usize>> = Vec::with_capacity(layout.blocks.len());
    for (i, block) in layout.blocks.iter().enumerate() {
        let end = ending(text.get(block.range.clone()).unwrap_or(""));
        found.push(lists.take(i, block, end, fresh.get(i).copied().unwrap_or(true)));
    }
    for (block, lead_in) in layout.blocks.iter_mut().zip(found) {
        block.lead_in = lead_in;
    }
}

/// An item that later ones may stand below.
struct Item {
    index: usize,
    depth: u8,
    colon: bool,
    lead_in: Option<usize>,
}

/// An item that ends in a colon and introduces its brothers, as when a list has lost its indentation.
struct Flat {
    index: usize,
    depth: u8,
    /// Whether one of the brothers ended in a semicolon: then one that ends in a full stop is the last.
    semicolon: bool,
}

/// What may introduce the next block.
#[derive(Default)]
struct Lists {
    /// The last paragraph, while nothing but items and notes followed it, and whether it ends in a colon.
    paragraph: Option<(usize, bool)>,
    /// The open items, outermost first.
    items: Vec<Item>,
    flat: Option<Flat>,
    /// Whether the items are numbered paragraphs that the paragraph before them does not introduce.
    free: bool,
}

impl Lists {
    fn take(&mut self, i: usize, block: &Block, end: Ending, fresh: bool) -> Option<usize> {
        match block.kind {
            BlockKind::ListItem => self.item(i, block, end, fresh),
            BlockKind::Note | BlockKind::Label => None,
            BlockKind::BlockQuote => match self.items.last() {
                Some(item) => item.colon.then_some(item.index),
                None => self.paragraph.map(|(paragraph, _)| paragraph),
            },
            // A further paragraph of an item.
            BlockKind::Paragraph if block.depth > 0 => None,
            BlockKind::Paragraph => {
                *self = Self { paragraph: Some((i, end == Ending::Colon)), ..Self::default() };
                None
            }
            _ => {
                *self = Self::default();
                None
            }
        }
    }

    fn item(&mut self, index: usize, block: &Block, end: Ending, fresh: bool) -> Option<usize> {
        let (depth, colon) = (block.depth, end == Ending::Colon);
        while self.items.last().is_some_and(|item| item.depth >= depth) {
            self.items.pop();
        }
        if self.items.is_empty() && depth == 1 && block.ordinal.is_some() {
            self.free |= self.paragraph.is_some_and(|(_, colon)| !colon);
        }
        // Deeper items below it are its own; a blank line ends what it introduces.
        let over = |flat: &Flat| {
            (depth > flat.depth && self.items.last().is_some_and(|i| i.index == flat.index))
                || depth < flat.depth
                || (depth == flat.depth && fresh)
        };
        if self.flat.as_ref().is_some_and(over) {
            self.flat = None;
        }
        let outer =
            self.items.last().and_then(|item| if item.colon { Some(item.index) } else { item.lead_in });
        let paragraph =
            self.paragraph.filter(|(_, colon)| *colon || !self.free).map(|(paragraph, _)| paragraph);
        let mut lead_in = outer.or(paragraph);
        if let Some(flat) = self.flat.as_mut().filter(|flat| flat.depth == depth && !colon) {
            lead_in = Some(flat.index);
            if end == Ending::Stop && flat.semicolon {
                self.flat = None;
            } else {
                flat.semicolon |= end == Ending::Semicolon;
            }
        }
        if colon {
            self.flat = Some(Flat { index, depth, semicolon: false });
        }
        self.items.push(Item { index, depth, colon, lead_in });
        lead_in
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;

    fn lead_ins(text: &str) -> Vec<Option<usize>> {
        read(text).blocks.iter().map(|block| block.lead_in).collect()
    }

    #[test]
    fn a_paragraph_introduces_its_list() {
        let text = "The sides agreed on this:\n\n- a truce;\n- a line:\n  - in the north;\n  - in the south.\n- talks.";
        assert_eq!(lead_ins(text), [None, Some(0), Some(0), Some(2), Some(2), Some(0)]);
    }

    #[test]
    fn an_item_introduces_its_brothers() {
        let text = "The record of the year is long.\n\n- In May these were signed:\n- a pact on trade;\n- a pact on rivers.\n- In June talks ended.\n\n- In July they resumed.";
        assert_eq!(lead_ins(text), [None, Some(0), Some(1), Some(1), Some(0), Some(0)]);
    }

    #[test]
    fn numbered_paragraphs_stand_alone() {
        let text = "The mission wrote a report on what it saw in the valley.\n\n1. The road was closed.\n\n2. The bridge was open.";
        assert_eq!(lead_ins(text), [None, None, None]);
    }

    #[test]
    fn a_heading_ends_what_stands_before() {
        let text = "The sides agreed on this:\n\n## Talks\n\n- They talked in May.\n- They talked in June.";
        assert_eq!(lead_ins(text), [None, None, None, None]);
    }
}

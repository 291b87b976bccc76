//! Stage 1: the layout of a document.
//!
//! The source is never changed. [`read`] finds its structure and yields *reading text*, what a sentence splitter should see: hard
//! line breaks and line-end hyphens joined, page numbers and running headers skipped, markup dropped; aligned with the source, so
//! that whatever is found later can be given in source positions.
//!
//! The work goes in this order, each step in the modules named:
//!
//! 1. split the source into lines (`lines`), set page furniture aside (`furniture`), see whether paragraphs are broken into lines
//!    (`wrap`);
//! 2. put lines together to drafts of blocks (`blocks`, `draft`), by the marks of headings (`headings`), lists (`lists`) and notes
//!    (`notes`);
//! 3. tell the masthead's fields apart (`masthead`, `fields`), find the headings without marks (`headings`);
//! 4. make each block's text: lines joined (`join`, `hyphens`, `clean`), emphasis, links and note markers found (`inline`,
//!    `targets`), run-in headings split off (`runin`);
//! 5. write the layout (`emit`, `levels`, `leadin`, `head`).

mod blocks;
mod clean;
mod describe;
mod draft;
mod emit;
mod fields;
mod furniture;
mod head;
mod headings;
mod hyphens;
mod inline;
mod join;
mod labels;
mod layout;
mod leadin;
mod levels;
mod lines;
mod lists;
mod masthead;
mod notes;
mod reading;
mod runin;
mod tabs;
mod targets;
mod text;
mod word_lists;
mod wrap;

#[cfg(test)]
mod tests;

pub(crate) use emit::BETWEEN as BETWEEN_CELLS;
pub use layout::{Block, BlockKind, Head, HeadField, Layout, Link, Note, NoteMarker, Section};
pub use reading::Reading;

use draft::Draft;
use emit::Emitter;
use hyphens::Vocabulary;
use inline::Labels;
use wrap::Metrics;

/// Reads the layout of a document. Takes time linear in the length of the text; any text is accepted.
///
/// ```
/// use verbale_parse::document::{BlockKind, read};
///
/// let layout = read("# The river talks\n\nThe delegations met in Lomé.\n\n- They agreed on a date.\n");
/// assert_eq!(layout.head.title.map(|title| title.text).as_deref(), Some("The river talks"));
/// let kinds: Vec<BlockKind> = layout.blocks.iter().map(|block| block.kind).collect();
/// assert_eq!(kinds, [BlockKind::Heading, BlockKind::Paragraph, BlockKind::ListItem]);
/// assert_eq!(layout.reading.text(), "The river talks\n\nThe delegations met in Lomé.\n\nThey agreed on a date.");
/// ```
#[must_use]
pub fn read(source: &str) -> Layout {
    let lines = lines::split(source);
    let skip = furniture::find(&lines);
    let metrics = wrap::measure(&lines, |i| skip.get(i).copied().unwrap_or(false));
    let evidence = notes::Evidence::of(source, &lines);
    let blocks::Assembly { mut drafts, mut furniture } =
        blocks::assemble(source, &lines, &skip, metrics, &evidence);
    let plan = masthead::plan(&mut drafts, source, metrics);
    headings::find_unmarked(&mut drafts, plan.len(), source, metrics);
    drop_last_header(&mut drafts, &mut furniture, source, metrics);
    set_quotes_apart(&mut drafts, plan.len(), source);

    let labels =
        Labels { known: drafts.iter().filter_map(|d| d.label.clone()).collect(), star: evidence.star };
    let vocabulary = Vocabulary::of(source, &drafts);
    let mut emitter = Emitter::new(source, &labels, &vocabulary);
    emitter.run_in = metrics.wrapped;
    let mut places = Vec::with_capacity(plan.len());
    let mut fresh = Vec::new();
    for (i, draft) in drafts.iter().enumerate() {
        let place = emitter.push(draft);
        fresh.resize(emitter.layout.blocks.len(), draft.fresh);
        if i < plan.len() {
            places.push(place);
        }
    }
    let mut layout = emitter.finish();
    leadin::connect(&mut layout, &fresh);
    layout.head = head::read(&layout.reading, &plan, &places, &layout.blocks);
    furniture.sort_by_key(|range| range.start);
    layout.furniture = furniture;
    layout
}

/// In a document of pages, a short line that nothing follows is the last running header.
fn drop_last_header(
    drafts: &mut Vec<Draft>,
    furniture: &mut Vec<std::ops::Range<usize>>,
    source: &str,
    metrics: Metrics,
) {
    let header = drafts.len() > 3
        && metrics.wrapped
        && drafts.last().is_some_and(|d| {
            let text = d.joined(source);
            d.kind == BlockKind::Paragraph
                && d.fresh
                && d.pieces.len() == 1
                && text::words_up_to(&text, 5) <= 4
                && headings::is_title_like(&text)
        });
    if header && let Some(draft) = drafts.pop() {
        furniture.extend(draft.pieces);
    }
}

/// An indented paragraph below a colon is a quotation.
fn set_quotes_apart(drafts: &mut [Draft], first: usize, source: &str) {
    // Columns from which on a paragraph counts as indented.
    let mut margin: Option<usize> = None;
    for draft in drafts.iter_mut().skip(first) {
        if draft.kind == BlockKind::Paragraph && margin.is_some_and(|margin| draft.indent >= margin) {
            draft.kind = BlockKind::BlockQuote;
        }
        let colon = text::ending(draft.last(source)) == text::Ending::Colon;
        margin = match draft.kind {
            BlockKind::Paragraph if colon => Some(draft.indent + 3),
            BlockKind::ListItem if colon => Some(draft.indent + 6),
            _ => None,
        };
    }
}

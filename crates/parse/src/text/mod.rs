//! Sentences and words of the reading text.
//!
//! Sentences and their words are those of [`verbale_syntax`]. Dates and numbers are written with smaller pieces, "26-year" or
//! "13.11.1956": a word is taken apart into tokens of letters, of digits, and of single signs. A token never crosses a word.

mod ranges;
mod spelling;
mod tokens;
mod words;

use std::ops::Range;

pub(crate) use ranges::{overlapping, within};
pub(crate) use spelling::american;
pub(crate) use tokens::{Token, TokenKind, plain_words};
pub(crate) use words::{FunctionWord, function_word, is_in_capitals, is_open, lower};

use verbale_syntax::Splitter;

use crate::document::{BlockKind, Layout};

/// The words and sentences of a document. Positions are bytes of the reading text.
#[derive(Debug)]
pub(crate) struct Text<'l> {
    reading: &'l str,
    tokens: Vec<Token>,
    sentences: Vec<Sentence>,
    blocks: Vec<BlockTokens>,
}

/// A sentence, or what stands for one: a heading, a list item without full stop, a table row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// The block that it stands in.
    pub(crate) block: usize,
    /// From its first to behind its last character.
    pub(crate) range: Range<usize>,
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
}

#[derive(Debug)]
struct BlockTokens {
    kind: BlockKind,
    /// Whether it is the row that names the columns of a table.
    is_header: bool,
    tokens: Range<usize>,
}

impl<'l> Text<'l> {
    /// Splits the reading text of a layout.
    pub(crate) fn of(layout: &'l Layout, splitter: &Splitter) -> Self {
        let reading = layout.reading.text();
        // A token has some five characters; what is reserved in vain is given back below.
        let tokens = Vec::with_capacity(reading.len() / 4);
        let mut text = Self { reading, tokens, sentences: Vec::new(), blocks: Vec::new() };
        for (index, block) in layout.blocks.iter().enumerate() {
            let first = text.tokens.len();
            let start = block.range.start;
            let mut end = start;
            for words in splitter.split(text.slice(&block.range)) {
                let tokens = text.tokens.len();
                for word in words {
                    let word = start + word.start..start + word.end;
                    let spaced = end < word.start && end > start;
                    end = word.end;
                    tokens::split(reading, word, spaced, &mut text.tokens);
                }
                text.push_sentence(index, tokens..text.tokens.len());
            }
            text.blocks.push(BlockTokens {
                kind: block.kind,
                is_header: block.header,
                tokens: first..text.tokens.len(),
            });
        }
        text.tokens.shrink_to_fit();
        text
    }

    fn push_sentence(&mut self, block: usize, tokens: Range<usize>) {
        let ends = self.tokens.get(tokens.clone()).and_then(|tokens| Some((tokens.first()?, tokens.last()?)));
        if let Some((first, last)) = ends {
            let range = first.range().start..last.range().end;
            self.sentences.push(Sentence { block, range, tokens });
        }
    }

    pub(crate) fn reading(&self) -> &'l str {
        self.reading
    }

    pub(crate) fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    pub(crate) fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The words of a token.
    pub(crate) fn word(&self, token: usize) -> &'l str {
        self.tokens.get(token).map_or("", |token| self.slice(&token.range()))
    }

    /// The words of a range.
    pub(crate) fn slice(&self, range: &Range<usize>) -> &'l str {
        self.reading.get(range.clone()).unwrap_or("")
    }

    /// The sentences that tell something, in order: those of paragraphs, lists, tables and quoted blocks, and no headings or notes,
    /// nor the names of columns.
    pub(crate) fn told(&self) -> impl Iterator<Item = usize> {
        let tells = |sentence: &Sentence| {
            self.blocks.get(sentence.block).is_some_and(|block| match block.kind {
                BlockKind::Paragraph | BlockKind::ListItem | BlockKind::BlockQuote => true,
                BlockKind::TableRow => !block.is_header,
                _ => false,
            })
        };
        self.sentences.iter().enumerate().filter(move |(_, sentence)| tells(sentence)).map(|(index, _)| index)
    }

    /// Whether a sentence is a row of a table, whose cells are parted by semicolons.
    pub(crate) fn is_row(&self, sentence: &Sentence) -> bool {
        self.blocks.get(sentence.block).is_some_and(|block| block.kind == BlockKind::TableRow)
    }

    /// The tokens of each block, with the block's index and kind.
    pub(crate) fn blocks(&self) -> impl Iterator<Item = (usize, BlockKind, Range<usize>)> {
        self.blocks.iter().enumerate().map(|(index, block)| (index, block.kind, block.tokens.clone()))
    }

    /// The sentences of a block.
    pub(crate) fn sentences_of(&self, block: usize) -> Range<usize> {
        let behind = |last: usize| self.sentences.partition_point(|sentence| sentence.block < last);
        behind(block)..behind(block + 1)
    }

    /// Frees the room that the tokens take, once nothing asks for words any more.
    pub(crate) fn forget_tokens(&mut self) {
        self.tokens = Vec::new();
    }

    /// The first token that ends behind a position.
    pub(crate) fn token_at(&self, position: usize) -> usize {
        self.tokens.partition_point(|token| token.range().end <= position)
    }

    /// The position behind the last token of the block that holds a position.
    pub(crate) fn block_end(&self, position: usize) -> usize {
        let token = self.token_at(position);
        let index = self.blocks.partition_point(|block| block.tokens.end <= token);
        self.blocks.get(index).map_or(self.tokens.len(), |block| block.tokens.end)
    }

    /// The last sentence of a block that begins before a position.
    pub(crate) fn sentence_before(&self, position: usize, block: usize) -> Option<&Sentence> {
        let behind = self.sentences.partition_point(|sentence| sentence.range.start <= position);
        self.sentences.get(behind.checked_sub(1)?).filter(|sentence| sentence.block == block)
    }

    /// Where the sentence that holds a position ends.
    pub(crate) fn sentence_end(&self, position: usize) -> usize {
        self.sentence_at(position).map_or(position, |index| self.sentences[index].range.end)
    }

    /// The sentence that holds a position; `None` between blocks.
    pub(crate) fn sentence_at(&self, position: usize) -> Option<usize> {
        let index = self.sentences.partition_point(|sentence| sentence.range.end <= position);
        self.sentences.get(index).filter(|sentence| sentence.range.contains(&position)).map(|_| index)
    }
}

#[cfg(test)]
impl<'l> Text<'l> {
    /// The text of a layout, for the tests of later stages.
    pub(crate) fn of_layout(layout: &'l Layout) -> Self {
        Self::of(layout, &Splitter::english().unwrap())
    }
}

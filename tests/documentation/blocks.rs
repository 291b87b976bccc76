//! The fenced blocks of a page.

/// A fenced block.
pub(crate) struct Block {
    /// The word behind the fence.
    pub(crate) language: String,
    /// The name behind the language: the block is that file.
    pub(crate) file: Option<String>,
    pub(crate) content: String,
}

/// The fenced blocks of a page, in order.
pub(crate) fn blocks(markdown: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for line in markdown.split_inclusive('\n') {
        match (open.take(), line.strip_prefix("```")) {
            (None, None) => {}
            (None, Some(info)) => {
                let mut words = info.split_whitespace().map(str::to_owned);
                let language = words.next().unwrap_or_default();
                open = Some(Block { language, file: words.next(), content: String::new() });
            }
            (Some(block), Some(_)) => blocks.push(block),
            (Some(mut block), None) => {
                block.content.push_str(line);
                open = Some(block);
            }
        }
    }
    assert!(open.is_none(), "a block has no end");
    blocks
}

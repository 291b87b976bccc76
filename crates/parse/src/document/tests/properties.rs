//! What holds for any text.

use proptest::prelude::*;

use super::super::{Layout, read};

fn check(source: &str) -> Layout {
    let layout = read(source);
    let text = layout.reading.text();
    let mut end = 0;
    for (i, block) in layout.blocks.iter().enumerate() {
        assert!(
            block.range.start >= end && block.range.start < block.range.end && block.range.end <= text.len(),
            "block {i} of {source:?}"
        );
        assert!(!text[block.range.clone()].contains('\n'));
        assert!(block.lead_in.is_none_or(|l| l < i));
        assert!(block.section.is_none_or(|s| layout.sections[s].blocks.contains(&i)));
        if i > 0 {
            assert_eq!(&text[end..block.range.start], "\n\n");
        }
        end = block.range.end;
    }
    assert_eq!(end, text.len());
    for (at, ch) in text.char_indices() {
        let range = layout.reading.source_range(at..at + ch.len_utf8());
        assert!(source.get(range.clone()).is_some(), "{range:?} of {source:?}");
        assert!(ch == '\n' || ch == ' ' || !range.is_empty(), "{ch:?} at {at} of {source:?}");
    }
    for section in &layout.sections {
        assert!(text.get(section.title_range.clone()) == Some(section.title.as_str()));
        assert!(section.end_block >= section.blocks.end && section.end_block <= layout.blocks.len());
    }
    for marker in &layout.markers {
        assert!(
            text.is_char_boundary(marker.at)
                && source.get(marker.source.clone()).is_some_and(|s| !s.is_empty())
        );
    }
    for range in layout
        .notes
        .iter()
        .map(|n| &n.range)
        .chain(layout.links.iter().map(|l| &l.range))
        .chain(&layout.emphasis)
    {
        assert!(text.get(range.clone()).is_some(), "{range:?} of {source:?}");
    }
    assert!(layout.furniture.iter().all(|f| source.get(f.clone()).is_some()));
    let head = &layout.head;
    for field in
        head.authors.iter().chain(&head.title).chain(&head.publisher).chain(&head.date).chain(&head.genre)
    {
        assert!(text.get(field.range.clone()).is_some(), "{field:?} of {source:?}");
    }
    let _ = layout.describe(source);
    layout
}

/// Words, marks and line ends that meet in documents.
const PIECES: &[&str] = &[
    "The envoys",
    "met in Oslo",
    "talks",
    "posi-",
    "tion",
    ".",
    ":",
    ";",
    ",",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\u{c}",
    "\u{2028}",
    "# ",
    "## ",
    "== ",
    " ==",
    "**",
    "*",
    "_",
    "- ",
    "• ",
    "1. ",
    "2. ",
    "(a) ",
    "IV. ",
    "| ",
    " | ",
    "|---|\n",
    "> ",
    "¹",
    "²³",
    "[^1]",
    "[^1]: ",
    "[1] ",
    "<",
    ">",
    "https://a.org/b",
    "[x](y.z)",
    "References",
    "Notes",
    "Page 3 of 9",
    "12",
    "---\n",
    "=====\n",
    "By Amina Okoro",
    "May 2021",
    "ﬁ",
    "\u{ad}",
    "\u{200b}",
    "\u{feff}",
    "é",
    "с",
    "“",
    "”",
    "MINISTRY OF",
    "REPORT",
    "&amp;",
    "\\*",
    "<sup>1</sup>",
    "†",
    "* ",
    "\t",
    "    ",
    "😀",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_string(source in any::<String>()) {
        check(&source);
    }

    #[test]
    fn any_mixture(parts in prop::collection::vec(prop::sample::select(PIECES), 0..60)) {
        check(&parts.concat());
    }

    #[test]
    fn plain_words_are_kept(words in prop::collection::vec("[a-z]{2,9}", 1..60), breaks in prop::collection::vec(prop::sample::select(&[" ", "  ", "\n"][..]), 60)) {
        let mut source = String::new();
        for (word, space) in words.iter().zip(&breaks) {
            source.push_str(word);
            source.push_str(space);
        }
        let want = source.split_whitespace().collect::<Vec<_>>().join(" ");
        let layout = check(&source);
        prop_assert_eq!(layout.reading.text(), want);
    }
}

#[test]
fn empty_and_blank() {
    for source in ["", " ", "\n", "\u{feff}", "\r\n\r\n", "\u{c}\u{c}", "\0", "\u{2029}\t"] {
        let layout = check(source);
        assert!(layout.reading.text().is_empty() && layout.blocks.is_empty());
    }
}

#[test]
fn large_and_monotonous() {
    for piece in [
        "\n", "(", "[", "[a](", "*", "**a", "<", "_", "a\n", "1. a\n", "¹", "- ", "|", "a-\nb", "https://",
        "&", "Ab\n\n", "[1] a\n",
    ] {
        let source = piece.repeat(300_000 / piece.len());
        let layout = read(&source);
        assert!(layout.reading.text().len() <= source.len() * 4);
    }
}

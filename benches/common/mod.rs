//! The documents that are measured.

use std::fs;
use std::path::Path;

/// The example texts one after the other, again and again, up to a size in bytes.
pub(crate) fn document(size: usize) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/texts");
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the texts").map(|entry| entry.expect("a text").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt" || ending == "md"));
    paths.sort();
    let texts: Vec<String> = paths.iter().map(|path| fs::read_to_string(path).expect("UTF-8")).collect();
    let mut document = String::new();
    for text in texts.iter().cycle() {
        if document.len() + text.len() > size && !document.is_empty() {
            break;
        }
        document.push_str(text);
        document.push_str("\n\n");
    }
    document
}

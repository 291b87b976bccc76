//! How names of places are compared. The build script uses this file, too.

/// A character as it stands in keys: hyphens and white space are one, and so are all apostrophes, because texts write
/// "Deir ez-Zor", "Deir ez Zor", "Sana'a" and "Sana’a" as they please. The bytes of a key are not those of the text.
pub(crate) fn plain(char: char) -> char {
    match char {
        '-' | '\u{2010}' | '\u{2011}' => ' ',
        '’' | '‘' | 'ʼ' | 'ʻ' | 'ʿ' | 'ʾ' | '`' => '\'',
        char if char.is_whitespace() => ' ',
        char => char,
    }
}

/// The key under which a name is kept.
pub(crate) fn key(name: &str) -> String {
    name.chars().map(plain).collect()
}

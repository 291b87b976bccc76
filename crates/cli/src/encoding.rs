//! From bytes to text: encodings, told by a mark or by the user.

use clap::ValueEnum;
use encoding_rs::{DecoderResult, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How a text is written down in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Encoding {
    /// With or without a byte order mark
    #[value(name = "utf-8")]
    Utf8,
    /// With a byte order mark
    #[value(name = "utf-16")]
    Utf16,
    /// The low byte first
    #[value(name = "utf-16le")]
    Utf16le,
    /// The high byte first
    #[value(name = "utf-16be")]
    Utf16be,
    /// Western European, on Windows
    #[value(name = "windows-1252")]
    Windows1252,
}

pub(crate) const UTF_8_MARK: &[u8] = b"\xEF\xBB\xBF";
const LOW_FIRST: &[u8] = b"\xFF\xFE";
const HIGH_FIRST: &[u8] = b"\xFE\xFF";

/// So many bytes are looked at to tell whether a text without a mark is UTF-16.
const LOOKED_AT: usize = 1024;

impl Encoding {
    /// Whether a line break is one byte, so that lines can be told apart before they are read.
    pub(crate) const fn has_lines(self) -> bool {
        matches!(self, Self::Utf8 | Self::Windows1252)
    }
}

/// The bytes as text, without a byte order mark; `start` is their position in the file. Without an encoding, it is UTF-8, or UTF-16
/// where the mark says so.
///
/// # Errors
/// Says at which byte of the file the text leaves the encoding, and what to do.
pub(crate) fn text(bytes: Vec<u8>, start: u64, encoding: Option<Encoding>) -> Result<String, String> {
    let utf_16 = bytes.starts_with(LOW_FIRST) || bytes.starts_with(HIGH_FIRST);
    match encoding {
        None if utf_16 => utf_16_by_mark(&bytes, start),
        None => match utf_16_without_mark(&bytes) {
            Some((zero, name)) => {
                let position = start + zero;
                Err(format!(
                    "has zeros, the first at byte {position}: if it is UTF-16, say so, as in `--encoding {name}`"
                ))
            }
            None => utf_8(bytes, start, ADVICE),
        },
        Some(Encoding::Utf8) => utf_8(bytes, start, ADVICE),
        Some(Encoding::Utf16) => utf_16_by_mark(&bytes, start),
        Some(Encoding::Utf16le) => utf_16_of(UTF_16LE, &bytes, LOW_FIRST, start),
        Some(Encoding::Utf16be) => utf_16_of(UTF_16BE, &bytes, HIGH_FIRST, start),
        Some(Encoding::Windows1252) => windows_1252(&bytes, start),
    }
}

const ADVICE: &str = "name its encoding, as in `--encoding windows-1252`";

/// Bytes that can only be UTF-8, such as JSON.
///
/// # Errors
/// Says at which byte of the file the text leaves UTF-8.
pub(crate) fn utf_8_only(bytes: Vec<u8>, start: u64) -> Result<String, String> {
    utf_8(bytes, start, "convert it first, as in `iconv -f WINDOWS-1252 -t UTF-8`")
}

fn utf_8(mut bytes: Vec<u8>, mut start: u64, advice: &str) -> Result<String, String> {
    if bytes.starts_with(UTF_8_MARK) {
        bytes.drain(..UTF_8_MARK.len());
        start += UTF_8_MARK.len() as u64;
    }
    String::from_utf8(bytes).map_err(|error| {
        let position = start + error.utf8_error().valid_up_to() as u64;
        format!("not UTF-8 at byte {position}: {advice}")
    })
}

fn utf_16_by_mark(bytes: &[u8], start: u64) -> Result<String, String> {
    if bytes.starts_with(LOW_FIRST) {
        utf_16_of(UTF_16LE, bytes, LOW_FIRST, start)
    } else if bytes.starts_with(HIGH_FIRST) {
        utf_16_of(UTF_16BE, bytes, HIGH_FIRST, start)
    } else {
        Err(format!(
            "no byte order mark of UTF-16 at byte {start}: say `--encoding utf-16le` or `--encoding utf-16be`, or leave it out"
        ))
    }
}

fn utf_16_of(
    encoding: &'static encoding_rs::Encoding,
    bytes: &[u8],
    mark: &[u8],
    start: u64,
) -> Result<String, String> {
    let (rest, start) = match bytes.strip_prefix(mark) {
        Some(rest) => (rest, start + mark.len() as u64),
        None => (bytes, start),
    };
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(rest.len());
    let mut text = String::with_capacity(room.unwrap_or(rest.len()));
    let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
    match result {
        DecoderResult::InputEmpty => Ok(text),
        DecoderResult::Malformed(length, behind) => {
            let position = start + (read as u64).saturating_sub(u64::from(length) + u64::from(behind));
            Err(format!(
                "not UTF-16 at byte {position}: name its encoding, or leave `--encoding` out for UTF-8"
            ))
        }
        // The text has room for all that the bytes can become.
        DecoderResult::OutputFull => Err("the text is too long".to_owned()),
    }
}

/// Where the first zero is, and the encoding that puts zeros there, if the bytes look like UTF-16 of a Western language.
fn utf_16_without_mark(bytes: &[u8]) -> Option<(u64, &'static str)> {
    let head = &bytes[..bytes.len().min(LOOKED_AT)];
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let first = head.iter().position(|byte| *byte == 0)? as u64;
    let most = |zeros: usize| zeros > 1 && zeros * 4 > head.len();
    match (zeros(0), zeros(1)) {
        (_, low_first) if most(low_first) => Some((first, "utf-16le")),
        (high_first, _) if most(high_first) => Some((first, "utf-16be")),
        _ => None,
    }
}

fn windows_1252(bytes: &[u8], start: u64) -> Result<String, String> {
    // Standards for the web give these bytes control characters, so that nothing ever fails; no text has them.
    const UNUSED: [u8; 5] = [0x81, 0x8D, 0x8F, 0x90, 0x9D];
    let leave_out = "leave `--encoding` out, or name another one";
    if bytes.starts_with(LOW_FIRST) || bytes.starts_with(HIGH_FIRST) {
        return Err(format!("not Windows-1252 at byte {start}, but UTF-16 with its mark: {leave_out}"));
    }
    // Words of Windows-1252 that happen to be valid UTF-8 look like "Ã©": a text has them only by mistake.
    if let Some(first) = bytes.iter().position(|byte| !byte.is_ascii())
        && str::from_utf8(bytes).is_ok()
    {
        let position = start + first as u64;
        return Err(format!("not Windows-1252 at byte {position}, but UTF-8: {leave_out}"));
    }
    if let Some(at) = bytes.iter().position(|byte| UNUSED.contains(byte)) {
        let position = start + at as u64;
        return Err(format!("not Windows-1252 at byte {position}: {leave_out}"));
    }
    Ok(WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "“Chièvres” – 𝄞";

    fn utf_16(mark: &[u8], bytes: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
        mark.iter().copied().chain(TEXT.encode_utf16().flat_map(bytes)).collect()
    }

    #[test]
    fn marks_are_seen_and_no_part_of_the_text() {
        let with_mark = [UTF_8_MARK, TEXT.as_bytes()].concat();
        for encoding in [None, Some(Encoding::Utf8)] {
            assert_eq!(text(with_mark.clone(), 0, encoding).as_deref(), Ok(TEXT));
            assert_eq!(text(TEXT.into(), 0, encoding).as_deref(), Ok(TEXT));
        }
        for encoding in [None, Some(Encoding::Utf16)] {
            assert_eq!(text(utf_16(LOW_FIRST, u16::to_le_bytes), 0, encoding).as_deref(), Ok(TEXT));
            assert_eq!(text(utf_16(HIGH_FIRST, u16::to_be_bytes), 0, encoding).as_deref(), Ok(TEXT));
        }
        for mark in [&[][..], LOW_FIRST] {
            let bytes = utf_16(mark, u16::to_le_bytes);
            assert_eq!(text(bytes, 0, Some(Encoding::Utf16le)).as_deref(), Ok(TEXT));
        }
        assert_eq!(text(utf_16(b"", u16::to_be_bytes), 0, Some(Encoding::Utf16be)).as_deref(), Ok(TEXT));
        let bytes = b"\x93Chi\xE8vres\x94 \x96 \x80".to_vec();
        assert_eq!(text(bytes, 0, Some(Encoding::Windows1252)).as_deref(), Ok("“Chièvres” – €"));
    }

    #[test]
    fn a_wrong_encoding_is_told_with_its_byte() {
        let told = |bytes: &[u8], encoding| text(bytes.to_vec(), 10, encoding).unwrap_err();
        let messages = [
            told(b"Chi\xE8vres", None),
            told(b"\xEF\xBB\xBFChi\xE8vres", Some(Encoding::Utf8)),
            told(b"P\0e\0a\0c\0e\0", None),
            told(b"\0P\0e\0a\0c\0e", None),
            told(b"Peace", Some(Encoding::Utf16)),
            told(b"\xFF\xFEP\0\0\xD8e\0", None),
            told(b"\xFF\xFEP\0e", None),
            told(b"\xFF\xFEP\0", Some(Encoding::Windows1252)),
            told("Chièvres".as_bytes(), Some(Encoding::Windows1252)),
            told(b"Chi\xE8vres \x81", Some(Encoding::Windows1252)),
        ];
        insta::assert_snapshot!(messages.join("\n"), @r"
        not UTF-8 at byte 13: name its encoding, as in `--encoding windows-1252`
        not UTF-8 at byte 16: name its encoding, as in `--encoding windows-1252`
        has zeros, the first at byte 11: if it is UTF-16, say so, as in `--encoding utf-16le`
        has zeros, the first at byte 10: if it is UTF-16, say so, as in `--encoding utf-16be`
        no byte order mark of UTF-16 at byte 10: say `--encoding utf-16le` or `--encoding utf-16be`, or leave it out
        not UTF-16 at byte 14: name its encoding, or leave `--encoding` out for UTF-8
        not UTF-16 at byte 14: name its encoding, or leave `--encoding` out for UTF-8
        not Windows-1252 at byte 10, but UTF-16 with its mark: leave `--encoding` out, or name another one
        not Windows-1252 at byte 13, but UTF-8: leave `--encoding` out, or name another one
        not Windows-1252 at byte 19: leave `--encoding` out, or name another one
        ");
    }

    #[test]
    fn a_zero_alone_is_no_sign_of_utf_16() {
        assert_eq!(text(b"a\0b".to_vec(), 0, None).as_deref(), Ok("a\0b"));
        assert_eq!(text(Vec::new(), 0, None).as_deref(), Ok(""));
    }
}

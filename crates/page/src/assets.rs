//! The page's own style sheet and script, and the policy that lets nothing else run.

use std::sync::LazyLock;

use verbale_core::Checksum;

/// The style sheet. Line ends are those of the page, wherever this was built: the policy names the checksum.
pub(crate) static STYLE: LazyLock<String> =
    LazyLock::new(|| include_str!("assets/page.css").replace('\r', ""));

/// The script.
pub(crate) static SCRIPT: LazyLock<String> =
    LazyLock::new(|| include_str!("assets/page.js").replace('\r', ""));

/// The content security policy: our style sheet, our script, and nothing from anywhere.
pub(crate) static POLICY: LazyLock<String> = LazyLock::new(|| {
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        base64(Checksum::of(&STYLE).as_str()),
        base64(Checksum::of(&SCRIPT).as_str())
    )
});

/// Hexadecimal digits as base 64: three digits are two signs, and what a checksum has left over at its end is padded.
fn base64(hex: &str) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let digits: Vec<usize> =
        hex.chars().filter_map(|c| c.to_digit(16)).filter_map(|digit| usize::try_from(digit).ok()).collect();
    let mut signs = String::with_capacity(44);
    for three in digits.chunks(3) {
        let bits = (0..3).fold(0, |bits, at| bits << 4 | three.get(at).copied().unwrap_or(0));
        for sign in [bits >> 6, bits & 63].into_iter().take(if three.len() == 1 { 1 } else { 2 }) {
            signs.push(SIGNS.get(sign).map_or('=', |&sign| char::from(sign)));
        }
    }
    while !signs.len().is_multiple_of(4) {
        signs.push('=');
    }
    signs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checksum_in_base_64() {
        // SHA-256 of nothing, a known value.
        assert_eq!(base64(Checksum::of("").as_str()), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn neither_asset_ends_its_element() {
        assert!(!STYLE.contains("</"));
        assert!(!SCRIPT.contains("</") && !SCRIPT.contains("<!--"));
    }
}

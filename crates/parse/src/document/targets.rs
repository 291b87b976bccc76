//! Links, tags and bracketed markers inside a block.

use super::inline::Scanner;
use super::text::{floor, is_superscript};

/// Longest label, tag or link text that is looked for; keeps the search linear.
const REACH: usize = 600;

impl Scanner<'_> {
    /// `<https://…>`, `<name@host>`, `<sup>7</sup>`, other known tags.
    pub(super) fn angle(&mut self, at: usize) -> usize {
        let rest = self.at(at);
        let window = rest.get(..floor(rest, REACH)).unwrap_or(rest);
        let Some(close) = window.bytes().skip(1).position(|b| matches!(b, b'>' | b'<')).map(|p| p + 1) else {
            return window.len().min(1);
        };
        if window.as_bytes().get(close) != Some(&b'>') {
            return 1;
        }
        let inner = window.get(1..close).unwrap_or("").to_owned();
        let end = at + close + 1;
        let mail = inner.contains('@') && inner.contains('.') && !inner.contains(' ');
        if inner.starts_with("http") || inner.starts_with("www.") || inner.starts_with("mailto:") || mail {
            self.marks.cuts.push(at..at + 1);
            self.marks.cuts.push(end - 1..end);
            let url = inner.replace(' ', "");
            self.marks.links.push((at + 1..end - 1, url, true));
            return end - at;
        }
        let name = inner.trim_start_matches('/').split([' ', '/']).next().unwrap_or("").to_ascii_lowercase();
        if name == "sup" && !inner.starts_with('/') {
            let body = self.at(end);
            let body = body.get(..floor(body, 24)).unwrap_or(body);
            if let Some((label, _)) = body.split_once("</sup>") {
                let trimmed = label.trim_matches(|c: char| matches!(c, '[' | ']' | ' '));
                if !trimmed.is_empty()
                    && trimmed
                        .chars()
                        .all(|c| c.is_ascii_digit() || matches!(c, ',' | '-' | '–' | ' ' | '*' | '†'))
                {
                    let to = end + label.len() + "</sup>".len();
                    self.marker(at..to, trimmed.replace(' ', "").replace('–', "-"));
                    return to - at;
                }
            }
        }
        if matches!(
            name.as_str(),
            "sup"
                | "sub"
                | "b"
                | "i"
                | "u"
                | "em"
                | "strong"
                | "br"
                | "p"
                | "a"
                | "span"
                | "small"
                | "div"
                | "font"
                | "cite"
                | "q"
                | "li"
                | "ul"
                | "ol"
        ) {
            self.marks.cuts.push(at..end);
            return end - at;
        }
        1
    }

    /// `[^7]`, `[text](address)`.
    pub(super) fn bracket(&mut self, at: usize) -> usize {
        let rest = self.at(at);
        let window = rest.get(..floor(rest, REACH)).unwrap_or(rest);
        let Some(close) = window.bytes().skip(1).position(|b| matches!(b, b']' | b'[')).map(|p| p + 1) else {
            return 1;
        };
        if window.as_bytes().get(close) != Some(&b']') {
            return 1;
        }
        let inner = window.get(1..close).unwrap_or("");
        if let Some(label) = inner.strip_prefix('^') {
            if label.is_empty() || label.contains(' ') || label.len() > 40 {
                return 1;
            }
            let label = label.to_owned();
            self.marker(at..at + close + 1, label);
            return close + 1;
        }
        let Some(target) = window.get(close + 1..).and_then(|t| t.strip_prefix('(')) else { return 1 };
        let mut depth = 0_u32;
        let end = target.bytes().position(|b| {
            match b {
                b'(' => depth += 1,
                b')' if depth == 0 => return true,
                b')' => depth -= 1,
                b'[' | b'<' => return true,
                _ => {}
            }
            false
        });
        let Some(end) = end.filter(|&e| target.as_bytes().get(e) == Some(&b')')) else { return 1 };
        let address = target.get(..end).unwrap_or("").trim();
        let url = address.split_once(" \"").map_or(address, |(url, _)| url).trim();
        if inner.trim().is_empty()
            || url.contains(' ')
            || !(url.contains("://")
                || url.contains('.')
                || url.starts_with(['/', '#'])
                || url.starts_with("mailto:"))
        {
            return 1;
        }
        let url = url.to_owned();
        let image = self.before(at) == Some('!');
        self.marks.cuts.push(at - usize::from(image)..at + 1);
        self.marks.cuts.push(at + close..at + close + 2 + end + 1);
        self.marks.links.push((at + 1..at + close, url, false));
        close + 2 + end + 1
    }

    /// A web address that stands bare in the text.
    pub(super) fn address(&mut self, at: usize) -> usize {
        let rest = self.at(at);
        if !(rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www."))
            || self.before(at).is_some_and(char::is_alphanumeric)
        {
            return 1;
        }
        let mut url: &str = rest
            .split(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '”' | '“' | '»' | '|'))
            .next()
            .unwrap_or("");
        while let Some(last) = url.chars().next_back() {
            let loose = matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '*' | ']' | '_')
                || is_superscript(last)
                || (last == ')' && !url.contains('('));
            if !loose {
                break;
            }
            url = url.get(..url.len() - last.len_utf8()).unwrap_or("");
        }
        let len = url.len();
        if len > 8 {
            let url = url.to_owned();
            self.marks.links.push((at..at + len, url, true));
        }
        len
    }
}

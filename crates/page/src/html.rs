//! The one place where words become HTML.
//!
//! Markup can only be a literal of this crate ([`Html::raw`] takes nothing that lives shorter), so whatever comes from a document
//! or a record goes through an escape. The page's own style sheet and script are such literals, too: nothing else gets in whole.

use std::fmt::{self, Display, Write as _};

/// HTML in the making.
#[derive(Debug, Default)]
pub(crate) struct Html(String);

impl Html {
    pub(crate) const fn new() -> Self {
        Self(String::new())
    }

    /// Markup, a whole style sheet or script, or words of our own without `<`, `>`, `&`.
    pub(crate) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Text from outside, between tags: the element's text content is exactly these code points (U+0000, which no page can hold,
    /// is U+FFFD).
    ///
    /// Control characters and those that turn the direction of writing are told by their numbers, each in an element of its own,
    /// so that none of them reaches beyond itself.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        let mut rest = text;
        while let Some(at) = rest.find(is_special) {
            let (before, special) = rest.split_at(at);
            self.0.push_str(before);
            let mut chars = special.chars();
            if let Some(c) = chars.next() {
                self.special(c);
            }
            rest = chars.as_str();
        }
        self.0.push_str(rest);
        self
    }

    /// A word of a vocabulary, a label, a number.
    pub(crate) fn show(&mut self, value: impl Display) -> &mut Self {
        self.text(&value.to_string())
    }

    /// Text from outside where no element can stand, in `title` and `option`, or where no style sheet shows what it is, in a
    /// fragment: each character that would need one is U+FFFD, and a line is one line.
    pub(crate) fn plain(&mut self, text: &str) -> &mut Self {
        let _ = Escape(&mut self.0).write_str(text);
        self
    }

    /// An attribute with the space before it; the value may come from outside.
    pub(crate) fn attr(&mut self, name: &'static str, value: impl Display) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"");
        let _ = write!(Escape(&mut self.0), "{value}");
        self.raw("\"")
    }

    /// An address from outside, as its own words; what is no address of the web is no link. Nothing is fetched unless a reader
    /// follows it, and where it leads learns nothing of the page.
    pub(crate) fn address(&mut self, url: &str) -> &mut Self {
        if !is_web(url) {
            return self.text(url);
        }
        self.raw("<a")
            .attr("href", url)
            .raw(" target=\"_blank\" rel=\"noopener noreferrer\">")
            .text(url)
            .raw("</a>")
    }

    pub(crate) fn finish(self) -> String {
        self.0
    }

    fn special(&mut self, c: char) {
        match c {
            '&' => self.0.push_str("&amp;"),
            '<' => self.0.push_str("&lt;"),
            '>' => self.0.push_str("&gt;"),
            // Raw, it would become a line feed.
            '\r' => self.0.push_str("&#13;"),
            control => {
                let _ = write!(self.0, "<span class=\"ctl\" data-c=\"U+{:04X}\">", u32::from(control));
                self.0.push(if control == '\0' { char::REPLACEMENT_CHARACTER } else { control });
                self.0.push_str("</span>");
            }
        }
    }
}

fn is_special(c: char) -> bool {
    matches!(c, '&' | '<' | '>' | '\r') || hides(c)
}

/// Whether a character shows nothing itself and may change how others look: control characters, and the embeddings, overrides and
/// isolates of the bidirectional algorithm.
fn hides(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        _ => c.is_control(),
    }
}

/// Whether an address is one that a page may lead to: of the web, and without signs that an address cannot have or a reader cannot
/// see, so that it leads where it says.
fn is_web(url: &str) -> bool {
    let scheme =
        |scheme: &str| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let odd = |c: char| match c {
        '"' | '<' | '>' | '\\' => true,
        // Soft hyphens, and what has no width.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' => true,
        _ => c.is_whitespace() || hides(c),
    };
    (scheme("http://") || scheme("https://")) && !url.contains(odd)
}

/// Writes text as it may stand in a quoted attribute, a `title` or an `option`.
struct Escape<'h>(&'h mut String);

impl fmt::Write for Escape<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for c in text.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\'' => self.0.push_str("&#39;"),
                '\t' | '\n' | '\r' => self.0.push(' '),
                _ if hides(c) => self.0.push(char::REPLACEMENT_CHARACTER),
                _ => self.0.push(c),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn html(write: impl FnOnce(&mut Html)) -> String {
        let mut html = Html::new();
        write(&mut html);
        html.finish()
    }

    #[test]
    fn markup_in_text_is_text() {
        assert_eq!(
            html(|html| {
                html.text("</script><img src=x onerror=alert(1)> & \"more\"\r\n");
            }),
            "&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt; &amp; \"more\"&#13;\n"
        );
    }

    #[test]
    fn an_attribute_cannot_be_left() {
        assert_eq!(
            html(|html| {
                html.attr("title", "\" onclick='x' <b>\u{202e}\n");
            }),
            " title=\"&quot; onclick=&#39;x&#39; &lt;b&gt;\u{fffd} \""
        );
    }

    #[test]
    fn only_an_address_of_the_web_is_a_link() {
        let address = |url: &str| {
            html(|html| {
                html.address(url);
            })
        };
        let link = address("https://example.org/a?b=1&c=2");
        assert_eq!(
            link,
            "<a href=\"https://example.org/a?b=1&amp;c=2\" target=\"_blank\" rel=\"noopener noreferrer\">\
             https://example.org/a?b=1&amp;c=2</a>"
        );
        assert!(
            address("HTTP://EXAMPLE.ORG/coup_d'état")
                .starts_with("<a href=\"HTTP://EXAMPLE.ORG/coup_d&#39;état\"")
        );
        let others = [
            "javascript:alert(1)",
            "JavaScript://example.org/%0aalert(1)",
            " https://example.org",
            "java\tscript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "//example.org",
            "www.example.org",
            "file:///etc/passwd",
            "https://example.org/\" onmouseover=\"alert(1)",
            "https://example.org/<b>",
            "https://example.org/\u{202e}gro.elpmaxe",
            "https://exam\u{200b}ple.org",
            "https:\\\\example.org",
            "httpsé",
            "",
        ];
        for url in others {
            assert!(!address(url).contains("<a") && !address(url).contains("href"), "{}", address(url));
        }
    }

    #[test]
    fn what_hides_is_told() {
        assert_eq!(
            html(|html| {
                html.text("a\u{202e}b\0");
            }),
            "a<span class=\"ctl\" data-c=\"U+202E\">\u{202e}</span>b<span class=\"ctl\" data-c=\"U+0000\">\u{fffd}</span>"
        );
    }
}

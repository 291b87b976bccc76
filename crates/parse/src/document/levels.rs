//! Levels of headings.

use super::lists::Numbering;

/// How a heading is set. Headings set alike are of one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HeadStyle {
    /// Markdown `#` or wiki `==`: the level is written.
    Level(u8),
    /// The character of the line below.
    Underlined(char),
    /// Numbering and number of parts.
    Numbered(Numbering, usize),
    Capitals,
    /// One short word in capitals: a name such as "OSCE" among headings set in either way.
    Acronym,
    Bold,
    Plain,
    /// Set in any of these ways, with words such as "Introduction" that a part of any level may bear.
    Generic,
    /// "References" and the like without marks: of the outermost level.
    Notes,
    RunIn,
}

/// Gives each heading its level: written, or one below the heading under which its style first stood.
#[derive(Debug, Default)]
pub(super) struct Levels {
    known: Vec<(HeadStyle, u8)>,
    current: u8,
    /// How the last heading without a written level was set.
    bare: Option<HeadStyle>,
    outermost: Option<u8>,
}

impl Levels {
    /// The level of the next heading, 1 or more.
    pub(super) fn of(&mut self, style: HeadStyle) -> u8 {
        let style = match style {
            HeadStyle::Acronym | HeadStyle::Generic => self.bare.unwrap_or(HeadStyle::Generic),
            other => other,
        };
        if matches!(style, HeadStyle::Plain | HeadStyle::Capitals | HeadStyle::Bold) {
            self.bare = Some(style);
        }
        let level = match style {
            HeadStyle::Level(level) => {
                // What stood below an outer heading may be set otherwise below this one.
                self.known.retain(|(_, l)| *l <= level);
                level
            }
            HeadStyle::Notes => self.outermost.unwrap_or(1),
            HeadStyle::Generic => {
                // It stands beside whatever follows it: "Summary", "1. The war", "2. The talks".
                let level = self.outermost.unwrap_or(1);
                self.current = level - 1;
                return level;
            }
            _ => match self.known.iter().find(|(s, _)| *s == style) {
                Some((_, level)) => *level,
                None => {
                    let level = self.below(style);
                    self.known.push((style, level));
                    level
                }
            },
        };
        self.current = level;
        self.outermost = Some(self.outermost.map_or(level, |o| o.min(level)));
        level
    }

    /// The level of a style that was not seen yet.
    fn below(&self, style: HeadStyle) -> u8 {
        if let HeadStyle::Numbered(numbering, parts) = style
            && parts > 1
        {
            let outer = self.known.iter().filter_map(|(s, l)| match s {
                HeadStyle::Numbered(n, p) if *n == numbering && *p < parts => Some((*p, *l)),
                _ => None,
            });
            if let Some((p, level)) = outer.max() {
                return level.saturating_add(u8::try_from(parts - p).unwrap_or(1));
            }
        }
        self.current.saturating_add(1).min(9)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_follow_first_nesting() {
        let mut levels = Levels::default();
        let series = [
            HeadStyle::Level(1),
            HeadStyle::Bold,
            HeadStyle::Plain,
            HeadStyle::Bold,
            HeadStyle::Plain,
            HeadStyle::Level(2),
        ];
        let got: Vec<u8> = series.into_iter().map(|s| levels.of(s)).collect();
        assert_eq!(got, [1, 2, 3, 2, 3, 2]);
    }

    #[test]
    fn numbered_parts_are_levels() {
        let mut levels = Levels::default();
        let of = |p| HeadStyle::Numbered(Numbering::Decimal, p);
        let got: Vec<u8> = [of(1), of(2), of(3), of(1), of(2)].into_iter().map(|s| levels.of(s)).collect();
        assert_eq!(got, [1, 2, 3, 1, 2]);
    }
}

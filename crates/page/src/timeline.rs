//! The timeline: the dates of events in order, each drawn as what it is. A day is a dot; a stretch that the text tells from one end to
//! the other is a bar; a month or a year in which something happened, nobody says when, is a hatched box.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{Datelike as _, NaiveDate};
use verbale_core::{Date, Edtf, Event, Precision};

use crate::html::Html;
use crate::names::Names;
use crate::words;

/// Positions are in hundredths of a percent of the width; at both ends some of it stays free.
const MARGIN: i64 = 300;
const WIDTH: i64 = 10_000 - 2 * MARGIN;
/// A box is no narrower than this, or it could not be seen.
const NARROWEST: i64 = 120;
/// The timeline leaves out what lies far off if most dates take less than one part in this many.
const SPARSE: i64 = 4;
/// No more lines of the calendar than this are drawn.
const TICKS: i64 = 5;

/// Writes the section; without dated events, a sentence.
pub(crate) fn write(html: &mut Html, names: &Names<'_>) {
    let events = names.record().events();
    let mut by_date: BTreeMap<&Edtf, (&Date, Vec<&Event>)> = BTreeMap::new();
    for event in events {
        if let Some(date) = &event.date {
            by_date.entry(date.edtf()).or_insert_with(|| (date, Vec::new())).1.push(event);
        }
    }
    if by_date.is_empty() {
        html.raw("<p class=\"hint\">No event has a date.</p>");
        return;
    }
    let dated: usize = by_date.values().map(|(_, events)| events.len()).sum();
    let scale = Scale::of(by_date.values().map(|(date, _)| *date));
    legend(html);
    scale.axis(html);
    html.raw("<ol class=\"dates\">");
    for (date, events) in by_date.values() {
        row(html, date, events, &scale, names);
    }
    html.raw("</ol>");
    match events.len() - dated {
        0 => {}
        1 => {
            html.raw("<p class=\"hint\">One event has no date; it is in the list of events.</p>");
        }
        undated => {
            html.raw("<p class=\"hint\">")
                .show(undated)
                .raw(" events have no date; they are in the list of events.</p>");
        }
    }
}

fn legend(html: &mut Html) {
    html.raw(concat!(
        "<p class=\"key\" aria-hidden=\"true\">",
        "<span><svg width=\"12\" height=\"12\"><circle class=\"day\" cx=\"6\" cy=\"6\" r=\"4\"/></svg> a day</span>",
        "<span><svg width=\"26\" height=\"12\"><rect class=\"stretch\" x=\"1\" y=\"3\" width=\"24\" height=\"6\" rx=\"3\"/></svg> ",
        "from – to</span>",
        "<span><svg width=\"26\" height=\"12\"><rect class=\"within\" x=\"1\" y=\"1.5\" width=\"24\" height=\"9\" rx=\"2\"/></svg> ",
        "some time within</span>",
        "<span><svg width=\"10\" height=\"12\"><path class=\"beyond\" d=\"M8 2L2 6l6 4\"/></svg>",
        "<svg width=\"10\" height=\"12\"><path class=\"beyond\" d=\"M2 2l6 4-6 4\"/></svg> before, after</span></p>",
    ));
}

fn row(html: &mut Html, date: &Date, events: &[&Event], scale: &Scale, names: &Names<'_>) {
    html.raw("<li><p class=\"date\">");
    write_date(html, date.edtf());
    html.raw("</p>");
    scale.track(html, date);
    html.raw("<ul>");
    for event in events {
        html.raw("<li")
            .attr("data-e", event.id)
            .raw("><a")
            .attr("href", format_args!("#{}", event.id))
            .raw(">");
        html.text(&words::capital(event.kind.as_str())).raw("</a>");
        names.gist(html, event, " <span class=\"who\">", "</span>");
        html.raw("</li>");
    }
    html.raw("</ul></li>");
}

/// A date in words; machines get it where HTML has a form for it.
pub(crate) fn write_date(html: &mut Html, edtf: &Edtf) {
    let machine = edtf.to_string();
    let known = machine.len() == 10 && machine.starts_with(|c: char| c.is_ascii_digit());
    if known && edtf.earliest().is_some_and(|day| day.to_string() == machine) {
        html.raw("<time").attr("datetime", machine).raw(">").text(&words::date(edtf)).raw("</time>");
    } else {
        html.text(&words::date(edtf));
    }
}

/// A position across the timeline, written in percent.
#[derive(Clone, Copy)]
struct Percent(i64);

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}%", self.0 / 100, self.0 % 100)
    }
}

/// The days that the timeline draws, each as wide as the others; none where no date has a year.
struct Scale {
    first: i64,
    days: i64,
}

impl Scale {
    /// The days of all dates; or, where that is mostly empty, the shortest stretch that holds three quarters of the dates. A remark
    /// on what was a century ago does not press a war into one dot.
    fn of<'d>(dates: impl Iterator<Item = &'d Date>) -> Self {
        let mut bounds: Vec<(i64, i64)> = dates
            .filter_map(|date| {
                let (earliest, latest) = (date.earliest().map(number), date.latest().map(number));
                Some((earliest.or(latest)?, latest.or(earliest)?))
            })
            .collect();
        bounds.sort_unstable();
        let last = bounds.iter().map(|date| date.1).max();
        let Some((first, last)) = bounds.first().map(|date| date.0).zip(last) else {
            // "On 10 May", of a year that nobody tells: there is nothing to measure.
            return Self { first: 0, days: 0 };
        };
        let whole = Self { first, days: last + 1 - first };
        let most = (bounds.len() * 3).div_ceil(4).max(4);
        // In the order of their beginnings, so many dates that follow each other; of all such stretches the shortest.
        let dense = bounds
            .windows(most)
            .filter_map(|dates| {
                let last = dates.iter().map(|date| date.1).max()?;
                dates.first().map(|first| Self { first: first.0, days: last + 1 - first.0 })
            })
            .min_by_key(|scale| (scale.days, scale.first));
        match dense {
            Some(dense) if dense.days * SPARSE < whole.days => {
                let around = dense.days / 10 + 1;
                Self { first: dense.first - around, days: dense.days + 2 * around }
            }
            _ => whole,
        }
    }

    /// Where a day begins.
    fn at(&self, day: i64) -> i64 {
        MARGIN + (day - self.first) * WIDTH / self.days
    }

    /// The line of one date, with its box, bar or dot. For eyes only: the words beside it say the same.
    fn track(&self, html: &mut Html, date: &Date) {
        html.raw(
            "<svg class=\"track\" aria-hidden=\"true\" width=\"100%\" height=\"14\"><use href=\"#grid\"/>",
        );
        let (earliest, latest) = (date.earliest().map(number), date.latest().map(number));
        let end = self.first + self.days;
        if latest.is_some_and(|latest| latest < self.first) {
            html.raw("<svg x=\"0\" overflow=\"visible\"><path class=\"beyond\" d=\"M8 3L2 7l6 4\"/></svg>");
        } else if earliest.is_some_and(|earliest| earliest >= end) {
            html.raw(
                "<svg x=\"100%\" overflow=\"visible\"><path class=\"beyond\" d=\"M-8 3l6 4-6 4\"/></svg>",
            );
        } else if earliest.is_some() || latest.is_some() {
            let from = earliest.filter(|day| *day >= self.first).map_or(0, |day| self.at(day));
            let to = latest.filter(|day| *day < end).map_or(10_000, |day| self.at(day + 1));
            let open = earliest.is_none() || latest.is_none();
            if earliest == latest {
                html.raw("<circle class=\"day\" cy=\"7\" r=\"4\"")
                    .attr("cx", Percent((from + to) / 2))
                    .raw("/>");
            } else {
                let stretch = date.precision() == Precision::Interval;
                let width = (to - from).max(NARROWEST);
                html.raw("<rect").attr("class", if stretch { "stretch" } else { "within" });
                if open || date.edtf().is_approximate() || date.edtf().is_uncertain() {
                    html.raw(" stroke-dasharray=\"3 3\"");
                }
                html.attr("x", Percent(from.min(10_000 - width))).attr("width", Percent(width));
                html.raw(if stretch {
                    " y=\"4\" height=\"6\" rx=\"3\"/>"
                } else {
                    " y=\"2.5\" height=\"9\" rx=\"2\"/>"
                });
            }
        }
        html.raw("</svg>");
    }

    /// The lines of the calendar with their names, and what the tracks repeat of them.
    fn axis(&self, html: &mut Html) {
        let ticks = self.ticks();
        html.raw(concat!(
            "<svg class=\"axis\" aria-hidden=\"true\" width=\"100%\" height=\"22\"><defs>",
            "<pattern id=\"hatch\" width=\"4\" height=\"4\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">",
            "<rect class=\"hatch\" width=\"1.4\" height=\"4\"/></pattern><g id=\"grid\">",
            "<line class=\"line\" x1=\"0\" x2=\"100%\" y1=\"7\" y2=\"7\"/>",
        ));
        for (at, _) in &ticks {
            let at = Percent(*at);
            html.raw("<line class=\"tick\" y1=\"0\" y2=\"14\"").attr("x1", at).attr("x2", at).raw("/>");
        }
        html.raw("</g></defs>");
        for (at, label) in &ticks {
            // Near an end, the words stand inside.
            let anchor = if *at < 800 {
                "start"
            } else if *at > 9200 {
                "end"
            } else {
                "middle"
            };
            html.raw("<text y=\"15\"")
                .attr("x", Percent(*at))
                .attr("text-anchor", anchor)
                .raw(">")
                .text(label)
                .raw("</text>");
        }
        html.raw("</svg>");
    }

    /// Where a year, a month or a day begins, in steps that leave room for their names.
    fn ticks(&self) -> Vec<(i64, String)> {
        if self.days == 0 {
            return Vec::new();
        }
        let day = |number: i64| i32::try_from(number).ok().and_then(NaiveDate::from_num_days_from_ce_opt);
        let (Some(first), Some(last)) = (day(self.first), day(self.first + self.days - 1)) else {
            return Vec::new();
        };
        let place = |day: NaiveDate, label: String| (self.at(number(day)), label);
        let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
        let (from, to) = (months(first), months(last));
        if to - from >= 24 {
            let (from, to) = (i64::from(first.year()), i64::from(last.year()));
            // Before Christ, round years are those whose names are round: 440 BC is the year -439.
            let shift = i64::from(to <= 0);
            return steps(from + 1 - shift, to - shift, &[1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000])
                .filter_map(|year| i32::try_from(year + shift).ok())
                .filter_map(|year| Some(place(NaiveDate::from_ymd_opt(year, 1, 1)?, words::year(year))))
                .collect();
        }
        if to - from >= 2 {
            return steps(from + 1, to, &[1, 2, 3, 6])
                .filter_map(|month| {
                    let year = i32::try_from(month.div_euclid(12)).ok()?;
                    let day =
                        NaiveDate::from_ymd_opt(year, u32::try_from(month.rem_euclid(12)).ok()? + 1, 1)?;
                    Some(place(day, format!("{} {}", words::short_month(day.month()), words::year(year))))
                })
                .collect();
        }
        steps(0, self.days - 1, &[1, 2, 5, 10, 15])
            .filter_map(|offset| day(self.first + offset))
            .map(|day| place(day, format!("{} {}", day.day(), words::short_month(day.month()))))
            .collect()
    }
}

/// Multiples of the first step that leaves few of them from one number to another.
fn steps(from: i64, to: i64, widths: &[i64]) -> impl Iterator<Item = i64> {
    let fits = |step: i64| to.div_euclid(step) - (from - 1).div_euclid(step) <= TICKS;
    let step =
        widths.iter().copied().find(|&step| fits(step)).unwrap_or_else(|| (to - from).max(1) / TICKS + 1);
    let first = from + (-from).rem_euclid(step);
    (0..=TICKS).map(move |index| first + index * step).take_while(move |&value| value <= to)
}

fn number(day: NaiveDate) -> i64 {
    day.num_days_from_ce().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(first: &str, last: &str) -> Scale {
        let [first, last] = [first, last].map(|day| number(day.parse().unwrap()));
        Scale { first, days: last + 1 - first }
    }

    fn dates(edtf: &[&str]) -> Vec<Date> {
        use verbale_core::{Basis, DateId, TextIndex};

        let text = TextIndex::new("dates");
        let date = |edtf: &&str| {
            let span = text.span(0..5).unwrap();
            Date::new(DateId::from_index(0), edtf.parse().unwrap(), Basis::Explicit, None, span)
        };
        edtf.iter().map(date).collect()
    }

    #[test]
    fn days_of_no_year_have_no_calendar() {
        assert_eq!(Scale::of(dates(&["XXXX-05-10"]).iter()).ticks(), []);
    }

    #[test]
    fn what_lies_far_off_does_not_shrink_the_rest() {
        let dates = dates(&["1833", "1982-04-02", "1982-04-03", "1982-05-20", "1982-06-14", "2013-03-10"]);
        let scale = Scale::of(dates.iter());
        assert!(scale.days < 100_000 && scale.days > 70, "{}", scale.days);
        assert!((number(dates[1].earliest().unwrap()) - scale.first) < scale.days);
        assert_eq!(Scale::of(dates[1..5].iter()).days, 74);
    }

    fn labels(first: &str, last: &str) -> Vec<String> {
        scale(first, last).ticks().into_iter().map(|(_, label)| label).collect()
    }

    #[test]
    fn the_calendar_is_told_in_round_steps() {
        assert_eq!(labels("1979-03-26", "1979-03-26"), ["26 Mar"]);
        assert_eq!(labels("1982-04-02", "1982-06-14"), ["May 1982", "Jun 1982"]);
        assert_eq!(labels("1975-03-01", "1991-12-31"), ["1980", "1985", "1990"]);
        assert_eq!(labels("-0431-05-01", "-0403-01-01"), ["430 BC", "420 BC", "410 BC"]);
        assert!(labels("0001-01-01", "9999-12-31").len() <= 6);
    }

    #[test]
    fn days_are_equally_wide_and_stay_inside() {
        let scale = scale("2000-01-01", "2000-12-31");
        assert_eq!(scale.at(scale.first), MARGIN);
        assert_eq!(scale.at(scale.first + scale.days), 10_000 - MARGIN);
    }
}

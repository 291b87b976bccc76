//! What the list of events can be filtered by. Without a script there is nothing to operate, so the style sheet hides the
//! form.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, NaiveDate};
use verbale_core::{ActorId, EventKind, KindGroup, Source};

use crate::html::Html;
use crate::names::Names;
use crate::words;

/// A day as a number that orders as days do: 19790326; the script makes the same of what a reader types.
pub(crate) fn day_key(day: NaiveDate) -> i64 {
    i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day())
}

/// Writes the form.
pub(crate) fn write(html: &mut Html, names: &Names<'_>) {
    let events = names.record().events();
    html.raw(concat!(
        "<form id=\"filters\" aria-label=\"Filter the events\" autocomplete=\"off\">",
        "<details id=\"more\" open><summary>Filter the events</summary><div class=\"fields\">",
    ));
    kinds(html, names);
    actors(html, names);
    sources(html, names);
    html.raw(concat!(
        "<div class=\"field\"><label for=\"f-from\">From</label>",
        "<input id=\"f-from\" name=\"from\" inputmode=\"text\" spellcheck=\"false\" placeholder=\"1979-03\" ",
        "aria-describedby=\"f-hint\"></div>",
        "<div class=\"field\"><label for=\"f-to\">Until</label>",
        "<input id=\"f-to\" name=\"to\" inputmode=\"text\" spellcheck=\"false\" placeholder=\"1982\" ",
        "aria-describedby=\"f-hint\"></div>",
        "<p id=\"f-hint\" class=\"hint\">Year, year-month or year-month-day; 421 BC is -0420.</p>",
        "</div></details><div class=\"result\"><p id=\"count\" role=\"status\">",
    ));
    html.show(events.len()).raw(if events.len() == 1 { " event" } else { " events" });
    html.raw("</p><button type=\"button\" id=\"reset\" hidden>Clear filters</button></div></form>");
}

fn select(
    html: &mut Html,
    id: &'static str,
    label: &'static str,
    all: &'static str,
    options: impl FnOnce(&mut Html),
) {
    html.raw("<div class=\"field\"><label")
        .attr("for", id)
        .raw(">")
        .raw(label)
        .raw("</label><select")
        .attr("id", id);
    html.raw("><option value=\"\">").raw(all).raw("</option>");
    options(html);
    html.raw("</select></div>");
}

fn option(html: &mut Html, value: impl std::fmt::Display, label: &str, count: usize) {
    html.raw("<option").attr("value", value).raw(">").plain(label).raw(" (").show(count).raw(")</option>");
}

fn kinds(html: &mut Html, names: &Names<'_>) {
    let mut counts: BTreeMap<EventKind, usize> = BTreeMap::new();
    for event in names.record().events() {
        *counts.entry(event.kind).or_default() += 1;
    }
    select(html, "f-kind", "Kind", "All kinds", |html| {
        for &group in KindGroup::ALL {
            let mut kinds = counts.iter().filter(|(kind, _)| kind.group() == group).peekable();
            if kinds.peek().is_none() {
                continue;
            }
            html.raw("<optgroup").attr("label", words::capital(group.as_str())).raw(">");
            for (kind, count) in kinds {
                option(html, kind, &words::capital(kind.as_str()), *count);
            }
            html.raw("</optgroup>");
        }
    });
}

fn actors(html: &mut Html, names: &Names<'_>) {
    let mut counts: BTreeMap<(&str, ActorId), usize> = BTreeMap::new();
    for event in names.record().events() {
        let actors: BTreeSet<ActorId> =
            event.participants.iter().map(|participant| participant.actor).collect();
        for actor in actors {
            *counts.entry((names.actor(actor), actor)).or_default() += 1;
        }
    }
    select(html, "f-actor", "Actor", "All actors", |html| {
        for ((name, id), count) in counts {
            option(html, id, name, count);
        }
    });
}

fn sources(html: &mut Html, names: &Names<'_>) {
    let mut counts: BTreeMap<(bool, &str, Source), usize> = BTreeMap::new();
    for event in names.record().events() {
        let source = event.attribution.source;
        let cited = source != Source::Document;
        *counts.entry((cited, names.source(source), source)).or_default() += 1;
    }
    select(html, "f-source", "Who says so", "All sources", |html| {
        for ((cited, name, source), count) in counts {
            option(html, source, if cited { name } else { "The document itself" }, count);
        }
    });
}

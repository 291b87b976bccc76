//! A record as short lines.

use std::fmt::Write;

use verbale_core::{ActorId, Attribution, Certainty, Event, Record, Source, Span};

/// The words of a span on one line.
fn words(span: &Span) -> String {
    span.quote().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The record, list by list: head, sections, dates, quantities, actors, places, events, quotations, citations, diagnostics.
pub(crate) fn of(record: &Record) -> String {
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = write_all(record, &mut out);
    out
}

fn write_all(record: &Record, out: &mut String) -> std::fmt::Result {
    let document = record.document();
    let none = || "-".to_owned();
    writeln!(out, "title      {}", document.title.clone().unwrap_or_else(none))?;
    writeln!(
        out,
        "authors    {}",
        if document.authors.is_empty() { none() } else { document.authors.join("; ") }
    )?;
    writeln!(out, "publisher  {}", document.publisher.clone().unwrap_or_else(none))?;
    let published = document.published.as_ref().map_or_else(none, |date| date.edtf().to_string());
    writeln!(out, "published  {published}")?;

    writeln!(out, "\nsections")?;
    for section in &document.sections {
        writeln!(out, "  {}{}", "  ".repeat(usize::from(section.level) - 1), section.title)?;
    }
    writeln!(out, "\ndates")?;
    for date in record.dates() {
        let anchor = date.anchor().map(|anchor| format!(" from «{}»", words(anchor))).unwrap_or_default();
        writeln!(
            out,
            "  {:<22} {:<9} «{}»{anchor}",
            date.edtf().to_string(),
            date.basis(),
            words(date.span())
        )?;
    }
    writeln!(out, "\nquantities")?;
    for quantity in record.quantities() {
        let mut value = quantity.value.to_string();
        if let Some(max) = quantity.max {
            write!(value, "..{max}")?;
        }
        if let Some(from) = quantity.change_from {
            write!(value, " from {from}")?;
        }
        let unit = quantity.unit.as_deref().unwrap_or("-");
        let period = quantity.period.as_ref().map(|period| format!(" per {period}")).unwrap_or_default();
        writeln!(out, "  {:<8} {value} {unit}{period} «{}»", quantity.bound, words(&quantity.span))?;
    }
    writeln!(out, "\nactors")?;
    for actor in record.actors() {
        let country = actor.country.map(|country| format!(" {country}")).unwrap_or_default();
        let parent =
            actor.parent.map(|parent| format!(", part of {}", name(record, parent))).unwrap_or_default();
        writeln!(out, "  {} ({}{country}{parent}) {}x", actor.name, actor.kind, actor.mentions.len())?;
    }
    writeln!(out, "\nplaces")?;
    for place in record.places() {
        writeln!(out, "  {} ({}) {}x", place.name, place.kind, place.mentions.len())?;
    }
    writeln!(out, "\nevents")?;
    for event in record.events() {
        write_event(record, event, out)?;
    }
    writeln!(out, "\nquotations")?;
    for quotation in record.quotations() {
        let speaker =
            quotation.speaker.map(|speaker| format!(" by {}", name(record, speaker))).unwrap_or_default();
        writeln!(out, "  {:<7}«{}»{speaker}", quotation.kind, words(&quotation.span))?;
    }
    writeln!(out, "\ncitations")?;
    for citation in record.citations() {
        let mut line = format!("{} {}", citation.kind, words(&citation.span));
        for (label, text) in
            [("locator", &citation.locator), ("title", &citation.title), ("url", &citation.url)]
        {
            if let Some(text) = text {
                write!(line, ", {label} {text}")?;
            }
        }
        if let Some(date) = &citation.published {
            write!(line, ", dated {}", date.edtf())?;
        }
        if let Some(number) = citation.same_as {
            write!(line, ", same as {number}")?;
        }
        let events: Vec<_> = citation.events.iter().map(ToString::to_string).collect();
        writeln!(
            out,
            "  {line}{}",
            if events.is_empty() { String::new() } else { format!(" -> {}", events.join(" ")) }
        )?;
    }
    writeln!(out, "\ndiagnostics")?;
    for diagnostic in record.diagnostics() {
        writeln!(out, "  {} {} «{}»", diagnostic.severity, diagnostic.code, words(&diagnostic.span))?;
    }
    Ok(())
}

fn name(record: &Record, id: ActorId) -> &str {
    record.actors().iter().find(|actor| actor.id == id).map_or("?", |actor| &actor.name)
}

fn write_event(record: &Record, event: &Event, out: &mut String) -> std::fmt::Result {
    let date = event.date.as_ref().map_or("undated".to_owned(), |date| date.edtf().to_string());
    let plover = event.plover.map_or("-", |plover| plover.r#type().as_str());
    writeln!(
        out,
        "  {} {date} {} {} {plover} «{}»",
        event.id,
        event.kind,
        event.status,
        words(&event.trigger)
    )?;
    let mut parts = Vec::new();
    for participant in &event.participants {
        parts.push(format!("{} {}", participant.role, name(record, participant.actor)));
    }
    for place in &event.places {
        parts.push(format!("place {}", words(&place.span)));
    }
    if let Some(instrument) = &event.instrument {
        let title = instrument.title.as_ref().map(|title| format!(" “{title}”")).unwrap_or_default();
        let number = instrument.number.as_ref().map(|number| format!(" no. {number}")).unwrap_or_default();
        parts.push(format!("{}{number}{title} {}", instrument.kind, instrument.status));
    }
    for item in &event.items {
        let number = item.quantity.as_ref().map(|quantity| format!("{} {} ", quantity.bound, quantity.value));
        let supplier = item.supplier.map(|id| format!(" from {}", name(record, id))).unwrap_or_default();
        parts.push(format!(
            "{}{} ({}){supplier}",
            number.unwrap_or_default(),
            words(&item.span),
            item.category
        ));
    }
    if let Some(casualties) = &event.casualties {
        for (label, quantity) in [("killed", &casualties.killed), ("injured", &casualties.injured)] {
            if let Some(quantity) = quantity {
                parts.push(format!("{label} {} {}", quantity.bound, quantity.value));
            }
        }
    }
    if !parts.is_empty() {
        writeln!(out, "       {}", parts.join("; "))?;
    }
    let Attribution { source, certainty, .. } = &event.attribution;
    if let Source::Actor(speaker) = source {
        writeln!(out, "       {certainty} by {}", name(record, *speaker))?;
    } else if *certainty != Certainty::Asserted {
        writeln!(out, "       {certainty}")?;
    }
    for evidence in &event.evidence {
        writeln!(out, "       «{}»", words(evidence))?;
    }
    Ok(())
}

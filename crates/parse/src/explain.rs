//! What each stage saw, for people.

use std::fmt::Write as _;
use std::ops::Range;

use crate::discourse::tables::Column;
use crate::stages::Run;

/// A report on a run, stage by stage.
pub(crate) fn explain(run: Run<'_>) -> String {
    let mut report = String::new();
    // Writing to a string cannot fail.
    let _ = write_all(&run, &mut report);
    report
}

fn write_all(run: &Run<'_>, out: &mut String) -> std::fmt::Result {
    writeln!(out, "1 document\n{}", run.layout.describe(run.source).trim_end())?;
    writeln!(out, "\n2 text: {} sentences, {} tokens", run.text.sentences().len(), run.text.tokens().len())?;
    writeln!(out, "\n3 mentions")?;
    let words = |range: &Range<usize>| run.text.slice(range);
    for (date, settled) in run.mentions.dates.iter().zip(&run.discourse.dates) {
        let value = settled.edtf.as_ref().map_or("ambiguous".to_owned(), ToString::to_string);
        writeln!(out, "  date      «{}» = {value} ({})", words(&date.range), settled.basis)?;
    }
    for duration in &run.mentions.durations {
        let what = if duration.value.repeated { "repeated" } else { "duration" };
        writeln!(out, "  {what}  «{}» = {}", words(&duration.range), duration.value)?;
    }
    for quantity in &run.mentions.quantities {
        let unit = quantity.unit.as_deref().unwrap_or("");
        writeln!(
            out,
            "  quantity  «{}» = {} {} {unit}",
            words(&quantity.range),
            quantity.bound,
            quantity.value
        )?;
    }
    for actor in &run.mentions.actors {
        let name = run.mentions.actor(run.lexicon, actor.actor).map_or("", |known| known.name.as_str());
        let what = if actor.is_place { "place   " } else { "actor   " };
        writeln!(out, "  {what}  «{}» = {name} ({})", words(&actor.range), actor.by)?;
    }
    for instrument in &run.mentions.instruments {
        let number = instrument.number.as_ref().map(|number| format!(" no. {number}")).unwrap_or_default();
        writeln!(out, "  document  «{}» = {}{number}", words(&instrument.range), instrument.kind)?;
    }
    for (range, settled) in run.mentions.quotations.ranges.iter().zip(&run.discourse.quotations) {
        let speaker = settled.speaker.and_then(|index| run.mentions.actors.get(index));
        let speaker = speaker.map(|actor| format!(" by «{}»", words(&actor.range))).unwrap_or_default();
        writeln!(out, "  quotation «{}» = {}{speaker}", words(range), settled.kind)?;
    }
    for framing in &run.discourse.framing {
        let toward = framing.toward.and_then(|index| run.mentions.actors.get(index));
        let toward = toward.map(|actor| format!(" toward «{}»", words(&actor.range))).unwrap_or_default();
        writeln!(out, "  framing   «{}» = {}{toward}", words(&framing.range), framing.kind)?;
    }
    for citation in &run.mentions.citations {
        let marker = run.source.get(citation.source.clone()).unwrap_or("");
        let target = citation.target.as_ref().map_or("no note", |target| words(target));
        writeln!(out, "  citation  «{marker}» = {} -> {target}", citation.kind)?;
    }
    writeln!(out, "\n4 events")?;
    for table in &run.tables {
        let meaning = |column: &Column| column.meaning.map_or("?".to_owned(), |meaning| meaning.to_string());
        let columns = table.columns.iter();
        let columns: Vec<String> =
            columns.map(|column| format!("«{}» = {}", words(&column.range), meaning(column))).collect();
        writeln!(out, "  table: {}", columns.join(", "))?;
        if let Some(title) = &table.title {
            let rule = run.lexicon.frames.get(title.frame).map_or("", |frame| frame.rule.as_str());
            writeln!(out, "      titled «{}» = {rule}", words(&title.range))?;
        }
    }
    let relations = &run.discourse.relations;
    let trigger = |index: usize| run.events.drafts.get(index).map_or("", |event| words(&event.trigger));
    for (index, (event, date)) in run.events.drafts.iter().zip(&run.discourse.event_dates).enumerate() {
        let Some(frame) = run.lexicon.frames.get(event.frame) else { continue };
        writeln!(
            out,
            "  «{}» = {} {} by rule {}",
            words(&event.trigger),
            frame.kind,
            event.status,
            frame.rule
        )?;
        for participant in &event.participants {
            let mention = participant.who.mention().and_then(|index| run.mentions.actors.get(index));
            writeln!(
                out,
                "      {:<12}{}",
                participant.role,
                mention.map_or("", |mention| words(&mention.range))
            )?;
        }
        if let Some(instrument) = &event.instrument {
            writeln!(out, "      {:<12}{} = {}", "document", words(&instrument.range), instrument.kind)?;
        }
        for item in &event.items {
            writeln!(out, "      {:<12}{} = {}", "item", words(&item.range), item.category)?;
        }
        for place in &event.places {
            writeln!(out, "      {:<12}{}", "place", words(place))?;
        }
        if let Some(date) = date.and_then(|index| run.mentions.dates.get(index)) {
            writeln!(out, "      {:<12}{}", "date", words(&date.range))?;
        }
        for link in relations.links.iter().filter(|link| link.from == index) {
            writeln!(out, "      {:<12}«{}»", link.relation, trigger(link.to))?;
        }
        if let Some(first) = relations.retold.get(index).copied().flatten() {
            writeln!(out, "      {:<12}«{}»", "told before", trigger(first))?;
        }
        if let Some(sentence) = run.text.sentences().get(event.sentence) {
            let what = if run.text.is_row(sentence) { "row" } else { "evidence" };
            writeln!(out, "      {what:<12}{}", words(&sentence.range))?;
        }
    }
    for dropped in &run.events.dropped {
        let Some(frame) = run.lexicon.frames.get(dropped.frame) else { continue };
        writeln!(out, "  no event: «{}» ({}): {}", words(&dropped.trigger), frame.rule, dropped.reason)?;
    }
    Ok(())
}

//! Stage 6: drafts become a record. Ids are given in the order of the text, reading positions become spans of the source.

mod actors;
mod events;
mod head;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use verbale_core::edtf::Precision;
use verbale_core::{
    Citation, Date, DateId, Diagnostic, DiagnosticCode, EventId, Format, Framing, Quantity, QuantityId,
    Quotation, RecordDraft, Severity, Span, TextIndex,
};

use verbale_syntax::Trees;

use crate::discourse::dates::Open;
use crate::events::EventDraft;
use crate::stages::Run;

/// Turns what the stages found into the fields of a record.
pub(crate) fn assemble(mut run: Run<'_>) -> RecordDraft {
    // Nothing asks for a tree or a word any more, and a record takes much room.
    run.mentions.trees = Trees::default();
    run.text.forget_tokens();
    let builder = Builder::new(&run);
    let cast = actors::Cast::of(&builder);
    let (events, event_ids) = builder.events(&cast);
    RecordDraft {
        format: Format,
        document: builder.document(),
        quotations: builder.quotations(&cast, &event_ids),
        citations: builder.citations(&events),
        diagnostics: builder.diagnostics(),
        framing: builder.framing(&cast, &event_ids),
        events,
        actors: cast.actors,
        places: cast.places,
        dates: builder.dates.into_iter().flatten().collect(),
        quantities: builder.quantities.into_iter().flatten().collect(),
    }
}

/// The run, with what every part of the record needs.
struct Builder<'a, 't> {
    run: &'a Run<'t>,
    index: TextIndex<'t>,
    /// The record's date for each date mention; `None` for one without value.
    dates: Vec<Option<Date>>,
    /// The record's quantity for each quantity mention.
    quantities: Vec<Option<Quantity>>,
}

impl<'a, 't> Builder<'a, 't> {
    fn new(run: &'a Run<'t>) -> Self {
        let mut builder =
            Self { run, index: TextIndex::new(run.source), dates: Vec::new(), quantities: Vec::new() };
        builder.dates = builder.all_dates();
        builder.quantities = builder.all_quantities();
        builder
    }

    /// The span of a stretch of the reading text.
    fn span(&self, reading: &Range<usize>) -> Option<Span> {
        if reading.is_empty() {
            return None;
        }
        self.index.span(self.run.layout.reading.source_range(reading.clone()))
    }

    fn all_dates(&self) -> Vec<Option<Date>> {
        let mut count = 0;
        let mentions = self.run.mentions.dates.iter().zip(&self.run.discourse.dates);
        mentions
            .map(|(mention, settled)| {
                let anchor =
                    settled.anchor.and_then(|anchor| self.span(&self.run.mentions.dates[anchor].range));
                let (edtf, span) = (settled.edtf.clone()?, self.span(&mention.range)?);
                let id = DateId::from_index(count);
                count += 1;
                Some(Date::new(id, edtf, settled.basis, anchor, span))
            })
            .collect()
    }

    fn all_quantities(&self) -> Vec<Option<Quantity>> {
        let mut count = 0;
        let drafts = self.run.events.drafts.iter();
        let used: BTreeSet<usize> = drafts.flat_map(EventDraft::quantities).collect();
        let quantity = |(index, mention): (usize, &crate::mentions::quantities::QuantityMention)| {
            if mention.is_one_of && !used.contains(&index) {
                return None;
            }
            let span = self.span(&mention.range)?;
            let id = QuantityId::from_index(count);
            count += 1;
            Some(Quantity {
                id,
                value: mention.value,
                max: mention.max,
                bound: mention.bound,
                unit: mention.unit.clone(),
                change_from: mention.change_from,
                period: mention.period.clone(),
                span,
            })
        };
        self.run.mentions.quantities.iter().enumerate().map(quantity).collect()
    }

    fn quotations(&self, cast: &actors::Cast, events: &[Option<EventId>]) -> Vec<Quotation> {
        let found = self.run.mentions.quotations.ranges.iter().zip(&self.run.discourse.quotations);
        let quotation =
            |(range, settled): (&Range<usize>, &crate::discourse::quotations::SettledQuotation)| {
                Some(Quotation {
                    span: self.span(range)?,
                    kind: settled.kind,
                    speaker: settled.speaker.and_then(|mention| cast.of_mention(mention)),
                    date: settled.date.and_then(|date| self.dates.get(date)?.clone()),
                    event: settled.event.and_then(|event| *events.get(event)?),
                })
            };
        found.filter_map(quotation).collect()
    }

    fn framing(&self, cast: &actors::Cast, events: &[Option<EventId>]) -> Vec<Framing> {
        let framing = |settled: &crate::discourse::framing::SettledFraming| {
            Some(Framing {
                span: self.span(&settled.range)?,
                kind: settled.kind,
                toward: settled.toward.and_then(|mention| cast.of_mention(mention)),
                event: settled.event.and_then(|event| *events.get(event)?),
            })
        };
        self.run.discourse.framing.iter().filter_map(framing).collect()
    }

    /// The citations; each supports the events of the sentence that it closes.
    fn citations(&self, events: &[verbale_core::Event]) -> Vec<Citation> {
        let sentences = self.run.text.sentences();
        let mut by_evidence: BTreeMap<&Span, Vec<EventId>> = BTreeMap::new();
        for event in events {
            for evidence in &event.evidence {
                by_evidence.entry(evidence).or_default().push(event.id);
            }
        }
        let mut citations = Vec::new();
        for mention in &self.run.mentions.citations {
            let Some(span) = self.index.span(mention.source.clone()) else { continue };
            // A marker behind the full stop belongs to the sentence before it.
            let before = mention.at.saturating_sub(1);
            let sentence =
                self.run.text.sentence_at(before).or_else(|| self.run.text.sentence_at(mention.at));
            let evidence = sentence.and_then(|index| self.span(&sentences[index].range));
            let supported =
                evidence.and_then(|evidence| by_evidence.get(&evidence).cloned()).unwrap_or_default();
            let published = mention.target.as_ref().and_then(|target| self.date_of_note(target));
            citations.push(Citation {
                span,
                kind: mention.kind,
                numbers: mention.numbers.clone(),
                locator: mention.locator.clone(),
                target: mention.target.as_ref().and_then(|target| self.span(target)),
                url: mention.url.clone(),
                title: mention.title.clone(),
                published,
                same_as: mention.same_as,
                events: supported,
            });
        }
        citations
    }

    /// The date of what a note names: its first day or month, else its first year. A range is a part of a title.
    fn date_of_note(&self, range: &Range<usize>) -> Option<Date> {
        let dates = &self.run.mentions.dates;
        let first = dates.partition_point(|date| date.range.start < range.start);
        let inside = dates
            .iter()
            .zip(&self.dates)
            .skip(first)
            .take_while(|(mention, _)| mention.range.end <= range.end);
        let dates: Vec<&Date> = inside.filter_map(|(_, date)| date.as_ref()).collect();
        let exact = dates.iter().find(|date| matches!(date.precision(), Precision::Day | Precision::Month));
        let year = || dates.iter().find(|date| date.precision() == Precision::Year);
        exact.or_else(year).map(|date| (*date).clone())
    }

    /// The first date within a stretch of the reading text.
    fn date_within(&self, range: &Range<usize>) -> Option<Date> {
        let dates = &self.run.mentions.dates;
        let index = dates.partition_point(|date| date.range.start < range.start);
        dates.get(index).filter(|date| date.range.end <= range.end)?;
        self.dates.get(index)?.clone()
    }

    fn diagnostics(&self) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        let mut tell = |span: Option<Span>, code, severity, message: &str| {
            diagnostics.extend(span.map(|span| Diagnostic {
                code,
                message: message.to_owned(),
                span,
                severity,
            }));
        };
        for (mention, settled) in self.run.mentions.dates.iter().zip(&self.run.discourse.dates) {
            if mention.old_style {
                let message = "a date of the Julian calendar, left as it is written: its EDTF is not a day of the Gregorian calendar";
                tell(self.span(&mention.range), DiagnosticCode::OldStyleDate, Severity::Info, message);
            }
            let (code, message) = match settled.open {
                None => continue,
                Some(Open::Ambiguous) => (
                    DiagnosticCode::AmbiguousDate,
                    "day and month can be read in either order; not in the list of dates",
                ),
                Some(Open::NoYear) => (
                    DiagnosticCode::UnresolvedDate,
                    "the text gives no year for this date, nor a date of publication",
                ),
                Some(Open::NoAnchor) => (
                    DiagnosticCode::UnresolvedDate,
                    "the text gives no date that this one could be counted from; not in the list of dates",
                ),
            };
            tell(self.span(&mention.range), code, Severity::Warning, message);
        }
        for mention in &self.run.mentions.citations {
            let marker = || self.index.span(mention.source.clone());
            let has_notes = !self.run.layout.notes.is_empty();
            if mention.target.is_none() && !mention.numbers.is_empty() {
                let severity = if has_notes { Severity::Warning } else { Severity::Info };
                tell(
                    marker(),
                    DiagnosticCode::DanglingFootnote,
                    severity,
                    "no note or reference with this number",
                );
            }
            if mention.lost {
                tell(
                    marker(),
                    DiagnosticCode::DanglingIbid,
                    Severity::Warning,
                    "\"ibid\" with no note before it",
                );
            }
        }
        let citations = &self.run.mentions.citations;
        let targets: BTreeSet<usize> =
            citations.iter().filter_map(|citation| Some(citation.target.as_ref()?.start)).collect();
        for note in &self.run.layout.notes {
            let used = targets.contains(&note.range.start);
            if !used {
                tell(
                    self.span(&note.range),
                    DiagnosticCode::UnusedNote,
                    Severity::Info,
                    "nothing points to this note",
                );
            }
        }
        for range in &self.run.mentions.quotations.unclosed {
            tell(
                self.span(range),
                DiagnosticCode::UnclosedQuotation,
                Severity::Warning,
                "this quotation mark is not closed",
            );
        }
        diagnostics.sort_by_key(|found| (found.span.start(), found.span.end(), found.code));
        diagnostics
    }
}

//! What is marked in the text: each stretch once, with all that stands there.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;

use verbale_core::{EventId, Span, TextIndex};

use crate::entries::{self, Entry};
use crate::names::Names;
use crate::words;

/// What a stretch of text is; it may be several things at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Layer {
    Event,
    Actor,
    Place,
    Date,
    Instrument,
    Quotation,
    /// Loaded words.
    Framing,
    /// The marker of a note, or a link.
    Source,
    /// The sentence of an event: seen only while the event is chosen.
    Evidence,
    /// Words that a card points to and that are nothing of the above.
    Other,
    /// What is part of the source and not of what is read: a line end within a word, the line under a heading,
    /// bars and asterisks.
    Hidden,
    /// What the source makes strong.
    Strong,
    /// The heading of a section of this level, within a paragraph.
    RunIn(u8),
}

impl Layer {
    /// The class of the style sheet.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Event => "m-event",
            Self::Actor => "m-actor",
            Self::Place => "m-place",
            Self::Date => "m-date",
            Self::Instrument => "m-instrument",
            Self::Quotation => "m-quotation",
            Self::Framing => "m-framing",
            Self::Source => "m-source",
            Self::Evidence => "m-evidence",
            Self::Other => "m-other",
            Self::Hidden => "unread",
            Self::Strong => "strong",
            Self::RunIn(_) => "run-in",
        }
    }
}

/// A marked stretch of text.
#[derive(Debug, Default)]
pub(super) struct Mark {
    /// The anchor of its span; `None` for what is no span of the record.
    pub(super) id: Option<Anchor>,
    pub(super) layers: Vec<Layer>,
    /// The events whose trigger it is.
    pub(super) triggers: Vec<EventId>,
    /// The events that it tells something of.
    pub(super) events: Vec<EventId>,
    /// What the lists beside the text have on it.
    pub(super) entries: Vec<Entry>,
    /// What a pointer resting on it shows.
    pub(super) notes: Vec<String>,
}

/// Marks by where they stand in bytes: in order, and the longer one first where two begin together.
pub(super) type Marks = BTreeMap<(usize, Reverse<usize>), Mark>;

/// The id of the element that marks a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Anchor(usize, usize);

/// The id of the element that marks a span.
pub(crate) const fn anchor(span: &Span) -> Anchor {
    Anchor(span.start(), span.end())
}

impl fmt::Display for Anchor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "x{}-{}", self.0, self.1)
    }
}

/// All marks of a record.
pub(super) fn of(names: &Names<'_>, index: &TextIndex<'_>) -> Marks {
    let record = names.record();
    let mut marks = Collector { index, marks: Marks::new() };
    for date in record.dates() {
        marks.note(date.span(), Layer::Date, || words::date(date.edtf()));
    }
    for actor in record.actors() {
        for mention in &actor.mentions {
            marks.note(&mention.span, Layer::Actor, || {
                format!("{}, {}", actor.name, words::label(actor.kind.as_str()))
            });
        }
    }
    for place in record.places() {
        for mention in &place.mentions {
            marks.note(mention, Layer::Place, || format!("{}, {}", place.name, place.kind));
        }
    }
    for event in record.events() {
        let id = event.id;
        let mark = marks.at(&event.trigger, Layer::Event);
        if let Some(mark) = mark {
            mark.triggers.push(id);
            mark.notes.push(format!("{}: {}", words::capital(event.kind.as_str()), event.status));
        }
        for participant in &event.participants {
            marks.of_event(&participant.span, Layer::Actor, id);
        }
        for place in &event.places {
            marks.of_event(&place.span, Layer::Place, id);
        }
        if let Some(date) = &event.date {
            marks.of_event(date.span(), Layer::Date, id);
        }
        if let Some(instrument) = &event.instrument {
            marks.of_event(&instrument.span, Layer::Instrument, id);
        }
        for item in &event.items {
            marks.of_event(&item.span, Layer::Other, id);
        }
        let casualties = event.casualties.as_deref().into_iter();
        let casualties = casualties.flat_map(|casualties| {
            [&casualties.killed, &casualties.injured, &casualties.missing, &casualties.captured]
        });
        for quantity in casualties.flatten() {
            marks.of_event(&quantity.span, Layer::Other, id);
        }
        if let Some(cue) = &event.attribution.cue {
            marks.of_event(cue, Layer::Other, id);
        }
        for sentence in &event.evidence {
            marks.of_event(sentence, Layer::Evidence, id);
        }
    }
    marks.entries(names);
    marks.marks
}

struct Collector<'t, 'i> {
    index: &'i TextIndex<'t>,
    marks: Marks,
}

impl Collector<'_, '_> {
    fn at(&mut self, span: &Span, layer: Layer) -> Option<&mut Mark> {
        let (start, end) = (self.index.byte(span.start())?, self.index.byte(span.end())?);
        let mark = self.marks.entry((start, Reverse(end))).or_default();
        mark.id = Some(anchor(span));
        if !mark.layers.contains(&layer) {
            mark.layers.push(layer);
        }
        Some(mark)
    }

    fn note(&mut self, span: &Span, layer: Layer, note: impl FnOnce() -> String) {
        if let Some(mark) = self.at(span, layer) {
            mark.notes.push(note());
        }
    }

    fn entries(&mut self, names: &Names<'_>) {
        let record = names.record();
        for (index, quotation) in record.quotations().iter().enumerate() {
            self.entry(&quotation.span, Layer::Quotation, Entry::Quotation(index), quotation.event);
            self.note(&quotation.span, Layer::Quotation, || entries::quotation_note(names, quotation));
        }
        for (index, framing) in record.framing().iter().enumerate() {
            self.entry(&framing.span, Layer::Framing, Entry::Framing(index), framing.event);
            self.note(&framing.span, Layer::Framing, || entries::framing_note(names, framing));
        }
        for (index, citation) in record.citations().iter().enumerate() {
            let entry = names.sources().entry(index);
            self.entry(&citation.span, Layer::Source, entry, citation.events.iter().copied());
            self.note(&citation.span, Layer::Source, || entries::source_note(citation));
            if let Some(target) = &citation.target {
                self.entry(target, Layer::Other, entry, None);
            }
        }
    }

    fn entry(&mut self, span: &Span, layer: Layer, entry: Entry, events: impl IntoIterator<Item = EventId>) {
        for event in events {
            self.of_event(span, layer, event);
        }
        if let Some(mark) = self.at(span, layer)
            && mark.entries.last() != Some(&entry)
        {
            mark.entries.push(entry);
        }
    }

    fn of_event(&mut self, span: &Span, layer: Layer, event: EventId) {
        if let Some(mark) = self.at(span, layer)
            && mark.events.last() != Some(&event)
        {
            mark.events.push(event);
        }
    }
}

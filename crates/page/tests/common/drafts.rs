//! Records made of any text and any spans.

use proptest::prelude::*;
use verbale_core::{
    Actor, ActorId, ActorKind, Attribution, Basis, Checksum, Citation, CitationKind, Date, DateId, Document,
    Edtf, Event, EventId, EventKind, Framing, FramingKind, LanguageCode, Mention, MentionBy, Participant,
    Place, PlaceId, PlaceKind, Quotation, QuotationKind, Record, RecordDraft, Role, Section, SectionId, Span,
    Status, TextIndex,
};

/// What a record is made of.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) text: String,
    pub(crate) title: Option<String>,
    /// Where headings begin, with their length and level.
    pub(crate) sections: Vec<(usize, usize, u8)>,
    /// Stretches of code points; what they are goes by turns.
    pub(crate) spans: Vec<(usize, usize)>,
}

impl Draft {
    /// A record in which everything that holds words holds these.
    pub(crate) fn saying(words: &str) -> Self {
        let all = (0, words.chars().count());
        Self {
            text: words.to_owned(),
            title: Some(words.to_owned()),
            sections: vec![(0, all.1, 1)],
            spans: vec![all; 5],
        }
    }

    /// The page of the record.
    pub(crate) fn render(&self) -> String {
        verbale_page::render(&Record::new(self.draft(), &self.text).unwrap(), &self.text).unwrap()
    }

    fn draft(&self) -> RecordDraft {
        let index = TextIndex::new(&self.text);
        let span =
            |start: usize, end: usize| -> Option<Span> { index.span(index.byte(start)?..index.byte(end)?) };
        let spans: Vec<Span> = self.spans.iter().filter_map(|&(start, end)| span(start, end)).collect();
        let by_turns = |turn: usize| spans.iter().skip(turn).step_by(4).cloned().collect::<Vec<_>>();
        let name = |span: &Span| format!("{} ", span.quote());
        let actors: Vec<Actor> = by_turns(0)
            .into_iter()
            .enumerate()
            .map(|(index, span)| actor(index, name(&span), span))
            .collect();
        let places = by_turns(1)
            .into_iter()
            .enumerate()
            .map(|(index, span)| place(index, name(&span), span))
            .collect();
        let dates: Vec<Date> =
            by_turns(2).into_iter().enumerate().map(|(index, span)| date(index, span)).collect();
        let events = by_turns(3).into_iter().chain(by_turns(0)).enumerate();
        let events: Vec<Event> = events
            .map(|(index, span)| {
                let event = event(index, span, &spans);
                let participants = actors.first().map(|actor| Participant {
                    role: Role::Actor,
                    actor: actor.id,
                    span: actor.mentions[0].span.clone(),
                });
                Event {
                    participants: participants.into_iter().collect(),
                    date: dates.get(index).cloned(),
                    ..event
                }
            })
            .collect();
        let sections = self.sections.iter().enumerate().filter_map(|(index, &(start, length, level))| {
            let span = span(start, start + length)?;
            let title = span.quote().trim().to_owned();
            let id = SectionId::from_index(index);
            (!title.is_empty()).then_some(Section { id, title, level, parent: None, span })
        });
        let mut draft = RecordDraft {
            format: Default::default(),
            document: Document {
                id: "any".to_owned(),
                title: self.title.clone(),
                authors: Vec::new(),
                publisher: None,
                published: None,
                language: LanguageCode::ENGLISH,
                sha256: Checksum::of(&self.text),
                length: index.length(),
                sections: sections.collect(),
            },
            places,
            quantities: Vec::new(),
            quotations: by_turns(2)
                .into_iter()
                .enumerate()
                .map(|(index, span)| quotation(index, span, &actors, &events))
                .collect(),
            citations: by_turns(3)
                .into_iter()
                .enumerate()
                .map(|(index, span)| citation(index, span, &spans, &dates, &events))
                .collect(),
            framing: by_turns(1)
                .into_iter()
                .enumerate()
                .map(|(index, span)| framing(index, span, &actors, &events))
                .collect(),
            actors,
            dates,
            events,
            diagnostics: Vec::new(),
        };
        // Ids count without gaps, also where a heading was left out.
        for (index, section) in draft.document.sections.iter_mut().enumerate() {
            section.id = SectionId::from_index(index);
        }
        draft
    }
}

fn actor(index: usize, name: String, span: Span) -> Actor {
    Actor {
        id: ActorId::from_index(index),
        name: if name.trim().is_empty() { "nobody".to_owned() } else { name },
        kind: ActorKind::Other,
        country: None,
        parent: None,
        members: Vec::new(),
        sector: None,
        wikidata: None,
        mentions: vec![Mention { span, by: MentionBy::Name }],
    }
}

fn place(index: usize, name: String, span: Span) -> Place {
    Place {
        id: PlaceId::from_index(index),
        name: if name.trim().is_empty() { "nowhere".to_owned() } else { name },
        kind: PlaceKind::Other,
        country: None,
        lat: None,
        lon: None,
        geonames: None,
        mentions: vec![span],
    }
}

fn date(index: usize, span: Span) -> Date {
    const DATES: &[&str] =
        &["1979-03-26", "1979-03", "197X", "1979/..", "../1979", "XXXX-05-10", "-0420~", "9999-12-31"];
    let edtf: Edtf = DATES[index % DATES.len()].parse().unwrap();
    Date::new(DateId::from_index(index), edtf, Basis::Explicit, None, span)
}

fn event(index: usize, trigger: Span, spans: &[Span]) -> Event {
    Event {
        id: EventId::from_index(index),
        kind: EventKind::ALL[index % EventKind::ALL.len()],
        plover: None,
        contexts: Vec::new(),
        trigger,
        date: None,
        participants: Vec::new(),
        instrument: None,
        items: Vec::new(),
        casualties: None,
        places: Vec::new(),
        status: Status::Occurred,
        attribution: Attribution::own_voice(),
        relations: Vec::new(),
        section: None,
        evidence: vec![spans[index % spans.len()].clone()],
        rule: "any/rule".to_owned(),
    }
}

fn quotation(index: usize, span: Span, actors: &[Actor], events: &[Event]) -> Quotation {
    let kind = QuotationKind::ALL[index % QuotationKind::ALL.len()];
    let event = events.get(index).map(|event| event.id);
    Quotation { span, kind, speaker: actors.first().map(|actor| actor.id), date: None, event }
}

fn framing(index: usize, span: Span, actors: &[Actor], events: &[Event]) -> Framing {
    let kind = FramingKind::ALL[index % FramingKind::ALL.len()];
    let event = events.get(index).map(|event| event.id);
    Framing { span, kind, toward: actors.last().map(|actor| actor.id), event }
}

/// Every word of it comes from the text, the address with every scheme in turn.
fn citation(index: usize, span: Span, spans: &[Span], dates: &[Date], events: &[Event]) -> Citation {
    const SCHEMES: &[&str] = &["javascript:", "https://example.org/", "data:text/html,", "HTTP://", ""];
    Citation {
        kind: CitationKind::ALL[index % CitationKind::ALL.len()],
        numbers: (0..index % 3).filter_map(|number| u32::try_from(number + 1).ok()).collect(),
        locator: Some(format!("p. {}", span.quote())),
        target: spans.get(index * 2).cloned(),
        url: Some(format!("{}{}", SCHEMES[index % SCHEMES.len()], span.quote())),
        title: Some(span.quote().to_owned()),
        published: dates.get(index).cloned(),
        same_as: None,
        events: events.get(index).map(|event| event.id).into_iter().collect(),
        span,
    }
}

/// Texts made of what may be hard to set, with marks wherever.
pub(crate) fn any_draft() -> impl Strategy<Value = Draft> {
    let piece = prop_oneof![
        4 => "[a-zé]{1,8} ?",
        1 => prop::sample::select(vec![
            "\n", "\n\n", "\r\n", "\r", "\t", " | ", "|", "\n|---|---|\n", "\n| a | b |\n", "\n- ", "\n  2) ", "-\n", "====", "**", "\u{b}", "\u{c}",
            "\u{85}", "\u{2028}", "\0", "\u{1b}", "\u{202e}", "\u{2066}", "\u{feff}", "📍", "<b>", "</script>", "&amp;", "\"'", "   ", "a   b   c",
        ])
        .prop_map(str::to_owned),
        1 => "\\PC{1,3}",
    ];
    let text = prop::collection::vec(piece, 1..60).prop_map(|pieces| pieces.concat());
    text.prop_flat_map(|text| {
        let length = text.chars().count();
        let span = (0..length, 1..30usize).prop_map(move |(start, wide)| (start, (start + wide).min(length)));
        let section = (0..length, 1..12usize, 1..7u8)
            .prop_map(move |(start, wide, level)| (start, wide.min(length - start), level));
        let title: String = text.chars().take(7).collect();
        let title = prop::option::of(Just(if title.trim().is_empty() { "title".to_owned() } else { title }));
        (Just(text), title, prop::collection::vec(section, 0..4), prop::collection::vec(span, 0..24))
    })
    .prop_map(|(text, title, sections, spans)| Draft { text, title, sections, spans })
}

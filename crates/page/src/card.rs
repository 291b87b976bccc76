//! The list of events: a card each, with everything that the record says of it.

use std::collections::BTreeMap;

use verbale_core::{
    Actor, ActorId, Event, EventId, Instrument, InstrumentKind, Place, PlaceId, Quantity, Record, Role,
    SectionId, Source, Span,
};

use crate::html::Html;
use crate::text::anchor;
use crate::timeline::write_date;
use crate::words;

/// A record whose parts can be found by their ids.
pub(crate) struct Names<'r> {
    record: &'r Record,
    actors: BTreeMap<ActorId, &'r Actor>,
    places: BTreeMap<PlaceId, &'r Place>,
    events: BTreeMap<EventId, &'r Event>,
    sections: BTreeMap<SectionId, &'r str>,
}

impl<'r> Names<'r> {
    pub(crate) fn of(record: &'r Record) -> Self {
        let sections = record.document().sections.iter();
        Self {
            record,
            actors: record.actors().iter().map(|actor| (actor.id, actor)).collect(),
            places: record.places().iter().map(|place| (place.id, place)).collect(),
            events: record.events().iter().map(|event| (event.id, event)).collect(),
            sections: sections.map(|section| (section.id, section.title.as_str())).collect(),
        }
    }

    pub(crate) const fn record(&self) -> &'r Record {
        self.record
    }

    pub(crate) fn actor(&self, id: ActorId) -> &'r str {
        self.actors.get(&id).map_or("", |actor| &actor.name)
    }

    /// Writes who does it to whom, and by which document, between two pieces of markup; nothing if neither is known.
    pub(crate) fn gist(&self, html: &mut Html, event: &Event, before: &'static str, after: &'static str) {
        let (who, document) = (self.who(event), Self::instrument(event));
        if who.is_none() && document.is_none() {
            return;
        }
        html.raw(before).text(who.as_deref().unwrap_or_default());
        if let Some(document) = document {
            html.raw(if who.is_some() { ": " } else { "" }).text(&document);
        }
        html.raw(after);
    }

    /// Who does it, and to whom: "Egypt, Israel → Jordan".
    pub(crate) fn who(&self, event: &Event) -> Option<String> {
        let with = |roles: &[Role]| {
            let mut names: Vec<&str> = Vec::new();
            let in_role = event.participants.iter().filter(|participant| roles.contains(&participant.role));
            for participant in in_role {
                let name = self.actor(participant.actor);
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            names.join(", ")
        };
        let (who, whom) = (with(Role::WHO), with(Role::WHOM));
        match (who.is_empty(), whom.is_empty()) {
            (true, true) => None,
            (false, true) => Some(who),
            (_, false) => Some(format!("{who} → {whom}").trim_start().to_owned()),
        }
    }

    /// The document that the event is about, if it has a name: "resolution 502".
    fn instrument(event: &Event) -> Option<String> {
        let instrument = event.instrument.as_deref()?;
        let kind = words::label(instrument.kind.as_str());
        match (&instrument.number, &instrument.title) {
            (Some(number), _) => Some(format!("{kind} {number}")),
            (None, Some(title)) => Some(format!("“{title}”")),
            (None, None) => None,
        }
    }

    pub(crate) fn source(&self, source: Source) -> &'r str {
        match source {
            Source::Document => "the document",
            Source::Actor(id) => self.actor(id),
        }
    }
}

/// Writes the cards, in the order of the text.
pub(crate) fn write(html: &mut Html, names: &Names<'_>) {
    if names.record.events().is_empty() {
        html.raw("<p class=\"hint\">No event was found in the text.</p>");
        return;
    }
    html.raw("<ol class=\"cards\">");
    for event in names.record.events() {
        Card { html, names, event }.write();
    }
    html.raw("</ol>");
}

struct Card<'h, 'n, 'r> {
    html: &'h mut Html,
    names: &'n Names<'r>,
    event: &'r Event,
}

impl Card<'_, '_, '_> {
    fn write(mut self) {
        self.open();
        self.html.raw("<p class=\"when\"><span class=\"number\">").show(self.event.id).raw("</span>");
        match &self.event.date {
            Some(date) => {
                self.leading(date.span(), |html| write_date(html, date.edtf()));
                self.html.raw(" <span class=\"edtf\"").attr("title", date.basis().meaning()).raw("><code>");
                self.html.show(date.edtf()).raw("</code> ").show(date.basis()).raw("</span>");
            }
            None => {
                self.html.raw("<span class=\"none\">no date</span>");
            }
        }
        self.html.raw("</p><h3>");
        let kind = words::capital(self.event.kind.as_str());
        self.link(&self.event.trigger, &kind);
        self.html.raw("</h3><p class=\"status\"").attr("data-status", self.event.status);
        self.html.attr("title", self.event.status.meaning()).raw(">").show(self.event.status).raw("</p>");
        self.names.gist(self.html, self.event, "<p class=\"who\">", "</p>");
        self.evidence();
        self.html.raw("<dl>");
        self.attribution();
        self.participants();
        self.instrument();
        self.items();
        self.casualties();
        self.places();
        self.relations();
        self.coding();
        self.html.raw("</dl></li>");
    }

    fn open(&mut self) {
        let event = self.event;
        let mut actors: Vec<String> =
            event.participants.iter().map(|participant| participant.actor.to_string()).collect();
        actors.sort_unstable();
        actors.dedup();
        self.html
            .raw("<li class=\"card\" tabindex=\"-1\"")
            .attr("id", event.id)
            .attr("data-kind", event.kind);
        self.html.attr("data-actors", actors.join(" ")).attr("data-source", event.attribution.source);
        self.html.attr("data-x", anchor(&event.trigger));
        // Bounds that are open stay away: such an event fits any date on that side.
        if let Some(date) = &event.date {
            self.html.raw(" data-dated");
            if let Some(day) = date.earliest() {
                self.html.attr("data-from", crate::filters::day_key(day));
            }
            if let Some(day) = date.latest() {
                self.html.attr("data-to", crate::filters::day_key(day));
            }
        }
        self.html.raw(">");
    }

    /// A link to the words in the text.
    fn leading(&mut self, span: &Span, label: impl FnOnce(&mut Html)) {
        self.html.raw("<a").attr("href", format_args!("#{}", anchor(span))).raw(">");
        label(self.html);
        self.html.raw("</a>");
    }

    fn link(&mut self, span: &Span, words: &str) {
        self.leading(span, |html| {
            html.text(words);
        });
    }

    /// The sentences, with the trigger in bold.
    fn evidence(&mut self) {
        let trigger = &self.event.trigger;
        for sentence in &self.event.evidence {
            self.html.raw("<blockquote><p>");
            if sentence.contains(trigger) {
                let mut chars = sentence.quote().char_indices().map(|(at, _)| at);
                let from = chars.nth(trigger.start() - sentence.start()).unwrap_or(0);
                let (before, rest) = sentence.quote().split_at(from);
                let (told, after) = rest.split_at(trigger.quote().len().min(rest.len()));
                let [before, told, after] = [before, told, after].map(words::flowing);
                self.html.text(&before).raw("<b>").text(&told).raw("</b>").text(&after);
            } else {
                self.html.text(&words::flowing(sentence.quote()));
            }
            self.html.raw("</p></blockquote>");
        }
    }

    fn attribution(&mut self) {
        let attribution = &self.event.attribution;
        self.html.raw("<dt>Who says so</dt><dd>").text(self.names.source(attribution.source));
        self.html.raw("<span class=\"aside\"").attr("title", attribution.certainty.meaning()).raw(">");
        self.html.show(attribution.certainty).raw("</span>");
        if let Some(cue) = &attribution.cue {
            self.html.raw(" (");
            self.leading(cue, |html| {
                html.raw("“").text(cue.quote()).raw("”");
            });
            self.html.raw(")");
        }
        self.html.raw("</dd>");
    }

    fn participants(&mut self) {
        for &role in Role::ALL {
            let mut any = false;
            for participant in self.event.participants.iter().filter(|participant| participant.role == role) {
                if any {
                    self.html.raw(", ");
                } else {
                    self.html.raw("<dt>").text(&words::capital(role.as_str())).raw("</dt><dd>");
                }
                any = true;
                let name = self.names.actor(participant.actor);
                self.link(&participant.span, name);
            }
            if any {
                self.html.raw("</dd>");
            }
        }
    }

    fn instrument(&mut self) {
        let Some(instrument) = self.event.instrument.as_deref() else { return };
        let Instrument { kind, title, number, body, status, span } = instrument;
        self.html.raw("<dt>Instrument</dt><dd>");
        self.leading(span, |html| {
            // Of what kind it is, if it is of one; else the words of the text.
            match kind {
                InstrumentKind::Other => html.text(&words::flowing(span.quote())),
                kind => html.text(&words::label(kind.as_str())),
            };
            if let Some(number) = number {
                html.raw(" ").text(number);
            }
            if let Some(title) = title {
                html.raw(" “").text(title).raw("”");
            }
        });
        if let Some(body) = body {
            self.html.raw(" of ").text(self.names.actor(*body));
        }
        self.html.raw("<span class=\"aside\">").text(&words::label(status.as_str())).raw("</span></dd>");
    }

    fn items(&mut self) {
        for (index, item) in self.event.items.iter().enumerate() {
            self.html.raw(if index == 0 { "<dt>Items</dt><dd>" } else { "<dd>" });
            if let Some(quantity) = &item.quantity {
                self.html.text(&words::quantity(quantity)).raw(" ");
            }
            let name = &item.name;
            self.link(&item.span, name);
            if let Some(supplier) = item.supplier {
                self.html.raw(" from ").text(self.names.actor(supplier));
            }
            self.html.raw("<span class=\"aside\">").show(item.category).raw("</span></dd>");
        }
    }

    fn casualties(&mut self) {
        let Some(casualties) = self.event.casualties.as_deref() else { return };
        let of: [(&'static str, &Option<Quantity>); 4] = [
            ("Killed", &casualties.killed),
            ("Injured", &casualties.injured),
            ("Missing", &casualties.missing),
            ("Captured", &casualties.captured),
        ];
        for (label, quantity) in of {
            let Some(quantity) = quantity else { continue };
            self.html.raw("<dt>").raw(label).raw("</dt><dd>");
            self.link(&quantity.span, &words::flowing(quantity.span.quote()));
            self.html.raw("<span class=\"aside\">").text(&words::quantity(quantity)).raw("</span></dd>");
        }
    }

    fn places(&mut self) {
        for (index, place) in self.event.places.iter().enumerate() {
            self.html.raw(if index == 0 { "<dt>Where</dt><dd>" } else { ", " });
            let name = self.names.places.get(&place.place).map_or("", |place| &place.name);
            self.link(&place.span, name);
        }
        if !self.event.places.is_empty() {
            self.html.raw("</dd>");
        }
    }

    fn relations(&mut self) {
        for (index, relation) in self.event.relations.iter().enumerate() {
            self.html.raw(if index == 0 { "<dt>Relations</dt><dd>" } else { "<dd>" });
            self.html.text(&words::label(relation.relation.as_str())).raw(" ");
            self.html.raw("<a").attr("href", format_args!("#{}", relation.event)).raw(">");
            let other = self.names.events.get(&relation.event).map(|event| words::label(event.kind.as_str()));
            self.html.text(&other.unwrap_or_default()).raw(" ").show(relation.event).raw("</a></dd>");
        }
    }

    /// How the event is filed, and which rule found it where.
    fn coding(&mut self) {
        let event = self.event;
        if let Some(plover) = &event.plover {
            self.html.raw("<dt>PLOVER</dt><dd>").show(plover.r#type());
            if let Some(mode) = plover.mode() {
                self.html.raw(" ").show(mode);
            }
            self.html
                .raw("<span class=\"aside\">")
                .text(&words::label(plover.quad().as_str()))
                .raw("</span></dd>");
        }
        for (index, context) in event.contexts.iter().enumerate() {
            self.html.raw(if index == 0 { "<dt>Contexts</dt><dd>" } else { ", " });
            self.html.text(&words::label(context.as_str()));
        }
        if !event.contexts.is_empty() {
            self.html.raw("</dd>");
        }
        self.html.raw("<dt>Found</dt><dd>");
        if let Some(title) = event.section.and_then(|id| self.names.sections.get(&id)) {
            self.html.raw("in “").text(title).raw("” ");
        }
        self.html.raw("by <code>").text(&event.rule).raw("</code></dd>");
    }
}

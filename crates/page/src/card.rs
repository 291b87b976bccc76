//! The list of events: a card each, with everything that the record says of it.

use verbale_core::{Event, Instrument, InstrumentKind, Quantity, Role, Span};

use crate::entries;
use crate::html::Html;
use crate::names::Names;
use crate::text::{anchor, leading};
use crate::timeline::write_date;
use crate::words;

/// Writes the cards, in the order of the text.
pub(crate) fn write(html: &mut Html, names: &Names<'_>) {
    if names.record().events().is_empty() {
        html.raw("<p class=\"hint\">No event was found in the text.</p>");
        return;
    }
    html.raw("<ol class=\"cards\">");
    for event in names.record().events() {
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
                leading(self.html, date.span(), |html| write_date(html, date.edtf()));
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
        entries::rows(self.html, self.names, self.event.id);
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

    fn link(&mut self, span: &Span, words: &str) {
        leading(self.html, span, |html| {
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
            leading(self.html, cue, |html| {
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
        leading(self.html, span, |html| {
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
            let name = self.names.place(place.place);
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
            self.names.event(self.html, relation.event);
            self.html.raw("</dd>");
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
        if let Some(title) = event.section.and_then(|id| self.names.section(id)) {
            self.html.raw("in “").text(title).raw("” ");
        }
        self.html.raw("by <code>").text(&event.rule).raw("</code></dd>");
    }
}

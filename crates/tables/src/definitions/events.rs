use verbale_core::{
    Actor, Amount, Basis, Bound, Casualties, Certainty, Context, Date, Event, EventKind, Instrument,
    InstrumentKind, InstrumentStatus, KindGroup, Plover, PloverMode, PloverType, Precision, Quad, Quantity,
    RelationKind, Role, Span, Status,
};

use crate::column::{RowSink, table};
use crate::view::View;

table! {
    /// One row an event: who did what to whom, when, where, and who says so. Names and countries of actors and places stand beside
    /// their ids, so that the table can be read alone.
    key(document, id);
    references(document) to documents(id);
    references(document, instrument_body) to actors(document, id);
    row(view, event, &'r Event);

    /// The document that reports it.
    document: Text = view.document();
    /// Identifier within the document.
    id: Text = event.id.to_string();
    /// What happened, in the language of diplomacy.
    kind: Word<EventKind> = event.kind.as_str();
    /// What the kind concerns.
    kind_group: Word<KindGroup> = event.kind.group().as_str();
    /// The PLOVER type; null where PLOVER has none for it.
    plover_type ? Word<PloverType> = event.plover.map(|plover| plover.r#type().as_str());
    /// The PLOVER mode.
    plover_mode ? Word<PloverMode> = event.plover.and_then(Plover::mode).map(PloverMode::as_str);
    /// The PLOVER quad class.
    plover_quad ? Word<Quad> = event.plover.map(|plover| plover.quad().as_str());
    /// What it is about: PLOVER contexts.
    contexts: Texts<Context> = event.contexts.iter().map(|context| context.as_str());
    /// First code point of the words that name it.
    trigger_start: Whole = event.trigger.start();
    /// The code point behind them.
    trigger_end: Whole = event.trigger.end();
    /// The words that name it.
    trigger_quote: Text = event.trigger.quote();
    /// When, as an id among the dates of the record.
    date_id ? Text = event.date.as_ref().map(|date| date.id().to_string());
    /// When, in EDTF, never more exact than the text.
    date_edtf ? Text = event.date.as_ref().map(|date| date.edtf().to_string());
    /// First day that the date may mean; null if that is open or unknown.
    date_earliest ? Day = event.date.as_ref().and_then(Date::earliest);
    /// Last day that the date may mean; null if that is open or unknown.
    date_latest ? Day = event.date.as_ref().and_then(Date::latest);
    /// How exact the date is.
    date_precision ? Word<Precision> = event.date.as_ref().map(|date| date.precision().as_str());
    /// How the date was found out.
    date_basis ? Word<Basis> = event.date.as_ref().map(|date| date.basis().as_str());
    /// The words that name the date.
    date_span_quote ? Text = event.date.as_ref().map(|date| date.span().quote());
    /// Who does it, by id: the participants in the roles `actor` and `supplier`, each once.
    actor_ids: Texts = actors(view, event).map(|actor| actor.id.to_string());
    /// Who does it, by name, in the order of `actor_ids`.
    actor_names: Texts = actors(view, event).map(|actor| &actor.name);
    /// The states of those who do it, ISO 3166-1 alpha-3, in the order of `actor_ids`; null for an actor of no state.
    actor_countries: Texts = actors(view, event).map(country);
    /// Whom it is done to, by id: the participants in the roles `recipient`, `victim`, `beneficiary` and `subject`, each once.
    recipient_ids: Texts = recipients(view, event).map(|actor| actor.id.to_string());
    /// Whom it is done to, by name, in the order of `recipient_ids`.
    recipient_names: Texts = recipients(view, event).map(|actor| &actor.name);
    /// The states of those whom it is done to, in the order of `recipient_ids`; null for an actor of no state.
    recipient_countries: Texts = recipients(view, event).map(country);
    /// All who take part, by id.
    participants_actor: Texts = event.participants.iter().map(|participant| participant.actor.to_string());
    /// Their roles, in the order of `participants_actor`.
    participants_role: Texts<Role> = event.participants.iter().map(|participant| participant.role.as_str());
    /// Their names, in the order of `participants_actor`.
    participants_name: Texts = event.participants.iter().map(|participant| view.name(participant.actor));
    /// What sort of document the event is about.
    instrument_kind ? Word<InstrumentKind> = instrument(event).map(|instrument| instrument.kind.as_str());
    /// Its quoted title, or else its proper name.
    instrument_title ? Text = instrument(event).and_then(|instrument| instrument.title.as_deref());
    /// Its number: "822".
    instrument_number ? Text = instrument(event).and_then(|instrument| instrument.number.as_deref());
    /// The body that issues it, by id.
    instrument_body ? Text = instrument(event).and_then(|instrument| instrument.body).map(|body| body.to_string());
    /// The name of that body.
    instrument_body_name ? Text = instrument(event).and_then(|instrument| instrument.body).and_then(|body| view.name(body));
    /// What became of it.
    instrument_status ? Word<InstrumentStatus> = instrument(event).map(|instrument| instrument.status.as_str());
    /// The words that name it.
    instrument_span_quote ? Text = instrument(event).map(|instrument| instrument.span.quote());
    /// What is moved or promised, by name; the table `items` has all of it.
    items_name: Texts = event.items.iter().map(|item| &item.name);
    /// The dead; the lower number of a range.
    casualties_killed_value ? Number = value(killed(event));
    /// The upper number of a range of dead.
    casualties_killed_max ? Number = max(killed(event));
    /// How the number of the dead relates to the true value.
    casualties_killed_bound ? Word<Bound> = bound(killed(event));
    /// The wounded; the lower number of a range.
    casualties_injured_value ? Number = value(injured(event));
    /// The upper number of a range of wounded.
    casualties_injured_max ? Number = max(injured(event));
    /// How the number of the wounded relates to the true value.
    casualties_injured_bound ? Word<Bound> = bound(injured(event));
    /// The missing; the lower number of a range.
    casualties_missing_value ? Number = value(missing(event));
    /// The upper number of a range of missing.
    casualties_missing_max ? Number = max(missing(event));
    /// How the number of the missing relates to the true value.
    casualties_missing_bound ? Word<Bound> = bound(missing(event));
    /// Those taken prisoner; the lower number of a range.
    casualties_captured_value ? Number = value(captured(event));
    /// The upper number of a range of prisoners.
    casualties_captured_max ? Number = max(captured(event));
    /// How the number of prisoners relates to the true value.
    casualties_captured_bound ? Word<Bound> = bound(captured(event));
    /// Where, by id.
    places_place: Texts = event.places.iter().map(|place| place.place.to_string());
    /// Where, by name, in the order of `places_place`.
    places_name: Texts = view.places_of(event).map(|place| &place.name);
    /// The countries of these places, in their order; null where that is unknown or disputed.
    places_country: Texts = view.places_of(event).map(|place| place.country.map(|country| country.as_str()));
    /// Latitude of the first of these places that has one.
    lat ? Number = view.places_of(event).find_map(|place| place.lat.zip(place.lon)).map(|(lat, _)| lat);
    /// Longitude of the same place.
    lon ? Number = view.places_of(event).find_map(|place| place.lat.zip(place.lon)).map(|(_, lon)| lon);
    /// Whether it happened, as the text has it.
    status: Word<Status> = event.status.as_str();
    /// Who says so: `document`, or an actor by id.
    attribution_source: Text = event.attribution.source.to_string();
    /// The name of the actor who says so; null for the document's own voice.
    attribution_source_name ? Text = view.speaker(event.attribution.source);
    /// How it is put.
    attribution_certainty: Word<Certainty> = event.attribution.certainty.as_str();
    /// The words that show it.
    attribution_cue_quote ? Text = event.attribution.cue.as_ref().map(Span::quote);
    /// How it relates to other events.
    relations_relation: Texts<RelationKind> = event.relations.iter().map(|relation| relation.relation.as_str());
    /// The other events, by id, in the order of `relations_relation`.
    relations_event: Texts = event.relations.iter().map(|relation| relation.event.to_string());
    /// The section of the document in which it stands, by id.
    section ? Text = event.section.map(|section| section.to_string());
    /// The heading of that section.
    section_title ? Text = event.section.and_then(|section| view.heading(section));
    /// First code points of the sentences or clauses that tell it.
    evidence_start: Wholes = event.evidence.iter().map(Span::start);
    /// The code points behind them.
    evidence_end: Wholes = event.evidence.iter().map(Span::end);
    /// These sentences or clauses, whole.
    evidence_quote: Texts = event.evidence.iter().map(Span::quote);
    /// Which rule found it.
    rule: Text = &event.rule;
}

fn actors<'r>(view: &View<'r>, event: &'r Event) -> impl Iterator<Item = &'r Actor> + use<'r> {
    view.actors_as(event, Role::WHO).into_iter()
}

fn recipients<'r>(view: &View<'r>, event: &'r Event) -> impl Iterator<Item = &'r Actor> + use<'r> {
    view.actors_as(event, Role::WHOM).into_iter()
}

fn country(actor: &Actor) -> Option<&'static str> {
    actor.country.map(|country| country.as_str())
}

fn instrument(event: &Event) -> Option<&Instrument> {
    event.instrument.as_deref()
}

fn casualties(event: &Event) -> Option<&Casualties> {
    event.casualties.as_deref()
}

fn killed(event: &Event) -> Option<&Quantity> {
    casualties(event).and_then(|casualties| casualties.killed.as_ref())
}

fn injured(event: &Event) -> Option<&Quantity> {
    casualties(event).and_then(|casualties| casualties.injured.as_ref())
}

fn missing(event: &Event) -> Option<&Quantity> {
    casualties(event).and_then(|casualties| casualties.missing.as_ref())
}

fn captured(event: &Event) -> Option<&Quantity> {
    casualties(event).and_then(|casualties| casualties.captured.as_ref())
}

fn value(quantity: Option<&Quantity>) -> Option<Amount> {
    quantity.map(|quantity| quantity.value)
}

fn max(quantity: Option<&Quantity>) -> Option<Amount> {
    quantity.and_then(|quantity| quantity.max)
}

fn bound(quantity: Option<&Quantity>) -> Option<&'static str> {
    quantity.map(|quantity| quantity.bound.as_str())
}

fn rows<'r>(view: &View<'r>, sink: &mut RowSink<'_, 'r>) {
    view.record.events().iter().for_each(|event| sink(cells(view, event)));
}

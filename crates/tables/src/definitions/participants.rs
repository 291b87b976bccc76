use verbale_core::{Actor, ActorKind, Event, Participant, Role};

use crate::column::{RowSink, table};
use crate::view::View;

table! {
    /// One row an actor in its role in an event.
    key(document, event, position);
    references(document) to documents(id);
    references(document, event) to events(document, id);
    references(document, actor) to actors(document, id);
    row(view, (event, position, participant), (&'r Event, usize, &'r Participant));

    /// The document.
    document: Text = view.document();
    /// The event.
    event: Text = event.id.to_string();
    /// The number of the participant in the event, from 1.
    position: Whole = position;
    /// What the actor does in the event.
    role: Word<Role> = participant.role.as_str();
    /// Who, by id.
    actor: Text = participant.actor.to_string();
    /// The name of the actor.
    actor_name ? Text = view.name(participant.actor);
    /// What sort of actor.
    actor_kind ? Word<ActorKind> = actor(view, participant).map(|actor| actor.kind.as_str());
    /// The state that the actor is or belongs to, ISO 3166-1 alpha-3.
    actor_country ? Text = actor(view, participant).and_then(|actor| actor.country).map(|country| country.as_str());
    /// First code point of the words that say so.
    span_start: Whole = participant.span.start();
    /// The code point behind them.
    span_end: Whole = participant.span.end();
    /// The words that say so.
    span_quote: Text = participant.span.quote();
}

fn actor<'r>(view: &View<'r>, participant: &Participant) -> Option<&'r Actor> {
    view.actor(participant.actor)
}

fn rows<'r>(view: &View<'r>, sink: &mut RowSink<'_, 'r>) {
    for event in view.record.events() {
        for (position, participant) in (1..).zip(&event.participants) {
            sink(cells(view, (event, position, participant)));
        }
    }
}

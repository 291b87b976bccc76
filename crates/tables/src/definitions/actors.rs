use verbale_core::{Actor, ActorKind, Sector};

use crate::column::{RowSink, table};
use crate::view::View;

table! {
    /// One row an actor of a document.
    key(document, id);
    references(document) to documents(id);
    references(document, parent) to actors(document, id);
    row(view, actor, &'r Actor);

    /// The document that mentions it.
    document: Text = view.document();
    /// Identifier within the document.
    id: Text = actor.id.to_string();
    /// The canonical name.
    name: Text = &actor.name;
    /// What sort of actor.
    kind: Word<ActorKind> = actor.kind.as_str();
    /// The state that the actor is or belongs to, ISO 3166-1 alpha-3.
    country ? Text = actor.country.map(|country| country.as_str());
    /// The actor that this one is a body of.
    parent ? Text = actor.parent.map(|parent| parent.to_string());
    /// The members of a group that the text lists, by id.
    members: Texts = actor.members.iter().map(ToString::to_string);
    /// The PLOVER sector.
    sector ? Word<Sector> = actor.sector.map(Sector::as_str);
    /// The Wikidata item.
    wikidata ? Text = actor.wikidata.as_ref().map(|item| item.as_str());
}

fn rows<'r>(view: &View<'r>, sink: &mut RowSink<'_, 'r>) {
    view.record.actors().iter().for_each(|actor| sink(cells(view, actor)));
}

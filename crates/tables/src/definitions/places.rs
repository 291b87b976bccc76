use verbale_core::{Place, PlaceKind, Span};

use crate::column::{RowSink, table};
use crate::view::View;

table! {
    /// One row a place of a document.
    key(document, id);
    references(document) to documents(id);
    row(view, place, &'r Place);

    /// The document that mentions it.
    document: Text = view.document();
    /// Identifier within the document.
    id: Text = place.id.to_string();
    /// The canonical name.
    name: Text = &place.name;
    /// What sort of place.
    kind: Word<PlaceKind> = place.kind.as_str();
    /// The country that the place is or lies in, where that is undisputed, ISO 3166-1 alpha-3.
    country ? Text = place.country.map(|country| country.as_str());
    /// Latitude in degrees north (WGS 84).
    lat ? Number = place.lat;
    /// Longitude in degrees east (WGS 84).
    lon ? Number = place.lon;
    /// Identifier in GeoNames.
    geonames ? Whole = place.geonames;
    /// First code points of its mentions, in order.
    mentions_start: Wholes = place.mentions.iter().map(Span::start);
    /// The code points behind its mentions.
    mentions_end: Wholes = place.mentions.iter().map(Span::end);
    /// The words of its mentions.
    mentions_quote: Texts = place.mentions.iter().map(Span::quote);
}

fn rows<'r>(view: &View<'r>, sink: &mut RowSink<'_, 'r>) {
    view.record.places().iter().for_each(|place| sink(cells(view, place)));
}

use verbale_core::{Bound, Event, Item, ItemCategory};

use crate::column::{RowSink, table};
use crate::view::View;

table! {
    /// One row a thing, force, person or sum that an event moves or promises.
    key(document, event, position);
    references(document) to documents(id);
    references(document, event) to events(document, id);
    references(document, supplier) to actors(document, id);
    row(view, (event, position, item), (&'r Event, usize, &'r Item));

    /// The document.
    document: Text = view.document();
    /// The event.
    event: Text = event.id.to_string();
    /// The number of the item in the event, from 1.
    position: Whole = position;
    /// What it is, without the number.
    name: Text = &item.name;
    /// What sort of thing.
    category: Word<ItemCategory> = item.category.as_str();
    /// How many or how much; the lower number of a range.
    quantity_value ? Number = item.quantity.as_ref().map(|quantity| quantity.value);
    /// The upper number of a range.
    quantity_max ? Number = item.quantity.as_ref().and_then(|quantity| quantity.max);
    /// How the number relates to the true value.
    quantity_bound ? Word<Bound> = item.quantity.as_ref().map(|quantity| quantity.bound.as_str());
    /// What is counted, in the singular, or the ISO 4217 code of a currency.
    quantity_unit ? Text = item.quantity.as_ref().and_then(|quantity| quantity.unit.as_deref());
    /// The number before a change: 5 in "from 5 to 12".
    quantity_change_from ? Number = item.quantity.as_ref().and_then(|quantity| quantity.change_from);
    /// The time that the number is for: "year" for "annually".
    quantity_period ? Text = item.quantity.as_ref().and_then(|quantity| quantity.period.as_deref());
    /// Who delivers it, by id.
    supplier ? Text = item.supplier.map(|supplier| supplier.to_string());
    /// The name of who delivers it.
    supplier_name ? Text = item.supplier.and_then(|supplier| view.name(supplier));
    /// First code point of the words that name it.
    span_start: Whole = item.span.start();
    /// The code point behind them.
    span_end: Whole = item.span.end();
    /// The words that name it.
    span_quote: Text = item.span.quote();
}

fn rows<'r>(view: &View<'r>, sink: &mut RowSink<'_, 'r>) {
    for event in view.record.events() {
        for (position, item) in (1..).zip(&event.items) {
            sink(cells(view, (event, position, item)));
        }
    }
}

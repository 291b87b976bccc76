//! Tests of the whole module; by table and by property.

mod bounds;
mod constructors;
mod properties;
mod texts;

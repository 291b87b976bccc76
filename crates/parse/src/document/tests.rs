//! Whole documents and properties.

mod families;
mod properties;

//! The document's text with its marks: every code point of the source, in order, in blocks that a reader knows.

mod article;
mod layout;
mod marks;
mod table;

pub(crate) use article::write;
pub(crate) use marks::anchor;

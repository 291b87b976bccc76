//! The way in: options, and the run through the stages.

use std::path::PathBuf;
use std::sync::Arc;

use verbale_core::{Edtf, Record, ValidationError};

use crate::lexicon::{Lexicon, LexiconError};

/// What the caller knows about a document that its text may not say.
///
/// ```
/// use verbale_parse::Metadata;
///
/// let metadata = Metadata { id: Some("note-12".into()), ..Metadata::default() };
/// assert!(metadata.published.is_none());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The document's name; `document` if there is none.
    pub id: Option<String>,
    /// The title; the one that the text gives if there is none.
    pub title: Option<String>,
    /// The date of publication; the one that the text gives if there is none.
    pub published: Option<Edtf>,
}

/// Why a text gives no record.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExtractError {
    /// The embedded knowledge cannot be read. A defect of this crate.
    #[error(transparent)]
    Lexicon(#[from] LexiconError),
    /// A name or title of the document that the caller gave has no words.
    #[error("the {0} of a document must say something: give another one or leave it out")]
    Blank(&'static str),
    /// The text is longer than 4 GiB.
    #[error("the text has {0} bytes; a document may have up to 4294967295: split it")]
    TooLong(usize),
    /// What was read contradicts itself. A defect of this crate: please report the text.
    #[error("what was read contradicts itself; please report this text: {0}")]
    Contradiction(#[from] ValidationError),
}

/// Reads texts into records. Building one loads the knowledge; after that, it can read any number of texts, from any number of
/// threads.
///
/// ```
/// use verbale_parse::Extractor;
///
/// let extractor = Extractor::builder().id("geneva").published("1954-07-21".parse()?).build()?;
/// let record = extractor.extract("France signed an armistice in Geneva.")?;
/// assert_eq!(record.document().id, "geneva");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone)]
pub struct Extractor {
    lexicon: Arc<Lexicon>,
    metadata: Metadata,
}

impl Extractor {
    /// An extractor with the embedded knowledge and no metadata.
    ///
    /// # Errors
    /// If the embedded knowledge cannot be read, which the tests of this crate exclude.
    pub fn new() -> Result<Self, LexiconError> {
        Self::builder().build()
    }

    /// For options.
    pub fn builder() -> ExtractorBuilder {
        ExtractorBuilder::default()
    }

    /// Reads a text.
    ///
    /// # Errors
    /// Only for a text of 4 GiB or more, or for a defect of this crate.
    pub fn extract(&self, text: &str) -> Result<Record, ExtractError> {
        self.extract_with(text, &Metadata::default())
    }

    /// Reads a text of which the caller knows something; what `metadata` leaves open is taken from the builder.
    ///
    /// # Errors
    /// As for [`extract`](Self::extract).
    pub fn extract_with(&self, text: &str, metadata: &Metadata) -> Result<Record, ExtractError> {
        let metadata = self.metadata_for(metadata);
        // What the stages made is gone before the record is checked: a large document does not need room for both.
        let draft = crate::stages::run(text, &metadata, &self.lexicon, crate::record::assemble)?;
        Ok(Record::new(draft, text)?)
    }

    /// What each stage saw, for people: the layout, the mentions, the events with the rule behind each.
    ///
    /// # Errors
    /// As for [`extract`](Self::extract).
    pub fn explain(&self, text: &str, metadata: &Metadata) -> Result<String, ExtractError> {
        crate::stages::run(text, &self.metadata_for(metadata), &self.lexicon, crate::explain::explain)
    }

    fn metadata_for(&self, given: &Metadata) -> Metadata {
        let own = self.metadata.clone();
        Metadata {
            id: given.id.clone().or(own.id),
            title: given.title.clone().or(own.title),
            published: given.published.clone().or(own.published),
        }
    }
}

/// Options of an [`Extractor`].
#[derive(Debug, Clone, Default)]
pub struct ExtractorBuilder {
    metadata: Metadata,
    lexicons: Vec<PathBuf>,
}

impl ExtractorBuilder {
    /// The document's name in the record.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.metadata.id = Some(id.into());
        self
    }

    /// The title, over the one that the text gives.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.metadata.title = Some(title.into());
        self
    }

    /// The date of publication, over the one that the text gives.
    #[must_use]
    pub fn published(mut self, published: Edtf) -> Self {
        self.metadata.published = Some(published);
        self
    }

    /// Adds a folder of knowledge, laid out as this crate's `data` folder: any of the files of `actors`, `instruments`, `items`, `places`
    /// and `quantities`, `dates/days.tsv`, and `frames/*.toml`. What it says overrides what is embedded and what earlier folders say.
    #[must_use]
    pub fn lexicon(mut self, folder: impl Into<PathBuf>) -> Self {
        self.lexicons.push(folder.into());
        self
    }

    /// Loads the knowledge.
    ///
    /// # Errors
    /// Names the file and line of the first entry that cannot be read.
    pub fn build(self) -> Result<Extractor, LexiconError> {
        let lexicon = if self.lexicons.is_empty() {
            Lexicon::embedded()?
        } else {
            Arc::new(Lexicon::extended(&self.lexicons)?)
        };
        Ok(Extractor { lexicon, metadata: self.metadata })
    }
}

/// Reads a text with the embedded knowledge.
///
/// ```
/// let record = verbale_parse::extract("On 26 March 1979 Egypt and Israel signed a peace treaty.")?;
/// assert_eq!(record.dates()[0].edtf().to_string(), "1979-03-26");
/// # Ok::<(), verbale_parse::ExtractError>(())
/// ```
///
/// # Errors
/// Only for a text of 4 GiB or more, or for a defect of this crate.
pub fn extract(text: &str) -> Result<Record, ExtractError> {
    Extractor::new()?.extract(text)
}

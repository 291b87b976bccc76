//! What was read: the document and its sections.

use chrono::NaiveDate;

use crate::code::{Checksum, LanguageCode};
use crate::date::{DateParts, iso_date_schema};
use crate::edtf::{Edtf, Precision};
use crate::id::SectionId;
use crate::span::Span;
use crate::validate::{Check, ProblemCode, Rules, part};

part! {
    /// What was read.
    pub struct Document {
        /// The caller's name for the document, or its file's stem.
        pub id: String,
        /// The title, cleaned of line breaks; `null` where the text does not say.
        pub title: Option<String>,
        /// The authors, in the order of the text.
        pub authors: Vec<String>,
        /// The institution, paper or agency that published the text.
        pub publisher: Option<String>,
        /// When it was published, by its own words or the caller's.
        pub published: Option<Published>,
        /// The language of the text.
        pub language: LanguageCode,
        /// Checksum of the text.
        pub sha256: Checksum,
        /// Length of the text in code points.
        pub length: usize,
        /// The sections, in order; subsections follow their parent.
        pub sections: Vec<Section>,
    }
}

impl Rules for Document {
    fn rules(seen: &Self::Seen<'_>, check: &mut Check<'_>) {
        check.not_empty("id", seen.id);
        let Some(text) = &check.text else { return };
        let (length, checksum) = (text.length(), Checksum::of(text.text()));
        if let Some(found) = seen.length.filter(|found| **found != length) {
            let message = format!("the text has {length} code points, the record says {found}");
            check.field("length", |check| check.problem(ProblemCode::TextMismatch, message));
        }
        if let Some(found) = seen.sha256.filter(|found| **found != checksum) {
            let message = format!("the text has the checksum {checksum}, the record says {found}");
            check.field("sha256", |check| check.problem(ProblemCode::TextMismatch, message));
        }
    }
}

part! {
    /// When a document was published.
    pub struct Published {
        /// The date in EDTF.
        edtf: Edtf,
        /// First day that the date may mean.
        #[schemars(schema_with = "iso_date_schema")]
        earliest: Option<NaiveDate>,
        /// Last day that the date may mean.
        #[schemars(schema_with = "iso_date_schema")]
        latest: Option<NaiveDate>,
        /// How exact the date is.
        precision: Precision,
        /// Where the document says so; `null` where the caller gave the date.
        span: Option<Span>,
    }
}

impl Published {
    /// A date of publication; bounds and precision follow from the EDTF.
    pub fn new(edtf: Edtf, span: Option<Span>) -> Self {
        let DateParts { earliest, latest, precision } = DateParts::of(&edtf);
        Self { edtf, earliest, latest, precision, span }
    }

    /// The date in EDTF.
    pub const fn edtf(&self) -> &Edtf {
        &self.edtf
    }

    /// First day that the date may mean; `None` if it is open or unknown.
    pub const fn earliest(&self) -> Option<NaiveDate> {
        self.earliest
    }

    /// Last day that the date may mean; `None` if it is open or unknown.
    pub const fn latest(&self) -> Option<NaiveDate> {
        self.latest
    }

    /// How exact the date is.
    pub const fn precision(&self) -> Precision {
        self.precision
    }

    /// Where the document says so; `None` where the caller gave the date.
    pub const fn span(&self) -> Option<&Span> {
        self.span.as_ref()
    }
}

impl Rules for Published {
    fn rules(seen: &Self::Seen<'_>, check: &mut Check<'_>) {
        DateParts::agree(seen.edtf, [seen.earliest, seen.latest], seen.precision, check);
    }
}

part! {
    /// A section of the document, from its heading to the next heading of its level or above.
    #[derive(Eq)]
    pub struct Section {
        /// Identifier within the record.
        pub id: SectionId,
        /// The words of the heading, cleaned of markup and line breaks.
        pub title: String,
        /// Depth of the heading: 1 for the top.
        pub level: u8,
        /// The section that this one is part of.
        pub parent: Option<SectionId>,
        /// The section whole, heading included.
        pub span: Span,
    }
}

impl Rules for Section {
    fn rules(seen: &Self::Seen<'_>, check: &mut Check<'_>) {
        check.not_empty("title", seen.title);
        let at = check.entry_of("sections");
        if at.is_some_and(|at| check.known.section_parent_cycles.contains(&at)) {
            check.field("parent", |check| {
                check.problem(ProblemCode::ParentCycle, "following `parent` from here leads back here")
            });
        }
    }
}

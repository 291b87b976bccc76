//! What can be wrong with a text or with the arguments of a constructor.

/// Why a text is not an EDTF expression, or why a value cannot be made from its parts.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum EdtfError {
    /// The text leaves the grammar or names a time that does not exist.
    #[error("not an EDTF date: at character {position}, expected {expected}")]
    Text {
        /// Where the reader stopped, in Unicode code points from 0; the length of the text if it ends too early.
        position: usize,
        /// What would have been right there.
        expected: &'static str,
    },
    /// The text uses a feature of EDTF level 2 that this type leaves out.
    #[error("unsupported EDTF: at character {position}, {feature}")]
    Unsupported {
        /// Where the feature begins, in Unicode code points from 0.
        position: usize,
        /// The name of the feature.
        feature: &'static str,
    },
    /// An argument of a constructor is out of range.
    #[error("{part}: expected {expected}")]
    Value {
        /// The part of the date that the argument gives.
        part: &'static str,
        /// What would have been right.
        expected: &'static str,
    },
}

impl EdtfError {
    /// Where in the text the problem is, in Unicode code points from 0; `None` for an error of a constructor.
    ///
    /// ```
    /// # use verbale_core::edtf::Edtf;
    /// let error = "2023-13".parse::<Edtf>().unwrap_err();
    /// assert_eq!(error.position(), Some(5));
    /// ```
    #[must_use]
    pub const fn position(&self) -> Option<usize> {
        match self {
            Self::Text { position, .. } | Self::Unsupported { position, .. } => Some(*position),
            Self::Value { .. } => None,
        }
    }
}

//! One macro for every closed vocabulary of the contract: an enum whose variants know the word that JSON uses.

/// Declares a closed vocabulary: `Variant = "word"` pairs with their docstrings.
///
/// The enum gets `ALL`, `as_str`, `Display`, `FromStr`, serde, a JSON Schema with one described constant a variant, and the
/// validation of [`Part`](crate::validate::Part).
macro_rules! vocabulary {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $($(#[doc = $doc:literal])+ $variant:ident = $word:literal,)+ }
    ) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, schemars::JsonSchema,
        )]
        pub enum $name { $($(#[doc = $doc])+ #[serde(rename = $word)] $variant,)+ }

        impl $name {
            /// Every term of the vocabulary, in the order of its definition.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The word that stands for the term in JSON.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }

            /// What the term means: the text of its documentation.
            pub const fn meaning(self) -> &'static str {
                match self { $($name::$variant => concat!($($doc),+).trim_ascii(),)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.pad(self.as_str()) }
        }

        impl std::str::FromStr for $name {
            type Err = crate::vocabulary::UnknownTerm;

            fn from_str(word: &str) -> Result<Self, Self::Err> {
                match word {
                    $($word => Ok($name::$variant),)+
                    _ => Err(crate::vocabulary::UnknownTerm {
                        word: word.to_owned(),
                        terms: &[$($word,)+],
                    }),
                }
            }
        }

        impl crate::validate::Part for $name {
            fn read(value: &serde_json::Value, check: &mut crate::validate::Check<'_>) -> Option<Self> {
                let word = check.string(value)?;
                match word.parse() {
                    Ok(term) => Some(term),
                    Err(error) => {
                        check.problem(crate::validate::ProblemCode::UnknownTerm, error);
                        None
                    }
                }
            }

            fn check(&self, _: &mut crate::validate::Check<'_>) {}
        }
    };
}

pub(crate) use vocabulary;

/// A word that its vocabulary does not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{word}` is not one of: {}", terms.join(", "))]
pub struct UnknownTerm {
    /// The word that was read.
    pub word: String,
    /// What the vocabulary has.
    pub terms: &'static [&'static str],
}

//! Names and words of the knowledge.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

use serde::{Deserialize, Serialize};

/// A name or word of a knowledge file: of the packed files a piece of the program itself, which takes no time to load; of a user's
/// file a copy.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Letters(#[serde(borrow)] Cow<'static, str>);

impl Deref for Letters {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Letters {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Letters {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl From<String> for Letters {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&str> for Letters {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl PartialEq<str> for Letters {
    fn eq(&self, other: &str) -> bool {
        *self.0 == *other
    }
}

impl PartialEq<&str> for Letters {
    fn eq(&self, other: &&str) -> bool {
        *self.0 == **other
    }
}

impl fmt::Debug for Letters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for Letters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

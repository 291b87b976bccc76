//! Parts of a record: read from JSON and checked, so that one run finds everything.
//!
//! serde stops at the first problem. A person who repairs a record wants all of them, so records are read from a JSON value by
//! [`Part::read`], which goes on behind a problem, and the same rules are applied to records built in memory by [`Part::check`].
//! A part that cannot be read whole still has its rules applied to the fields that can.

use serde_json::Value;

use super::{Check, ProblemCode};

/// Something a record is made of.
pub(crate) trait Part: Sized {
    /// Reads the value and applies its rules; gives `None` only where a problem was reported.
    fn read(value: &Value, check: &mut Check<'_>) -> Option<Self>;

    /// Applies the rules to a value built in memory.
    fn check(&self, check: &mut Check<'_>);
}

/// A part that has fields.
pub(crate) trait Fields {
    /// The fields as far as they could be read: `None` for one that a problem was reported for.
    type Seen<'s>;
}

/// What must hold within one part.
pub(crate) trait Rules: Fields {
    /// Reports what does not hold between the fields that could be read.
    fn rules(_: &Self::Seen<'_>, _: &mut Check<'_>) {}

    /// Reports what does not hold of a part that could be read whole.
    fn whole(&self, _: &mut Check<'_>) {}
}

/// The name of a field as JSON has it: Rust writes a keyword as `r#type`.
pub(crate) const fn plain(field: &'static str) -> &'static str {
    if let [b'r', b'#', ..] = field.as_bytes() { field.split_at(2).1 } else { field }
}

/// Declares a struct whose fields are parts: the struct with serde and JSON Schema, and its [`Part`]. Its [`Rules`] are
/// written by hand.
macro_rules! part {
    (
        $(#[$meta:meta])*
        pub struct $name:ident { $($(#[$field_meta:meta])* $vis:vis $field:ident: $type:ty,)+ }
    ) => {
        #[derive(Debug, Clone, PartialEq, serde::Serialize, schemars::JsonSchema)]
        #[schemars(deny_unknown_fields)]
        $(#[$meta])*
        pub struct $name { $($(#[$field_meta])* $vis $field: $type,)+ }

        const _: () = {
            const FIELDS: &[&str] = &[$(crate::validate::plain(stringify!($field))),+];

            #[allow(dead_code, reason = "rules look only at the fields that they need")]
            pub(crate) struct Seen<'s> { $(pub(crate) $field: Option<&'s $type>,)+ }

            impl crate::validate::Fields for $name {
                type Seen<'s> = Seen<'s>;
            }

            impl crate::validate::Part for $name {
                fn read(value: &serde_json::Value, check: &mut crate::validate::Check<'_>) -> Option<Self> {
                    check.fields(FIELDS, |check| {
                        let object = check.object(value)?;
                        $(
                            let name = crate::validate::plain(stringify!($field));
                            let value = object.get(name).unwrap_or(&serde_json::Value::Null);
                            let $field = check.field(name, |check| {
                                <$type as crate::validate::Part>::read(value, check)
                            });
                        )+
                        <Self as crate::validate::Rules>::rules(&Seen { $($field: $field.as_ref(),)+ }, check);
                        let part = Self { $($field: $field?,)+ };
                        crate::validate::Rules::whole(&part, check);
                        Some(part)
                    })
                }

                fn check(&self, check: &mut crate::validate::Check<'_>) {
                    check.fields(FIELDS, |check| {
                        $(
                            let name = crate::validate::plain(stringify!($field));
                            check.field(name, |check| crate::validate::Part::check(&self.$field, check));
                        )+
                        <Self as crate::validate::Rules>::rules(&Seen { $($field: Some(&self.$field),)+ }, check);
                        crate::validate::Rules::whole(self, check);
                    });
                }
            }
        };
    };
}
pub(crate) use part;

impl<T: Part> Part for Option<T> {
    fn read(value: &Value, check: &mut Check<'_>) -> Option<Self> {
        if value.is_null() { Some(None) } else { T::read(value, check).map(Some) }
    }

    fn check(&self, check: &mut Check<'_>) {
        if let Some(part) = self {
            part.check(check);
        }
    }
}

impl<T: Part> Part for Box<T> {
    fn read(value: &Value, check: &mut Check<'_>) -> Option<Self> {
        T::read(value, check).map(Box::new)
    }

    fn check(&self, check: &mut Check<'_>) {
        T::check(self, check);
    }
}

impl<T: Part> Part for Vec<T> {
    fn read(value: &Value, check: &mut Check<'_>) -> Option<Self> {
        let Some(values) = value.as_array() else {
            check.wrong_type(value, "a list");
            return None;
        };
        // Every entry is read before the list is given up, so that every problem is found.
        let parts: Vec<Option<T>> = values
            .iter()
            .enumerate()
            .map(|(index, value)| check.index(index, |check| T::read(value, check)))
            .collect();
        parts.into_iter().collect()
    }

    fn check(&self, check: &mut Check<'_>) {
        for (index, part) in self.iter().enumerate() {
            check.index(index, |check| part.check(check));
        }
    }
}

impl Part for String {
    fn read(value: &Value, check: &mut Check<'_>) -> Option<Self> {
        check.string(value).map(str::to_owned)
    }

    fn check(&self, _: &mut Check<'_>) {}
}

macro_rules! whole_numbers {
    ($($type:ty),+) => {$(
        impl Part for $type {
            fn read(value: &Value, check: &mut Check<'_>) -> Option<Self> {
                let number = value.as_u64().and_then(|number| <$type>::try_from(number).ok());
                if number.is_none() {
                    match value.as_f64() {
                        Some(below) if below < 0.0 => {
                            check.problem(ProblemCode::NegativeNumber, format!("expected 0 or more, found {below}"));
                        }
                        _ => check.wrong_type(value, concat!("a whole number that fits ", stringify!($type))),
                    }
                }
                number
            }

            fn check(&self, _: &mut Check<'_>) {}
        }
    )+};
}
whole_numbers!(u8, u32, u64, usize);

impl Part for f64 {
    fn read(value: &Value, check: &mut Check<'_>) -> Option<Self> {
        let number = value.as_f64();
        if number.is_none() {
            check.wrong_type(value, "a number");
        }
        number
    }

    fn check(&self, _: &mut Check<'_>) {}
}

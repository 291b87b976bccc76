//! Quantities: numbers that count or measure something.

use std::fmt;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use serde_json::Value;

use crate::code::CurrencyCode;
use crate::id::QuantityId;
use crate::span::Span;
use crate::validate::{Check, Part, ProblemCode, Rules, part};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// How the number relates to the true value, in the words of the text.
    pub enum Bound {
        /// The number itself: "twelve".
        Exact = "exact",
        /// The number or more: "at least twelve".
        AtLeast = "at_least",
        /// More than the number: "over twelve".
        Over = "over",
        /// The number or less: "up to twelve".
        AtMost = "at_most",
        /// Less than the number: "nearly twelve".
        Under = "under",
        /// Near the number, on either side: "about twelve".
        About = "about",
    }
}

/// A decimal number of 0 or more. JSON writes it as a number: whole where it is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(Decimal);

/// A number that is no [`Amount`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a number of 0 or more, found {0}")]
pub struct AmountError(Decimal);

impl Amount {
    /// Checks that the number is not negative.
    ///
    /// # Errors
    /// For a number below zero.
    pub fn new(value: Decimal) -> Result<Self, AmountError> {
        if value < Decimal::ZERO { Err(AmountError(value)) } else { Ok(Self(value.normalize())) }
    }

    /// The number.
    pub const fn get(self) -> Decimal {
        self.0
    }
}

impl From<u32> for Amount {
    fn from(value: u32) -> Self {
        Self(value.into())
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.0.is_integer(), self.0.to_u64(), self.0.to_f64()) {
            (true, Some(whole), _) => serializer.serialize_u64(whole),
            (_, _, Some(number)) => serializer.serialize_f64(number),
            _ => Err(serde::ser::Error::custom("the number does not fit JSON")),
        }
    }
}

impl JsonSchema for Amount {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Amount".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "number", "description": "A decimal number of 0 or more.", "minimum": 0 })
    }
}

impl Part for Amount {
    fn read(value: &Value, check: &mut Check<'_>) -> Option<Self> {
        let Value::Number(number) = value else {
            check.wrong_type(value, "a number");
            return None;
        };
        let text = number.to_string();
        let Ok(decimal) = text.parse::<Decimal>().or_else(|_| Decimal::from_scientific(&text)) else {
            check.problem(ProblemCode::WrongType, format!("{text} has more digits than a decimal holds"));
            return None;
        };
        match Self::new(decimal) {
            Ok(amount) => Some(amount),
            Err(error) => {
                check.problem(ProblemCode::NegativeNumber, error);
                None
            }
        }
    }

    fn check(&self, _: &mut Check<'_>) {}
}

part! {
    /// A number that counts or measures something.
    #[derive(Eq)]
    pub struct Quantity {
        /// Identifier within the record.
        pub id: QuantityId,
        /// The number; the lower one of a range.
        pub value: Amount,
        /// The upper number of a range: 12 in "10 to 12".
        pub max: Option<Amount>,
        /// How the number relates to the true value.
        pub bound: Bound,
        /// What is counted, in the singular ("soldier", "kilometre"), or the ISO 4217 code of a currency.
        pub unit: Option<String>,
        /// The number before a change: 5 in "from 5 to 12".
        pub change_from: Option<Amount>,
        /// The time that the number is for: "year" for "annually".
        pub period: Option<String>,
        /// The words that hold the number.
        pub span: Span,
    }
}

impl Rules for Quantity {
    fn rules(seen: &Self::Seen<'_>, check: &mut Check<'_>) {
        if let (Some(Some(max)), Some(value)) = (seen.max, seen.value)
            && max < value
        {
            let message = format!("max {max} is below value {value}");
            check.field("max", |check| check.problem(ProblemCode::ReversedRange, message));
        }
        if let Some(Some(unit)) = seen.unit
            && unit.len() == 3
            && unit.bytes().all(|byte| byte.is_ascii_uppercase())
            && let Err(error) = unit.parse::<CurrencyCode>()
        {
            check.field("unit", |check| check.problem(ProblemCode::UnknownCurrency, error));
        }
    }

    fn whole(&self, check: &mut Check<'_>) {
        check.quantity(self);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_numbers_in_json() {
        let json = |text: &str| {
            let amount = Amount::new(text.parse().unwrap()).unwrap();
            serde_json::to_string(&amount).unwrap()
        };
        assert_eq!(json("12"), "12");
        assert_eq!(json("12.0"), "12");
        assert_eq!(json("3.5"), "3.5");
        assert_eq!(json("500000000000"), "500000000000");
    }

    #[test]
    fn nothing_below_zero() {
        assert!(Amount::new("-1".parse().unwrap()).is_err());
    }
}

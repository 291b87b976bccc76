//! Places: where something happens.

use crate::code::CountryCode;
use crate::id::PlaceId;
use crate::span::Span;
use crate::validate::{Check, ProblemCode, Rules, part};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// What sort of place.
    pub enum PlaceKind {
        /// A city, town or village.
        Settlement = "settlement",
        /// A part of a country, or several countries together.
        Region = "region",
        /// A country as a place.
        Country = "country",
        /// A sea, strait, river or lake.
        Water = "water",
        /// A building, base, camp, road or crossing.
        Facility = "facility",
        /// A border or line of contact.
        Border = "border",
        /// None of these.
        Other = "other",
    }
}

part! {
    /// Somewhere on the map.
    pub struct Place {
        /// Identifier within the record.
        pub id: PlaceId,
        /// The canonical name.
        pub name: String,
        /// What sort of place.
        pub kind: PlaceKind,
        /// The country that the place is or lies in, where that is undisputed.
        pub country: Option<CountryCode>,
        /// Latitude in degrees north, -90 to 90 (WGS 84).
        #[schemars(range(min = -90, max = 90))]
        pub lat: Option<f64>,
        /// Longitude in degrees east, -180 to 180 (WGS 84).
        #[schemars(range(min = -180, max = 180))]
        pub lon: Option<f64>,
        /// Identifier in GeoNames.
        pub geonames: Option<u32>,
        /// Every place in the text where it is mentioned, in order.
        pub mentions: Vec<Span>,
    }
}

impl Rules for Place {
    fn rules(seen: &Self::Seen<'_>, check: &mut Check<'_>) {
        check.not_empty("name", seen.name);
        for (field, value, limit) in [("lat", seen.lat, 90.0), ("lon", seen.lon, 180.0)] {
            if let Some(Some(degrees)) = value
                && !(-limit..=limit).contains(degrees)
            {
                let message = format!("expected -{limit} to {limit} degrees, found {degrees}");
                check.field(field, |check| check.problem(ProblemCode::BadCoordinates, message));
            }
        }
        if let (Some(lat), Some(lon)) = (seen.lat, seen.lon)
            && lat.is_some() != lon.is_some()
        {
            check.problem(ProblemCode::BadCoordinates, "expected both lat and lon, or neither");
        }
        let message = "a place is mentioned somewhere; expected at least one mention";
        check.not_empty_list("mentions", seen.mentions, message);
    }
}

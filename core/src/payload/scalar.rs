//! Values of keys that are read: strings, or null.

use crate::json;
use alloc::borrow::Cow;
use alloc::string::{String, ToString};
use core::fmt;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

/// What stands where a string is expected.
pub(super) enum Scalar<'a> {
    Null,
    Text(Cow<'a, str>),
    /// Something else, shown as it stands in the payload as far as that is known.
    Wrong(String),
}

/// Reads a [`Scalar`]; what is wrong is not read further.
pub(super) struct AnyScalar;

impl<'de> DeserializeSeed<'de> for AnyScalar {
    type Value = Scalar<'de>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Scalar<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// For visitors: what a scalar looks like, handed to one method.
macro_rules! scalars {
    ($value:ty, $method:ident) => {
        fn visit_bool<E: serde::de::Error>(self, found: bool) -> Result<$value, E> {
            self.$method(alloc::string::ToString::to_string(&found))
        }

        fn visit_i64<E: serde::de::Error>(self, found: i64) -> Result<$value, E> {
            self.$method(alloc::string::ToString::to_string(&found))
        }

        fn visit_u64<E: serde::de::Error>(self, found: u64) -> Result<$value, E> {
            self.$method(alloc::string::ToString::to_string(&found))
        }

        fn visit_f64<E: serde::de::Error>(self, found: f64) -> Result<$value, E> {
            self.$method(alloc::string::ToString::to_string(&found))
        }
    };
}

pub(super) use scalars;

/// How a container is shown that is in the wrong place.
pub(super) const AN_ARRAY: &str = "[...]";
pub(super) const AN_OBJECT: &str = "{...}";

impl AnyScalar {
    fn wrong<'a, E>(self, found: String) -> Result<Scalar<'a>, E> {
        Ok(Scalar::Wrong(found))
    }
}

impl<'de> Visitor<'de> for AnyScalar {
    type Value = Scalar<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string or null")
    }

    scalars!(Scalar<'de>, wrong);

    #[inline]
    fn visit_unit<E>(self) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Null)
    }

    #[inline]
    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Text(Cow::Owned(text.to_string())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Scalar<'de>, A::Error> {
        while seq.next_element::<serde::de::IgnoredAny>()?.is_some() {}
        self.wrong(AN_ARRAY.to_string())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scalar<'de>, A::Error> {
        while map.next_entry::<serde::de::IgnoredAny, serde::de::IgnoredAny>()?.is_some() {}
        self.wrong(AN_OBJECT.to_string())
    }
}

/// A scalar from the text of a value that was only checked.
pub(super) fn of_text(raw: &str) -> Result<Scalar<'_>, serde_json::Error> {
    Ok(match raw.as_bytes().first() {
        Some(b'"') => Scalar::Text(json::string(raw)?),
        Some(b'n') => Scalar::Null,
        _ => Scalar::Wrong(raw.to_string()),
    })
}

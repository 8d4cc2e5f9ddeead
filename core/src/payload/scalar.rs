//! Values of keys that are read: strings, or null.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// What stands where a string is expected.
pub(super) enum Scalar<'a> {
    Null,
    Text(Cow<'a, str>),
    /// Something else, as it stands in the payload; of a container only what it is.
    Wrong(&'a str),
}

/// Reads a [`Scalar`].
pub(super) struct AnyScalar;

impl<'de> DeserializeSeed<'de> for AnyScalar {
    type Value = Scalar<'de>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Scalar<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

/// How a container is shown that is in the wrong place.
pub(super) const AN_ARRAY: &str = "[...]";
pub(super) const AN_OBJECT: &str = "{...}";

/// For visitors: a number out of place is refused once all ends, when its text is known.
macro_rules! numbers {
    ($value:ty) => {
        fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<$value, E> {
            Err(E::custom(crate::json::MISPLACED_NUMBER))
        }

        fn visit_u64<E: serde::de::Error>(self, _: u64) -> Result<$value, E> {
            Err(E::custom(crate::json::MISPLACED_NUMBER))
        }

        fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<$value, E> {
            Err(E::custom(crate::json::MISPLACED_NUMBER))
        }
    };
}

/// For visitors: what is neither null nor a container, handed to one method.
///
/// A visitor here has every method, for the library's own name what was found, and bring along how numbers are written.
macro_rules! scalars {
    ($value:ty, $method:ident) => {
        fn visit_bool<E: serde::de::Error>(self, found: bool) -> Result<$value, E> {
            self.$method(if found { "true" } else { "false" })
        }

        $crate::payload::scalar::numbers!($value);

        fn visit_str<E: serde::de::Error>(self, found: &str) -> Result<$value, E> {
            self.$method(&crate::json::quoted(found))
        }
    };
}

pub(super) use {numbers, scalars};

impl<'de> Visitor<'de> for AnyScalar {
    type Value = Scalar<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string or null")
    }

    numbers!(Scalar<'de>);

    fn visit_bool<E>(self, found: bool) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Wrong(if found { "true" } else { "false" }))
    }

    #[inline]
    fn visit_unit<E>(self) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Null)
    }

    #[inline]
    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Scalar<'de>, E> {
        Ok(Scalar::Text(Cow::Owned(String::from(text))))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Scalar<'de>, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Scalar::Wrong(AN_ARRAY))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Scalar<'de>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Scalar::Wrong(AN_OBJECT))
    }
}

/// A scalar from the text of a value that was only checked.
pub(super) fn of_text(raw: &str) -> Result<Scalar<'_>, serde_json::Error> {
    Ok(match raw.as_bytes().first() {
        Some(b'"') => AnyScalar.deserialize(&mut serde_json::Deserializer::from_str(raw))?,
        Some(b'n') => Scalar::Null,
        Some(b'[') => Scalar::Wrong(AN_ARRAY),
        Some(b'{') => Scalar::Wrong(AN_OBJECT),
        _ => Scalar::Wrong(raw),
    })
}

//! The keys that some shape reads.

use alloc::borrow::Cow;
use alloc::string::ToString;
use core::fmt;
use serde::de::{Deserialize, Deserializer, Visitor};

macro_rules! keys {
    ($($variant:ident = $text:literal;)+) => {
        /// A key of an object that is read.
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub(super) enum Key {
            $( $variant, )+
            Other,
        }

        impl Key {
            fn of(text: &str) -> Key {
                match text {
                    $( $text => Key::$variant, )+
                    _ => Key::Other,
                }
            }

            pub(super) const fn as_str(self) -> &'static str {
                match self {
                    $( Key::$variant => $text, )+
                    Key::Other => "",
                }
            }
        }
    };
}

keys! {
    Analyses = "analyses";
    AnalyseId = "analyse_id";
    AnalysisId = "analysis_id";
    FolderId = "folder_id";
    GroupId = "group_id";
    Type = "type";
    State = "state";
    ResolutionStatus = "resolution_status";
    Resolution = "resolution";
    TimeUpdated = "time_updated";
    SystemResolution = "system_resolution";
}

impl<'de> Deserialize<'de> for Key {
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Key, D::Error> {
        struct AnyKey;

        impl Visitor<'_> for AnyKey {
            type Value = Key;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key")
            }

            #[inline]
            fn visit_str<E>(self, key: &str) -> Result<Key, E> {
                Ok(Key::of(key))
            }
        }

        deserializer.deserialize_str(AnyKey)
    }
}

/// The keys seen of one object.
#[derive(Clone, Copy, Default)]
pub(super) struct KeySet(u16);

impl KeySet {
    /// Whether the key was not there yet.
    pub(super) fn insert(&mut self, key: Key) -> bool {
        let bit = 1_u16.checked_shl(u32::from(key.place())).unwrap_or(0);
        let is_new = self.0 & bit == 0;
        self.0 |= bit;
        is_new
    }
}

impl Key {
    const fn place(self) -> u8 {
        match self {
            Key::Analyses => 0,
            Key::AnalyseId => 1,
            Key::AnalysisId => 2,
            Key::FolderId => 3,
            Key::GroupId => 4,
            Key::Type => 5,
            Key::State => 6,
            Key::ResolutionStatus => 7,
            Key::Resolution => 8,
            Key::TimeUpdated => 9,
            Key::SystemResolution => 10,
            Key::Other => 11,
        }
    }
}

/// A key as text.
pub(super) struct Name<'a>(pub(super) Cow<'a, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Name<'de>, D::Error> {
        struct AnyName;

        impl<'de> Visitor<'de> for AnyName {
            type Value = Name<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an analysis type as key")
            }

            fn visit_borrowed_str<E>(self, name: &'de str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Borrowed(name)))
            }

            fn visit_str<E>(self, name: &str) -> Result<Name<'de>, E> {
                Ok(Name(Cow::Owned(name.to_string())))
            }
        }

        deserializer.deserialize_str(AnyName)
    }
}

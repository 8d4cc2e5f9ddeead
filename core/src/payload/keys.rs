//! The keys that some shape reads.

use crate::same::is_same;

macro_rules! keys {
    ($($variant:ident = $bit:literal, $text:literal;)+) => {
        /// A key of an object that is read.
        #[derive(Clone, Copy, PartialEq, Eq)]
        pub(super) enum Key {
            $( $variant, )+
        }

        impl Key {
            pub(super) fn of(text: &str) -> Option<Key> {
                $( if is_same(text, $text) {
                    return Some(Key::$variant);
                } )+
                None
            }

            pub(super) const fn as_str(self) -> &'static str {
                match self {
                    $( Key::$variant => $text, )+
                }
            }

            const fn bit(self) -> u16 {
                match self {
                    $( Key::$variant => 1 << $bit, )+
                }
            }
        }
    };
}

keys! {
    Analyses = 0, "analyses";
    AnalyseId = 1, "analyse_id";
    AnalysisId = 2, "analysis_id";
    FolderId = 3, "folder_id";
    GroupId = 4, "group_id";
    Type = 5, "type";
    State = 6, "state";
    ResolutionStatus = 7, "resolution_status";
    Resolution = 8, "resolution";
    TimeUpdated = 9, "time_updated";
    SystemResolution = 10, "system_resolution";
}

/// The keys seen of one object.
#[derive(Clone, Copy, Default)]
pub(super) struct KeySet(u16);

impl KeySet {
    /// Whether the key was not there yet.
    pub(super) fn insert(&mut self, key: Key) -> bool {
        let is_new = self.0 & key.bit() == 0;
        self.0 |= key.bit();
        is_new
    }
}

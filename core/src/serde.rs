//! Words as strings, through the one parser; verdicts in canonical order (section 6).

use crate::vocabulary::{AnalysisResolution, AnalysisState, Decision, FolderStatus, Resolution};
use core::fmt;
use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

macro_rules! words {
    ($($name:ident)+) => {$(
        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$name, D::Error> {
                struct Word;

                impl Visitor<'_> for Word {
                    type Value = $name;

                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($name::EXPECTED)
                    }

                    fn visit_str<E: Error>(self, word: &str) -> Result<$name, E> {
                        word.parse().map_err(E::custom)
                    }
                }

                deserializer.deserialize_str(Word)
            }
        }
    )+};
}

words!(Resolution AnalysisResolution FolderStatus AnalysisState Decision);

#[cfg(feature = "alloc")]
mod verdict {
    use crate::finding::{Finding, FindingCode, Reading, StatusWord};
    use crate::tally::Tally;
    use crate::verdict::{Determining, GroupVerdict, RequiredVerdict, Verdict};
    use crate::vocabulary::AnalysisResolution;
    use alloc::borrow::Cow;
    use serde::ser::{SerializeMap, SerializeStruct};
    use serde::{Serialize, Serializer};

    macro_rules! as_str {
        ($($name:ident)+) => {$(
            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.as_str())
                }
            }
        )+};
    }

    as_str!(FindingCode Reading StatusWord);

    /// A name or null, whether or not serde is built with its own `Cow`.
    struct Name<'n, 'a>(&'n Option<Cow<'a, str>>);

    impl Serialize for Name<'_, '_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            match self.0 {
                Some(name) => serializer.serialize_some(&**name),
                None => serializer.serialize_none(),
            }
        }
    }

    struct NameList<'n, 'a>(&'n [Option<Cow<'a, str>>]);

    impl Serialize for NameList<'_, '_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_seq(self.0.iter().map(Name))
        }
    }

    impl Serialize for Verdict<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut verdict = serializer.serialize_struct("Verdict", 10)?;
            verdict.serialize_field("rules", &self.rules())?;
            verdict.serialize_field("folder_id", &Name(&self.folder_id))?;
            verdict.serialize_field("folder_status", &self.folder_status)?;
            verdict.serialize_field("system_resolution", &self.system_resolution)?;
            verdict.serialize_field("decision", &self.decision)?;
            verdict.serialize_field("determining", &*self.determining)?;
            verdict.serialize_field("last_finished", &NameList(&self.last_finished))?;
            verdict.serialize_field("groups", &*self.groups)?;
            verdict.serialize_field("required", &*self.required)?;
            verdict.serialize_field("findings", &*self.findings)?;
            verdict.end()
        }
    }

    impl Serialize for Determining<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut determining = serializer.serialize_struct("Determining", 4)?;
            determining.serialize_field("index", &self.index)?;
            determining.serialize_field("analyse_id", &Name(&self.analyse_id))?;
            determining.serialize_field("group_id", &Name(&self.group_id))?;
            determining.serialize_field("type", &Name(&self.kind))?;
            determining.end()
        }
    }

    impl Serialize for GroupVerdict<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut group = serializer.serialize_struct("GroupVerdict", 4)?;
            group.serialize_field("group_id", &Name(&self.group_id))?;
            group.serialize_field("resolution", &self.resolution)?;
            group.serialize_field("finished_at_us", &self.finished_at_us)?;
            group.serialize_field("counts", &Counts(&self.counts))?;
            group.end()
        }
    }

    /// The counts of what an analysis can be.
    struct Counts<'t>(&'t Tally);

    impl Serialize for Counts<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut counts = serializer.serialize_map(Some(AnalysisResolution::ALL.len()))?;
            for &resolution in AnalysisResolution::ALL {
                counts.serialize_entry(resolution.as_str(), &self.0.count(resolution.into()))?;
            }
            counts.end()
        }
    }

    impl Serialize for RequiredVerdict {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut required = serializer.serialize_struct("RequiredVerdict", 3)?;
            required.serialize_field("type", &*self.kind)?;
            required.serialize_field("resolution", &self.resolution)?;
            required.serialize_field("determining", &*self.determining)?;
            required.end()
        }
    }

    impl Serialize for Finding<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut finding = serializer.serialize_struct("Finding", 5)?;
            finding.serialize_field("code", &self.code)?;
            finding.serialize_field("path", &*self.path)?;
            finding.serialize_field("claimed", &self.claimed)?;
            finding.serialize_field("computed", &self.computed)?;
            finding.serialize_field("reading", &self.reading)?;
            finding.end()
        }
    }
}

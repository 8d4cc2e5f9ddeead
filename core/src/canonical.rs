//! The keys of verdicts and refusals in canonical order: one table for our writer and for serde.

use crate::error::Error;
use crate::finding::{Finding, Reading, StatusWord};
use crate::tally::Tally;
use crate::verdict::{Determining, GroupVerdict, RequiredVerdict, Verdict};
use crate::vocabulary::AnalysisResolution;
use alloc::borrow::Cow;

/// Objects: their keys, and what stands there.
macro_rules! objects {
    ($($name:literal, $type:ty, $this:ident: { $first_key:literal: $first:expr, $( $key:literal: $value:expr, )* })+) => {$(
        #[cfg(feature = "json")]
        impl crate::json::Write for $type {
            fn write(&self, text: &mut alloc::string::String) {
                let $this = self;
                text.push_str(concat!("{\"", $first_key, "\":"));
                $first.write(text);
                $(
                    text.push_str(concat!(",\"", $key, "\":"));
                    $value.write(text);
                )*
                text.push('}');
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeStruct as _;
                let $this = self;
                let keys: &[&str] = &[$first_key $(, $key)*];
                let mut object = serializer.serialize_struct($name, keys.len())?;
                object.serialize_field($first_key, &$first)?;
                $( object.serialize_field($key, &$value)?; )*
                object.end()
            }
        }
    )+};
}

objects! {
    "Verdict", Verdict<'_>, this: {
        "rules": this.rules(),
        "folder_id": this.folder_id.as_deref(),
        "folder_status": this.folder_status.as_str(),
        "system_resolution": this.system_resolution.as_str(),
        "decision": this.decision.as_str(),
        "determining": &*this.determining,
        "last_finished": Names(&this.last_finished),
        "groups": &*this.groups,
        "required": &*this.required,
        "findings": &*this.findings,
    }
    "Determining", Determining<'_>, this: {
        "index": this.index,
        "analyse_id": this.analyse_id.as_deref(),
        "group_id": this.group_id.as_deref(),
        "type": this.kind.as_deref(),
    }
    "GroupVerdict", GroupVerdict<'_>, this: {
        "group_id": this.group_id.as_deref(),
        "resolution": this.resolution.as_str(),
        "finished_at_us": this.finished_at_us,
        "counts": Counts(&this.counts),
    }
    "RequiredVerdict", RequiredVerdict, this: {
        "type": &*this.kind,
        "resolution": this.resolution.as_str(),
        "determining": &*this.determining,
    }
    "Finding", Finding<'_>, this: {
        "code": this.code.as_str(),
        "path": &*this.path,
        "claimed": this.claimed.map(StatusWord::as_str),
        "computed": this.computed.map(StatusWord::as_str),
        "reading": this.reading.map(Reading::as_str),
    }
    "Error", Error, this: {
        "code": this.code().as_str(),
        "path": this.path(),
        "found": this.found(),
        "expected": this.expected(),
        "line": this.line(),
        "column": this.column(),
    }
}

/// Names or null, whether or not serde is built with its own `Cow`.
struct Names<'n, 'a>(&'n [Option<Cow<'a, str>>]);

/// The counts of what an analysis can be.
struct Counts<'t>(&'t Tally);

#[cfg(feature = "json")]
mod writing {
    use super::{AnalysisResolution, Counts, Names};
    use crate::json::{Write, write_list};
    use alloc::string::String;

    impl Write for Names<'_, '_> {
        fn write(&self, text: &mut String) {
            write_list(self.0, text, |name, text| name.as_deref().write(text));
        }
    }

    impl Write for Counts<'_> {
        fn write(&self, text: &mut String) {
            let mut before = '{';
            for &resolution in AnalysisResolution::ALL {
                text.push(before);
                resolution.as_str().write(text);
                text.push(':');
                self.0.count(resolution.into()).write(text);
                before = ',';
            }
            text.push('}');
        }
    }
}

#[cfg(feature = "serde")]
mod serialising {
    use super::{AnalysisResolution, Counts, Names, Reading, StatusWord};
    use crate::finding::FindingCode;
    use serde::ser::SerializeMap as _;
    use serde::{Serialize, Serializer};

    impl Serialize for Names<'_, '_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            serializer.collect_seq(self.0.iter().map(Option::as_deref))
        }
    }

    impl Serialize for Counts<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut counts = serializer.serialize_map(Some(AnalysisResolution::ALL.len()))?;
            for &resolution in AnalysisResolution::ALL {
                counts.serialize_entry(resolution.as_str(), &self.0.count(resolution.into()))?;
            }
            counts.end()
        }
    }

    macro_rules! words {
        ($($name:ident)+) => {$(
            impl Serialize for $name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.as_str())
                }
            }
        )+};
    }

    words!(FindingCode Reading StatusWord);
}

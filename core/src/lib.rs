//! Status resolution that cannot be got wrong.
#![no_std]
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(any(test, feature = "std"))]
extern crate std;

mod analysis;
mod columns;
mod error;
mod excerpt;
mod lattice;
mod roll_up;
mod sightings;
mod status_set;
mod tally;
mod vocabulary;

#[cfg(feature = "alloc")]
mod finding;
#[cfg(feature = "alloc")]
mod findings;
#[cfg(feature = "alloc")]
mod folder;
#[cfg(feature = "alloc")]
mod names;
#[cfg(feature = "alloc")]
mod options;
#[cfg(feature = "alloc")]
mod sighting;
#[cfg(feature = "alloc")]
mod times;
#[cfg(feature = "alloc")]
mod types;
#[cfg(feature = "alloc")]
mod verdict;

#[cfg(feature = "json")]
mod json;
#[cfg(feature = "json")]
mod payload;
#[cfg(feature = "serde")]
mod serde;
#[cfg(feature = "json")]
mod time_text;

pub use analysis::{MissingOutcome, analysis_result, outcome_mismatch};
pub use columns::{ColumnError, Offset, group_result_of_codes, group_results, group_results_by, status_set_of_codes};
pub use error::{CodeError, ErrorCode, WordError};
pub use lattice::{GroupMember, group_result};
pub use roll_up::{Analysis, Group, GroupIndexError, RollUp, decide, roll_up};
pub use sightings::{Observed, Sightings};
pub use status_set::StatusSet;
pub use tally::{Tally, TallyError};
pub use vocabulary::{AnalysisResolution, AnalysisState, Decision, FolderStatus, Resolution};

#[cfg(feature = "alloc")]
pub use error::Error;
#[cfg(feature = "alloc")]
pub use finding::{Finding, FindingCode, Reading, StatusWord};
#[cfg(feature = "alloc")]
pub use folder::Folder;
#[cfg(feature = "alloc")]
pub use options::Options;
#[cfg(feature = "alloc")]
pub use sighting::{Claims, Sighting};
#[cfg(feature = "alloc")]
pub use types::canonical_type;
#[cfg(feature = "alloc")]
pub use verdict::{Determining, GroupVerdict, RequiredVerdict, Verdict};

#[cfg(feature = "json")]
pub use payload::resolve;

/// The version of the rules. Any change of a verdict for the same input is a new one.
pub const RULES_VERSION: u32 = 1;

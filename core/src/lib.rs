//! Status resolution that cannot be got wrong.
//!
//! The Oz API checks faces and documents and reports statuses: of an analysis, of a group, of a folder. This crate
//! turns them into one verdict, and nothing unknown, missing, empty, contradictory or unfinished ever reads as a pass.
//!
//! ```
//! # #[cfg(feature = "json")]
//! # fn main() -> Result<(), oz_status::Error> {
//! use oz_status::{resolve, Decision, Options};
//!
//! // liveness and face match were sent in two requests: the later SUCCESS must not hide the spoof
//! let folder = br#"{"folder_id":"f1","analyses":[
//!     {"analyse_id":"a1","group_id":"g1","type":"QUALITY","state":"FINISHED","resolution":"DECLINED","time_updated":1700000000},
//!     {"analyse_id":"a2","group_id":"g2","type":"BIOMETRY","state":"FINISHED","resolution":"SUCCESS","time_updated":1700000060}
//! ]}"#;
//! let verdict = resolve(folder, &Options::new().require(["QUALITY", "BIOMETRY"])?)?;
//! assert_eq!(verdict.system_resolution.as_str(), "SUCCESS");
//! assert_eq!(verdict.decision, Decision::Reject);
//! assert_eq!(verdict.findings[0].code.as_str(), "earlier_group_worse");
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "json"))]
//! # fn main() {}
//! ```
//!
//! # What is here
//!
//! - Words: [`Resolution`], [`AnalysisResolution`], [`FolderStatus`], [`AnalysisState`] and [`Decision`]. A word has a
//!   place, so there is a type for each place.
//! - The order: [`Resolution::join`], [`group_result`], and partial aggregates that merge: [`StatusSet`], [`Tally`],
//!   [`Sightings`].
//! - Folders without allocation: [`roll_up`] and [`decide`] over slices.
//! - Folders with names (feature `alloc`): [`Folder`] takes sightings one by one and gives a [`Verdict`].
//! - Payloads (feature `json`): [`resolve`], and [`Verdict::to_json`] for the canonical text.
//! - Columns: [`group_results`], [`group_results_by`], [`group_result_of_codes`], [`status_set_of_codes`].
//!
//! # The order
//!
//! `INITIAL > PROCESSING > FAILED > DECLINED > OPERATOR_REQUIRED > SUCCESS`, worst first.
//!
//! # Scope
//!
//! It judges what an answer says; it does not fetch, poll or check signatures. An answer that came through a browser is
//! the browser's word: ask the API from a server before money or access depends on it.
//!
//! # Which reading
//!
//! The vendor's page contradicts itself in places. Numbered choices, C1 to C13, say which reading is implemented and
//! why; they stand with the rules R1 to R10 in `RULES.md` of the repository, and items here name the rule they follow.
//! A payload that follows another reading gets the verdict of these rules and a [`Finding`] that names the reading.
//!
//! # Features
//!
//! None by default: `no_std`, no dependency, no allocation. `alloc`, `std`, `serde` (words as strings; `Verdict`
//! and `Error` serialisable), `json` (the text door; implies `alloc`).
//!
//! This crate forbids unsafe code, and has no panic in reach.
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
mod requirements;
mod roll_up;
mod sightings;
mod status_set;
mod tally;
mod vocabulary;

#[cfg(all(feature = "alloc", any(feature = "json", feature = "serde")))]
mod canonical;
#[cfg(feature = "alloc")]
mod evaluation;
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
mod path;
#[cfg(feature = "alloc")]
mod same;
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
pub use requirements::decide;
pub use roll_up::{Analysis, Group, GroupIndexError, RollUp, roll_up};
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

/// The README's examples are tested with these.
#[cfg(all(doctest, feature = "json"))]
#[doc = include_str!("../../README.md")]
struct Readme;

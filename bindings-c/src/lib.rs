//! The C interface of oz-status. `include/oz_status.h` is its documentation, for whom it is written.
//!
//! Every function converts, calls core and converts back. Pointers become references in [`border`] alone.
#![cfg_attr(not(any(feature = "json", test)), no_std)]
#![allow(clippy::missing_safety_doc, reason = "the head of the header says once what every pointer must be")]

#[cfg(all(feature = "json", panic = "abort"))]
compile_error!("the panic boundary needs unwinding: build with panic = \"unwind\", as the profile c-library does");

mod about;
mod border;
mod columns;
mod error;
mod folder;
mod lattice;
mod status_set;
mod tally;
mod texts;
mod words;

#[cfg(feature = "json")]
mod json;
#[cfg(feature = "json")]
mod json_types;
#[cfg(not(any(feature = "json", test)))]
mod panic;

pub use about::*;
pub use columns::*;
pub use error::*;
pub use folder::*;
pub use lattice::*;
pub use status_set::*;
pub use tally::*;
pub use words::*;

#[cfg(feature = "json")]
pub use json::*;
#[cfg(feature = "json")]
pub use json_types::*;

//! Whoever resolves payloads, so that one law or one comparison serves the reference and core.

use crate::reference::{Options, resolve};

/// A verdict's canonical text, or an error's code and path.
pub type Answer = Result<String, (String, String)>;

/// Resolves a payload.
pub type Judge = fn(&[u8], &Options) -> Answer;

/// The reference as a judge.
///
/// # Errors
/// Those of the reference.
pub fn reference(payload: &[u8], options: &Options) -> Answer {
    resolve(payload, options).map_err(|refusal| (refusal.code.to_string(), refusal.path))
}

//! What the caller asks of a folder.

use crate::error::{Error, ErrorCode};
use crate::path::indexed;
use crate::types::canonical_type;
use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;

/// The types a caller requires (R7), and whether operators review.
///
/// ```
/// use oz_status::Options;
/// let options = Options::new().require(["liveness", "BIOMETRY", "QUALITY"])?.operator_review(false);
/// assert!(options.required_types().eq(["QUALITY", "BIOMETRY"]));
/// # Ok::<(), oz_status::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Options {
    pub(crate) required: Vec<Cow<'static, str>>,
    pub(crate) operator_review: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options { required: Vec::new(), operator_review: true }
    }
}

impl Options {
    /// Nothing required, operators review.
    ///
    /// ```
    /// assert_eq!(oz_status::Options::new().required_types().count(), 0);
    /// ```
    #[must_use]
    pub fn new() -> Options {
        Options::default()
    }

    /// Requires analyses of these types too; aliases are resolved, repeats dropped.
    ///
    /// # Errors
    /// `empty_name` for an empty type, at `require[i]`.
    ///
    /// ```
    /// let error = oz_status::Options::new().require([""]).unwrap_err();
    /// assert_eq!((error.code().as_str(), error.path()), ("empty_name", "require[0]"));
    /// ```
    pub fn require<I>(mut self, types: I) -> Result<Options, Error>
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        for (place, name) in types.into_iter().enumerate() {
            if name.as_ref().is_empty() {
                return Err(
                    Error::new(ErrorCode::EmptyName, indexed("require", place, ""), "an analysis type").with_found("")
                );
            }
            let name = canonical_type(String::from(name.as_ref()));
            if !self.required.contains(&name) {
                self.required.push(name);
            }
        }
        Ok(self)
    }

    /// Whether operator review is enabled; if not, an analysis that asks for it is a finding.
    ///
    /// ```
    /// let options = oz_status::Options::new().operator_review(false);
    /// assert_ne!(options, oz_status::Options::new());
    /// ```
    #[must_use]
    pub fn operator_review(mut self, enabled: bool) -> Options {
        self.operator_review = enabled;
        self
    }

    /// The required types, canonical, in the caller's order.
    ///
    /// ```
    /// let options = oz_status::Options::new().require(["blacklist"])?;
    /// assert!(options.required_types().eq(["COLLECTION"]));
    /// # Ok::<(), oz_status::Error>(())
    /// ```
    pub fn required_types(&self) -> impl Iterator<Item = &str> {
        self.required.iter().map(|name| &**name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::vec;

    #[test]
    fn types_are_required_once_each_by_their_own_names() {
        let options = Options::new().require(["liveness", "Voice", "QUALITY"]).expect("types");
        let options = options.require(["VOICE", "DOCUMENTS"]).expect("types");
        assert_eq!(options.required_types().collect::<Vec<_>>(), ["QUALITY", "VOICE", "DOCUMENTS"]);
        assert!(options.operator_review && !options.operator_review(false).operator_review);
    }

    #[test]
    fn an_empty_type_is_refused_at_its_place() {
        let error = Options::new().require(vec!["QUALITY", ""]).unwrap_err();
        assert_eq!((error.code(), error.path(), error.found()), (ErrorCode::EmptyName, "require[1]", Some("")));
    }
}

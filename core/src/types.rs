//! Analysis types: ASCII case and the two aliases.

use alloc::borrow::Cow;

/// The type of liveness analyses.
pub(crate) const LIVENESS: &str = "QUALITY";

/// The canonical name of an analysis type: ASCII letters in upper case, `LIVENESS` as `QUALITY`, `BLACKLIST` as
/// `COLLECTION`. Any other type is kept.
///
/// ```
/// use oz_status::canonical_type;
/// assert_eq!(canonical_type("liveness"), "QUALITY");
/// assert_eq!(canonical_type("Geometry-é"), "GEOMETRY-é");
/// ```
#[must_use]
pub fn canonical_type<'a>(name: impl Into<Cow<'a, str>>) -> Cow<'a, str> {
    canonical(name.into())
}

fn canonical(name: Cow<'_, str>) -> Cow<'_, str> {
    let is_upper = !name.bytes().any(|byte| byte.is_ascii_lowercase());
    let name = if is_upper { name } else { Cow::Owned(name.to_ascii_uppercase()) };
    Cow::Borrowed(match &*name {
        "LIVENESS" | LIVENESS => LIVENESS,
        "BLACKLIST" | "COLLECTION" => "COLLECTION",
        "BIOMETRY" => "BIOMETRY",
        "DOCUMENTS" => "DOCUMENTS",
        _ => return name,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_letters_are_upper_case_and_aliases_resolved() {
        for (name, canonical) in [("quality", "QUALITY"), ("Liveness", "QUALITY"), ("x-Ray", "X-RAY"), ("éa", "éA")] {
            assert_eq!(canonical_type(name), canonical);
        }
    }

    #[test]
    fn only_what_is_not_canonical_is_copied() {
        assert!(matches!(canonical_type("OTHER"), Cow::Borrowed("OTHER")));
        for known in ["liveness", "QUALITY", "Blacklist", "collection", "biometry", "Documents"] {
            let name: Cow<'static, str> = Cow::Owned(known.into());
            assert!(matches!(canonical_type(name), Cow::Borrowed(_)), "{known}");
        }
        assert_eq!(canonical_type("ß"), "ß");
    }
}

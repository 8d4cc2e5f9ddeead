//! Equality of names.

/// As `==`, which goes byte by byte where there is no library for it, as in browsers.
#[inline(always)]
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    let ((words, rest), (other_words, other_rest)) = (one.as_bytes().as_chunks::<8>(), other.as_bytes().as_chunks());
    let word = |word: &[u8; 8]| u64::from_le_bytes(*word);
    one.len() == other.len() && words.iter().map(word).eq(other_words.iter().map(word)) && rest.iter().eq(other_rest)
}

/// The same, for the many places where size matters more.
pub(crate) fn same(one: &str, other: &str) -> bool {
    is_same(one, other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::borrow::ToOwned;

    #[test]
    fn names_are_the_same_if_all_their_bytes_are() {
        let name = "0123456789abcdef0123";
        for (length, _) in name.char_indices() {
            let (one, _) = name.split_at(length);
            assert!(same(one, one) && is_same(one, one));
            assert!(!same(one, "x") && !same("x", one));
            for place in 0..length {
                let mut other = one.to_owned();
                other.replace_range(place..=place, "x");
                assert!(!same(one, &other) && !is_same(&other, one), "{one} {other}");
                assert!(!same(one, one.split_at(place).0));
            }
        }
    }
}

//! Paths, as findings and errors name places.

use alloc::string::{String, ToString};

/// `analyses[2].state` from the list, the index and what is behind it.
pub(crate) fn indexed(list: &str, index: usize, behind: &str) -> String {
    joined(&[list, "[", &index.to_string(), "]", behind])
}

/// As `concat`, which is built anew for each number of parts.
pub(crate) fn joined(parts: &[&str]) -> String {
    let mut text = String::new();
    parts.iter().for_each(|part| text.push_str(part));
    text
}

#[cfg(test)]
mod tests {
    use super::indexed;

    #[test]
    fn an_index_stands_in_brackets() {
        assert_eq!(indexed("analyses", 12, ".state"), "analyses[12].state");
        assert_eq!(indexed("require", 0, ""), "require[0]");
    }
}

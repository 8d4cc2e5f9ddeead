//! The vectors: facts of the lattice, and payloads with what the reference says of them.

mod errors;
mod findings;
mod folders;
mod lattice;
mod random;
mod sightings;
mod stories;
mod text;

use crate::reference::text::encode;
use crate::reference::{Options, Refusal, resolve};

pub use stories::{STORIES, Story};

/// A payload to judge.
#[derive(Debug, Clone)]
pub struct Vector {
    /// Its name, unique among all vectors.
    pub name: String,
    /// The payload.
    pub payload: Vec<u8>,
    /// The caller's options.
    pub options: Options,
}

impl Vector {
    /// A vector without requirements.
    pub fn new(name: impl Into<String>, payload: impl Into<Vec<u8>>) -> Self {
        Vector { name: name.into(), payload: payload.into(), options: Options::default() }
    }

    /// A vector with required types.
    pub fn requiring(name: impl Into<String>, payload: impl Into<Vec<u8>>, require: &[&str]) -> Self {
        let mut vector = Vector::new(name, payload);
        vector.options.require = require.iter().map(ToString::to_string).collect();
        vector
    }

    /// Its line: the payload, the options, and the reference's answer.
    pub fn line(&self) -> String {
        let payload = match std::str::from_utf8(&self.payload) {
            Ok(text) => format!("\"payload\":{}", encode(text)),
            Err(_) => {
                let hex: String = self.payload.iter().map(|byte| format!("{byte:02x}")).collect();
                format!("\"payload_hex\":\"{hex}\"")
            }
        };
        let require: Vec<String> = self.options.require.iter().map(|name| encode(name)).collect();
        let answer = match resolve(&self.payload, &self.options) {
            Ok(verdict) => format!("\"verdict\":{}", encode(&verdict)),
            Err(Refusal { code, path }) => {
                format!("\"error\":{{\"code\":{},\"path\":{}}}", encode(code), encode(&path))
            }
        };
        format!(
            "{{\"name\":{},{payload},\"options\":{{\"require\":[{}],\"operator_review\":{}}},{answer}}}\n",
            encode(&self.name),
            require.join(","),
            self.options.operator_review
        )
    }
}

/// Every file of the vectors: its name and its text.
pub fn files() -> Vec<(&'static str, String)> {
    let mut files = vec![("lattice.txt", lattice::text())];
    for (name, vectors) in themes() {
        files.push((name, vectors.iter().map(Vector::line).collect()));
    }
    files
}

/// The payload vectors by file.
pub fn themes() -> Vec<(&'static str, Vec<Vector>)> {
    vec![
        ("folders.ndjson", folders::vectors()),
        ("sightings.ndjson", sightings::vectors()),
        ("findings.ndjson", findings::vectors()),
        ("errors.ndjson", errors::vectors()),
        ("text.ndjson", text::vectors()),
        ("random.ndjson", random::vectors()),
        ("stories.ndjson", stories::vectors()),
    ]
}

/// Every list of so many items, the first item changing slowest.
fn sequences<T: Clone>(items: &[T], length: usize) -> Vec<Vec<T>> {
    let mut lists = vec![Vec::new()];
    for _ in 0..length {
        lists = lists
            .into_iter()
            .flat_map(|list: Vec<T>| {
                items.iter().map(move |item| {
                    let mut longer = list.clone();
                    longer.push(item.clone());
                    longer
                })
            })
            .collect();
    }
    lists
}

/// The first letter of a word, and its JSON fields.
fn outcome(letter: char) -> &'static str {
    match letter {
        'S' => "\"state\":\"FINISHED\",\"resolution_status\":\"SUCCESS\"",
        'O' => "\"resolution_status\":\"OPERATOR_REQUIRED\"",
        'D' => "\"resolution\":\"DECLINED\"",
        'F' => "\"state\":\"FAILED\"",
        _ => "\"state\":\"PROCESSING\"",
    }
}

/// An analysis: id, group, type (each absent if empty), letter of its outcome, second (absent if negative).
fn analysis(id: &str, group: &str, kind: &str, letter: char, second: i64) -> String {
    let mut json = String::from("{");
    for (key, text) in [("analyse_id", id), ("group_id", group), ("type", kind)] {
        if !text.is_empty() {
            json.push_str(&format!("\"{key}\":{},", encode(text)));
        }
    }
    json.push_str(outcome(letter));
    if second >= 0 {
        json.push_str(&format!(",\"time_updated\":{}", 1_700_000_000 + second));
    }
    json.push('}');
    json
}

fn folder(analyses: &[String]) -> String {
    format!("{{\"analyses\":[{}]}}", analyses.join(","))
}

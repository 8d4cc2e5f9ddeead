//! The keys of one JSON object that is read.

use super::json::Value;
use super::words::{self, Word};
use super::{Refusal, text, time};

/// An object's keys of interest; all others are skipped.
#[derive(Debug, Clone)]
pub struct Object<'a> {
    path: String,
    entries: Vec<(String, Value<'a>)>,
}

/// The decoded keys and the values of an object, in order, or nothing if it is no object.
pub fn entries(value: Value<'_>) -> Option<Result<Vec<(String, Value<'_>)>, Refusal>> {
    let entries = value.entries()?;
    Some(entries.into_iter().map(|(key, value)| Ok((string(key)?, value))).collect())
}

/// A string that is read.
fn string(value: Value<'_>) -> Result<String, Refusal> {
    text::decode(value.text()).ok_or_else(|| Refusal::new("invalid_json", ""))
}

impl<'a> Object<'a> {
    /// Keeps the keys of a list; `path` is empty for the payload itself.
    pub fn of(entries: &[(String, Value<'a>)], path: &str, list: &[&str]) -> Result<Self, Refusal> {
        let mut object = Object { path: path.to_string(), entries: Vec::new() };
        for (key, value) in entries {
            if !list.contains(&key.as_str()) {
                continue;
            }
            if object.entries.iter().any(|(earlier, _)| earlier == key) {
                return Err(Refusal::new("duplicate_key", object.path_of(key)));
            }
            object.entries.push((key.clone(), *value));
        }
        Ok(object)
    }

    /// The path of one of its keys.
    pub fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_string() } else { format!("{}.{key}", self.path) }
    }

    /// A value; `null` is absent.
    pub fn get(&self, key: &str) -> Option<Value<'a>> {
        self.entries.iter().find(|(known, value)| known == key && !value.is_null()).map(|(_, value)| *value)
    }

    fn get_string(&self, key: &str) -> Result<Option<String>, Refusal> {
        let Some(value) = self.get(key) else {
            return Ok(None);
        };
        if !value.is_string() {
            return Err(Refusal::new("wrong_type", self.path_of(key)));
        }
        string(value).map(Some)
    }

    /// An id or a type.
    pub fn get_name(&self, key: &str) -> Result<Option<String>, Refusal> {
        let name = self.get_string(key)?;
        if name.as_deref() == Some("") {
            return Err(Refusal::new("empty_name", self.path_of(key)));
        }
        Ok(name)
    }

    /// One of the allowed words.
    pub fn get_word(&self, key: &str, allowed: &[Word]) -> Result<Option<Word>, Refusal> {
        let Some(text) = self.get_string(key)? else {
            return Ok(None);
        };
        words::read(&text, allowed).map(Some).map_err(|code| Refusal::new(code, self.path_of(key)))
    }

    /// A time, in microseconds.
    pub fn get_time(&self, key: &str) -> Result<Option<i64>, Refusal> {
        let Some(value) = self.get(key) else {
            return Ok(None);
        };
        let micros = if value.is_number() {
            time::from_number(value.text())
        } else if value.is_string() {
            time::from_string(&string(value)?)
        } else {
            Err("wrong_type")
        };
        micros.map(Some).map_err(|code| Refusal::new(code, self.path_of(key)))
    }
}

//! The rules, transcribed naively from their text. Quadratic where that reads better.

pub mod findings;
pub mod folder;
pub mod json;
pub mod lattice;
pub mod merge;
pub mod object;
pub mod payload;
pub mod sighting;
pub mod text;
pub mod time;
pub mod verdict;
pub mod words;

/// What the caller asks for beside the payload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Required analysis types, in the caller's order and spelling.
    pub require: Vec<String>,
    /// Whether the account has operator review; false gives findings where an operator is asked for.
    pub operator_review: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options { require: Vec::new(), operator_review: true }
    }
}

/// Why there is no verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// A stable code of section 5.
    pub code: &'static str,
    /// Where.
    pub path: String,
}

impl Refusal {
    /// A refusal at a path.
    pub fn new(code: &'static str, path: impl Into<String>) -> Self {
        Refusal { code, path: path.into() }
    }
}

/// The verdict on a payload, in canonical JSON.
///
/// # Errors
/// A [`Refusal`] where the payload or the options cannot be judged.
pub fn resolve(payload: &[u8], options: &Options) -> Result<String, Refusal> {
    let require = required_types(&options.require)?;
    let payload = payload::read(payload)?;
    let analyses = merge::merge(&payload.sightings)?;
    Ok(verdict::write(&payload, &analyses, &require, options.operator_review))
}

fn required_types(wanted: &[String]) -> Result<Vec<String>, Refusal> {
    let mut types: Vec<String> = Vec::new();
    for (place, name) in wanted.iter().enumerate() {
        if name.is_empty() {
            return Err(Refusal::new("empty_name", format!("require[{place}]")));
        }
        let name = words::type_name(name);
        if !types.contains(&name) {
            types.push(name);
        }
    }
    Ok(types)
}

//! Random payloads from a seed: good, odd (one fault in a good one) and hostile (bytes changed).

use crate::reference::Options;
use crate::reference::text::encode;

/// A tiny generator of random numbers (splitmix64).
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// A generator from a seed.
    pub fn new(seed: u64) -> Self {
        Random(seed)
    }

    /// The next number.
    pub fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below a bound.
    pub fn below(&mut self, bound: usize) -> usize {
        (self.next_u64() % bound as u64) as usize
    }

    /// True so many times of a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of some items.
    pub fn pick<'a, T: ?Sized>(&mut self, items: &[&'a T]) -> &'a T {
        items[self.below(items.len())]
    }

    /// Changes the order of items.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// A key and the JSON text of its value.
pub type Field = (String, String);

/// The shape of a payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// A folder object with an array.
    Folder,
    /// An array of analyses.
    Array,
    /// A lone analysis.
    Lone,
    /// The callback keyed by type.
    Keyed,
}

/// A payload before it is written.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Its shape.
    pub shape: Shape,
    /// The folder's own fields.
    pub folder: Vec<Field>,
    /// The sightings, each with its key in the keyed form.
    pub sightings: Vec<(String, Vec<Field>)>,
}

const WORDS: [&str; 5] = ["SUCCESS", "OPERATOR_REQUIRED", "DECLINED", "FAILED", "PROCESSING"];
const TYPES: [&str; 8] =
    ["QUALITY", "BIOMETRY", "DOCUMENTS", "COLLECTION", "LIVENESS", "BLACKLIST", "Iris \u{e9}", "VOICE"];

const HOSTILE: &[u8] = b"\"\\{}[],:0-.eEtfn\0\xff\xed";

/// Options of every kind.
pub fn options(random: &mut Random) -> Options {
    let mut require = Vec::new();
    if random.chance(50) {
        for _ in 0..=random.below(3) {
            let kind = random.pick(&TYPES);
            require.push(cased(random, kind));
        }
    }
    Options { require, operator_review: random.chance(75) }
}

/// A draft without a fault.
pub fn good(random: &mut Random) -> Draft {
    let shape = match random.below(10) {
        0..=5 => Shape::Folder,
        6 | 7 => Shape::Array,
        8 => Shape::Lone,
        _ => Shape::Keyed,
    };
    let count = match shape {
        Shape::Lone => 1,
        Shape::Keyed => 1 + random.below(4),
        _ => random.below(5),
    };
    draft(random, shape, count, 4)
}

/// A folder of many analyses in many groups, without a fault.
pub fn crowded(random: &mut Random) -> Draft {
    let (count, groups) = (random.below(120), 1 + random.below(90));
    draft(random, Shape::Folder, count, groups)
}

fn draft(random: &mut Random, shape: Shape, count: usize, groups: usize) -> Draft {
    let groups_named = random.below(10);
    let folder_named = random.chance(60);
    let mut sightings = Vec::new();
    for number in 0..count {
        let has_id = shape == Shape::Lone || random.chance(80);
        let group = match groups_named {
            0 => None,
            1 | 2 if random.chance(40) => None,
            _ => Some(format!("g{}", random.below(groups))),
        };
        let kind = if shape == Shape::Keyed {
            Some(["QUALITY", "BIOMETRY", "COLLECTION", "Iris \u{e9}"][number])
        } else if random.chance(85) {
            Some(TYPES[random.below(8)])
        } else {
            None
        };
        let sighted = if has_id && matches!(shape, Shape::Folder | Shape::Array) && random.chance(25) {
            2 + random.below(2)
        } else {
            1
        };
        for _ in 0..sighted {
            let mut fields = outcome(random);
            if has_id {
                let id = encode(&format!("a{number}"));
                match random.below(6) {
                    0 => fields.push(("analysis_id".into(), id)),
                    1 => {
                        fields.push(("analysis_id".into(), id.clone()));
                        fields.push(("analyse_id".into(), id));
                    }
                    _ => fields.push(("analyse_id".into(), id)),
                }
            }
            if let Some(group) = &group {
                fields.push(("group_id".into(), spelled(random, group)));
            }
            if let Some(kind) = kind
                && random.chance(if shape == Shape::Keyed { 30 } else { 100 })
            {
                let kind = aliased(random, kind);
                let kind = cased(random, &kind);
                fields.push(("type".into(), spelled(random, &kind)));
            }
            if folder_named && random.chance(30) {
                fields.push(("folder_id".into(), "\"f1\"".into()));
            }
            if random.chance(85) {
                fields.push(("time_updated".into(), time(random)));
            }
            noise(random, &mut fields);
            random.shuffle(&mut fields);
            let key = kind.map(|kind| {
                let kind = aliased(random, kind);
                cased(random, &kind)
            });
            sightings.push((key.unwrap_or_default(), fields));
        }
    }
    random.shuffle(&mut sightings);
    Draft { shape, folder: folder_fields(random, folder_named), sightings }
}

fn folder_fields(random: &mut Random, named: bool) -> Vec<Field> {
    let mut folder: Vec<Field> = Vec::new();
    if named && random.chance(70) {
        folder.push(("folder_id".into(), "\"f1\"".into()));
    }
    if random.chance(50) {
        let word = random.pick(&["SUCCESS", "OPERATOR_REQUIRED", "DECLINED", "FAILED", "PROCESSING", "INITIAL"]);
        folder.push(("system_resolution".into(), encode(&cased(random, word))));
    }
    if random.chance(50) {
        let word = random.pick(&["FINISHED", "FAILED", "PROCESSING", "INITIAL"]);
        folder.push(("resolution_status".into(), encode(&cased(random, word))));
    }
    if random.chance(15) {
        let word = random.pick(&["FINISHED", "FAILED", "PROCESSING"]);
        folder.push(("state".into(), encode(&cased(random, word))));
    }
    noise(random, &mut folder);
    random.shuffle(&mut folder);
    folder
}

fn outcome(random: &mut Random) -> Vec<Field> {
    let word = WORDS[[0, 0, 0, 1, 2, 2, 3, 4][random.below(8)]];
    let fitting = if matches!(word, "FAILED" | "PROCESSING") { word } else { "FINISHED" };
    let mut fields: Vec<(&str, &str)> = match random.below(8) {
        0..=2 => vec![("state", fitting), ("resolution_status", word), ("resolution", word)],
        3 => vec![("state", fitting), ("resolution_status", word)],
        4 => vec![("resolution", word)],
        5 => vec![("state", fitting), ("resolution", word)],
        6 => vec![("state", ["PROCESSING", "FAILED"][random.below(2)])],
        _ => vec![
            ("state", ["PROCESSING", "FAILED", "FINISHED"][random.below(3)]),
            ("resolution_status", WORDS[random.below(5)]),
            ("resolution", WORDS[random.below(5)]),
        ],
    };
    if fields.len() < 3 && random.chance(10) {
        let absent = ["state", "resolution_status", "resolution"];
        let key = absent.iter().find(|key| fields.iter().all(|(had, _)| had != *key));
        fields.extend(key.map(|key| (*key, "")));
    }
    fields
        .into_iter()
        .map(|(key, word)| {
            let json = if word.is_empty() { "null".into() } else { encode(&cased(random, word)) };
            (key.to_string(), json)
        })
        .collect()
}

fn noise(random: &mut Random, fields: &mut Vec<Field>) {
    if random.chance(15) {
        let (key, json) = *random.pick(&[
            &("meta_data", "{\"state\":[{\"state\":\"x\"}]}"),
            &("results_data", "null"),
            &("note", "\"\\ud800 \\u0000\""),
            &("time_created", "\"soon\""),
            &("score", "-1.5E+400"),
            &("STATE", "7"),
        ]);
        fields.push((key.to_string(), json.to_string()));
    }
}

fn aliased(random: &mut Random, kind: &str) -> String {
    match kind {
        "QUALITY" if random.chance(30) => "LIVENESS".into(),
        "COLLECTION" if random.chance(30) => "BLACKLIST".into(),
        _ => kind.into(),
    }
}

fn cased(random: &mut Random, word: &str) -> String {
    match random.below(6) {
        0 => word.to_ascii_lowercase(),
        1 => word.chars().map(|next| if random.chance(50) { next.to_ascii_lowercase() } else { next }).collect(),
        _ => word.into(),
    }
}

/// A JSON string, sometimes with escapes that it does not need.
fn spelled(random: &mut Random, text: &str) -> String {
    if random.chance(90) {
        return encode(text);
    }
    let mut json = String::from("\"");
    for unit in text.encode_utf16() {
        json.push_str(&format!("\\u{unit:04X}"));
    }
    json.push('"');
    json
}

/// A time of few, so that ties are common, in one of many spellings.
fn time(random: &mut Random) -> String {
    let second = random.below(4);
    match random.below(9) {
        0 => format!("\"170000000{second}\""),
        1 => format!("170000000{second}.0"),
        2 => format!("1.70000000{second}e9"),
        3 => format!("\"2023-11-14T22:13:2{second}Z\""),
        4 => format!("\"2023-11-15t03:43:2{second}.0000009+05:30\""),
        5 => format!("\"2023-11-14T22:13:2{second}.25z\""),
        6 => format!("170000000{second}.25"),
        _ => format!("170000000{second}"),
    }
}

impl Draft {
    /// The JSON text.
    pub fn write(&self, random: &mut Random) -> String {
        let spaced = random.chance(20);
        let written: Vec<String> = self
            .sightings
            .iter()
            .map(|(key, fields)| {
                let object = object(random, fields);
                if self.shape == Shape::Keyed { format!("{}:{object}", encode(key)) } else { object }
            })
            .collect();
        let list = written.join(if spaced { " ,\r\n\t" } else { "," });
        match self.shape {
            Shape::Array => format!("[{list}]"),
            Shape::Lone => list,
            Shape::Folder | Shape::Keyed => {
                let json = if self.shape == Shape::Keyed { format!("{{{list}}}") } else { format!("[{list}]") };
                let mut fields = self.folder.clone();
                fields.insert(random.below(fields.len() + 1), ("analyses".into(), json));
                object(random, &fields)
            }
        }
    }

    /// Puts one fault in, and tells its name; nothing if the draft has no place for it.
    pub fn spoil(&mut self, random: &mut Random) -> Option<&'static str> {
        let count = self.sightings.len();
        if count == 0 {
            return None;
        }
        let fields = &mut self.sightings[random.below(count)].1;
        let name = random.pick(&[
            "unknown_word",
            "word_not_allowed",
            "wrong_type",
            "empty_name",
            "invalid_time",
            "time_out_of_range",
            "lone_surrogate",
            "nested_analyses",
            "missing_outcome",
            "conflicting_ids",
            "duplicate_key",
            "conflicting_sightings",
            "conflicting_folders",
        ]);
        match name {
            "unknown_word" => set(fields, "state", "\"DONE\""),
            "word_not_allowed" => set(fields, "state", "\"success\""),
            "wrong_type" => set(fields, "group_id", "5"),
            "empty_name" => set(fields, "group_id", "\"\""),
            "invalid_time" => set(fields, "time_updated", "\"yesterday\""),
            "time_out_of_range" => set(fields, "time_updated", "1700000000000"),
            "lone_surrogate" => set(fields, "group_id", "\"\\udc00\""),
            "nested_analyses" => set(fields, "analyses", "[]"),
            "missing_outcome" => {
                set(fields, "resolution_status", "null");
                set(fields, "resolution", "null");
                set(fields, "state", "\"FINISHED\"");
            }
            "conflicting_ids" => {
                set(fields, "analyse_id", "\"a0\"");
                set(fields, "analysis_id", "\"A0\"");
            }
            "duplicate_key" => {
                set(fields, "state", "\"FAILED\"");
                fields.push(("state".into(), "null".into()));
            }
            "conflicting_folders" => {
                set(fields, "folder_id", "\"f9\"");
                self.folder.retain(|(key, _)| key != "folder_id");
            }
            _ => {
                if !matches!(self.shape, Shape::Folder | Shape::Array) {
                    return None;
                }
                let (key, name) = *random.pick(&[&("group_id", "\"another\""), &("type", "\"another\"")]);
                if fields.iter().all(|(had, _)| had != key) {
                    set(fields, key, "\"one\"");
                }
                if fields.iter().all(|(had, _)| !had.starts_with("analys")) {
                    set(fields, "analyse_id", "\"alone\"");
                }
                let mut other = fields.clone();
                other.retain(|(had, _)| had != key);
                other.push((key.into(), name.into()));
                self.sightings.insert(random.below(count + 1), (String::new(), other));
            }
        }
        Some(name)
    }
}

/// Gives a key one value.
fn set(fields: &mut Vec<Field>, key: &str, json: &str) {
    fields.retain(|(had, _)| had != key);
    fields.push((key.into(), json.into()));
}

fn object(random: &mut Random, fields: &[Field]) -> String {
    let fields: Vec<String> = fields
        .iter()
        .map(|(key, json)| {
            let key = if random.chance(3) { spelled(random, key) } else { encode(key) };
            format!("{key}:{json}")
        })
        .collect();
    format!("{{{}}}", fields.join(","))
}

/// Changes some bytes.
pub fn hostile(random: &mut Random, text: &str) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..=random.below(3) {
        let at = random.below(bytes.len().max(1));
        match random.below(5) {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, HOSTILE[random.below(HOSTILE.len())]),
            2 if at < bytes.len() => drop(bytes.remove(at)),
            3 if at < bytes.len() => bytes[at] = random.below(256) as u8,
            _ => {
                let end = (at + random.below(40)).min(bytes.len());
                let again = bytes[at.min(end)..end].to_vec();
                bytes.splice(at.min(end)..at.min(end), again);
            }
        }
    }
    bytes
}

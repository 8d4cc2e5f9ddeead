//! What someone might send who means harm: every refusal is clear, and nothing hangs, overflows or reads as a pass.

mod common;

use common::{core, judges};
use oz_status_tests::judge::Answer;
use oz_status_tests::reference::Options;

const MILLION: usize = 1_000_000;
/// `make bench` goes up to a million.
const MANY: usize = 200_000;

/// What an answer comes to: its decision, or its code and path.
fn gist(answer: Answer) -> String {
    match answer {
        Ok(verdict) => {
            let verdict: serde_json::Value = serde_json::from_str(&verdict).expect("canonical JSON");
            verdict["decision"].as_str().expect("a decision").to_string()
        }
        Err((code, path)) => [code, path].join(" ").trim_end().to_string(),
    }
}

/// Core and the reference on a payload.
fn both(name: &str, payload: impl AsRef<[u8]>, expected: &str) {
    let [reference, core] = judges().map(|judge| judge(payload.as_ref(), &Options::default()));
    assert_eq!(core, reference, "{name}");
    assert_eq!(gist(core), expected, "{name}");
}

/// An analysis that passes, with more keys before.
fn passing(keys: &str) -> String {
    format!("[{{{keys},\"analyse_id\":\"a\",\"resolution\":\"SUCCESS\"}}]")
}

#[test]
fn other_encodings_are_refused() {
    let text = passing("\"x\":1");
    let utf16 = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    both("a byte order mark", format!("\u{feff}{text}"), "invalid_json");
    both("UTF-16, little end first", utf16(u16::to_le_bytes), "invalid_json");
    both("UTF-16, big end first", utf16(u16::to_be_bytes), "invalid_json");
    both("UTF-16 with its mark", [&[0xff, 0xfe][..], &utf16(u16::to_le_bytes)].concat(), "invalid_utf8");
    both("Latin-1", b"[{\"type\":\"\xe9\"}]", "invalid_utf8");
    both("an overlong slash", b"[\"\xc0\xaf\"]", "invalid_utf8");
    both("a surrogate as UTF-8", b"[\"\xed\xa0\x80\"]", "invalid_utf8");
}

#[test]
fn nul_bytes_end_nothing() {
    both("behind the payload", passing("\"x\":1") + "\0", "invalid_json");
    both("before it", String::from("\0") + &passing("\"x\":1"), "invalid_json");
    both("within a string", passing("\"x\":\"\0\""), "invalid_json");
    both("escaped within a word", "[{\"resolution\":\"SUCCESS\\u0000\"}]", "unknown_word analyses[0].resolution");
    both("escaped within a key", passing("\"resolution\\u0000\":\"DECLINED\""), "ACCEPT");
    let two =
        "[{\"analyse_id\":\"a\",\"resolution\":\"SUCCESS\"},{\"analyse_id\":\"a\\u0000\",\"resolution\":\"DECLINED\"}]";
    both("escaped within an id", two, "REJECT");
}

#[test]
fn keys_that_stand_twice() {
    both("one that is read", passing("\"resolution\":\"DECLINED\""), "duplicate_key analyses[0].resolution");
    both("escaped once", passing("\"r\\u0065solution\":\"DECLINED\""), "duplicate_key analyses[0].resolution");
    both("null once", passing("\"resolution\":null"), "duplicate_key analyses[0].resolution");
    both("a million that nobody reads", passing(&vec!["\"x\":{}"; MILLION].join(",")), "ACCEPT");
}

#[test]
fn escapes_without_end() {
    both("backslashes", passing(&format!("\"x\":\"{}\"", "\\\\".repeat(MILLION))), "ACCEPT");
    both("an odd one at the end", passing(&format!("\"x\":\"{}\\\"", "\\\\".repeat(MILLION))), "invalid_json");
    both("in a name", passing(&format!("\"type\":\"{}\"", "\\u0041".repeat(MILLION))), "ACCEPT");
    both("in a word", format!("[{{\"state\":\"{}\"}}]", "\\u0041".repeat(MILLION)), "unknown_word analyses[0].state");
    both("in a key", passing(&format!("\"{}\":1", "\\u0041".repeat(MILLION))), "ACCEPT");
    both("lone surrogates that are skipped", passing(&format!("\"x\":\"{}\"", "\\ud800".repeat(MILLION))), "ACCEPT");
    both("a lone surrogate in a name", passing("\"type\":\"\\ud800\""), "invalid_json");
    both("a lone surrogate in a key", passing("\"\\udc00\":1"), "invalid_json");
}

#[test]
fn numbers_of_a_million_digits() {
    let digits = "7".repeat(MILLION);
    both("that nobody reads", passing(&format!("\"x\":-{digits}.{digits}e{digits}")), "ACCEPT");
    let time = |number: String| passing(&format!("\"time_updated\":{number}"));
    both("a time beyond all", time(digits.clone()), "time_out_of_range analyses[0].time_updated");
    both("a time before all", time(format!("-{digits}")), "time_out_of_range analyses[0].time_updated");
    both("a fraction", time(format!("1700000000.{digits}")), "ACCEPT");
    both("an exponent", time(format!("1e{digits}")), "time_out_of_range analyses[0].time_updated");
    both("as a string", time(format!("\"{digits}\"")), "time_out_of_range analyses[0].time_updated");
    both("that ends too early", time(format!("{digits}.")), "invalid_json");
}

#[test]
fn strings_of_a_hundred_megabytes() {
    let long = "x".repeat(100 * MILLION);
    let expect = |name: &str, payload: String, expected: &str| {
        assert_eq!(gist(core(payload.as_bytes(), &Options::default())), expected, "{name}");
    };
    expect("that nobody reads", passing(&format!("\"x\":\"{long}\"")), "ACCEPT");
    expect("a key", passing(&format!("\"{long}\":1")), "ACCEPT");
    expect("without an end", format!("[\"{long}"), "invalid_json");
    expect("a word", format!("[{{\"state\":\"{long}\"}}]"), "unknown_word analyses[0].state");
    let word = format!("[{{\"state\":\"{long}\"}}]");
    let refused = oz_status::resolve(word.as_bytes(), &oz_status::Options::new());
    assert_eq!(refused.expect_err("no word").found().map(str::len), Some(64));
    let name = passing(&format!("\"type\":\"{long}\""));
    let verdict = oz_status::resolve(name.as_bytes(), &oz_status::Options::new()).expect("a verdict");
    assert_eq!(verdict.determining[0].kind.as_deref().map(str::len), Some(long.len()));
}

#[test]
fn bombs_of_nesting() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":[", "]}]")] {
        let (opened, closed) = (open.repeat(MILLION), close.repeat(MILLION));
        both("skipped", passing(&format!("\"x\":{opened}0{closed}")), "ACCEPT");
        both("left open", passing(&format!("\"x\":{opened}0")), "invalid_json");
        both("in place of an id", passing(&format!("\"type\":{opened}0{closed}")), "wrong_type analyses[0].type");
    }
    both("arrays in place of analyses", "[".repeat(MILLION), "invalid_json");
}

#[test]
fn many_sightings_of_one_analysis_are_one() {
    let sighting =
        |i: usize| format!("{{\"analyse_id\":\"a\",\"state\":\"PROCESSING\",\"time_updated\":{}}}", 1_700_000_000 + i);
    let mut sightings: Vec<String> = (0..MANY).map(sighting).collect();
    sightings.push(String::from("{\"analyse_id\":\"a\",\"resolution\":\"DECLINED\",\"time_updated\":1700000000}"));
    let payload = format!("[{}]", sightings.join(","));
    let verdict = oz_status::resolve(payload.as_bytes(), &oz_status::Options::new()).expect("a verdict");
    assert_eq!((verdict.decision.as_str(), verdict.determining.len()), ("WAIT", 1));
}

#[test]
fn many_groups_are_told_apart() {
    let analysis = |i: usize| {
        format!("{{\"group_id\":\"g{i}\",\"resolution\":\"SUCCESS\",\"time_updated\":{}}}", 1_700_000_000 + i)
    };
    let analyses: Vec<String> = (0..MANY).map(analysis).collect();
    let payload = format!("[{}]", analyses.join(","));
    let verdict = oz_status::resolve(payload.as_bytes(), &oz_status::Options::new()).expect("a verdict");
    assert_eq!((verdict.decision.as_str(), verdict.groups.len()), ("ACCEPT", MANY));
    assert_eq!(verdict.last_finished[..], [Some("g199999".into())]);
}

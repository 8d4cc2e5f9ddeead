//! Every kind of error, from `resolve` and from `audit`.

use crate::common::{assert_refused, code, file, run, stderr, stdout};
use oz_status::ErrorCode;

/// Code, payload, path, what was found.
const REFUSED: &[(&str, &[u8], &str, &str)] = &[
    ("invalid_utf8", b"{\"analyses\":[],\"x\":\"\xff\"}", "", "byte 0xff at offset 20"),
    ("invalid_json", b"{\"analyses\":[}", "", "}"),
    ("wrong_shape", b"[1]", "analyses[0]", "1"),
    ("wrong_type", b"{\"analyses\":[],\"folder_id\":7}", "folder_id", "7"),
    ("missing_analyses", b"{\"resolution_status\":\"FINISHED\"}", "analyses", ""),
    ("missing_outcome", b"[{\"state\":\"FINISHED\"}]", "analyses[0]", ""),
    ("unknown_word", b"[{\"resolution\":\"FINE\"}]", "analyses[0].resolution", "FINE"),
    ("word_not_allowed", b"[{\"resolution\":\"INITIAL\"}]", "analyses[0].resolution", "INITIAL"),
    ("duplicate_key", b"{\"analyses\":[],\"analyses\":[]}", "analyses", ""),
    ("empty_name", b"{\"analyses\":[],\"folder_id\":\"\"}", "folder_id", ""),
    ("conflicting_ids", b"[{\"analyse_id\":\"a\",\"analysis_id\":\"b\"}]", "analyses[0]", ""),
    ("conflicting_folders", b"{\"folder_id\":\"f\",\"analyses\":[{\"folder_id\":\"g\",\"resolution\":\"SUCCESS\"}]}", "analyses[0].folder_id", "g"),
    ("conflicting_groups", b"[{\"analyse_id\":\"a\",\"group_id\":\"g\",\"resolution\":\"SUCCESS\"},{\"analyse_id\":\"a\",\"group_id\":\"h\",\"resolution\":\"SUCCESS\"}]", "analyses[1].group_id", "h"),
    ("conflicting_types", b"[{\"analyse_id\":\"a\",\"type\":\"A\",\"resolution\":\"SUCCESS\"},{\"analyse_id\":\"a\",\"type\":\"B\",\"resolution\":\"SUCCESS\"}]", "analyses[1].type", "B"),
    ("invalid_time", b"[{\"resolution\":\"SUCCESS\",\"time_updated\":\"now\"}]", "analyses[0].time_updated", "now"),
    ("time_out_of_range", b"[{\"resolution\":\"SUCCESS\",\"time_updated\":1709287207000}]", "analyses[0].time_updated", "1709287207000"),
];

#[test]
fn resolve_says_what_is_wrong_and_where() {
    assert!(REFUSED.iter().map(|refused| refused.0).eq(ErrorCode::ALL.iter().map(|code| code.as_str())));
    for (error, payload, path, found) in REFUSED {
        let name = file(&format!("refused-{error}.json"), payload);
        let place = if path.is_empty() { String::new() } else { format!(" at {path}") };
        let message = format!("oz-status: {name}: {error}{place}");
        for format in ["json", "tree"] {
            assert_refused(&run(&["resolve", &name, "--format", format], ""), &[&message, found, "expected"]);
        }
        assert_refused(&run(&["resolve"], payload), &[&format!("oz-status: standard input: {error}{place}")]);
    }
}

#[test]
fn malformed_json_has_line_and_column() {
    assert_refused(&run(&["resolve"], "{\n  \"analyses\": [}"), &["line 2 column 16", "found \"}\""]);
}

#[test]
fn audit_answers_every_refused_line_in_its_place() {
    let good = br#"[{"resolution":"SUCCESS"}]"#.as_slice();
    let mut lines = Vec::new();
    for (_, payload, ..) in REFUSED {
        lines.extend([*payload, b"\n", good, b"\n"].concat());
    }
    let name = file("refused.ndjson", lines);
    let output = run(&["audit", &name, "--format", "json"], "");
    assert_eq!(code(&output), 1);
    let answers: Vec<&str> = stdout(&output).lines().collect();
    assert_eq!(answers.len(), 2 * REFUSED.len());
    for (place, (error, payload, path, found)) in REFUSED.iter().enumerate() {
        let answer: serde_json::Value = serde_json::from_str(answers[2 * place]).unwrap();
        assert_eq!(answer["line"], 2 * place + 1);
        assert_eq!(answer["file"], *name);
        let told = oz_status::resolve(payload, &oz_status::Options::new()).unwrap_err();
        let answer = &answer["error"];
        assert_eq!((&answer["code"], &answer["path"]), (&(*error).into(), &told.path().into()));
        assert!(told.path().starts_with(path), "{error} {}", told.path());
        assert!(answer["found"].as_str().unwrap_or("").contains(found), "{error}");
        assert_eq!(answer["found"].as_str(), told.found());
        assert_eq!(answer["expected"], told.expected());
        assert_eq!(answer["line"].as_u64(), told.line().map(|line| line as u64));
        assert_eq!(answer["column"].as_u64(), told.column().map(|column| column as u64));
        assert!(answers[2 * place + 1].starts_with(r#"{"rules":1,"#));
    }
    let summary = stderr(&output);
    for (error, ..) in REFUSED {
        assert!(summary.lines().any(|line| line.split_whitespace().eq([error, "1"])), "{error} in {summary}");
    }
}

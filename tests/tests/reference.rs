//! The reference against answers worked out by hand from the text of the rules.

use oz_status_tests::reference::{Options, resolve};
use serde_json::{Value, json};

fn judge(payload: &Value, require: &[&str]) -> Value {
    let options = Options { require: require.iter().map(ToString::to_string).collect(), operator_review: true };
    let verdict = resolve(payload.to_string().as_bytes(), &options).expect("a verdict");
    serde_json::from_str(&verdict).expect("JSON")
}

fn refusal(payload: &str) -> (&'static str, String) {
    let refusal = resolve(payload.as_bytes(), &Options::default()).expect_err("a refusal");
    (refusal.code, refusal.path)
}

fn codes(verdict: &Value) -> Vec<&str> {
    verdict["findings"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|finding| finding["code"].as_str().expect("a word"))
        .collect()
}

fn indexes(determining: &Value) -> Vec<u64> {
    determining.as_array().expect("a list").iter().map(|one| one["index"].as_u64().expect("an index")).collect()
}

fn analysis(id: &str, group: &str, kind: &str, resolution: &str, time: Option<i64>) -> Value {
    json!({
        "analyse_id": id,
        "group_id": group,
        "type": kind,
        "resolution": resolution,
        "time_updated": time.map(|second| 1_700_000_000 + second),
    })
}

#[test]
fn the_example_of_section_6() {
    let payload = r#"{
        "folder_id": "f1",
        "system_resolution": "SUCCESS",
        "analyses": [
            {"analyse_id": "a1", "group_id": "g1", "type": "quality", "state": "FINISHED",
             "resolution": "SUCCESS", "time_updated": 1700000002.5},
            {"analyse_id": "a2", "group_id": "g1", "type": "biometry", "state": "FINISHED",
             "resolution": "DECLINED", "time_updated": 1700000003.1}
        ]}"#;
    let options = Options { require: vec!["liveness".to_string()], operator_review: true };
    let expected = concat!(
        r#"{"rules":1,"folder_id":"f1","folder_status":"FINISHED","system_resolution":"DECLINED","decision":"REJECT","#,
        r#""determining":[{"index":1,"analyse_id":"a2","group_id":"g1","type":"BIOMETRY"}],"#,
        r#""last_finished":["g1"],"#,
        r#""groups":[{"group_id":"g1","resolution":"DECLINED","finished_at_us":1700000003100000,"counts":{"SUCCESS":1,"OPERATOR_REQUIRED":0,"DECLINED":1,"FAILED":0,"PROCESSING":0}}],"#,
        r#""required":[{"type":"QUALITY","resolution":"SUCCESS","determining":[0]}],"#,
        r#""findings":[{"code":"system_resolution_mismatch","path":"system_resolution","claimed":"SUCCESS","computed":"DECLINED","reading":null}]}"#,
    );
    assert_eq!(resolve(payload.as_bytes(), &options).as_deref(), Ok(expected));
}

#[test]
fn r4_the_last_finished_group_decides_and_caution_reviews() {
    let payload = json!([
        analysis("a", "g1", "QUALITY", "DECLINED", Some(1)),
        analysis("b", "g2", "BIOMETRY", "SUCCESS", Some(2)),
    ]);
    let verdict = judge(&payload, &[]);
    assert_eq!(verdict["system_resolution"], "SUCCESS");
    assert_eq!(verdict["last_finished"], json!(["g2"]));
    assert_eq!(verdict["decision"], "REVIEW");
    assert_eq!(codes(&verdict), ["earlier_group_worse"]);
    assert_eq!(
        verdict["findings"][0],
        json!({"code": "earlier_group_worse", "path": "analyses[0]", "claimed": null, "computed": "DECLINED", "reading": null})
    );
}

#[test]
fn r4_something_in_progress_hides_no_older_success() {
    let payload = json!({"system_resolution": "SUCCESS", "analyses": [
        analysis("a", "g1", "QUALITY", "SUCCESS", Some(1)),
        analysis("b", "g2", "BIOMETRY", "PROCESSING", Some(2)),
    ]});
    let verdict = judge(&payload, &[]);
    assert_eq!(verdict["folder_status"], "PROCESSING");
    assert_eq!(verdict["system_resolution"], "PROCESSING");
    assert_eq!(verdict["decision"], "WAIT");
    assert_eq!(verdict["last_finished"], json!([]));
    assert_eq!(indexes(&verdict["determining"]), [1]);
    assert_eq!(verdict["groups"][0]["finished_at_us"], 1_700_000_001_000_000_i64);
    assert_eq!(verdict["groups"][1]["finished_at_us"], Value::Null);
    assert_eq!(verdict["findings"][0]["reading"], "C3");
}

#[test]
fn r4_ties_and_unknown_times_are_all_last() {
    let payload = json!([
        analysis("a", "g1", "QUALITY", "SUCCESS", Some(3)),
        analysis("b", "g2", "BIOMETRY", "OPERATOR_REQUIRED", None),
        analysis("c", "g3", "DOCUMENTS", "SUCCESS", Some(3)),
        analysis("d", "g4", "COLLECTION", "DECLINED", Some(2)),
    ]);
    let verdict = judge(&payload, &["COLLECTION"]);
    assert_eq!(verdict["last_finished"], json!(["g1", "g2", "g3"]));
    assert_eq!(verdict["system_resolution"], "OPERATOR_REQUIRED");
    assert_eq!(indexes(&verdict["determining"]), [1]);
    assert_eq!(verdict["decision"], "REJECT");
    assert_eq!(codes(&verdict), ["earlier_group_worse", "finish_order_ambiguous"]);
}

#[test]
fn r4_a_failed_group_counts_as_finished() {
    let payload = json!({"system_resolution": "SUCCESS", "resolution_status": "FAILED", "analyses": [
        analysis("a", "g1", "QUALITY", "SUCCESS", Some(1)),
        analysis("b", "g2", "BIOMETRY", "FAILED", Some(2)),
    ]});
    let verdict = judge(&payload, &[]);
    assert_eq!(verdict["system_resolution"], "FAILED");
    assert_eq!(verdict["decision"], "RETRY");
    assert_eq!(codes(&verdict), ["system_resolution_mismatch"]);
    assert_eq!(verdict["findings"][0]["reading"], "C4");
}

#[test]
fn c9_the_unnamed_group_is_always_last_beside_others() {
    let mut early = analysis("a", "", "QUALITY", "DECLINED", Some(1));
    early["group_id"] = Value::Null;
    let payload = json!([early, analysis("b", "g2", "BIOMETRY", "SUCCESS", Some(9))]);
    let verdict = judge(&payload, &[]);
    assert_eq!(verdict["last_finished"], json!([null, "g2"]));
    assert_eq!(verdict["groups"][0]["finished_at_us"], Value::Null);
    assert_eq!(verdict["system_resolution"], "DECLINED");
    assert_eq!(codes(&verdict), ["finish_order_ambiguous", "group_id_missing"]);
}

#[test]
fn r7_a_required_type_is_judged_by_itself() {
    let payload = json!([
        analysis("a", "g1", "QUALITY", "DECLINED", Some(1)),
        analysis("b", "g2", "BIOMETRY", "SUCCESS", Some(2)),
    ]);
    let verdict = judge(&payload, &["QUALITY", "BIOMETRY"]);
    assert_eq!(verdict["system_resolution"], "SUCCESS");
    assert_eq!(verdict["decision"], "REJECT");
    assert_eq!(
        verdict["required"],
        json!([
            {"type": "QUALITY", "resolution": "DECLINED", "determining": [0]},
            {"type": "BIOMETRY", "resolution": "SUCCESS", "determining": [1]},
        ])
    );
}

#[test]
fn r7_a_later_attempt_of_a_required_type_replaces_the_earlier() {
    let payload = json!([
        analysis("a", "g1", "LIVENESS", "DECLINED", Some(1)),
        analysis("b", "g2", "QUALITY", "SUCCESS", Some(2)),
    ]);
    assert_eq!(judge(&payload, &["QUALITY"])["decision"], "ACCEPT");
    assert_eq!(judge(&payload, &[])["decision"], "REVIEW");
}

#[test]
fn r7_a_missing_type_waits_but_never_softens() {
    for (resolution, decision) in [
        ("SUCCESS", "WAIT"),
        ("OPERATOR_REQUIRED", "WAIT"),
        ("DECLINED", "REJECT"),
        ("FAILED", "RETRY"),
        ("PROCESSING", "WAIT"),
    ] {
        let payload = json!([analysis("a", "g1", "BIOMETRY", resolution, Some(1))]);
        let verdict = judge(&payload, &["BIOMETRY", "QUALITY"]);
        assert_eq!(verdict["decision"], decision, "{resolution}");
        assert_eq!(verdict["required"][1], json!({"type": "QUALITY", "resolution": "INITIAL", "determining": []}));
        assert_eq!(codes(&verdict), ["required_type_missing"]);
        assert_eq!(verdict["findings"][0]["path"], "QUALITY");
    }
}

#[test]
fn r7_an_analysis_without_a_type_might_be_the_required_one() {
    let mut untyped = analysis("a", "g1", "", "DECLINED", Some(1));
    untyped["type"] = Value::Null;
    let payload = json!([untyped, analysis("b", "g2", "QUALITY", "SUCCESS", Some(2))]);
    assert_eq!(judge(&payload, &["QUALITY"])["decision"], "REJECT");
    assert_eq!(judge(&payload, &[])["decision"], "REVIEW");
}

#[test]
fn r8_a_later_ending_replaces_an_earlier() {
    let payload = json!([
        analysis("a", "g1", "DOCUMENTS", "OPERATOR_REQUIRED", Some(1)),
        analysis("a", "g1", "DOCUMENTS", "SUCCESS", Some(2)),
    ]);
    let verdict = judge(&payload, &[]);
    assert_eq!(verdict["system_resolution"], "SUCCESS");
    assert_eq!(verdict["groups"][0]["finished_at_us"], 1_700_000_002_000_000_i64);
    assert_eq!(
        verdict["findings"],
        json!([{"code": "ending_improved", "path": "analyses[0]", "claimed": "OPERATOR_REQUIRED", "computed": "SUCCESS", "reading": null}])
    );
}

#[test]
fn r8_the_worst_stands_where_order_is_unknown() {
    let payload = json!([
        analysis("a", "g1", "DOCUMENTS", "SUCCESS", Some(2)),
        analysis("a", "g1", "DOCUMENTS", "DECLINED", None),
        analysis("a", "g1", "DOCUMENTS", "FAILED", Some(1)),
    ]);
    let verdict = judge(&payload, &[]);
    assert_eq!(verdict["system_resolution"], "DECLINED");
    assert_eq!(verdict["groups"][0]["finished_at_us"], Value::Null);
    assert_eq!(codes(&verdict), ["conflicting_sightings", "ending_improved"]);
    assert_eq!(verdict["findings"][0]["claimed"], "SUCCESS");
    assert_eq!(verdict["findings"][1]["claimed"], "FAILED");
}

#[test]
fn r8_a_running_sighting_counts_only_if_it_is_later_than_all_endings() {
    for (running, ended, result) in [
        (Some(2), Some(1), "PROCESSING"),
        (Some(1), Some(1), "SUCCESS"),
        (Some(1), Some(2), "SUCCESS"),
        (None, Some(1), "SUCCESS"),
        (Some(2), None, "SUCCESS"),
    ] {
        let payload = json!([
            analysis("a", "g1", "QUALITY", "PROCESSING", running),
            analysis("a", "g1", "QUALITY", "SUCCESS", ended),
        ]);
        let verdict = judge(&payload, &[]);
        assert_eq!(verdict["system_resolution"], result, "{running:?} {ended:?}");
    }
}

#[test]
fn r9_each_finding_in_its_order() {
    let payload = json!({
        "system_resolution": "DECLINED",
        "resolution_status": "FAILED",
        "analyses": [
            {"analyse_id": "a", "group_id": "g1", "type": "QUALITY", "state": "FINISHED",
             "resolution": "SUCCESS", "resolution_status": "OPERATOR_REQUIRED"},
            analysis("b", "g2", "DOCUMENTS", "SUCCESS", Some(2)),
            analysis("c", "g3", "DOCUMENTS", "DECLINED", Some(1)),
            {"resolution": "SUCCESS"},
        ],
    });
    let options = Options { require: vec!["VOICE".to_string()], operator_review: false };
    let verdict = resolve(payload.to_string().as_bytes(), &options).expect("a verdict");
    let verdict: Value = serde_json::from_str(&verdict).expect("JSON");
    assert_eq!(verdict["system_resolution"], "OPERATOR_REQUIRED");
    assert_eq!(verdict["decision"], "WAIT");
    let expected = json!([
        {"code": "system_resolution_mismatch", "path": "system_resolution", "claimed": "DECLINED", "computed": "OPERATOR_REQUIRED", "reading": "C7"},
        {"code": "folder_status_mismatch", "path": "resolution_status", "claimed": "FAILED", "computed": "FINISHED", "reading": null},
        {"code": "state_resolution_mismatch", "path": "analyses[0]", "claimed": "SUCCESS", "computed": "OPERATOR_REQUIRED", "reading": null},
        {"code": "operator_required_on_liveness", "path": "analyses[0]", "claimed": "OPERATOR_REQUIRED", "computed": null, "reading": null},
        {"code": "operator_required_not_enabled", "path": "analyses[0]", "claimed": "OPERATOR_REQUIRED", "computed": null, "reading": null},
        {"code": "earlier_group_worse", "path": "analyses[2]", "claimed": null, "computed": "DECLINED", "reading": null},
        {"code": "finish_order_ambiguous", "path": "analyses", "claimed": null, "computed": "OPERATOR_REQUIRED", "reading": null},
        {"code": "group_id_missing", "path": "analyses[3]", "claimed": null, "computed": null, "reading": null},
        {"code": "required_type_missing", "path": "VOICE", "claimed": null, "computed": null, "reading": null},
    ]);
    assert_eq!(verdict["findings"], expected);
}

#[test]
fn r9_c2_explains_failed_while_something_runs() {
    let payload = json!({"resolution_status": "FAILED", "analyses": [
        analysis("a", "g1", "QUALITY", "FAILED", Some(1)),
        analysis("b", "g2", "BIOMETRY", "PROCESSING", None),
    ]});
    let verdict = judge(&payload, &[]);
    assert_eq!(verdict["findings"][0]["reading"], "C2");

    let mut called_back = payload;
    called_back["state"] = json!("processing");
    assert_eq!(judge(&called_back, &[])["findings"][0]["reading"], Value::Null);
}

#[test]
fn the_callbacks_own_state_joins() {
    let keyed =
        |state: &str| json!({"state": state, "analyses": {"quality": {"state": "finished", "resolution": "success"}}});
    let running = judge(&keyed("processing"), &["QUALITY"]);
    assert_eq!(running["system_resolution"], "PROCESSING");
    assert_eq!(running["determining"], json!([]));
    assert_eq!(running["last_finished"], json!([]));
    assert_eq!(running["required"][0], json!({"type": "QUALITY", "resolution": "PROCESSING", "determining": []}));
    let failed = judge(&keyed("failed"), &["QUALITY"]);
    assert_eq!(failed["folder_status"], "FAILED");
    assert_eq!(failed["decision"], "RETRY");
    assert_eq!(failed["last_finished"], json!([null]));
    assert_eq!(judge(&keyed("finished"), &["QUALITY"])["decision"], "ACCEPT");
}

#[test]
fn errors_of_section_5() {
    for (payload, code, path) in [
        ("\u{feff}[]", "invalid_json", ""),
        ("7", "wrong_shape", ""),
        (r#"{"state":"finished"}"#, "missing_analyses", "analyses"),
        (r#"{"analyses":{}}"#, "missing_analyses", "analyses"),
        (r#"{"analyses":7}"#, "wrong_type", "analyses"),
        (r#"[{"state":"FINISHED"}]"#, "missing_outcome", "analyses[0]"),
        (r#"[{"state":"SUCCESS"}]"#, "word_not_allowed", "analyses[0].state"),
        (r#"[{"resolution":"ACCEPT"}]"#, "unknown_word", "analyses[0].resolution"),
        (
            r#"{"analyses":{"quality":{"resolution":"success"},"LIVENESS":{"resolution":"success"}}}"#,
            "duplicate_key",
            r#"analyses["LIVENESS"]"#,
        ),
        (
            r#"{"analyses":{"quality":{"resolution":"success","type":"documents"}}}"#,
            "conflicting_types",
            r#"analyses["quality"].type"#,
        ),
        (r#"[{"resolution":"SUCCESS","time_updated":1700000000000}]"#, "time_out_of_range", "analyses[0].time_updated"),
    ] {
        assert_eq!(refusal(payload), (code, path.to_string()), "{payload}");
    }
}

#[test]
fn nesting_a_million_deep_is_skipped() {
    let depth = 1_000_000;
    let payload =
        format!("[{{\"x\":{}{},\"resolution\":\"DECLINED\"}}]", "[{\"a\":".repeat(depth) + "0", "}]".repeat(depth));
    let verdict = resolve(payload.as_bytes(), &Options::default()).expect("a verdict");
    assert!(verdict.contains("\"decision\":\"REJECT\""));
}

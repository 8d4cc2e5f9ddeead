//! The tree.

use crate::common::{code, oz_status, run, stdout, story};

#[test]
fn a_forged_claim_by_sight() {
    let output =
        run(&["resolve", "--format", "tree", &story("forged-system-resolution"), "--require", "QUALITY,BIOMETRY"], "");
    assert_eq!(code(&output), 13);
    assert_eq!(
        stdout(&output),
        "\
┏━━━━━━━━━━━━━━━┓
┃  R E J E C T  ┃  REJECT: refuse
┗━━━━━━━━━━━━━━━┛
folder 682e45bd-e83c-420f-a8b7-2281889a0e54
├─ folder status      FINISHED
├─ system resolution  DECLINED
│  └─ decided by the worst of the last-finished group
│     └─ [0] QUALITY a76f1715-a1b5-441e-a2e2-d8b4314fe5d3 in group 6b31a8d6-9e0d-462d-a51a-e0d3f03c66eb
├─ groups
│  └─ group 6b31a8d6-9e0d-462d-a51a-e0d3f03c66eb  DECLINED  finished 2024-03-01T10:00:08.8Z  (1 SUCCESS, 1 DECLINED)  ◀ last finished
├─ required types
│  ├─ QUALITY  DECLINED  by [0]
│  └─ BIOMETRY  SUCCESS  by [1]
└─ findings
   └─ system_resolution_mismatch (R9) at system_resolution
      ├─ the payload says that the system resolution is SUCCESS, by the rules it is DECLINED
      ├─ a contradiction: nothing on the page explains it
      └─ claimed SUCCESS, computed DECLINED, reading none
"
    );
}

const MANY: &str = r#"{"system_resolution":"SUCCESS","analyses":[
    {"analyse_id":"a","group_id":"g1","type":"DOCUMENTS","resolution":"DECLINED","time_updated":1700000000},
    {"group_id":"g2","resolution":"SUCCESS","time_updated":1700000001.5},
    {"group_id":"g3","type":"my type","state":"PROCESSING"}]}"#;

#[test]
fn running_groups_and_readings_by_sight() {
    let output = run(&["resolve", "--format", "tree"], MANY);
    assert_eq!(code(&output), 10);
    assert_eq!(
        stdout(&output),
        "\
┏━━━━━━━━━━━┓
┃  W A I T  ┃  WAIT: ask again later
┗━━━━━━━━━━━┛
folder without id
├─ folder status      PROCESSING
├─ system resolution  PROCESSING
│  └─ decided by the analyses that still run
│     └─ [2] \"MY TYPE\" without id in group g3
├─ groups
│  ├─ group g1  DECLINED  finished 2023-11-14T22:13:20Z  (1 DECLINED)
│  ├─ group g2  SUCCESS  finished 2023-11-14T22:13:21.5Z  (1 SUCCESS)
│  └─ group g3  PROCESSING  finish time unknown  (1 PROCESSING)
├─ required types: none
└─ findings
   └─ system_resolution_mismatch (R9) at system_resolution
      ├─ the payload says that the system resolution is SUCCESS, by the rules it is PROCESSING
      ├─ another reading of the page, C3, explains it: only groups that have ended count, though others still run
      └─ claimed SUCCESS, computed PROCESSING, reading C3
"
    );
}

#[test]
fn it_says_why_for_every_kind_of_decision() {
    for (payload, why) in [
        (r#"{"analyses":[]}"#, "no analyses were applied"),
        (
            r#"{"state":"failed","analyses":{"quality":{"resolution":"success"}}}"#,
            "decided by the state that the payload itself has",
        ),
        (
            r#"[{"group_id":"a","resolution":"SUCCESS"},{"group_id":"b","resolution":"SUCCESS"}]"#,
            "decided by the worst of 2 groups",
        ),
        (
            r#"[{"group_id":"a","resolution":"DECLINED","time_updated":1700000000},{"group_id":"b","resolution":"SUCCESS","time_updated":1700000001}]"#,
            "alone it would give ACCEPT",
        ),
    ] {
        let output = run(&["resolve", "--format", "tree"], payload);
        assert!(stdout(&output).contains(why), "{why} in {}", stdout(&output));
    }
}

fn is_coloured(environment: &[(&str, &str)], args: &[&str]) -> bool {
    let pass = story("pass");
    let output = oz_status(&[&["resolve", "--format", "tree", &pass], args].concat())
        .envs(environment.iter().copied())
        .output()
        .unwrap();
    assert_eq!(code(&output), 0);
    assert!(stdout(&output).contains("folder status"));
    stdout(&output).contains('\u{1b}')
}

#[test]
fn colours_only_where_they_are_wanted() {
    assert!(!is_coloured(&[], &[]));
    assert!(is_coloured(&[], &["--color", "always"]));
    assert!(is_coloured(&[("NO_COLOR", "1")], &["--color", "always"]));
    assert!(is_coloured(&[("CLICOLOR_FORCE", "1")], &[]));
    assert!(!is_coloured(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], &[]));
    assert!(!is_coloured(&[("CLICOLOR_FORCE", "1")], &["--color", "never"]));
}

#[test]
fn a_hostile_payload_does_not_steer_the_terminal() {
    let steering = "\\u001b[2J\\u0007\\u009b31m\\u007f\\n\\r\\u202e";
    let payload = format!(
        r#"{{"folder_id":"f{steering}","system_resolution":"SUCCESS","analyses":[
            {{"analyse_id":"a{steering}","group_id":"g{steering}","type":"T{steering}","resolution":"DECLINED","state":"FAILED"}}]}}"#
    );
    let keyed = format!(r#"{{"analyses":{{"T{steering}":{{"resolution":"DECLINED","state":"FAILED"}}}}}}"#);
    let refused = format!(r#"{{"analyses":{{"T{steering}":{{"resolution":"{steering}"}}}}}}"#);
    for payload in [&payload, &keyed, &refused] {
        for required in ["QUALITY", "T\u{1b}[2J\u{9b}\u{202e}"] {
            let output = run(&["resolve", "--format", "tree", "--require", required], payload);
            let text = [stdout(&output), crate::common::stderr(&output)].concat();
            assert!(text.contains("u{1b}[2J"), "{text}");
            assert!(!text.chars().any(|char| (char.is_control() && char != '\n') || char == '\u{202e}'), "{text:?}");
        }
    }
    // colours are the command's own, and nothing else is
    let output = run(&["resolve", "--format", "tree", "--color", "always"], &payload);
    assert!(stdout(&output).contains("\u{1b}[0m") && !stdout(&output).contains("\u{1b}[2J"));
    // nor does an audit repeat what a line says
    let line = payload.replace('\n', " ") + "\n" + &refused;
    let audit = run(&["audit", "-"], line);
    assert!(!stdout(&audit).chars().any(|char| char.is_control() && char != '\n'), "{audit:?}");
}

//! One exit status for each decision, and the canonical bytes.

use crate::common::{code, run, stderr, stdout, story, vectors};

#[test]
fn every_decision_has_its_exit_status() {
    for (name, decision, status) in [
        ("pass", "ACCEPT", 0),
        ("still-running", "WAIT", 10),
        ("empty-folder", "WAIT", 10),
        ("failed", "RETRY", 11),
        ("operator-needed", "REVIEW", 12),
        ("forged-system-resolution", "REJECT", 13),
    ] {
        let output = run(&["resolve", &story(name)], "");
        assert_eq!(code(&output), status, "{name}");
        assert_eq!(stderr(&output), "");
        let verdict: serde_json::Value = serde_json::from_str(stdout(&output)).unwrap();
        assert_eq!(verdict["decision"], decision, "{name}");
        let tree = run(&["resolve", "--format", "tree", &story(name)], "");
        assert_eq!(code(&tree), status, "{name}");
        assert!(stdout(&tree).contains(&format!("  {decision}: ")), "{name}");
    }
}

#[test]
fn the_vectors_of_the_reference_hold_to_the_byte() {
    let mut seen = 0;
    for vector in ["stories.ndjson", "errors.ndjson"].into_iter().flat_map(vectors) {
        let payload = match vector["payload"].as_str() {
            Some(text) => text.as_bytes().to_vec(),
            None => from_hex(vector["payload_hex"].as_str().unwrap()),
        };
        let mut args = vec!["resolve", "-", "--format", "json"];
        for required in vector["options"]["require"].as_array().unwrap() {
            args.extend(["--require", required.as_str().unwrap()]);
        }
        if vector["options"]["operator_review"] == false {
            args.push("--no-operator-review");
        }
        let output = run(&args, payload);
        match vector["verdict"].as_str() {
            Some(verdict) => assert_eq!(stdout(&output), format!("{verdict}\n"), "{}", vector["name"]),
            None => {
                assert_eq!((code(&output), stdout(&output)), (2, ""), "{}", vector["name"]);
                let expected = vector["error"]["code"].as_str().unwrap();
                assert!(stderr(&output).contains(&format!(": {expected}")), "{} {}", vector["name"], stderr(&output));
            }
        }
        seen += 1;
    }
    assert!(seen > 200, "{seen}");
}

fn from_hex(hex: &str) -> Vec<u8> {
    (0..hex.len()).step_by(2).map(|place| u8::from_str_radix(&hex[place..place + 2], 16).unwrap()).collect()
}

#[test]
fn json_is_one_line() {
    for args in [&["resolve"][..], &["resolve", "-"], &["resolve", "--format", "json"]] {
        let output = run(args, std::fs::read(story("pass")).unwrap());
        assert!(stdout(&output).starts_with(r#"{"rules":1,"folder_id":"#));
        assert_eq!(stdout(&output).find('\n'), Some(output.stdout.len() - 1));
    }
}

//! Many payloads.

use crate::common::{code, file, payload, run, stderr, stdout, story_line};

fn count(summary: &str, title: &str) -> u64 {
    let line = summary.lines().find(|line| line.trim_start().starts_with(title)).expect(title);
    line.split_whitespace().last().unwrap().parse().unwrap()
}

#[test]
fn output_is_in_input_order() {
    let mut lines = String::new();
    let outcomes = ["SUCCESS", "DECLINED", "OPERATOR_REQUIRED", "FAILED", "PROCESSING", "UNHEARD_OF"];
    for number in 0..60_000 {
        // lines of very different length, so that no two judges keep pace
        let padding = if number % 5000 == 0 { 500_000 } else { number % 97 };
        let text = payload(&format!("f{number}"), outcomes[number % 6]);
        lines += &format!("{}{text}\n", " ".repeat(padding));
    }
    let name = file("order.ndjson", &lines);
    let output = run(&["audit", &name, "--format", "json"], "");
    assert_eq!(code(&output), 1);
    let mut answers = stdout(&output).lines();
    for (number, line) in lines.lines().enumerate() {
        let answer = answers.next().expect("an answer to every line");
        match oz_status::resolve(line.as_bytes(), &oz_status::Options::new()) {
            Ok(verdict) => assert_eq!(answer, verdict.to_json()),
            Err(_) => assert!(answer.starts_with(&format!(r#"{{"line":{},"file":"#, number + 1)), "{answer}"),
        }
    }
    assert_eq!(answers.next(), None);
    let summary = stderr(&output);
    assert_eq!(count(summary, "lines"), 60_000);
    for title in
        ["SUCCESS", "DECLINED", "OPERATOR_REQUIRED", "FAILED", "PROCESSING", "ACCEPT", "REJECT", "unknown_word"]
    {
        assert_eq!(count(summary, title), 10_000, "{title}");
    }
    assert_eq!(count(summary, "INITIAL"), 0);
    assert_eq!(stdout(&run(&["audit", &name], "")), summary);
}

#[test]
fn the_summary_of_the_stories() {
    let stories = ["pass", "forged-system-resolution", "earlier-group-worse", "folder-without-analyses", "pass"];
    let output = run(&["audit", "-"], stories.map(|name| story_line(name) + "\n").concat());
    assert_eq!(code(&output), 1);
    assert_eq!(
        stdout(&output),
        "\
lines                                      5
  judged                                   4
  refused                                  1
system resolution                          4
  SUCCESS                                  3
  OPERATOR_REQUIRED                        0
  DECLINED                                 1
  FAILED                                   0
  PROCESSING                               0
  INITIAL                                  0
decision                                   4
  ACCEPT                                   2
  REVIEW                                   1
  REJECT                                   1
  RETRY                                    0
  WAIT                                     0
findings                                   2
  system_resolution_mismatch               1
  folder_status_mismatch                   0
  state_resolution_mismatch                0
  operator_required_on_liveness            0
  operator_required_not_enabled            0
  earlier_group_worse                      1
  finish_order_ambiguous                   0
  conflicting_sightings                    0
  ending_improved                          0
  group_id_missing                         0
  required_type_missing                    0
explained by another reading               0
  C2                                       0
  C3                                       0
  C4                                       0
  C7                                       0
contradictions                             1
  -:2: system_resolution_mismatch at system_resolution, claimed SUCCESS, computed DECLINED
refused lines                              1
  missing_analyses                         1
  -:4: missing_analyses at analyses, expected the folder with its analyses (ask for it with ?with_analyses=true)
"
    );
    assert_eq!(stderr(&output), "");
}

#[test]
fn clean_contradicting_refused() {
    let clean = payload("f", "DECLINED");
    let explained = r#"{"system_resolution":"SUCCESS","analyses":[{"group_id":"a","resolution":"SUCCESS"},{"group_id":"b","state":"PROCESSING"}]}"#;
    let mismatch = r#"{"system_resolution":"SUCCESS","analyses":[{"resolution":"DECLINED"}]}"#;
    let conflict = r#"[{"analyse_id":"a","resolution":"DECLINED"},{"analyse_id":"a","resolution":"SUCCESS"}]"#;
    for (line, status, contradictions, readings) in
        [(&*clean, 0, 0, 0), (explained, 0, 0, 1), (mismatch, 1, 1, 0), (conflict, 1, 1, 0), ("?", 1, 0, 0)]
    {
        for format in ["text", "json"] {
            let output = run(&["audit", "-", "--format", format], line);
            assert_eq!(code(&output), status, "{line}");
            let summary = if format == "text" { stdout(&output) } else { stderr(&output) };
            assert_eq!(count(summary, "contradictions"), contradictions, "{line}");
            assert_eq!(count(summary, "explained by another reading"), readings, "{line}");
        }
    }
}

#[test]
fn line_ends() {
    let (a, b) = (payload("a", "SUCCESS"), payload("b", "SUCCESS"));
    for (text, answers) in [
        (format!("{a}\n{b}\n"), 2),
        (format!("{a}\n{b}"), 2),
        (format!("{a}\r\n{b}\r\n"), 2),
        (format!("{a}\r\n{b}"), 2),
        (a.clone(), 1),
    ] {
        let output = run(&["audit", "-", "--format", "json"], &text);
        assert_eq!(code(&output), 0, "{text:?} {output:?}");
        assert_eq!(stdout(&output).lines().count(), answers);
        assert!(stdout(&output).lines().last().unwrap().contains(if answers == 2 { "\"b\"" } else { "\"a\"" }));
    }
}

#[test]
fn a_blank_line_is_refused_where_it_stands() {
    let a = payload("a", "SUCCESS");
    for (text, blanks) in [
        (format!("{a}\n\n{a}\n"), &[2][..]),
        (format!("\n{a}\n"), &[1]),
        (format!("{a}\n \t\r\n{a}"), &[2]),
        (format!("{a}\n\n"), &[2]),
        (String::from("\n"), &[1]),
    ] {
        let output = run(&["audit", "-", "--format", "json"], &text);
        assert_eq!(code(&output), 1, "{text:?}");
        for (place, answer) in stdout(&output).lines().enumerate() {
            let answer: serde_json::Value = serde_json::from_str(answer).unwrap();
            if blanks.contains(&(place + 1)) {
                assert_eq!((&answer["line"], &answer["error"]["code"]), (&(place + 1).into(), &"invalid_json".into()));
            } else {
                assert_eq!(answer["folder_id"], "a");
            }
        }
    }
}

#[test]
fn several_files_each_with_their_own_lines() {
    let first = file("several-1.ndjson", format!("{}\n?\n", payload("a", "SUCCESS")));
    let second = file("several-2.ndjson", format!("?\n{}", payload("b", "SUCCESS")));
    let output = run(&["audit", "--format", "json", &first, "-", &second, &first], payload("c", "SUCCESS"));
    assert_eq!(code(&output), 1);
    let answers: Vec<String> = stdout(&output)
        .lines()
        .map(|answer| {
            let answer: serde_json::Value = serde_json::from_str(answer).unwrap();
            match answer["folder_id"].as_str() {
                Some(folder) => folder.to_owned(),
                None => format!("{}:{}", answer["file"].as_str().unwrap(), answer["line"]),
            }
        })
        .collect();
    let refused = [format!("{first}:2"), format!("{second}:1")];
    assert_eq!(answers, ["a", &refused[0], "c", &refused[1], "b", "a", &refused[0]]);
    for note in [format!("  {first}:2: invalid_json"), format!("  {second}:1: invalid_json")] {
        assert!(stderr(&output).contains(&note), "{}", stderr(&output));
    }
}

#[test]
fn only_the_first_of_many_refused_lines_are_listed() {
    let output = run(&["audit", "-"], "?\n".repeat(100_000));
    assert_eq!(code(&output), 1);
    let summary = stdout(&output);
    assert_eq!(count(summary, "refused lines"), 100_000);
    assert_eq!(summary.lines().filter(|line| line.starts_with("  -:")).count(), 20 + 1);
    assert!(summary.contains("  -:20: invalid_json") && summary.contains("  -: and 99980 more\n"), "{summary}");
}

#[test]
fn colours_of_the_summary() {
    let line = payload("f", "SUCCESS");
    assert!(stdout(&run(&["audit", "-", "--color", "always"], &line)).contains('\u{1b}'));
    assert!(!stdout(&run(&["audit", "-"], &line)).contains('\u{1b}'));
    let json = run(&["audit", "-", "--color", "always", "--format", "json"], &line);
    assert!(!stdout(&json).contains('\u{1b}') && stderr(&json).contains('\u{1b}'));
}

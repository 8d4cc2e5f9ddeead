//! The table of the status sets.

use crate::common::{code, run, stdout};

const BEGIN: &str = "<!-- table:begin -->\n";
const END: &str = "<!-- table:end -->";

#[test]
fn the_rules_contain_the_table() {
    let output = run(&["table", "--format", "markdown"], "");
    assert_eq!(code(&output), 0);
    let rules = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../RULES.md")).unwrap();
    let (_, from_begin) = rules.split_once(BEGIN).expect("RULES.md has the mark where the table begins");
    let (table, _) = from_begin.split_once(END).expect("RULES.md has the mark where the table ends");
    assert_eq!(table, stdout(&output), "RULES.md: paste the output of `oz-status table --format markdown`");
}

#[test]
fn sixty_four_sets_in_both_formats() {
    let text = run(&["table"], "");
    let rows: Vec<Vec<&str>> = stdout(&text).lines().map(|line| line.split_whitespace().collect()).collect();
    for number in 0..64_u8 {
        let row = &rows[usize::from(number) + 1];
        assert_eq!((row[0], row[1]), (&*number.to_string(), &*format!("{number:06b}")));
    }
    assert!(rows[65].is_empty() && rows.len() == 67);
    // 48 sets have PROCESSING or FAILED, and two of them nothing else
    assert_eq!(rows[1..65].iter().filter(|row| row.last() == Some(&"*")).count(), 46);

    let markdown = run(&["table", "--format", "markdown"], "");
    let rows: Vec<&str> = stdout(&markdown).lines().filter(|line| line.starts_with("| ")).collect();
    assert_eq!(rows.len(), 66);
    assert_eq!(rows[2], "| 0 | 000000 | (none) | INITIAL | INITIAL | WAIT |  |");
    assert_eq!(rows[2 + 0b10_1001], "| 41 | 101001 | INITIAL, FAILED, SUCCESS | INITIAL | INITIAL | WAIT | \\* |");
    assert_eq!(rows.iter().filter(|row| row.ends_with(r"| \* |")).count(), 46);
    assert!(rows.iter().all(|row| row.matches('|').count() == 8));
}

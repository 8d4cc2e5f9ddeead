//! Completions, man pages, the version.

use crate::common::{assert_refused, code, run, stdout};

const COMMANDS: [&str; 5] = ["resolve", "audit", "table", "completions", "man"];

#[test]
fn every_shell_completes_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let output = run(&["completions", shell], "");
        assert_eq!(code(&output), 0, "{shell}");
        for command in COMMANDS.iter().chain(&["max-line", "no-operator-review"]) {
            assert!(stdout(&output).contains(command), "{command} in {shell}");
        }
    }
    assert_refused(&run(&["completions", "abacus"], ""), &["abacus"]);
}

#[test]
fn every_command_has_its_page() {
    let root = run(&["man"], "");
    assert_eq!(code(&root), 0);
    for command in COMMANDS {
        assert!(stdout(&root).contains(&format!(r"oz\-status\-{command}(1)")), "{command}");
        let page = run(&["man", command], "");
        assert_eq!(code(&page), 0, "{command}");
        assert!(stdout(&page).contains(&format!(r"oz\-status\-{command} \-")), "{command}");
    }
    assert!(
        stdout(&run(&["man", "resolve"], ""))
            .contains("0 ACCEPT, 10 WAIT, 11 RETRY, 12 REVIEW, 13 REJECT, 2 bad input")
    );
    assert_refused(&run(&["man", "nothing"], ""), &["nothing"]);
}

#[test]
fn the_version_names_the_rules() {
    let output = run(&["--version"], "");
    let expected = format!("oz-status {} (rules version {})\n", env!("CARGO_PKG_VERSION"), oz_status::RULES_VERSION);
    assert_eq!((code(&output), stdout(&output)), (0, &*expected));
}

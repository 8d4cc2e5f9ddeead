//! Usage errors: exit status 2, nothing on standard output.

use crate::common::{assert_refused, code, run, stdout};

#[test]
fn usage_errors() {
    for (args, says) in [
        (&[][..], "Usage"),
        (&["nothing"], "nothing"),
        (&["resolve", "--nothing"], "--nothing"),
        (&["resolve", "one", "two"], "two"),
        (&["resolve", "--format", "yaml"], "yaml"),
        (&["resolve", "--color", "pink"], "pink"),
        (&["audit"], "FILE"),
        (&["audit", "-", "--format", "tree"], "tree"),
        (&["audit", "-", "--max-line"], "--max-line"),
        (&["audit", "-", "--max-line", "0"], "at least one byte"),
        (&["audit", "-", "--max-line", "16XB"], "at least one byte"),
        (&["audit", "-", "--max-line", "-1"], "-1"),
        (&["table", "--format", "json"], "json"),
        (&["completions"], "SHELL"),
    ] {
        assert_refused(&run(args, ""), &[says]);
    }
}

#[test]
fn help_is_no_error() {
    for args in [&["--help"][..], &["-h"], &["resolve", "--help"], &["audit", "--help"]] {
        let output = run(args, "");
        assert_eq!(code(&output), 0);
        assert!(stdout(&output).contains("Usage: oz-status"));
    }
    assert!(stdout(&run(&["audit", "--help"], "")).contains("blank line"));
}

//! What a person sees: on a pseudo-terminal.

use crate::common::{oz_status, story};
use rustix::pty::{OpenptFlags, grantpt, openpt, ptsname, unlockpt};
use rustix::termios::{Winsize, tcsetwinsize};
use std::fs::{File, OpenOptions};
use std::io::Read;
use std::process::{Command, Stdio};

/// Runs with standard output and standard error on a terminal: the exit status and all that was shown.
fn on_terminal(command: &mut Command) -> (Option<i32>, String) {
    let master = openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    grantpt(&master).unwrap();
    unlockpt(&master).unwrap();
    tcsetwinsize(&master, Winsize { ws_row: 50, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0 }).unwrap();
    let name = ptsname(&master, Vec::new()).unwrap();
    let terminal = OpenOptions::new().read(true).write(true).open(name.to_str().unwrap()).unwrap();
    command.env("TERM", "xterm-256color").stdout(terminal.try_clone().unwrap()).stderr(terminal);
    let mut child = command.spawn().unwrap();
    // the terminal ends for its reader when nobody has it open
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut shown = Vec::new();
    // at the end of a terminal, reading is an error
    let _ = File::from(master).read_to_end(&mut shown);
    (child.wait().unwrap().code(), String::from_utf8(shown).unwrap())
}

#[test]
fn a_terminal_gets_the_tree_in_colours() {
    let (status, shown) = on_terminal(&mut oz_status(&["resolve", &story("pass")]));
    assert_eq!(status, Some(0));
    assert!(
        shown.contains("A C C E P T") && shown.contains("└─ findings: none") && shown.contains("\u{1b}["),
        "{shown}"
    );
}

#[test]
fn no_color_is_honoured() {
    for command in [
        oz_status(&["resolve", &story("pass")]).env("NO_COLOR", "1"),
        &mut oz_status(&["resolve", "--color", "never", &story("pass")]),
    ] {
        let (status, shown) = on_terminal(command);
        assert_eq!(status, Some(0));
        assert!(shown.contains("A C C E P T") && !shown.contains('\u{1b}'), "{shown:?}");
    }
}

#[test]
fn json_is_json_there_too() {
    let (status, shown) = on_terminal(&mut oz_status(&["resolve", "--format", "json", &story("pass")]));
    assert_eq!(status, Some(0));
    assert!(shown.starts_with(r#"{"rules":1,"#) && !shown.contains('\u{1b}'), "{shown:?}");
}

#[test]
fn an_audit_shows_how_far_it_is() {
    let line = crate::common::story_line("pass") + "\n";
    let name = crate::common::file("progress.ndjson", line.repeat(3000));
    let (status, shown) = on_terminal(&mut oz_status(&["audit", &name]));
    assert_eq!(status, Some(0));
    assert!(shown.contains("B/s") && shown.contains("system resolution"), "{shown:?}");
    // lines of output are not to be mixed with a bar
    let (status, shown) = on_terminal(&mut oz_status(&["audit", "--format", "json", &name]));
    assert_eq!(status, Some(0));
    assert!(!shown.contains("B/s"), "{shown:?}");
}

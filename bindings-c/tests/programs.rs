//! The C programs of this folder, linked with the library as cargo has built it for its tests.
//!
//! `make test` runs them with the library as it is shipped; this is for `make mutants`.
#![expect(clippy::expect_used, reason = "a test may panic")]

use std::path::Path;
use std::process::Command;

#[test]
fn programs_in_c_and_cpp() {
    let test = std::env::current_exe().expect("a test has a path");
    let library = test.parent().expect("a test lies in a folder");
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("programs");
    let output = Command::new("make")
        .args(["-C", env!("CARGO_MANIFEST_DIR"), "linked"])
        .arg(format!("FULL={}", library.display()))
        .arg(format!("OUT={}", out.display()))
        .output()
        .expect("make runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

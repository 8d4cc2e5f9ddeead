//! The public interface of core is what the committed snapshot says: a change of it is seen and meant.

use std::path::Path;
use std::process::Command;

const SNAPSHOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/snapshots/public-api.txt");

#[test]
fn public_api_is_the_snapshot() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace");
    let target = root.join(env!("CARGO_TARGET_TMPDIR")).join("public-api");
    // rustdoc writes JSON on a stable compiler only if it is told that this is meant
    let status = Command::new(env!("CARGO"))
        .args(["rustdoc", "--quiet", "--package", "oz-status", "--lib", "--all-features"])
        .args(["--", "-Z", "unstable-options", "--output-format", "json"])
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", &target)
        .current_dir(root)
        .status()
        .expect("cargo runs");
    assert!(status.success(), "rustdoc refused the core");
    let api = public_api::Builder::from_rustdoc_json(target.join("doc/oz_status.json"))
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .build()
        .expect("the JSON of this compiler is understood");
    let found: String = api.items().map(|item| format!("{item}\n")).collect();
    if std::env::var_os("OZ_STATUS_UPDATE").is_some() {
        std::fs::write(SNAPSHOT, &found).expect("the snapshot is written");
    }
    let expected = std::fs::read_to_string(SNAPSHOT).expect("the snapshot is there");
    let gone =
        expected.lines().filter(|line| !found.lines().any(|other| other == *line)).map(|line| format!("- {line}"));
    let new =
        found.lines().filter(|line| !expected.lines().any(|other| other == *line)).map(|line| format!("+ {line}"));
    let difference: Vec<String> = gone.chain(new).collect();
    assert!(difference.is_empty(), "the public interface changed (see CONTRIBUTING.md):\n{}", difference.join("\n"));
}

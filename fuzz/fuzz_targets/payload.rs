//! Payload text: core beside the independent reference.
#![no_main]

use libfuzzer_sys::fuzz_target;
use oz_status_tests::judge::reference;
use oz_status_tests::reference::Options;

const TYPES: [&str; 4] = ["QUALITY", "BIOMETRY", "blacklist", "X"];

fuzz_target!(|data: &[u8]| {
    let (&choice, payload) = data.split_first().unwrap_or((&0, &[]));
    let chosen =
        TYPES.iter().enumerate().filter(|(bit, _)| choice >> bit & 1 == 1).map(|(_, kind)| (*kind).to_string());
    let options = Options { require: chosen.collect(), operator_review: choice & 16 == 0 };
    let asked = oz_status::Options::new().require(&options.require).expect("not empty");
    let got = oz_status::resolve(payload, &asked.operator_review(options.operator_review));
    match (got, reference(payload, &options)) {
        (Ok(verdict), Ok(expected)) => assert_eq!(verdict.to_json(), expected),
        (Err(error), Err(_)) => assert!(error.found().is_none_or(|found| found.len() <= 64)),
        (got, expected) => panic!("core {got:?}\nreference {expected:?}"),
    }
});

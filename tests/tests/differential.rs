//! Core beside the reference on fresh random payloads.
//!
//! `OZ_STATUS_ROUNDS` and `OZ_STATUS_SEED` choose how many and which.

mod common;

use common::{core, from_env};
use oz_status_tests::judge::reference;
use oz_status_tests::random::{Random, crowded, good, hostile, options};
use oz_status_tests::reference::Options;

fn rounds(mut round: impl FnMut(&mut Random)) {
    let seed = from_env("OZ_STATUS_SEED", 1);
    for number in 0..from_env("OZ_STATUS_ROUNDS", 3000) {
        let mut mixed = Random::new(seed ^ (number << 20));
        round(&mut Random::new(mixed.next_u64()));
    }
}

#[test]
fn good_payloads_give_the_same_bytes() {
    rounds(|random| {
        let text = good(random).write(random);
        let options = options(random);
        let expected = reference(text.as_bytes(), &options);
        assert!(expected.is_ok(), "{expected:?}: {text}");
        assert_eq!(core(text.as_bytes(), &options), expected, "{text} {options:?}");
    });
}

#[test]
fn crowded_folders_give_the_same_bytes() {
    rounds(|random| {
        if random.chance(90) {
            return;
        }
        let text = crowded(random).write(random);
        let options = options(random);
        let expected = reference(text.as_bytes(), &options);
        assert!(expected.is_ok(), "{expected:?}: {text}");
        assert_eq!(core(text.as_bytes(), &options), expected, "{text} {options:?}");
    });
}

#[test]
fn nesting_a_million_deep_gives_the_same_bytes() {
    let depth = 1_000_000;
    let (opened, closed) = ("[{\"a\":".repeat(depth), "}]".repeat(depth));
    let options = Options::default();
    for text in [
        format!("[{{\"x\":{opened}0{closed},\"resolution\":\"DECLINED\"}}]"),
        format!("{{\"x\":{opened}0{closed},\"analyses\":[]}}"),
        format!("{{\"analyses\":[],\"x\":{opened}"),
        format!("[{{\"analyses\":{opened}0{closed},\"resolution\":\"DECLINED\"}}]"),
        format!("{{\"folder_id\":{opened}0{closed},\"analyses\":[]}}"),
        format!("[{opened}0{closed}]"),
    ] {
        assert_eq!(core(text.as_bytes(), &options), reference(text.as_bytes(), &options));
    }
}

#[test]
fn one_fault_gives_the_same_error() {
    rounds(|random| {
        let mut draft = good(random);
        let fault = draft.spoil(random);
        let text = draft.write(random);
        let options = options(random);
        let expected = reference(text.as_bytes(), &options);
        assert_eq!(core(text.as_bytes(), &options), expected, "{fault:?} {text} {options:?}");
    });
}

/// With several faults any one may be told, so errors are compared only for being errors.
#[test]
fn hostile_payloads_are_refused_by_both_or_give_the_same_bytes() {
    rounds(|random| {
        let text = good(random).write(random);
        let bytes = hostile(random, &text);
        let options = options(random);
        let expected = reference(&bytes, &options);
        let got = core(&bytes, &options);
        let shown = String::from_utf8_lossy(&bytes);
        assert_eq!(got.is_ok(), expected.is_ok(), "{got:?} {expected:?} {shown}");
        if expected.is_ok() {
            assert_eq!(got, expected, "{shown} {options:?}");
        }
    });
}

/// What nobody reads is well-formed to core's reader exactly if it is to serde_json.
#[test]
fn malformed_json_is_what_serde_json_calls_so() {
    let mut malformed = 0;
    rounds(|random| {
        let text = good(random).write(random);
        let bytes = [b"{\"analyses\":[],\"x\":[", &*hostile(random, &text), b"]}"].concat();
        if std::str::from_utf8(&bytes).is_err() {
            return;
        }
        let theirs = serde_json::from_slice::<serde::de::IgnoredAny>(&bytes).is_ok();
        let ours = core(&bytes, &Options::default());
        let told = ours.err().map(|(code, _)| code);
        // of several faults another may be told
        let agree = if theirs { told.as_deref() != Some("invalid_json") } else { told.is_some() };
        assert!(agree, "{told:?} {}", String::from_utf8_lossy(&bytes));
        malformed += usize::from(!theirs);
    });
    assert!(malformed > 0, "nothing was malformed");
}

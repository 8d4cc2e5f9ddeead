//! The laws of the rules, for the reference and for core: exhaustive where finite, random beyond.

mod common;

use std::collections::BTreeSet;

use common::{Lattice, cases, judges, lattices, rank};
use oz_status_tests::judge::Judge;
use oz_status_tests::random::{Draft, Random, Shape, good, options};
use oz_status_tests::reference::Options;
use oz_status_tests::reference::words::{ANALYSIS_RESOLUTION, RESOLUTION, Word};
use proptest::prelude::*;
use serde_json::Value;

/// How bad a decision is.
fn rank_of_decision(word: &str) -> usize {
    let order = ["ACCEPT", "REVIEW", "REJECT", "RETRY", "WAIT"];
    order.iter().position(|known| *known == word).expect(word)
}

fn decision_of(resolution: &str) -> &'static str {
    match resolution {
        "INITIAL" | "PROCESSING" => "WAIT",
        "FAILED" => "RETRY",
        "DECLINED" => "REJECT",
        "OPERATOR_REQUIRED" => "REVIEW",
        "SUCCESS" => "ACCEPT",
        other => panic!("{other}"),
    }
}

fn each_lattice(law: impl Fn(&Lattice)) {
    for lattice in lattices() {
        law(&lattice);
    }
}

fn sequences_up_to(length: usize) -> Vec<Vec<Word>> {
    let mut all = vec![Vec::new()];
    let mut longest = all.clone();
    for _ in 0..length {
        longest = longest
            .iter()
            .flat_map(|list: &Vec<Word>| RESOLUTION.map(|word| [list.as_slice(), &[word]].concat()))
            .collect();
        all.extend(longest.clone());
    }
    all
}

#[test]
fn join_is_associative_commutative_idempotent_and_absorbing() {
    each_lattice(|lattice| {
        let (join, meet) = (lattice.join, lattice.meet);
        for a in RESOLUTION {
            assert_eq!(join(a, a), a);
            assert_eq!(meet(a, a), a);
            assert_eq!(join(a, "INITIAL"), "INITIAL");
            assert_eq!(join(a, "SUCCESS"), a);
            assert_eq!(meet(a, "INITIAL"), a);
            assert_eq!(meet(a, "SUCCESS"), "SUCCESS");
            for b in RESOLUTION {
                assert_eq!(rank(join(a, b)), rank(a).max(rank(b)));
                assert_eq!(join(a, b), join(b, a));
                assert_eq!(meet(a, b), meet(b, a));
                assert_eq!(join(a, meet(a, b)), a);
                assert_eq!(meet(a, join(a, b)), a);
                for c in RESOLUTION {
                    assert_eq!(join(a, join(b, c)), join(join(a, b), c));
                    assert_eq!(meet(a, meet(b, c)), meet(meet(a, b), c));
                }
            }
        }
    });
}

#[test]
fn a_group_result_is_independent_of_order_and_repetition() {
    each_lattice(|lattice| {
        for members in sequences_up_to(4) {
            let result = (lattice.group)(&members);
            let mut turned = members.clone();
            for _ in &members {
                turned.rotate_left(1);
                assert_eq!((lattice.group)(&turned), result);
            }
            turned.reverse();
            assert_eq!((lattice.group)(&turned), result);
            for member in &members {
                assert_eq!((lattice.group)(&[members.as_slice(), &[member]].concat()), result);
            }
        }
        assert_eq!((lattice.group)(&[]), "INITIAL");
    });
}

#[test]
fn the_result_of_two_non_empty_parts_is_their_join() {
    each_lattice(|lattice| {
        let parts = sequences_up_to(2);
        for a in parts.iter().filter(|part| !part.is_empty()) {
            for b in parts.iter().filter(|part| !part.is_empty()) {
                let whole = (lattice.group)(&[a.as_slice(), b].concat());
                assert_eq!(whole, (lattice.join)((lattice.group)(a), (lattice.group)(b)));
            }
        }
    });
}

#[test]
fn decisions_are_no_better_than_their_resolution() {
    each_lattice(|lattice| {
        for a in RESOLUTION {
            assert_eq!((lattice.decide)(a), decision_of(a));
        }
    });
}

#[test]
fn all_64_status_sets_read_out_the_worst_member() {
    each_lattice(|lattice| {
        for bits in 0..64_u8 {
            let members: Vec<Word> = RESOLUTION.into_iter().filter(|word| bits & (1 << rank(word)) != 0).collect();
            let worst = members.iter().max_by_key(|word| rank(word)).map_or("INITIAL", |word| word);
            assert_eq!((lattice.set)(bits), worst, "{bits}");
        }
    });
}

#[test]
fn all_64_status_sets_are_tabulated() {
    let table = include_str!("../vectors/lattice.txt");
    let rows: Vec<Vec<&str>> =
        table.lines().map(|line| line.split(' ').collect()).filter(|row: &Vec<&str>| row[0] == "set").collect();
    assert_eq!(rows.len(), 64);
    for (bits, row) in rows.iter().enumerate() {
        let members: Vec<&str> = RESOLUTION.into_iter().filter(|word| bits & (1 << rank(word)) != 0).collect();
        let worst = members.iter().max_by_key(|word| rank(word)).map_or("INITIAL", |word| word);
        let status = if rank(worst) >= rank("FAILED") { worst } else { "FINISHED" };
        let odd = members.contains(&"PROCESSING") || members.contains(&"FAILED");
        let contested = if odd && members.len() > 1 { "yes" } else { "no" };
        assert_eq!(row[1..], [&bits.to_string(), worst, status, decision_of(worst), contested]);
    }
}

fn verdict(judge: Judge, text: &str, options: &Options) -> Value {
    let verdict = judge(text.as_bytes(), options);
    let verdict = verdict.unwrap_or_else(|(code, path)| panic!("{code} at {path}: {text}"));
    serde_json::from_str(&verdict).expect("JSON")
}

fn word<'a>(verdict: &'a Value, key: &str) -> &'a str {
    verdict[key].as_str().expect("a word")
}

/// The JSON text of a sighting's id.
fn id(fields: &[(String, String)]) -> Option<&str> {
    fields.iter().find(|(key, _)| ["analyse_id", "analysis_id"].contains(&key.as_str())).map(|(_, id)| id.as_str())
}

fn set_outcome(fields: &mut Vec<(String, String)>, state: &str, outcome: &str) {
    fields.retain(|(key, _)| !["state", "resolution", "resolution_status"].contains(&key.as_str()));
    fields.push(("state".to_string(), format!("\"{state}\"")));
    fields.push(("resolution".to_string(), format!("\"{outcome}\"")));
}

/// A draft in which order and repetition do not matter: an array of sightings with ids.
fn array_with_ids(random: &mut Random) -> Draft {
    let mut draft = good(random);
    while !matches!(draft.shape, Shape::Folder | Shape::Array) {
        draft = good(random);
    }
    draft.sightings.retain(|(_, fields)| id(fields).is_some());
    draft
}

/// A verdict without what depends on the order of the sightings.
fn unordered(mut verdict: Value, draft: &Draft) -> Value {
    let sort = |list: &mut Value| {
        let items: BTreeSet<String> = list.as_array().expect("a list").iter().map(Value::to_string).collect();
        *list = items.into_iter().collect();
    };
    for one in verdict["determining"].as_array_mut().expect("a list") {
        one["index"].take();
    }
    for requirement in verdict["required"].as_array_mut().expect("a list") {
        for index in requirement["determining"].as_array_mut().expect("a list") {
            let sighting = index.as_u64().expect("an index") as usize;
            *index = id(&draft.sightings[sighting].1).into();
        }
        sort(&mut requirement["determining"]);
    }
    for finding in verdict["findings"].as_array_mut().expect("a list") {
        if word(finding, "path").starts_with("analyses[") {
            finding["path"].take();
        }
    }
    for key in ["determining", "last_finished", "groups", "findings"] {
        sort(&mut verdict[key]);
    }
    verdict
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn an_analysis_that_ends_can_only_lower_the_system_resolution(seed: u64) {
        let random = &mut Random::new(seed);
        let mut draft = good(random);
        prop_assume!(!draft.sightings.is_empty());
        let ids: Vec<Option<String>> =
            draft.sightings.iter().map(|(_, fields)| id(fields).map(String::from)).collect();
        let alone: Vec<usize> = (0..ids.len())
            .filter(|n| ids[*n].is_none() || ids.iter().filter(|other| **other == ids[*n]).count() == 1)
            .collect();
        prop_assume!(!alone.is_empty());
        let chosen = alone[random.below(alone.len())];
        set_outcome(&mut draft.sightings[chosen].1, "PROCESSING", "PROCESSING");
        let before = draft.write(random);
        for ending in &ANALYSIS_RESOLUTION[..4] {
            let state = if *ending == "FAILED" { "FAILED" } else { "FINISHED" };
            set_outcome(&mut draft.sightings[chosen].1, state, ending);
            let after = draft.write(random);
            for judge in judges() {
                let before = verdict(judge, &before, &Options::default());
                let after = verdict(judge, &after, &Options::default());
                let (before, after) = (word(&before, "system_resolution"), word(&after, "system_resolution"));
                prop_assert!(rank(after) <= rank(before));
            }
        }
    }

    #[test]
    fn the_decision_is_never_better_than_that_of_the_system_resolution(seed: u64) {
        let random = &mut Random::new(seed);
        let text = good(random).write(random);
        let options = options(random);
        for judge in judges() {
            let verdict = verdict(judge, &text, &options);
            let bound = decision_of(word(&verdict, "system_resolution"));
            prop_assert!(rank_of_decision(word(&verdict, "decision")) >= rank_of_decision(bound));
        }
    }

    #[test]
    fn only_a_finished_success_without_gaps_is_accepted(seed: u64) {
        let random = &mut Random::new(seed);
        let text = good(random).write(random);
        let options = options(random);
        for judge in judges() {
            let verdict = verdict(judge, &text, &options);
            if word(&verdict, "decision") == "ACCEPT" {
                prop_assert_eq!(word(&verdict, "folder_status") == "PROCESSING", false);
                prop_assert_eq!(word(&verdict, "system_resolution"), "SUCCESS");
                prop_assert!(!verdict["determining"].as_array().expect("a list").is_empty());
                for required in verdict["required"].as_array().expect("a list") {
                    prop_assert_eq!(word(required, "resolution"), "SUCCESS");
                }
            }
        }
    }

    #[test]
    fn a_further_required_type_never_improves_the_resolution_or_a_reject(seed: u64) {
        let random = &mut Random::new(seed);
        let text = good(random).write(random);
        let fewer = options(random);
        let mut more = fewer.clone();
        more.require.push(random.pick(&["QUALITY", "biometry", "VOICE", "none such"]).to_string());
        for judge in judges() {
            let (fewer, more) = (verdict(judge, &text, &fewer), verdict(judge, &text, &more));
            let resolution = rank(word(&fewer, "system_resolution"));
            prop_assert!(rank(word(&more, "system_resolution")) >= resolution);
            if word(&fewer, "decision") == "REJECT" {
                prop_assert!(rank_of_decision(word(&more, "decision")) >= rank_of_decision("REJECT"));
            }
        }
    }

    #[test]
    fn determining_analyses_alone_give_the_same_system_resolution(seed: u64) {
        let random = &mut Random::new(seed);
        let mut draft = good(random);
        draft.folder.retain(|(key, _)| key != "state");
        let text = draft.write(random);
        for judge in judges() {
            let verdict_of_all = verdict(judge, &text, &Options::default());
            let determining: Vec<usize> = verdict_of_all["determining"]
                .as_array()
                .expect("a list")
                .iter()
                .map(|one| one["index"].as_u64().expect("an index") as usize)
                .collect();
            if determining.is_empty() {
                prop_assert_eq!(word(&verdict_of_all, "system_resolution"), "INITIAL");
                continue;
            }
            let mut rest = draft.clone();
            let mut number = 0;
            rest.sightings.retain(|(_, fields)| {
                let same = |n: &usize| {
                    *n == number || id(fields).is_some() && id(fields) == id(&draft.sightings[*n].1)
                };
                let kept = determining.iter().any(same);
                number += 1;
                kept
            });
            let rest = verdict(judge, &rest.write(random), &Options::default());
            prop_assert_eq!(word(&rest, "system_resolution"), word(&verdict_of_all, "system_resolution"));
        }
    }

    #[test]
    fn sightings_with_ids_give_one_verdict_in_any_order_and_repetition(seed: u64) {
        let random = &mut Random::new(seed);
        let draft = array_with_ids(random);
        let options = options(random);
        let mut other = draft.clone();
        for _ in 0..random.below(4) {
            if !draft.sightings.is_empty() {
                other.sightings.push(draft.sightings[random.below(draft.sightings.len())].clone());
            }
        }
        random.shuffle(&mut other.sightings);
        let (text, other_text) = (draft.write(random), other.write(random));
        for judge in judges() {
            let one = unordered(verdict(judge, &text, &options), &draft);
            let two = unordered(verdict(judge, &other_text, &options), &other);
            prop_assert_eq!(one, two);
        }
    }

    #[test]
    fn groups_in_l_are_at_most_as_bad_as_the_system_resolution(seed: u64) {
        let random = &mut Random::new(seed);
        let text = good(random).write(random);
        for judge in judges() {
            let verdict = verdict(judge, &text, &Options::default());
            let bound = rank(word(&verdict, "system_resolution"));
            let last = verdict["last_finished"].as_array().expect("a list");
            for group in verdict["groups"].as_array().expect("a list") {
                if last.contains(&group["group_id"]) {
                    prop_assert!(rank(word(group, "resolution")) <= bound);
                }
            }
        }
    }
}

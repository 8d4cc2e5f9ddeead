//! The laws of partial aggregates (R10): status sets, tallies, and folders in progress of being read.

mod common;

use common::{answer, cases, core_options, judges, rank, resolution};
use oz_status::{AnalysisResolution, Folder, Resolution, Sightings, StatusSet, Tally};
use oz_status_tests::random::{Random, Shape, good, options};
use oz_status_tests::reference::words::{ANALYSIS_RESOLUTION, RESOLUTION, Word};
use proptest::prelude::*;

fn sets() -> impl Iterator<Item = StatusSet> {
    (0..64).map(|bits| StatusSet::from_bits(bits).expect("a set"))
}

#[test]
fn union_of_status_sets_is_associative_commutative_idempotent_with_identity_0() {
    for a in sets() {
        assert_eq!(a.union(a), a);
        assert_eq!(a.union(StatusSet::EMPTY), a);
        for b in sets() {
            assert_eq!(a.union(b).bits(), a.bits() | b.bits());
            assert_eq!(a.union(b), b.union(a));
            if !a.is_empty() && !b.is_empty() {
                assert_eq!(a.union(b).result(), a.result().join(b.result()));
            }
            for c in sets() {
                assert_eq!(a.union(b).union(c), a.union(b.union(c)));
            }
        }
    }
}

#[test]
fn a_tally_refuses_overflow_and_changes_nothing() {
    for (place, word) in Resolution::ALL.iter().enumerate() {
        let mut counts = [3; 6];
        counts[usize::from(word.code()) - 1] = u64::MAX;
        let full = Tally::from_counts(counts);

        let mut tally = full;
        assert!(tally.insert(*word).is_err(), "{place}");
        assert_eq!(tally, full);
        let mut one = Tally::new();
        one.insert(*word).expect("room for one");
        assert!(tally.merge(&one).is_err());
        assert_eq!(tally, full);
        tally.replace(*word, *word).expect("one goes, one comes");
        assert_eq!(tally, full);
        for other in Resolution::ALL.iter().filter(|other| *other != word) {
            assert!(tally.replace(*other, *word).is_err());
            assert_eq!(tally, full);
        }

        let empty = Tally::new();
        let mut tally = empty;
        assert!(tally.remove(*word).is_err());
        assert!(tally.replace(*word, Resolution::Success).is_err());
        assert_eq!(tally, empty);
        assert_eq!(tally.result(), Resolution::Initial);
    }
}

#[test]
fn a_refused_merge_of_tallies_changes_no_counter() {
    let mut tally = Tally::from_counts([1, 2, 3, 4, 5, u64::MAX]);
    let before = tally;
    assert!(tally.merge(&Tally::from_counts([1; 6])).is_err());
    assert_eq!(tally, before);
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_folder_in_progress_gives_the_verdict_at_any_time(seed: u64) {
        let random = &mut Random::new(seed);
        let mut draft = good(random);
        draft.shape = Shape::Array;
        let options = options(random);
        let core_options = core_options(&options).expect("options");
        let all = std::mem::take(&mut draft.sightings);
        let mut folder = Folder::new();
        prop_assert_eq!(Ok(folder.verdict(&core_options).to_json()), judges()[0](b"[]", &options));
        for sighting in all {
            let mut alone = draft.clone();
            alone.sightings = vec![sighting.clone()];
            let text = alone.write(random);
            let element = &text[1..text.len() - 1];
            folder.observe_json(element.as_bytes()).map_err(answer).expect("a sighting");
            draft.sightings.push(sighting);
            let whole = draft.write(random);
            for judge in judges() {
                let expected = judge(whole.as_bytes(), &options);
                prop_assert_eq!(Ok(folder.verdict(&core_options).to_json()), expected);
            }
        }
    }

    #[test]
    fn merging_sightings_is_associative_commutative_and_idempotent(seed: u64) {
        let random = &mut Random::new(seed);
        let mut parts = [Sightings::NONE, Sightings::NONE, Sightings::NONE];
        let mut whole = Sightings::NONE;
        for part in &mut parts {
            for _ in 0..random.below(4) {
                let word: AnalysisResolution =
                    random.pick(&ANALYSIS_RESOLUTION).parse().expect("a word");
                let time = [None, Some(1), Some(2), Some(3)][random.below(4)];
                part.insert(word, time);
                whole.insert(word, time);
            }
        }
        let merge = |a: &Sightings, b: &Sightings| {
            let mut merged = *a;
            merged.merge(b);
            merged
        };
        let [a, b, c] = &parts;
        let told = |sightings: &Sightings| format!("{:?}", sightings.observed());
        prop_assert_eq!(told(&merge(&merge(a, b), c)), told(&whole));
        prop_assert_eq!(told(&merge(a, &merge(b, c))), told(&whole));
        prop_assert_eq!(told(&merge(&merge(c, b), a)), told(&whole));
        prop_assert_eq!(told(&merge(&whole, &whole)), told(&whole));
        prop_assert_eq!(told(&merge(&whole, a)), told(&whole));
        prop_assert_eq!(told(&merge(&Sightings::NONE, a)), told(a));
    }

    #[test]
    fn a_tally_reads_out_the_join_of_what_it_holds(seed: u64) {
        let random = &mut Random::new(seed);
        let mut tally = Tally::new();
        let mut held: Vec<Word> = Vec::new();
        for _ in 0..random.below(30) {
            if random.chance(40) && !held.is_empty() {
                let gone = held.swap_remove(random.below(held.len()));
                tally.remove(resolution(gone)).expect("it is there");
            } else {
                held.push(RESOLUTION[random.below(6)]);
                tally.insert(resolution(held[held.len() - 1])).expect("room for one");
            }
            let worst = held.iter().max_by_key(|word| rank(word)).map_or("INITIAL", |word| word);
            prop_assert_eq!(tally.result().as_str(), worst);
            prop_assert_eq!(tally.total(), Some(held.len() as u64));
        }
    }
}

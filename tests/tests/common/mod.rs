//! The reference and core behind one signature.

// Each test binary includes this module and uses its own part of it.
#![allow(dead_code)]

use oz_status::{Resolution, StatusSet, group_result};
use oz_status_tests::judge::{self, Answer, Judge};
use oz_status_tests::reference::words::Word;
use oz_status_tests::reference::{Options, lattice};
use proptest::prelude::ProptestConfig;

/// A number from the environment.
pub fn from_env(name: &str, default: u64) -> u64 {
    std::env::var(name).map_or(default, |text| text.parse().expect(name))
}

/// How many random cases a law is tried on; `OZ_STATUS_ROUNDS` chooses.
pub fn cases() -> ProptestConfig {
    ProptestConfig::with_cases(u32::try_from(from_env("OZ_STATUS_ROUNDS", 1500)).expect("few"))
}

/// Core as a judge.
pub fn core(payload: &[u8], options: &Options) -> Answer {
    core_options(options)
        .and_then(|options| oz_status::resolve(payload, &options))
        .map(|verdict| verdict.to_json())
        .map_err(answer)
}

/// Options as core takes them.
pub fn core_options(options: &Options) -> Result<oz_status::Options, oz_status::Error> {
    Ok(oz_status::Options::new().require(&options.require)?.operator_review(options.operator_review))
}

/// An error of core as an answer.
pub fn answer(error: oz_status::Error) -> (String, String) {
    (error.code().as_str().to_string(), error.path().to_string())
}

/// The judges that laws hold for.
pub fn judges() -> [Judge; 2] {
    [judge::reference, core]
}

/// The functions of section 3 over words.
pub struct Lattice {
    pub join: fn(Word, Word) -> Word,
    pub meet: fn(Word, Word) -> Word,
    pub group: fn(&[Word]) -> Word,
    pub decide: fn(Word) -> Word,
    pub set: fn(u8) -> Word,
}

/// A word as core knows it.
pub fn resolution(word: &str) -> Resolution {
    word.parse().expect("a resolution")
}

/// The lattices that laws hold for.
pub fn lattices() -> [Lattice; 2] {
    [
        Lattice {
            join: lattice::join,
            meet: lattice::meet,
            group: lattice::group_result,
            decide: lattice::decide,
            set: lattice::set_result,
        },
        Lattice {
            join: |a, b| resolution(a).join(resolution(b)).as_str(),
            meet: |a, b| resolution(a).meet(resolution(b)).as_str(),
            group: |members| group_result(members.iter().map(|word| resolution(word))).as_str(),
            decide: |word| resolution(word).decision().as_str(),
            set: |bits| StatusSet::from_bits(bits).expect("a set").result().as_str(),
        },
    ]
}

/// How bad a resolution is, by the order of section 3 written out once more.
pub fn rank(word: &str) -> usize {
    let order = ["SUCCESS", "OPERATOR_REQUIRED", "DECLINED", "FAILED", "PROCESSING", "INITIAL"];
    order.iter().position(|known| *known == word).expect(word)
}

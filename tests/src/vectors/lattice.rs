//! Facts of sections 2, 3, R2, R6 and R10, a line each.

use std::fmt::Write;

use super::sequences;
use crate::random::Random;
use crate::reference::lattice::{
    Tally, decide, folder_status, group_result, join, meet, set_contested, set_members, set_result,
};
use crate::reference::words::{ANALYSIS_RESOLUTION, CODES, RESOLUTION, Word};

const HEAD: &str = "\
# code SPACE WORD NUMBER
# join A B RESULT
# meet A B RESULT
# decide RESOLUTION DECISION
# group COUNT MEMBER... RESULT
# set BITS RESULT FOLDER_STATUS DECISION CONTESTED
# tally OPERATION... OUTCOME RESULT SUCCESS OPERATOR_REQUIRED DECLINED FAILED PROCESSING INITIAL
#   operations on one tally, each line after the one before: new; insert W; remove W;
#   replace OLD NEW; merge and six counters; outcome ok or refused; then the read-out and the counters
";

pub(super) fn text() -> String {
    let mut text = String::from(HEAD);
    let mut line = |words: &[&str]| {
        text.push_str(&words.join(" "));
        text.push('\n');
    };

    for (space, word, code) in CODES {
        line(&["code", space, word, &code.to_string()]);
    }
    for a in RESOLUTION {
        for b in RESOLUTION {
            line(&["join", a, b, join(a, b)]);
        }
    }
    for a in RESOLUTION {
        for b in RESOLUTION {
            line(&["meet", a, b, meet(a, b)]);
        }
    }
    for word in RESOLUTION {
        line(&["decide", word, decide(word)]);
    }
    for length in 0..=4 {
        for members in sequences(&ANALYSIS_RESOLUTION, length) {
            let count = length.to_string();
            let mut words = vec!["group", &count];
            words.extend(&members);
            words.push(group_result(&members));
            line(&words);
        }
    }
    for bits in 0..64 {
        let result = set_result(bits);
        let status = folder_status(group_result(&set_members(bits)));
        let contested = if set_contested(bits) { "yes" } else { "no" };
        line(&["set", &bits.to_string(), result, status, decide(result), contested]);
    }
    text.push_str(&tallies());
    text
}

fn tallies() -> String {
    let mut text = String::new();
    let mut random = Random::new(6);
    let mut tally = Tally::default();
    for step in 0..200 {
        let word = |random: &mut Random| -> Word { RESOLUTION[random.below(6)] };
        let (operation, done) = match (step % 50, random.below(10)) {
            (0, _) => {
                tally = Tally::default();
                ("new".to_string(), true)
            }
            (_, 0..=3) => {
                let word = word(&mut random);
                tally.insert(word);
                (format!("insert {word}"), true)
            }
            (_, 4..=6) => {
                let word = word(&mut random);
                let done = tally.remove(word);
                (format!("remove {word}"), done)
            }
            (_, 7 | 8) => {
                let (old, new) = (word(&mut random), word(&mut random));
                let done = tally.replace(old, new);
                (format!("replace {old} {new}"), done)
            }
            _ => {
                let other = Tally([0; 6].map(|_: u64| random.below(2) as u64));
                tally.merge(&other);
                (format!("merge {}", counters(&other)), true)
            }
        };
        let outcome = if done { "ok" } else { "refused" };
        let (result, counters) = (tally.result(), counters(&tally));
        let _ = writeln!(text, "tally {operation} {outcome} {result} {counters}");
    }
    text
}

fn counters(tally: &Tally) -> String {
    tally.0.map(|count| count.to_string()).join(" ")
}

//! Groups that run, ended, tied, without time: R2 to R5, C9, and the callback's state.

use super::{Vector, analysis, folder, sequences};

const GROUPS: [&str; 3] = ["g0", "g1", "g2"];
const IDS: [&str; 3] = ["a", "b", "c"];

pub(super) fn vectors() -> Vec<Vector> {
    let mut vectors = vec![
        Vector::new("empty folder", "{\"analyses\":[]}"),
        Vector::new("empty array", "[]"),
        Vector::requiring("empty folder, required type", "{\"analyses\":[]}", &["QUALITY"]),
    ];
    one_analysis_per_group(&mut vectors);
    three_times(&mut vectors);
    two_analyses_in_a_group(&mut vectors);
    unnamed_group(&mut vectors);
    callback(&mut vectors);
    vectors
}

/// The letter of the outcome and the second, negative for none.
type End = (char, i64);

fn label(ends: &[End]) -> String {
    let ends: Vec<String> = ends
        .iter()
        .map(|(letter, second)| match second {
            -1 => letter.to_string(),
            _ => format!("{letter}{second}"),
        })
        .collect();
    ends.join(" ")
}

fn one_analysis_per_group(vectors: &mut Vec<Vector>) {
    for count in 1..=3 {
        // An operator among three tells nothing that two do not.
        let letters: &[char] = if count < 3 { &['S', 'O', 'D', 'F'] } else { &['S', 'D', 'F'] };
        let mut ends: Vec<End> = vec![('P', 1)];
        for letter in letters {
            ends.extend([1, 2, -1].map(|second| (*letter, second)));
        }
        for ends in sequences(&ends, count) {
            let analyses: Vec<String> = ends
                .iter()
                .enumerate()
                .map(|(n, (letter, second))| analysis("", GROUPS[n], "", *letter, *second))
                .collect();
            vectors.push(Vector::new(format!("groups: {}", label(&ends)), folder(&analyses)));
        }
    }
}

fn three_times(vectors: &mut Vec<Vector>) {
    let orders = [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]];
    for seconds in orders {
        for letters in sequences(&['S', 'D', 'F'], 3) {
            let ends: Vec<End> = letters.into_iter().zip(seconds).collect();
            let analyses: Vec<String> = ends
                .iter()
                .enumerate()
                .map(|(n, (letter, second))| analysis(IDS[n], GROUPS[n], "", *letter, *second))
                .collect();
            vectors.push(Vector::new(format!("three times: {}", label(&ends)), folder(&analyses)));
        }
    }
}

fn two_analyses_in_a_group(vectors: &mut Vec<Vector>) {
    for seconds in sequences(&[1, 3, -1], 2) {
        for letters in sequences(&['S', 'D'], 3) {
            let ends = [(letters[0], seconds[0]), (letters[1], 2), (letters[2], seconds[1])];
            let analyses: Vec<String> = ends
                .iter()
                .zip(["g0", "g1", "g0"])
                .enumerate()
                .map(|(n, ((letter, second), group))| analysis(IDS[n], group, "", *letter, *second))
                .collect();
            let name = format!("outer two in one group: {}", label(&ends));
            vectors.push(Vector::new(name, folder(&analyses)));
        }
    }
}

fn unnamed_group(vectors: &mut Vec<Vector>) {
    for named in sequences(&[true, false], 3) {
        if named.iter().all(|named| *named) {
            continue;
        }
        for letters in [['S', 'S', 'D'], ['D', 'S', 'S'], ['S', 'D', 'S'], ['F', 'S', 'P']] {
            for seconds in [[1, 2, 3], [3, 2, 1], [2, 2, 1], [-1, 1, 2]] {
                let ends: Vec<End> = letters.into_iter().zip(seconds).collect();
                let analyses: Vec<String> = ends
                    .iter()
                    .zip(&named)
                    .enumerate()
                    .map(|(n, ((letter, second), named))| {
                        let group = if *named { GROUPS[n] } else { "" };
                        analysis(IDS[n], group, "", *letter, *second)
                    })
                    .collect();
                let named: String = named.iter().map(|named| if *named { 'g' } else { '-' }).collect();
                let name = format!("unnamed group {named}: {}", label(&ends));
                vectors.push(Vector::new(name, folder(&analyses)));
            }
        }
    }
}

fn callback(vectors: &mut Vec<Vector>) {
    let contents: [&[End]; 8] = [
        &[],
        &[('S', 1)],
        &[('D', 1)],
        &[('F', -1)],
        &[('P', -1)],
        &[('D', 1), ('S', 2)],
        &[('S', 1), ('S', 1)],
        &[('F', 1), ('S', 2)],
    ];
    for state in ["PROCESSING", "FAILED", "FINISHED", "processing", "failed"] {
        for ends in contents {
            let analyses: Vec<String> = ends
                .iter()
                .enumerate()
                .map(|(n, (letter, second))| analysis(IDS[n], GROUPS[n], ["QUALITY", "BIOMETRY"][n], *letter, *second))
                .collect();
            let payload = format!(
                "{{\"state\":\"{state}\",\"system_resolution\":\"SUCCESS\",\"resolution_status\":\"FAILED\",{}",
                &folder(&analyses)[1..]
            );
            let name = format!("callback {state}: {}", label(ends));
            vectors.push(Vector::new(name.clone(), payload.clone()));
            let name = format!("{name}, two required");
            vectors.push(Vector::requiring(name, payload, &["QUALITY", "BIOMETRY"]));
        }
    }
}

//! R8: several sightings of one analysis.

use super::{Vector, analysis, folder, sequences};

pub(super) fn vectors() -> Vec<Vector> {
    let mut vectors = Vec::new();
    let seconds = [1, 2, -1];

    for letters in sequences(&['S', 'O', 'D', 'F', 'P'], 2) {
        for seconds in sequences(&seconds, 2) {
            push(&mut vectors, "sightings", &letters, &seconds, &[]);
        }
    }
    for letters in sequences(&['S', 'D', 'P'], 3) {
        for seconds in sequences(&seconds, 3) {
            push(&mut vectors, "sightings", &letters, &seconds, &[]);
        }
    }
    let later = analysis("b", "g1", "BIOMETRY", 'O', 2);
    for letters in sequences(&['S', 'D', 'P'], 2) {
        for seconds in sequences(&[1, 2, 3, -1], 2) {
            let name = "sightings beside a later group";
            push(&mut vectors, name, &letters, &seconds, std::slice::from_ref(&later));
        }
    }
    filled(&mut vectors);
    vectors
}

fn push(vectors: &mut Vec<Vector>, name: &str, letters: &[char], seconds: &[i64], others: &[String]) {
    let mut analyses = others.to_vec();
    let mut label = String::new();
    for (letter, second) in letters.iter().zip(seconds) {
        analyses.push(analysis("a", "g0", "QUALITY", *letter, *second));
        label.push_str(&if *second < 0 { format!(" {letter}") } else { format!(" {letter}{second}") });
    }
    vectors.push(Vector::new(format!("{name}:{label}"), folder(&analyses)));
}

fn filled(vectors: &mut Vec<Vector>) {
    let cases = [
        (
            "group and type taken from later sightings",
            vec![analysis("a", "", "", 'S', 1), analysis("a", "", "quality", 'S', 2), analysis("a", "g0", "", 'S', 3)],
        ),
        (
            "group and type taken from a sighting that does not count",
            vec![analysis("a", "", "", 'S', 2), analysis("a", "g0", "LIVENESS", 'P', 1)],
        ),
        (
            "types agree after alias and case",
            vec![analysis("a", "g0", "liveness", 'S', 1), analysis("a", "g0", "Quality", 'S', 1)],
        ),
        (
            "sightings without id stand for themselves",
            vec![
                analysis("", "g0", "QUALITY", 'S', 1),
                analysis("", "g0", "QUALITY", 'D', 1),
                analysis("", "g0", "QUALITY", 'S', 1),
            ],
        ),
        (
            "ids are compared as they are",
            vec![analysis("a", "g0", "QUALITY", 'S', 2), analysis("A", "g0", "QUALITY", 'D', 1)],
        ),
        (
            "interleaved sightings keep the place of the first",
            vec![
                analysis("b", "g1", "BIOMETRY", 'P', 1),
                analysis("a", "g0", "QUALITY", 'S', 1),
                analysis("b", "g1", "BIOMETRY", 'D', 2),
                analysis("a", "g0", "QUALITY", 'D', 3),
            ],
        ),
        (
            "an operator's decision replaces",
            vec![analysis("a", "g0", "DOCUMENTS", 'O', 1), analysis("a", "g0", "DOCUMENTS", 'S', 5)],
        ),
        (
            "a group's time is unknown when a counting sighting's is",
            vec![
                analysis("a", "g0", "QUALITY", 'S', 1),
                analysis("a", "g0", "QUALITY", 'S', -1),
                analysis("b", "g1", "BIOMETRY", 'D', 3),
            ],
        ),
    ];
    for (name, analyses) in cases {
        vectors.push(Vector::new(name, folder(&analyses)));
    }
    let both = "[{\"analysis_id\":\"a\",\"state\":\"PROCESSING\"},{\"analyse_id\":\"a\",\"analysis_id\":\"a\",\"resolution\":\"SUCCESS\"}]";
    vectors.push(Vector::new("either spelling of the id", both));
}

//! R7 and R9: requirements, caution, findings and their readings.

use super::{Vector, analysis, folder, sequences};

pub(super) fn vectors() -> Vec<Vector> {
    let mut vectors = Vec::new();
    claims(&mut vectors);
    contradictions(&mut vectors);
    requirements(&mut vectors);
    caution(&mut vectors);
    operators(&mut vectors);
    vectors
}

fn claims(vectors: &mut Vec<Vector>) {
    let bases: [(&str, Vec<String>); 14] = [
        ("nothing", vec![]),
        ("success", vec![analysis("a", "g0", "", 'S', 1)]),
        ("failed", vec![analysis("a", "g0", "", 'F', 1)]),
        ("running", vec![analysis("a", "g0", "", 'P', 1)]),
        ("declined then success", two('D', 1, 'S', 2)),
        ("success then declined", two('S', 1, 'D', 2)),
        ("failed then success", two('F', 1, 'S', 2)),
        ("success then failed", two('S', 1, 'F', 2)),
        ("operator then failed", two('O', 1, 'F', 2)),
        ("success then running", two('S', 1, 'P', 2)),
        ("failed then running", two('F', 1, 'P', 2)),
        ("tie of success and declined", two('S', 1, 'D', 1)),
        (
            "operator, declined, running",
            vec![analysis("a", "g0", "", 'O', 1), analysis("b", "g1", "", 'D', 2), analysis("c", "g2", "", 'P', 3)],
        ),
        (
            "declined, operator, failed",
            vec![analysis("a", "g0", "", 'D', 1), analysis("b", "g1", "", 'O', 2), analysis("c", "g2", "", 'F', 3)],
        ),
    ];
    for (base, analyses) in bases {
        for claim in ["SUCCESS", "operator_required", "DECLINED", "FAILED", "PROCESSING", "INITIAL"] {
            push_claim(vectors, base, "system_resolution", claim, &analyses);
        }
        for claim in ["Finished", "FAILED", "PROCESSING", "INITIAL"] {
            push_claim(vectors, base, "resolution_status", claim, &analyses);
        }
    }
}

fn two(first: char, at: i64, second: char, then: i64) -> Vec<String> {
    vec![analysis("a", "g0", "", first, at), analysis("b", "g1", "", second, then)]
}

fn push_claim(vectors: &mut Vec<Vector>, base: &str, key: &str, claim: &str, analyses: &[String]) {
    let payload = format!("{{\"{key}\":\"{claim}\",{}", &folder(analyses)[1..]);
    vectors.push(Vector::new(format!("claims {key} {claim}: {base}"), payload));
}

fn contradictions(vectors: &mut Vec<Vector>) {
    let words = ["", "SUCCESS", "OPERATOR_REQUIRED", "DECLINED", "FAILED", "PROCESSING"];
    for state in ["", "PROCESSING", "FAILED", "FINISHED"] {
        for first in words {
            for second in words {
                if first.is_empty() && second.is_empty() && ["", "FINISHED"].contains(&state) {
                    continue;
                }
                let mut fields = vec!["\"analyse_id\":\"a\"".to_string()];
                let keys = ["state", "resolution_status", "resolution"];
                for (key, word) in keys.into_iter().zip([state, first, second]) {
                    if !word.is_empty() {
                        fields.push(format!("\"{key}\":\"{word}\""));
                    }
                }
                let name = format!("one analysis, state {state}, {first} and {second}");
                vectors.push(Vector::new(name, format!("{{{}}}", fields.join(","))));
            }
        }
    }
    let sightings = "[{\"analyse_id\":\"a\",\"state\":\"PROCESSING\",\"resolution\":\"SUCCESS\",\"time_updated\":1700000001},\
        {\"analyse_id\":\"b\",\"resolution\":\"SUCCESS\"},\
        {\"analyse_id\":\"a\",\"state\":\"FINISHED\",\"resolution\":\"FAILED\",\"time_updated\":1700000002}]";
    vectors.push(Vector::new("each sighting has its own contradiction", sightings));
    let keyed = "{\"analyses\":{\"Qual\\u0069ty\":{\"state\":\"failed\",\"resolution\":\"success\"},\
        \"\\\"\\n\":{\"resolution\":\"success\",\"resolution_status\":\"declined\"}}}";
    vectors.push(Vector::new("contradictions in the keyed form", keyed));
}

fn requirements(vectors: &mut Vec<Vector>) {
    let requires: [&[&str]; 6] = [
        &["QUALITY"],
        &["QUALITY", "BIOMETRY"],
        &["biometry", "Liveness", "QUALITY"],
        &["BLACKLIST"],
        &["QUALITY", "DOCUMENTS"],
        &["Voice \u{e9}"],
    ];
    let kinds = ["QUALITY", "BIOMETRY", "", "voice \u{e9}"];
    for require in requires {
        for kinds in sequences(&kinds, 2) {
            for letters in [['S', 'S'], ['D', 'S'], ['O', 'S'], ['S', 'D'], ['F', 'S'], ['S', 'P']] {
                let analyses =
                    [analysis("a", "g0", kinds[0], letters[0], 1), analysis("b", "g1", kinds[1], letters[1], 2)];
                let name =
                    format!("requires {require:?}: {} {:?}, {} {:?}", letters[0], kinds[0], letters[1], kinds[1]);
                vectors.push(Vector::requiring(name, folder(&analyses), require));
            }
        }
    }
    let groups = [
        analysis("a", "g0", "QUALITY", 'D', 1),
        analysis("b", "g1", "QUALITY", 'S', 2),
        analysis("c", "g1", "BIOMETRY", 'S', -1),
        analysis("d", "g2", "BIOMETRY", 'S', 3),
    ];
    let name = "a restricted group's time is that of the analyses left in it";
    vectors.push(Vector::requiring(name, folder(&groups), &["QUALITY"]));
    let name = "last in the restricted folder is not last in the folder";
    vectors.push(Vector::requiring(name, folder(&groups[..2]), &["QUALITY", "COLLECTION"]));
    let nameless = [
        analysis("a", "", "QUALITY", 'D', 1),
        analysis("b", "g1", "QUALITY", 'S', 2),
        analysis("c", "", "BIOMETRY", 'S', 1),
    ];
    let name = "the unnamed group in a restricted folder";
    vectors.push(Vector::requiring(name, folder(&nameless), &["BIOMETRY", "QUALITY"]));
}

fn caution(vectors: &mut Vec<Vector>) {
    for kinds in sequences(&["QUALITY", "COLLECTION", ""], 2) {
        for letters in sequences(&['S', 'O', 'D', 'F'], 2) {
            let analyses = [analysis("a", "g0", kinds[0], letters[0], 1), analysis("b", "g1", kinds[1], letters[1], 2)];
            let name = format!("caution: {} {:?} before {} {:?}", letters[0], kinds[0], letters[1], kinds[1]);
            vectors.push(Vector::new(name, folder(&analyses)));
        }
    }
    let earlier = [
        analysis("a", "g0", "DOCUMENTS", 'O', 1),
        analysis("b", "g0", "DOCUMENTS", 'F', 1),
        analysis("c", "g1", "DOCUMENTS", 'D', 2),
        analysis("d", "g2", "DOCUMENTS", 'S', 3),
    ];
    vectors.push(Vector::new("the first and the worst of earlier groups", folder(&earlier)));
    let replaced = [
        analysis("a", "g0", "QUALITY", 'D', 1),
        analysis("b", "g1", "BIOMETRY", 'S', 3),
        analysis("a", "g0", "QUALITY", 'S', 2),
    ];
    vectors.push(Vector::new("a replaced ending does not call for caution", folder(&replaced)));
}

fn operators(vectors: &mut Vec<Vector>) {
    for kind in ["QUALITY", "liveness", "BIOMETRY", ""] {
        for operator_review in [true, false] {
            for letter in ['O', 'S'] {
                let analyses = [analysis("a", "g0", kind, letter, 1), analysis("b", "g0", "DOCUMENTS", 'O', 1)];
                let name = format!("operator review {operator_review}: {letter} {kind:?}");
                let mut vector = Vector::new(name, folder(&analyses));
                vector.options.operator_review = operator_review;
                vectors.push(vector);
            }
        }
    }
}

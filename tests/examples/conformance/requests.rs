//! Random payloads with options.

use oz_status_tests::judge::Answer;
use oz_status_tests::random::{Random, crowded, good, hostile, options};
use oz_status_tests::reference::Options;
use std::path::Path;

/// One payload to be judged.
pub struct Request {
    /// The bytes.
    pub payload: Vec<u8>,
    /// What the caller asks.
    pub options: Options,
}

impl Request {
    /// As consumers read it.
    pub fn line(&self) -> String {
        let mut words = vec![hex(&self.payload), u8::from(self.options.operator_review).to_string()];
        words.extend(self.options.require.iter().map(|kind| hex(kind.as_bytes())));
        words.join(" ") + "\n"
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// How many different options there are: the command line tool takes them for a whole run.
const OPTIONS: usize = 24;

/// Good, crowded, odd and hostile payloads.
pub fn random(count: usize, seed: u64) -> Vec<Request> {
    let mut random = Random::new(seed);
    let choices: Vec<Options> = (0..OPTIONS).map(|_| options(&mut random)).collect();
    (0..count)
        .map(|_| {
            let mut draft = if random.chance(2) { crowded(&mut random) } else { good(&mut random) };
            let kind = random.below(100);
            if kind >= 60 {
                draft.spoil(&mut random);
            }
            let text = draft.write(&mut random);
            let mut payload = if kind >= 80 { hostile(&mut random, &text) } else { text.into_bytes() };
            if random.chance(95) {
                // the command line tool reads a payload a line
                payload.iter_mut().filter(|byte| matches!(byte, b'\n' | b'\r')).for_each(|byte| *byte = b' ');
            }
            Request { payload, options: choices[random.below(OPTIONS)].clone() }
        })
        .collect()
}

/// The verdicts in the form of the vectors, for the oracle that is extracted from the proofs.
pub fn write_verdicts(requests: &[Request], answers: &[Answer], file: &Path) {
    let mut lines = String::new();
    for (index, (request, answer)) in requests.iter().zip(answers).enumerate() {
        if let (Ok(verdict), Ok(payload)) = (answer, std::str::from_utf8(&request.payload)) {
            let options = &request.options;
            let asked = serde_json::json!({"require": options.require, "operator_review": options.operator_review});
            let name = format!("payload {index}");
            let line = serde_json::json!({"name": name, "payload": payload, "options": asked, "verdict": verdict});
            lines.push_str(&line.to_string());
            lines.push('\n');
        }
    }
    std::fs::write(file, lines).expect("the verdicts are written");
}

//! Random payloads from a fixed seed.

use super::Vector;
use crate::random::{Random, good, options};

pub(super) fn vectors() -> Vec<Vector> {
    let mut random = Random::new(20_240_229);
    (0..5000)
        .map(|number| {
            let mut draft = good(&mut random);
            let fault = if random.chance(15) { draft.spoil(&mut random) } else { None };
            let payload = draft.write(&mut random);
            Vector {
                name: format!("random {number} {}", fault.unwrap_or("good")),
                payload: payload.into_bytes(),
                options: options(&mut random),
            }
        })
        .collect()
}

//! How time and memory grow: payloads made to hurt, from a thousand to a million analyses.

use oz_status::{Options, resolve};
use std::fmt::Write;
use std::hint::black_box;
use std::time::Instant;

const SIZES: [usize; 4] = [1_000, 10_000, 100_000, 1_000_000];

type Story = (&'static str, fn(usize) -> String);

/// Prints nanoseconds per analysis for each story and size, and the slope from a thousand to a million.
pub fn run(rounds: usize) {
    let stories: [Story; 7] = [
        ("a group for each analysis", |n| {
            analyses(n, |i, text| write!(text, "\"analyse_id\":\"{}\",\"group_id\":\"{}\"", id(i), id(i + n)))
        }),
        ("one id seen again and again", |n| {
            analyses(n, |i, text| write!(text, "\"analyse_id\":\"a\",\"time_updated\":{}", 1_700_000_000 + i))
        }),
        ("ids with a long common start", |n| {
            analyses(n, |i, text| write!(text, "\"analyse_id\":\"{}{i}\"", "x".repeat(40)))
        }),
        ("ids that collide", |n| {
            let ids = colliding(n);
            analyses(n, |i, text| write!(text, "\"analyse_id\":\"{}\"", ids[i]))
        }),
        ("a type for each analysis", |n| analyses(n, |i, text| write!(text, "\"type\":\"T{i}\""))),
        ("every sighting contradicts itself", |n| {
            analyses(n, |i, text| write!(text, "\"analyse_id\":\"{i}\",\"resolution_status\":\"DECLINED\""))
        }),
        ("what is skipped is nested", |n| format!("{{\"analyses\":[],\"x\":{}{}}}", "[".repeat(n), "]".repeat(n))),
    ];
    let options = Options::new().require(["QUALITY"]).unwrap();
    print!("| nanoseconds for each analysis |");
    SIZES.iter().for_each(|size| print!(" {size} |"));
    println!(" slope |\n|---|---:|---:|---:|---:|---:|");
    for (name, make) in stories {
        print!("| {name} |");
        let costs: Vec<f64> = SIZES.iter().map(|&size| cost(&make(size), size, &options, rounds)).collect();
        costs.iter().for_each(|cost| print!(" {cost:.0} |"));
        println!(" {:.1} |", costs[SIZES.len() - 1] / costs[0]);
    }
    println!();
}

/// The median of a few runs.
fn cost(text: &str, size: usize, options: &Options, rounds: usize) -> f64 {
    let mut times: Vec<f64> = (0..rounds.min(5))
        .map(|_| {
            let start = Instant::now();
            black_box(resolve(black_box(text.as_bytes()), options).unwrap());
            start.elapsed().as_secs_f64() * 1e9 / size as f64
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

fn analyses(n: usize, fields: impl Fn(usize, &mut String) -> std::fmt::Result) -> String {
    let mut text = String::from("[");
    for i in 0..n {
        text.push_str(if i == 0 { "{" } else { ",{" });
        fields(i, &mut text).unwrap();
        text.push_str(",\"resolution\":\"SUCCESS\"}");
    }
    text + "]"
}

/// Shaped like a UUID, in no order.
fn id(i: usize) -> String {
    let mut random = fastrand::Rng::with_seed(i as u64);
    let (a, b) = (random.u64(..), random.u64(..));
    format!(
        "{:08x}-{:04x}-4{:03x}-8{:03x}-{:012x}",
        a >> 32,
        a >> 16 & 0xffff,
        a & 0xfff,
        b >> 52,
        b & 0xffff_ffff_ffff
    )
}

/// Ids of sixteen letters that all have the hash 0 in the table of names (`core/src/names.rs`), by its inverse.
fn colliding(n: usize) -> Vec<String> {
    const ODD: u64 = 0x9E37_79B9_7F4A_7C15;
    let inverse = (0..6).fold(ODD, |inverse, _| inverse.wrapping_mul(2_u64.wrapping_sub(ODD.wrapping_mul(inverse))));
    let mix = |hash: u64, word: u64| {
        let mixed = (hash ^ word).wrapping_mul(ODD);
        mixed ^ (mixed >> 32)
    };
    let start = mix(ODD, u64::from_le_bytes(*b"collidin"));
    let names = (0..1_u64 << 32).map(|high| {
        // the mixed word whose halves are the same ends in zeros
        let word = start ^ (high << 32 | high).wrapping_mul(inverse);
        assert!(mix(start, word) & 0xffff_ffff == 0);
        word.to_le_bytes()
    });
    let plain = |bytes: &[u8; 8]| bytes.iter().all(|byte| byte.is_ascii_graphic() && !b"\"\\".contains(byte));
    names.filter(plain).take(n).map(|bytes| format!("collidin{}", str::from_utf8(&bytes).unwrap())).collect()
}

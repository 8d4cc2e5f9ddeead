//! From payload text to the verdict.

use crate::allocations;
use crate::race::{contender, race};
use oz_status::{Options, Resolution, resolve};
use serde_json::{Value, json};
use std::hint::black_box;

/// Races for a realistic folder of about 10 KB, and for a Web SDK callback.
pub fn run(rounds: usize) {
    let folder = folder(6);
    let options = Options::new().require(["QUALITY", "BIOMETRY"]).unwrap();
    let kilobytes = folder.len() as f64 / 1000.0;
    race(
        &format!("folder of {kilobytes:.1} KB to system resolution"),
        rounds,
        folder.len() as f64,
        "byte",
        vec![
            contender("resolve: verdict with requirements and findings", || {
                resolve(black_box(folder.as_bytes()), &options).unwrap().system_resolution
            }),
            contender("resolve, canonical JSON written", || {
                let verdict = resolve(black_box(folder.as_bytes()), &options).unwrap();
                black_box(verdict.to_json());
                verdict.system_resolution
            }),
            contender("serde_json::Value and a loop", || by_hand(black_box(folder.as_bytes()))),
        ],
    );
    let callback = r#"{"state":"finished","folder_id":"f1","analyses":{"quality":{"state":"finished","resolution":"success"},"biometry":{"state":"finished","resolution":"success"}}}"#;
    race(
        "Web SDK callback of 160 bytes",
        rounds,
        1.0,
        "call",
        vec![contender("resolve", || resolve(black_box(callback.as_bytes()), &options).unwrap().system_resolution)],
    );
    print_allocations(&options);
}

/// The same folder with ever more that is skipped needs no more allocations.
fn print_allocations(options: &Options) {
    let small = folder(1);
    let large = folder(50);
    let count = |text: &str| allocations::count(|| resolve(text.as_bytes(), options).unwrap());
    let (few, many) = (count(&small), count(&large));
    println!("allocations of resolve: {few} for {} bytes, {many} for {} bytes\n", small.len(), large.len());
    assert_eq!(few, many, "a skipped value was built");
}

/// What integrators write: correct for this folder, without checks, findings or requirements.
fn by_hand(text: &[u8]) -> Resolution {
    let folder: Value = serde_json::from_slice(text).unwrap();
    let mut latest = (0.0, "");
    for analysis in folder["analyses"].as_array().unwrap() {
        let time = analysis["time_updated"].as_f64().unwrap();
        if time > latest.0 {
            latest = (time, analysis["group_id"].as_str().unwrap());
        }
    }
    let last = folder["analyses"].as_array().unwrap().iter().filter(|analysis| analysis["group_id"] == latest.1);
    last.map(|analysis| analysis["resolution_status"].as_str().unwrap().parse().unwrap()).max().unwrap()
}

/// A folder as the API answers it: two groups of two analyses, `detail` blocks of what no verdict needs around each.
fn folder(detail: usize) -> String {
    let media = |n: usize| {
        json!({
            "media_id": format!("6f1b2c3d-0000-4000-8000-00000000000{n}"), "media_type": "VIDEO_FOLDER",
            "tags": ["video_selfie", "video_selfie_eyes", "orientation_portrait"], "original_name": "capture.zip",
            "info": {"video": {"width": 720, "height": 1280, "fps": 29.97, "duration": 3.412}, "size": 1_482_233},
        })
    };
    let analysis = |n: usize, kind: &str, group: &str, resolution: &str| {
        let details: Vec<_> = (0..detail).map(|block| json!({
            "confidence_spoofing": 0.013_204 * (block as f64 + 1.0), "min_confidence": 0.993_1, "max_confidence": 0.998_2,
            "source_media": media(block % 10), "note": "Liveness \"passed\"\nall fine",
        })).collect();
        json!({
            "analyse_id": format!("a{n}b2c3d4-1111-4222-8333-44444444444{n}"), "folder_id": "f0e1d2c3-aaaa-4bbb-8ccc-dddddddddddd",
            "group_id": group, "type": kind, "state": "FINISHED", "resolution_status": resolution, "resolution": resolution,
            "time_created": 1_700_000_000.5 + n as f64, "time_updated": 1_700_000_003.1 + n as f64,
            "meta_data": null, "technical_meta_data": {"browser": "Chrome 120", "os": "Android 14"}, "results_data": details,
        })
    };
    let (first, second) = ("11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa", "22222222-bbbb-4bbb-8bbb-bbbbbbbbbbbb");
    let folder = json!({
        "folder_id": "f0e1d2c3-aaaa-4bbb-8ccc-dddddddddddd", "resolution_status": "FINISHED", "system_resolution": "SUCCESS",
        "media": [media(1), media(2)],
        "analyses": [
            analysis(1, "QUALITY", first, "SUCCESS"), analysis(2, "DOCUMENTS", first, "SUCCESS"),
            analysis(3, "BIOMETRY", second, "SUCCESS"), analysis(4, "COLLECTION", second, "SUCCESS"),
        ],
    });
    folder.to_string()
}

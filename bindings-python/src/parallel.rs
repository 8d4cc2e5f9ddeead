//! Long columns on every core. The engines that users come from do so too.

use oz_status::{ColumnError, Offset};
use std::num::NonZero;
use std::thread;

/// From this many groups on another thread pays for itself.
const SHARE: usize = 128 * 1024;

/// As `oz_status::group_results`, the groups shared among threads.
pub(crate) fn group_results<O: Offset + Sync>(
    codes: &[u8],
    offsets: &[O],
    results: &mut [u8],
) -> Result<(), ColumnError> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(results.len() / SHARE);
    if threads < 2 {
        return oz_status::group_results(codes, offsets, results);
    }
    let share = results.len().div_ceil(threads);
    let done = thread::scope(|scope| {
        let parts = results.chunks_mut(share).enumerate().map(|(part, results)| {
            let first = part.saturating_mul(share);
            let cuts = offsets.get(first..=first.saturating_add(results.len())).unwrap_or(&[]);
            move || oz_status::group_results(codes, cuts, results)
        });
        let running: Vec<_> = parts.map(|part| thread::Builder::new().spawn_scoped(scope, part)).collect();
        running.into_iter().all(|part| part.is_ok_and(|part| part.join().is_ok_and(|done| done.is_ok())))
    });
    // a part does not know the row as the whole counts it, nor is a thread to be had always
    if done { Ok(()) } else { oz_status::group_results(codes, offsets, results) }
}

//! Columns of codes.

use crate::refusal;
use wasm_bindgen::prelude::wasm_bindgen;

/// The result of each group of a column, as codes.
///
/// # Errors
/// A refusal that names the row, as a JSON list.
///
/// ```
/// assert_eq!(oz_status_wasm::group_results(&[1, 3, 1], &[0, 2, 2, 3]).unwrap(), [3, 6, 1]);
/// assert!(oz_status_wasm::group_results(&[1, 7], &[0, 2]).unwrap_err().contains("codes[1]"));
/// ```
#[wasm_bindgen]
pub fn group_results(codes: &[u8], offsets: &[u32]) -> Result<Vec<u8>, String> {
    let mut results = vec![0; offsets.len().saturating_sub(1)];
    match oz_status::group_results(codes, offsets, &mut results) {
        Ok(()) => Ok(results),
        Err(error) => Err(refusal::column(&error)),
    }
}

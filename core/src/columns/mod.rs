//! Batch kernels over columns of resolution codes. A column is checked before anything is written.

#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
mod block;
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[path = "block_simd.rs"]
mod block;
mod codes;
mod error;
mod offsets;
mod scatter;

pub use codes::{group_result_of_codes, status_set_of_codes};
pub use error::ColumnError;
pub use offsets::{Offset, group_results};
pub use scatter::group_results_by;

//! Versions.

use core::ffi::{CStr, c_char};

/// Counts the changes of this header that break programs built against an earlier one.
pub const ABI_VERSION: u32 = 1;

const VERSION: &CStr = match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
    Ok(version) => version,
    Err(_) => c"",
};

/// The version of the library that runs, as OZ_VERSION is that of the header. Static text.
#[unsafe(no_mangle)]
pub extern "C" fn oz_version() -> *const c_char {
    VERSION.as_ptr()
}

/// The version of the rules; any change of a verdict for the same input is a new one.
#[unsafe(no_mangle)]
pub extern "C" fn oz_rules_version() -> u32 {
    oz_status::RULES_VERSION
}

/// The OZ_ABI_VERSION of the library that runs; see OZ_ABI_CHECK.
#[unsafe(no_mangle)]
pub extern "C" fn oz_abi_version() -> u32 {
    ABI_VERSION
}

//! What is left of a panic without the standard library: no return, hence no verdict.

use core::panic::PanicInfo;

#[cfg(not(feature = "no-panic"))]
#[panic_handler]
fn stop(_: &PanicInfo<'_>) -> ! {
    loop {
        core::hint::spin_loop();
    }
}

#[cfg(feature = "no-panic")]
mod unlinked {
    use super::PanicInfo;

    unsafe extern "C" {
        // defined nowhere
        safe fn oz_status_panic_in_reach() -> !;
    }

    #[panic_handler]
    fn stop(_: &PanicInfo<'_>) -> ! {
        oz_status_panic_in_reach()
    }

    /// What must not link: a panic in reach.
    #[unsafe(no_mangle)]
    extern "C" fn oz_status_counterexample(code: u8) -> u8 {
        let codes = [1_u8, 2, 3];
        #[expect(clippy::indexing_slicing, reason = "it is to panic")]
        codes[usize::from(code)]
    }
}

//! Both judges, and both lattices.

use oz_status_tests::judge::{self, Judge};
use oz_status_tests::reference::lattice;
use oz_status_tests::reference::words::Word;

/// The judges that laws hold for.
pub fn judges() -> [Judge; 1] {
    [judge::reference]
}

/// The functions of section 3 over words.
pub struct Lattice {
    pub join: fn(Word, Word) -> Word,
    pub meet: fn(Word, Word) -> Word,
    pub group: fn(&[Word]) -> Word,
    pub decide: fn(Word) -> Word,
    pub set: fn(u8) -> Word,
}

/// The lattices that laws hold for.
pub fn lattices() -> [Lattice; 1] {
    [Lattice {
        join: lattice::join,
        meet: lattice::meet,
        group: lattice::group_result,
        decide: lattice::decide,
        set: lattice::set_result,
    }]
}

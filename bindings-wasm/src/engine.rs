//! What JavaScript calls.

use crate::folders::Folders;
use crate::refusal;
use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use oz_status::{Error, Options};
use wasm_bindgen::prelude::wasm_bindgen;

/// What is kept of the buffer between calls; a larger payload's is given back.
const KEPT: usize = 1 << 16;

/// The buffer through which text comes in, and the folders at hand.
///
/// What gives nothing was refused, and the refusal is then to be asked for.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Engine {
    buffer: Vec<u8>,
    folders: Folders,
    required: Vec<String>,
    refusal: String,
}

#[wasm_bindgen]
impl Engine {
    /// An engine with nothing at hand.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Engine {
        Engine::default()
    }

    /// Where `length` bytes may be written until the next call.
    pub fn input(&mut self, length: usize) -> *mut u8 {
        if self.buffer.len() < length || self.buffer.len() > KEPT {
            self.buffer = vec![0; length.max(KEPT / 8)];
        }
        self.buffer.as_mut_ptr()
    }

    /// Forgets what was required.
    pub fn require_nothing(&mut self) {
        self.required.clear();
    }

    /// Requires the type in the first `length` bytes of the buffer of verdicts to come.
    pub fn require(&mut self, length: usize) {
        // what is no text is required as the empty type, which is refused
        let name = core::str::from_utf8(self.text(length)).unwrap_or("").to_owned();
        self.required.push(name);
    }

    /// The canonical verdict on the first `length` bytes of the buffer.
    pub fn resolve(&mut self, length: usize, operator_review: bool) -> Option<String> {
        let verdict = self
            .options(operator_review)
            .and_then(|options| oz_status::resolve(self.text(length), &options).map(|verdict| verdict.to_json()));
        self.given(verdict)
    }

    /// Begins a folder anew, without sightings; those it has are to be observed again.
    pub fn replay(&mut self, number: u32) {
        self.folders.begin(number);
    }

    /// Whether a folder is at hand with this many sightings.
    pub fn is_at_hand(&mut self, number: u32, sightings: usize) -> bool {
        self.folders.at_hand(number, sightings).is_some()
    }

    /// Takes the sighting in the first `length` bytes of the buffer: false if it was refused, and nothing has changed.
    pub fn observe(&mut self, number: u32, length: usize) -> bool {
        let text = self.buffer.get(..length).unwrap_or(&[]);
        let observed = self.folders.get(number).map(|folder| folder.observe_json(text));
        observed.is_some_and(|observed| self.given(observed).is_some())
    }

    /// The canonical verdict on a folder.
    pub fn verdict(&mut self, number: u32, operator_review: bool) -> Option<String> {
        let options = self.options(operator_review);
        let options = self.given(options)?;
        self.folders.get(number).map(|folder| folder.verdict(&options).to_json())
    }

    /// The result of each group of a column, as codes.
    pub fn group_results(&mut self, codes: &[u8], offsets: &[u32]) -> Option<Vec<u8>> {
        let mut results = vec![0; offsets.len().saturating_sub(1)];
        match oz_status::group_results(codes, offsets, &mut results) {
            Ok(()) => Some(results),
            Err(error) => {
                self.refusal = refusal::of_column(&error);
                None
            }
        }
    }

    /// Why the last call gave nothing: a refusal as JSON.
    pub fn refusal(&mut self) -> String {
        core::mem::take(&mut self.refusal)
    }

    /// What was written; a length beyond it reads as no text, and no text is refused.
    fn text(&self, length: usize) -> &[u8] {
        self.buffer.get(..length).unwrap_or(&[])
    }

    fn options(&self, operator_review: bool) -> Result<Options, Error> {
        Options::new().operator_review(operator_review).require(&self.required)
    }

    fn given<T>(&mut self, result: Result<T, Error>) -> Option<T> {
        result.map_err(|error| self.refusal = error.to_json()).ok()
    }
}

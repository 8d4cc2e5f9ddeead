//! What JavaScript calls.

use crate::folders::Folders;
use crate::refusal;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use oz_status::{Folder, Options};
use wasm_bindgen::prelude::wasm_bindgen;

/// What is kept of the buffer between calls; a larger payload's is given back.
const KEPT: usize = 1 << 16;

/// The buffer through which text comes in, and the folders at hand.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Engine {
    buffer: Vec<u8>,
    folders: Folders,
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

    /// The canonical verdict on the first `length` bytes of the buffer.
    ///
    /// # Errors
    /// A refusal, as a JSON list.
    pub fn resolve(&self, length: usize, require: Vec<String>, operator_review: bool) -> Result<String, String> {
        let options = options(require, operator_review)?;
        let verdict = oz_status::resolve(self.text(length), &options);
        verdict.map(|verdict| verdict.to_json()).map_err(|error| refusal::text(&error))
    }

    /// Begins a folder anew, without sightings; those it has are to be observed again.
    pub fn replay(&mut self, number: u32) {
        self.folders.begin(number);
    }

    /// Takes the sighting in the first `length` bytes of the buffer; false if the folder is not at hand.
    ///
    /// # Errors
    /// A refusal, as a JSON list; the folder has not changed.
    pub fn observe(&mut self, number: u32, sightings: usize, length: usize) -> Result<bool, String> {
        let text = self.buffer.get(..length).unwrap_or(&[]);
        let Some(folder) = self.folders.at_hand(number, sightings) else { return Ok(false) };
        folder.observe_json(text).map(|()| true).map_err(|error| refusal::text(&error))
    }

    /// The canonical verdict on a folder; nothing if it is not at hand.
    ///
    /// # Errors
    /// A refusal of an option, as a JSON list.
    pub fn verdict(
        &mut self,
        number: u32,
        sightings: usize,
        require: Vec<String>,
        operator_review: bool,
    ) -> Result<Option<String>, String> {
        let options = options(require, operator_review)?;
        let folder: Option<&mut Folder<'static>> = self.folders.at_hand(number, sightings);
        Ok(folder.map(|folder| folder.verdict(&options).to_json()))
    }

    /// The result of each group of a column, as codes.
    ///
    /// # Errors
    /// A refusal that names the row, as a JSON list.
    pub fn group_results(&self, codes: &[u8], offsets: &[u32]) -> Result<Vec<u8>, String> {
        let mut results = vec![0; offsets.len().saturating_sub(1)];
        match oz_status::group_results(codes, offsets, &mut results) {
            Ok(()) => Ok(results),
            Err(error) => Err(refusal::column(&error)),
        }
    }

    /// What was written; a length beyond it reads as no text, and no text is refused.
    fn text(&self, length: usize) -> &[u8] {
        self.buffer.get(..length).unwrap_or(&[])
    }
}

/// The caller's options.
fn options(require: Vec<String>, operator_review: bool) -> Result<Options, String> {
    let options = Options::new().operator_review(operator_review).require(require);
    options.map_err(|error| refusal::text(&error))
}

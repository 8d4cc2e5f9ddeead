//! The WebAssembly part of the npm package: converts, calls core, converts back.
//!
//! Text comes in through a buffer that JavaScript writes ([`Engine::input`]) and goes out as strings: verdicts and
//! refusals in canonical JSON. Arguments are checked by the TypeScript facade, which is
//! the only caller and keeps one engine for good.

#![cfg_attr(target_arch = "wasm32", no_std)]

extern crate alloc;

mod engine;
mod folders;
mod refusal;
#[cfg(target_arch = "wasm32")]
mod runtime;

pub use engine::Engine;

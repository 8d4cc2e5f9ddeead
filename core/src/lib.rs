#![no_std]
//! oz-status

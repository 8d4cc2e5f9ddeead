//! The independent reference of the oz-status rules, and what it generates.

pub mod judge;
pub mod random;
pub mod reference;
pub mod vectors;

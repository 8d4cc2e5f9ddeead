//! The independent reference of the oz-status rules, and what it generates.

pub mod reference;

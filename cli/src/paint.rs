//! Colours: one for each decision, and whatever leads to it has the same.

use anstyle::{AnsiColor, Style};
use oz_status::{Decision, Resolution};
use std::fmt::Display;

pub(crate) const STRONG: Style = Style::new().bold();
pub(crate) const FAINT: Style = Style::new().dimmed();
pub(crate) const ALARM: Style = AnsiColor::Red.on_default().bold();

pub(crate) const fn of_decision(decision: Decision) -> Style {
    let color = match decision {
        Decision::Accept => AnsiColor::Green,
        Decision::Review => AnsiColor::Yellow,
        Decision::Reject => AnsiColor::Red,
        Decision::Retry => AnsiColor::Magenta,
        Decision::Wait => AnsiColor::Cyan,
    };
    color.on_default().bold()
}

/// A word in the colour of what it leads to.
pub(crate) fn resolution(resolution: Resolution) -> String {
    paint(of_decision(resolution.decision()), resolution)
}

pub(crate) fn paint(style: Style, text: impl Display) -> String {
    format!("{style}{text}{style:#}")
}

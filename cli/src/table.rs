//! `oz-status table`: all 64 status sets.

use crate::args::{TableArgs, TableFormat};
use crate::exit::Failure;
use crate::output::Output;
use crate::paint::{self, FAINT, STRONG, paint};
use anstream::ColorChoice;
use oz_status::{Resolution, StatusSet};

const HEADINGS: [&str; 7] = ["set", "bits", "members", "group result", "folder status", "decision", "contested"];
const MARK: &str = "*";
const NO_MEMBERS: &str = "(none)";

pub(crate) fn run(args: &TableArgs, color: ColorChoice) -> Result<u8, Failure> {
    let table = match args.format {
        TableFormat::Text => text(),
        TableFormat::Markdown => markdown(),
    };
    Output::stdout(color)?.write_styled(&table)?;
    Ok(0)
}

fn sets() -> impl Iterator<Item = StatusSet> {
    (0..=u8::MAX).map_while(StatusSet::from_bits)
}

fn cells(set: StatusSet) -> [String; 7] {
    let members: Vec<_> = set.iter().rev().map(Resolution::as_str).collect();
    let mark = if set.is_contested() { MARK } else { "" };
    [
        set.bits().to_string(),
        format!("{:06b}", set.bits()),
        if members.is_empty() { NO_MEMBERS.to_owned() } else { members.join(", ") },
        set.result().to_string(),
        set.folder_status().to_string(),
        set.decision().to_string(),
        mark.to_owned(),
    ]
}

fn legend() -> String {
    format!(
        "{} beside anything else: another reading of the page would differ (C2, C3, C4).",
        [Resolution::Processing, Resolution::Failed].map(Resolution::as_str).join(" or ")
    )
}

fn markdown() -> String {
    let row = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let mut table = row(&HEADINGS.map(String::from)) + &row(&[(); 7].map(|()| String::from("---")));
    for set in sets() {
        table += &row(&cells(set).map(|cell| cell.replace(MARK, r"\*")));
    }
    format!("{table}\n\\* {}\n", legend())
}

fn text() -> String {
    let widths = |column: usize| {
        let cells = sets().filter_map(|set| cells(set).get(column).map(String::len));
        cells.chain(HEADINGS.get(column).map(|heading| heading.len())).max().unwrap_or(0)
    };
    let widths = [0, 1, 2, 3, 4, 5, 6].map(widths);
    let row = |cells: &[String; 7], styles: [anstyle::Style; 7]| {
        let padded = cells.iter().zip(widths).zip(styles);
        let padded: Vec<_> = padded.map(|((cell, width), style)| paint(style, format!("{cell:width$}"))).collect();
        padded.join("  ") + "\n"
    };
    let mut table = row(&HEADINGS.map(String::from), [STRONG; 7]);
    for set in sets() {
        let style = paint::of_decision(set.decision());
        table += &row(&cells(set), [FAINT, FAINT, anstyle::Style::new(), style, STRONG, style, STRONG]);
    }
    format!("{table}\n{MARK} {}\n", legend())
}

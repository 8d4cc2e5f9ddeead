//! What all lines together come to.

use super::counter::Counter;
use super::judge::Report;
use super::notes::Notes;
use crate::input::Source;
use crate::paint::{self, ALARM, STRONG, paint};
use crate::visible::visible;
use anstyle::Style;
use oz_status::{Decision, ErrorCode, FindingCode, Reading, Resolution, Verdict};

/// File names are the caller's, and still not to steer a terminal.
const NAME_LIMIT: usize = 400;

/// Counts over lines.
#[derive(Clone, Debug)]
pub(crate) struct Totals {
    resolutions: Counter<Resolution>,
    decisions: Counter<Decision>,
    findings: Counter<FindingCode>,
    readings: Counter<Reading>,
    errors: Counter<ErrorCode>,
    too_long: u64,
}

impl Default for Totals {
    fn default() -> Totals {
        Totals {
            resolutions: Counter::new(Resolution::ALL),
            decisions: Counter::new(Decision::ALL),
            findings: Counter::new(FindingCode::ALL),
            readings: Counter::new(Reading::ALL),
            errors: Counter::new(ErrorCode::ALL),
            too_long: 0,
        }
    }
}

impl Totals {
    pub(crate) fn judged(&mut self, verdict: &Verdict<'_>) {
        self.resolutions.add(verdict.system_resolution);
        self.decisions.add(verdict.decision);
        for finding in &verdict.findings {
            self.findings.add(finding.code);
            if let Some(reading) = finding.reading {
                self.readings.add(reading);
            }
        }
    }

    pub(crate) fn refused(&mut self, code: ErrorCode) {
        self.errors.add(code);
    }

    pub(crate) fn too_long(&mut self) {
        self.too_long = self.too_long.saturating_add(1);
    }

    fn merge(&mut self, other: &Totals) {
        self.resolutions.merge(&other.resolutions);
        self.decisions.merge(&other.decisions);
        self.findings.merge(&other.findings);
        self.readings.merge(&other.readings);
        self.errors.merge(&other.errors);
        self.too_long = self.too_long.saturating_add(other.too_long);
    }

    fn refusals(&self) -> u64 {
        self.errors.total().saturating_add(self.too_long)
    }
}

/// Notes on one input.
#[derive(Debug)]
struct OfSource {
    name: String,
    contradictions: Notes,
    refusals: Notes,
}

/// The counts of a whole run, and the first notes on each input. Its size does not depend on the inputs.
#[derive(Debug)]
pub(crate) struct Summary {
    totals: Totals,
    sources: Vec<OfSource>,
}

impl Summary {
    pub(crate) fn new(sources: &[Source]) -> Summary {
        let of_source = |source: &Source| OfSource {
            name: visible(&source.name(), NAME_LIMIT),
            contradictions: Notes::default(),
            refusals: Notes::default(),
        };
        Summary { totals: Totals::default(), sources: sources.iter().map(of_source).collect() }
    }

    pub(crate) fn add(&mut self, report: Report) {
        self.totals.merge(&report.totals);
        if let Some(source) = self.sources.get_mut(report.source) {
            source.contradictions.append(report.contradictions);
            source.refusals.append(report.refusals);
        }
    }

    fn lines(&self) -> u64 {
        self.totals.resolutions.total().saturating_add(self.totals.refusals())
    }

    fn contradictions(&self) -> u64 {
        self.sources.iter().fold(0, |total, source| total.saturating_add(source.contradictions.total()))
    }

    /// Whether there was no line at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.lines() == 0
    }

    pub(crate) fn is_clean(&self) -> bool {
        self.contradictions() == 0 && self.totals.refusals() == 0
    }

    pub(crate) fn render(&self) -> String {
        let totals = &self.totals;
        let mut text = heading("lines", self.lines());
        text += &entry(Style::new(), "judged", totals.resolutions.total());
        text += &entry(alarm(totals.refusals()), "refused", totals.refusals());

        text += &heading("system resolution", totals.resolutions.total());
        for (resolution, count) in totals.resolutions.iter() {
            text += &entry(paint::of_decision(resolution.decision()), resolution.as_str(), count);
        }
        text += &heading("decision", totals.decisions.total());
        for (decision, count) in totals.decisions.iter() {
            text += &entry(paint::of_decision(decision), decision.as_str(), count);
        }
        text += &heading("findings", totals.findings.total());
        for (code, count) in totals.findings.iter() {
            text += &entry(Style::new(), code.as_str(), count);
        }
        text += &heading("explained by another reading", totals.readings.total());
        for (reading, count) in totals.readings.iter() {
            text += &entry(Style::new(), reading.as_str(), count);
        }
        text += &heading("contradictions", self.contradictions());
        text += &self.notes(|source| &source.contradictions);
        text += &heading("refused lines", totals.refusals());
        for (code, count) in totals.errors.iter().filter(|(_, count)| *count > 0) {
            text += &entry(ALARM, code.as_str(), count);
        }
        if totals.too_long > 0 {
            text += &entry(ALARM, super::judge::LINE_TOO_LONG, totals.too_long);
        }
        text += &self.notes(|source| &source.refusals);
        text
    }

    fn notes(&self, of: impl Fn(&OfSource) -> &Notes) -> String {
        let mut text = String::new();
        for source in &self.sources {
            let (name, notes) = (&source.name, of(source));
            for (line, note) in notes.first() {
                text += &format!("  {name}:{line}: {note}\n");
            }
            if notes.rest() > 0 {
                text += &format!("  {name}: and {} more\n", notes.rest());
            }
        }
        text
    }
}

const WIDTH: usize = 32;

fn heading(title: &str, count: u64) -> String {
    format!("{}{count:>12}\n", paint(STRONG, format!("{title:WIDTH$}")))
}

fn entry(style: Style, title: &str, count: u64) -> String {
    let style = if count > 0 { style } else { paint::FAINT };
    format!("  {}{count:>12}\n", paint(style, format!("{title:width$}", width = WIDTH.saturating_sub(2))))
}

const fn alarm(count: u64) -> Style {
    if count > 0 { ALARM } else { Style::new() }
}

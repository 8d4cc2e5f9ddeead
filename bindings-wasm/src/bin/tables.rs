//! Writes the tables of core as TypeScript, so that the facade knows words and order without a second list of them.

use oz_status::{
    AnalysisResolution, AnalysisState, Decision, ErrorCode, FindingCode, FolderStatus, RULES_VERSION, Reading,
    Resolution, StatusSet,
};
use std::fmt::Write as _;
use std::io::Write as _;

fn main() -> std::io::Result<()> {
    let mut out = Tables(String::from(
        "// The tables of core, written by `make generate`. A test holds that this file is what core says.\n",
    ));
    out.line(&format!("export const RULES_VERSION = {RULES_VERSION};"));
    vocabulary!(out, "RESOLUTION", Resolution);
    vocabulary!(out, "ANALYSIS_RESOLUTION", AnalysisResolution);
    vocabulary!(out, "FOLDER_STATUS", FolderStatus);
    vocabulary!(out, "ANALYSIS_STATE", AnalysisState);
    vocabulary!(out, "DECISION", Decision);
    out.refusals();
    out.names("ERROR_CODES", ErrorCode::ALL.iter().map(|code| code.as_str()));
    out.names("FINDING_CODES", FindingCode::ALL.iter().map(|code| code.as_str()));
    out.names("READINGS", Reading::ALL.iter().map(|reading| reading.as_str()));

    out.doc("The bit of each resolution in a status set.");
    let bit = |resolution: &Resolution| (resolution.as_str(), StatusSet::from(*resolution).bits());
    out.record("RESOLUTION_BITS", Resolution::ALL.iter().map(bit));
    out.doc("Places in the order, the best first.");
    let below = |resolution: &Resolution| Resolution::ALL.iter().filter(|other| *other < resolution).count();
    out.record("RESOLUTION_RANKS", Resolution::ALL.iter().map(|resolution| (resolution.as_str(), below(resolution))));
    out.doc("R6, and whether anything further is awaited.");
    let decision = |resolution: &Resolution| (resolution.as_str(), quoted(resolution.decision().as_str()));
    out.record("DECISION_OF", Resolution::ALL.iter().map(decision));
    let awaited = |resolution: &Resolution| (resolution.as_str(), resolution.is_final());
    let decided = |decision: &Decision| (decision.as_str(), decision.is_final());
    out.record("IS_FINAL", Resolution::ALL.iter().map(awaited).chain(Decision::ALL.iter().map(decided)));

    out.doc("Every status set by its bits: codes of the worst and the best member, of R3 and R6; whether contested.");
    out.line("export const SETS: readonly (readonly [number, number, number, number, number])[] = [");
    for set in (0..=u8::MAX).map_while(StatusSet::from_bits) {
        let (worst, best) = (set.result().code(), set.best().unwrap_or(set.result()).code());
        let (status, decision) = (set.folder_status().code(), set.decision().code());
        out.line(&format!("  [{worst}, {best}, {status}, {decision}, {}],", u8::from(set.is_contested())));
    }
    out.line("];");
    std::io::stdout().write_all(out.0.as_bytes())
}

struct Tables(String);

impl Tables {
    fn line(&mut self, line: &str) {
        self.0.push_str(line);
        self.0.push('\n');
    }

    fn doc(&mut self, text: &str) {
        self.line(&format!("/** {text} */"));
    }

    fn names<'n>(&mut self, name: &str, names: impl Iterator<Item = &'n str>) {
        let list: Vec<String> = names.map(quoted).collect();
        self.line(&format!("export const {name} = [\n  {},\n] as const;", list.join(",\n  ")));
    }

    fn record<'n, T: std::fmt::Display>(&mut self, name: &str, entries: impl Iterator<Item = (&'n str, T)>) {
        let mut text = format!("export const {name} = {{\n");
        for (key, value) in entries {
            // writing into a string cannot fail
            let _ = writeln!(text, "  {key}: {value},");
        }
        self.line(&(text + "} as const;"));
    }

    /// Words and codes, the best first.
    fn vocabulary(&mut self, name: &str, what: &str, members: impl Iterator<Item = (&'static str, u8)>) {
        self.doc(&format!("The codes of each {what}, the best first."));
        self.record(&format!("{name}_CODES"), members);
    }

    /// What is said of words that are no resolutions.
    fn refusals(&mut self) {
        let elsewhere = FolderStatus::ALL.iter().filter_map(|status| {
            let error = status.as_str().parse::<Resolution>().err()?;
            Some((status.as_str(), quoted(error.code().as_str())))
        });
        self.doc("How words of other vocabularies are refused where a resolution belongs.");
        self.record("RESOLUTION_REFUSED", elsewhere);
        let expected = "".parse::<Resolution>().err().map(|error| error.expected()).unwrap_or_default();
        self.line(&format!("export const RESOLUTION_EXPECTED = {};", quoted(expected)));
    }
}

macro_rules! vocabulary {
    ($out:ident, $title:literal, $name:ident) => {
        $out.vocabulary($title, $name::NAME, $name::ALL.iter().map(|member| (member.as_str(), member.code())))
    };
}
use vocabulary;

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

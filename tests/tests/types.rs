//! What the public types promise beside their methods.

use oz_status::{
    Analysis, AnalysisResolution, AnalysisState, Claims, CodeError, ColumnError, Decision, Error, ErrorCode, Finding,
    FindingCode, Folder, FolderStatus, Group, Options, Reading, Resolution, RollUp, Sighting, Sightings, StatusSet,
    StatusWord, Tally, TallyError, Verdict, WordError,
};
use std::mem::size_of;

fn shared<T: Send + Sync + std::panic::UnwindSafe>() {}
fn small<T: Copy + Send + Sync>(limit: usize) {
    assert!(size_of::<T>() <= limit, "{} is {} bytes", std::any::type_name::<T>(), size_of::<T>());
}
fn error<T: std::error::Error + Send + Sync + Clone + 'static>() {}

#[test]
fn everything_may_cross_threads() {
    shared::<Folder<'_>>();
    shared::<Verdict<'_>>();
    shared::<Finding<'_>>();
    shared::<Sighting<'_>>();
    shared::<Claims<'_>>();
    shared::<Options>();
    shared::<Error>();
}

#[test]
fn what_is_small_is_copied() {
    small::<Resolution>(1);
    small::<AnalysisResolution>(1);
    small::<FolderStatus>(1);
    small::<AnalysisState>(1);
    small::<Decision>(1);
    small::<StatusSet>(1);
    small::<FindingCode>(1);
    small::<Reading>(1);
    small::<ErrorCode>(1);
    small::<StatusWord>(2);
    small::<Tally>(48);
    small::<Sightings>(48);
    small::<Group>(24);
    small::<Analysis>(40);
    small::<RollUp>(24);
    assert_eq!(size_of::<Option<Resolution>>(), 1);
}

#[test]
fn errors_are_errors() {
    error::<Error>();
    error::<WordError>();
    error::<CodeError>();
    error::<ColumnError>();
    error::<TallyError>();
    // one pointer, so that a result stays small
    assert_eq!(size_of::<Error>(), size_of::<usize>());
}

#[test]
fn words_are_strings_to_serde_and_go_through_the_one_parser() {
    for &resolution in Resolution::ALL {
        let text = serde_json::to_string(&resolution).expect("a word");
        assert_eq!(text, format!("\"{resolution}\""));
        assert_eq!(serde_json::from_str::<Resolution>(&text.to_lowercase()).expect("any case"), resolution);
    }
    for wrong in ["\"FINISHED\"", "\"\"", "1", "null", "\"success \""] {
        assert!(serde_json::from_str::<Resolution>(wrong).is_err(), "{wrong}");
    }
    assert!(serde_json::from_str::<FolderStatus>("\"SUCCESS\"").is_err());
    assert!(serde_json::from_str::<Decision>("\"accept\"").is_ok());
}

#[test]
fn serde_writes_verdicts_and_refusals_as_we_do() {
    let options = Options::new().require(["QUALITY", "COLLECTION"]).expect("types");
    let payload = br#"{"folder_id":"f\n\u0001\"","resolution_status":"FAILED","analyses":[
        {"analyse_id":"a","group_id":"g","type":"QUALITY","state":"FINISHED","resolution":"DECLINED","time_updated":1700000000.25},
        {"analyse_id":"b","type":"Other","resolution":"SUCCESS"}]}"#;
    let verdict = oz_status::resolve(payload, &options).expect("a verdict");
    assert!(verdict.findings.len() > 3);
    let text = verdict.to_json();
    assert_eq!(serde_json::to_string(&verdict).expect("JSON"), text);
    // a serializer that fails is told of at whatever place
    let mut room = vec![0; text.len()];
    for length in 0..=text.len() {
        let written = serde_json::to_writer(&mut room[..length], &verdict);
        assert_eq!(written.is_ok(), length == text.len());
    }
    let finding = &verdict.findings[0];
    let words = serde_json::to_string(&(finding.code, finding.computed, Reading::C4)).expect("JSON");
    assert_eq!(words, r#"["folder_status_mismatch","FINISHED","C4"]"#);
    for malformed in [&b"{\"analyses\":[}"[..], b"{\"analyses\":7}", b"{}"] {
        let error = oz_status::resolve(malformed, &options).expect_err("a refusal");
        assert_eq!(serde_json::to_string(&error).expect("JSON"), error.to_json());
    }
}

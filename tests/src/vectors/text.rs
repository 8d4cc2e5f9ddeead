//! Section 5: what may be written in more than one way, and what is skipped.

use super::Vector;
use crate::reference::text::encode;

pub(super) fn vectors() -> Vec<Vector> {
    let mut vectors = Vec::new();
    for (name, payload) in SHAPES {
        vectors.push(Vector::new(format!("shape: {name}"), *payload));
    }
    for (name, payload) in SKIPPED {
        vectors.push(Vector::new(format!("skipped: {name}"), *payload));
    }
    names(&mut vectors);
    words(&mut vectors);
    times(&mut vectors);
    deep(&mut vectors);
    vectors
}

const SHAPES: &[(&str, &str)] = &[
    ("folder", "{\"analyses\":[{\"resolution\":\"SUCCESS\"}]}"),
    ("array", "[{\"resolution\":\"SUCCESS\"}]"),
    ("lone analysis", "{\"analyse_id\":\"a\",\"folder_id\":\"f\",\"resolution\":\"SUCCESS\"}"),
    ("lone analysis, other spelling", "{\"analysis_id\":\"a\",\"resolution\":\"DECLINED\"}"),
    ("lone analysis, analyses null", "{\"analyses\":null,\"analyse_id\":\"a\",\"state\":\"PROCESSING\"}"),
    ("lone analysis, one spelling null", "{\"analyse_id\":null,\"analysis_id\":\"a\",\"state\":\"FAILED\"}"),
    (
        "lone analysis, claims are other keys",
        "{\"analyse_id\":\"a\",\"resolution\":\"SUCCESS\",\"system_resolution\":5,\"system_resolution\":6}",
    ),
    (
        "keyed",
        "{\"state\":\"finished\",\"folder_id\":\"f1\",\"analyses\":{\"quality\":{\"state\":\"finished\",\"resolution\":\"success\"}}}",
    ),
    (
        "keyed, with types and claims",
        "{\"analyses\":{\"liveness\":{\"type\":\"Quality\",\"resolution\":\"success\"},\"blacklist\":{\"resolution\":\"declined\",\"folder_id\":\"f\"}},\"system_resolution\":\"success\"}",
    ),
    ("analysis null inside elements", "[{\"analyses\":null,\"resolution\":\"SUCCESS\"}]"),
    ("a folder with an analysis id", "{\"analyse_id\":\"\",\"analysis_id\":[],\"analyses\":[]}"),
    (
        "a folder with an analysis's keys, twice",
        "{\"type\":1,\"type\":2,\"resolution\":\"x\",\"group_id\":\"\",\"time_updated\":true,\"resolution\":\"y\",\"analyses\":[]}",
    ),
    (
        "an analysis with a folder's keys, twice",
        "[{\"system_resolution\":1,\"system_resolution\":\"x\",\"resolution\":\"SUCCESS\"}]",
    ),
    (
        "folder id from an analysis",
        "{\"analyses\":[{\"resolution\":\"SUCCESS\"},{\"folder_id\":\"f\",\"resolution\":\"SUCCESS\"}]}",
    ),
    ("folder ids agree", "{\"analyses\":[{\"folder_id\":\"f\",\"resolution\":\"SUCCESS\"}],\"folder_id\":\"f\"}"),
    (
        "nulls are absent",
        "{\"folder_id\":null,\"state\":null,\"resolution_status\":null,\"system_resolution\":null,\"analyses\":[{\"analyse_id\":null,\"analysis_id\":null,\"folder_id\":null,\"group_id\":null,\"type\":null,\"state\":null,\"resolution_status\":null,\"resolution\":\"SUCCESS\",\"time_updated\":null}]}",
    ),
    (
        "space of every kind",
        "\r\n\t { \"analyses\" :\t[ { \"resolution\" : \"SUCCESS\" } ,\n{\"resolution\":\"SUCCESS\"\r} ] } \n",
    ),
    (
        "escaped key names",
        "{\"\\u0061nalyses\":[{\"\\u0073tate\":\"\\u0046INISHED\",\"reso\\u006Cution\":\"SUC\\u0043ESS\"}]}",
    ),
];

const SKIPPED: &[(&str, &str)] = &[
    (
        "lone surrogate in a value",
        "{\"x\":\"\\ud800\",\"analyses\":[{\"resolution\":\"SUCCESS\",\"y\":[\"\\udc00\"]}]}",
    ),
    (
        "lone surrogate in a key of a skipped object",
        "{\"x\":{\"\\ud800\":1},\"analyses\":[{\"resolution\":\"SUCCESS\"}]}",
    ),
    ("lone surrogate in a key of the other shape", "{\"group_id\":\"\\ud800\",\"analyses\":[]}"),
    (
        "lone surrogate in a folder's key of an analysis",
        "[{\"system_resolution\":\"\\ud800\",\"resolution\":\"SUCCESS\"}]",
    ),
    ("keys twice", "{\"x\":1,\"x\":2,\"analyses\":[{\"resolution\":\"SUCCESS\",\"media\":1,\"media\":1}]}"),
    (
        "keys twice in a skipped object",
        "{\"x\":{\"state\":1,\"state\":1,\"analyses\":5,\"analyses\":5},\"analyses\":[]}",
    ),
    (
        "key names in another case",
        "{\"STATE\":1,\"Analyses\":5,\"analyses\":[{\"State\":2,\"resolution\":\"SUCCESS\"}]}",
    ),
    ("empty key name", "{\"\":1,\"\":2,\"analyses\":[]}"),
    (
        "numbers of every kind",
        "{\"x\":[0,-0,0.0,1e5,1E+5,1e-5,-1.5e400,123456789012345678901234567890],\"analyses\":[]}",
    ),
    (
        "strings of every kind",
        "{\"x\":[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0000\",\"\u{7f}\u{feff}\u{10ffff}\"],\"analyses\":[]}",
    ),
    ("literals and empties", "{\"x\":[null,true,false,[],{},[ ],{ }],\"analyses\":[]}"),
];

fn names(vectors: &mut Vec<Vector>) {
    let spelled = [
        ("escapes needed", "\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001F\\u007f\""),
        ("escapes not needed", "\"\\/\\u0041\\u00E9\\ud83d\\ude00\""),
        ("not ascii", "\"\u{e9}\u{130}\u{df}\u{4e00}\u{1f600}\u{2028}\u{2029}\u{feff}\""),
        ("combining", "\"e\\u0301\""),
        ("noncharacters", "\"\\uffff\\ufffe\u{fffd}\\udbff\\udfff\""),
        ("spaces", "\" a  \""),
        ("looks like null", "\"null\""),
    ];
    for (name, json) in spelled {
        let payload = format!(
            "{{\"folder_id\":{json},\"analyses\":[{{\"analyse_id\":{json},\"group_id\":{json},\"type\":{json},\"resolution\":\"DECLINED\"}}]}}"
        );
        vectors.push(Vector::new(format!("names: {name}"), payload));
        let keyed = format!(
            "{{\"analyses\":{{{json}:{{\"state\":\"FINISHED\",\"resolution\":\"DECLINED\",\"resolution_status\":\"SUCCESS\"}}}}}}"
        );
        vectors.push(Vector::new(format!("keyed: {name}"), keyed));
    }
    let upper = "[{\"type\":\"stra\u{df}e \u{e9}\u{131}\",\"resolution\":\"SUCCESS\"}]";
    vectors.push(Vector::requiring("types upper-case beyond ascii stay", upper, &["STRA\u{df}E \u{e9}\u{131}"]));
    vectors.push(Vector::requiring("types do not fold beyond ascii", upper, &["STRASSE \u{c9}I"]));
    vectors.push(Vector::requiring("a required type to escape", "[]", &["a\"\\\u{1}\u{1f600}\n"]));
    vectors.push(Vector::requiring(
        "aliases required twice",
        "[{\"type\":\"Blacklist\",\"resolution\":\"SUCCESS\"}]",
        &["collection", "BLACKLIST", "liveness", "QUALITY", "Collection"],
    ));
}

fn words(vectors: &mut Vec<Vector>) {
    for word in ["success", "Success", "sUCCESS", "operator_Required", "declined", "Failed", "processing"] {
        let payload = format!("[{{\"resolution\":{}}}]", encode(word));
        vectors.push(Vector::new(format!("word {word}"), payload));
    }
    for state in ["finished", "Failed", "pROCESSING"] {
        let payload =
            format!("{{\"state\":\"{state}\",\"analyses\":[{{\"state\":\"{state}\",\"resolution\":\"SUCCESS\"}}]}}");
        vectors.push(Vector::new(format!("state {state}"), payload));
    }
}

fn times(vectors: &mut Vec<Vector>) {
    for json in [
        "1700000000",
        "1700000000.0",
        "1700000000.5",
        "1700000000.25e0",
        "1.7e9",
        "1.7E+9",
        "17e8",
        "170000000000e-2",
        "1700000000.000001",
        "1700000000.0000005",
        "1700000000.0000004",
        "1700000000.123456",
        "1700000000.1234565",
        "1700000000.123456789",
        "1700000000.999999",
        "1700000000.9999999",
        "4000000000.0000005",
        "7000000000.0000025",
        "946684800",
        "946684799.9999999",
        "946684800.0000001",
        "7258118399",
        "7258118399.999999",
        "1.70000000000000000000000000000001e9",
        "0.17e10",
        "\"1700000000\"",
        "\"1700000000.5\"",
        "\"1.7e9\"",
        "\"\\u0031700000000\"",
        "\"2023-11-14T22:13:20Z\"",
        "\"2023-11-14t22:13:20z\"",
        "\"2023-11-14T22:13:20+00:00\"",
        "\"2023-11-14T22:13:20-00:00\"",
        "\"2023-11-15T03:43:20+05:30\"",
        "\"2023-11-13T22:14:20-23:59\"",
        "\"2023-11-15T22:12:20+23:59\"",
        "\"2023-11-14T22:13:20.5Z\"",
        "\"2023-11-14T22:13:20.123456Z\"",
        "\"2023-11-14T22:13:20.1234569Z\"",
        "\"2023-11-14T22:13:20.9999999999999999999999Z\"",
        "\"2000-01-01T00:00:00Z\"",
        "\"1999-12-31T23:59:59-00:01\"",
        "\"2000-01-01T23:58:59+23:58\"",
        "\"2199-12-31T23:59:59.9999999Z\"",
        "\"2200-01-01T00:00:00+00:01\"",
        "\"2024-02-29T12:00:00Z\"",
        "\"2000-02-29T12:00:00Z\"",
        "\"2100-02-28T23:59:59Z\"",
        "\"2024\\u002d02-29T12:00:00Z\"",
    ] {
        let payload = format!("[{{\"resolution\":\"SUCCESS\",\"time_updated\":{json}}}]");
        vectors.push(Vector::new(format!("time {json}"), payload));
    }
    for (one, other) in [
        ("1700000000", "\"2023-11-14T22:13:20Z\""),
        ("1700000000.1", "\"2023-11-14T22:13:20.1Z\""),
        ("1700000000.3", "\"2023-11-14T23:13:20.300000+01:00\""),
        ("\"1700000000.000001\"", "1700000000"),
        ("1700000000.0000001", "1700000000"),
    ] {
        let payload = format!(
            "[{{\"group_id\":\"g\",\"resolution\":\"SUCCESS\",\"time_updated\":{one}}},{{\"group_id\":\"h\",\"resolution\":\"DECLINED\",\"time_updated\":{other}}}]"
        );
        vectors.push(Vector::new(format!("times {one} and {other}"), payload));
    }
}

fn deep(vectors: &mut Vec<Vector>) {
    let depth = 2000;
    let (arrays, ends) = ("[".repeat(depth), "]".repeat(depth));
    let objects = "{\"analyses\":".repeat(depth);
    let closes = "}".repeat(depth);
    vectors.push(Vector::new(
        "deep arrays are skipped",
        format!("{{\"x\":{arrays}{ends},\"analyses\":[{{\"resolution\":\"SUCCESS\"}}]}}"),
    ));
    vectors.push(Vector::new(
        "deep objects are skipped",
        format!("[{{\"results_data\":{objects}0{closes},\"resolution\":\"SUCCESS\"}}]"),
    ));
    vectors.push(Vector::new(
        "deep mixed nesting is skipped",
        format!("[{{\"resolution\":\"SUCCESS\",\"x\":{}{}}}]", "[{\"a\":".repeat(depth) + "1", "}]".repeat(depth)),
    ));
}

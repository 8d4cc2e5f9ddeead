//! Section 5: every error, one fault a payload.

use super::Vector;

const FULL: &str = "{\"folder_id\":\"f\",\"analyses\":[{\"analyse_id\":\"a\",\"group_id\":\"g\",\"type\":\"QUALITY\",\"resolution\":\"SUCCESS\"},{\"analyse_id\":\"b\",\"group_id\":\"g\",\"type\":\"BIOMETRY\",@}]}";

pub(super) fn vectors() -> Vec<Vector> {
    let mut vectors = Vec::new();
    malformed(&mut vectors);
    shapes(&mut vectors);
    second_sighting(&mut vectors);
    folder_keys(&mut vectors);
    conflicts(&mut vectors);
    duplicates(&mut vectors);
    require(&mut vectors);
    vectors
}

fn push(vectors: &mut Vec<Vector>, payload: impl AsRef<[u8]>) {
    let payload = payload.as_ref();
    let name = format!("error {}: {}", vectors.len(), payload.escape_ascii());
    let short: String = name.chars().take(120).collect();
    vectors.push(Vector::new(short, payload));
}

fn malformed(vectors: &mut Vec<Vector>) {
    for bytes in [
        &b"[\xff]"[..],
        b"{\"analyses\":[],\"x\":\"\xc3\"}",
        b"[\"\xed\xa0\x80\"]",
        b"[]\xc0\xaf",
        b"{\"analyses\":[{\"analyse_id\":\"\xf4\x90\x80\x80\",\"resolution\":\"SUCCESS\"}]}",
        b"\xef\xbb\xbf[]",
        b"",
        b" \n",
        b"[",
        b"{",
        b"]",
        b"[]]",
        b"[] []",
        b"[],",
        b"{\"analyses\":[]}x",
        b"{\"analyses\":[],}",
        b"{\"analyses\":[]",
        b"{\"analyses\" []}",
        b"{analyses:[]}",
        b"{'analyses':[]}",
        b"{\"analyses\":[],\"x\":01}",
        b"{\"analyses\":[],\"x\":1.}",
        b"{\"analyses\":[],\"x\":.5}",
        b"{\"analyses\":[],\"x\":+1}",
        b"{\"analyses\":[],\"x\":-}",
        b"{\"analyses\":[],\"x\":1e}",
        b"{\"analyses\":[],\"x\":NaN}",
        b"{\"analyses\":[],\"x\":nul}",
        b"{\"analyses\":[],\"x\":True}",
        b"{\"analyses\":[],\"x\":\"\\x\"}",
        b"{\"analyses\":[],\"x\":\"\\u12g4\"}",
        b"{\"analyses\":[],\"x\":\"\\u12\"}",
        b"{\"analyses\":[],\"x\":\"a\nb\"}",
        b"{\"analyses\":[],\"x\":\"a\x00b\"}",
        b"{\"analyses\":[],\"x\":[1,]}",
        b"{\"analyses\":[],\"x\":[1 2]}",
        b"{\"analyses\":[],\"x\":{\"a\"}}",
        b"{\"analyses\":[],\"x\":[}}",
        b"{\"analyses\":[],\"x\":\"",
        b"{\"analyses\":[],/**/\"x\":1}",
        b"\xc2\xa0[]",
    ] {
        push(vectors, bytes);
    }
    let deep = format!("{{\"analyses\":[],\"x\":{}", "[".repeat(2000));
    vectors.push(Vector::new("deep and unclosed", deep));
    for text in [
        "{\"\\ud800\":1,\"analyses\":[]}",
        "{\"analyses\":{\"\\udfff\":{\"resolution\":\"SUCCESS\"}}}",
        "[{\"\\ud83d\":1,\"resolution\":\"SUCCESS\"}]",
        "[{\"analyse_id\":\"\\ud83dx\",\"resolution\":\"SUCCESS\"}]",
        "[{\"group_id\":\"\\ude00\\ud83d\",\"resolution\":\"SUCCESS\"}]",
        "[{\"type\":\"\\ud83d\\n\",\"resolution\":\"SUCCESS\"}]",
        "[{\"resolution\":\"\\uDBFF\"}]",
        "[{\"resolution\":\"SUCCESS\",\"time_updated\":\"\\ud800\"}]",
        "{\"folder_id\":\"\\ud800\\ud800\",\"analyses\":[]}",
        "{\"analyses\":[],\"state\":\"\\ud800\"}",
    ] {
        push(vectors, text);
    }
}

fn shapes(vectors: &mut Vec<Vector>) {
    for text in [
        "null",
        "true",
        "5",
        "\"SUCCESS\"",
        "[null]",
        "[1]",
        "[[]]",
        "[\"SUCCESS\"]",
        "{\"analyses\":[{\"resolution\":\"SUCCESS\"},null]}",
        "{\"analyses\":[[]]}",
        "{\"analyses\":{\"quality\":null}}",
        "{\"analyses\":{\"quality\":\"success\"}}",
        "{\"analyses\":{\"quality\":[]}}",
        "[{\"analyses\":[],\"resolution\":\"SUCCESS\"}]",
        "{\"analyses\":[{\"resolution\":\"SUCCESS\",\"analyses\":{}}]}",
        "{\"analyses\":{\"quality\":{\"analyses\":\"x\",\"resolution\":\"SUCCESS\"}}}",
        "{}",
        "{\"analyses\":null}",
        "{\"analyses\":{}}",
        "{\"analyses\":{ \n}}",
        "{\"state\":\"finished\"}",
        "{\"folder_id\":\"f\",\"resolution_status\":\"FINISHED\",\"system_resolution\":\"SUCCESS\"}",
        "{\"type\":\"QUALITY\",\"resolution\":\"SUCCESS\"}",
        "{\"analyse_id\":null,\"resolution\":\"SUCCESS\"}",
        "{\"Analyses\":[]}",
        "{\"analyse_id\":\"a\",\"analyses\":{}}",
        "{\"analyses\":5}",
        "{\"analyses\":\"[]\"}",
        "{\"analyses\":true}",
        "{\"analyses\":false}",
        "[{}]",
        "{\"analyses\":{\"quality\":{}}}",
        "{\"analyse_id\":\"a\"}",
        "{\"analyse_id\":\"a\",\"analyses\":null,\"state\":\"FINISHED\"}",
        "{\"analyse_id\":\"\",\"resolution\":\"SUCCESS\"}",
        "{\"analyses\":{\"\":{\"resolution\":\"SUCCESS\"}}}",
    ] {
        push(vectors, text);
    }
}

fn second_sighting(vectors: &mut Vec<Vector>) {
    for fields in [
        "\"state\":\"FINISHED\"",
        "\"state\":\"FINISHED\",\"resolution\":null,\"resolution_status\":null",
        "\"state\":null",
        "\"state\":\"DONE\"",
        "\"state\":\"\"",
        "\"state\":\"FINISHED \",\"resolution\":\"SUCCESS\"",
        "\"state\":\"ACCEPT\"",
        "\"state\":\"SUCCESS\"",
        "\"state\":\"initial\"",
        "\"state\":\"DECLINED\"",
        "\"state\":\"operator_required\"",
        "\"state\":1",
        "\"state\":[\"FINISHED\"]",
        "\"resolution\":\"FINISHED\"",
        "\"resolution\":\"INITIAL\"",
        "\"resolution\":\"OK\"",
        "\"resolution\":\"\u{17f}uccess\"",
        "\"resolution\":true",
        "\"resolution_status\":\"finished\"",
        "\"resolution_status\":\"INITIAL\"",
        "\"resolution_status\":\"SUCCEEDED\"",
        "\"resolution_status\":\"REJECT\"",
        "\"resolution_status\":{}",
        "\"resolution\":\"SUCCESS\",\"analysis_id\":\"c\"",
        "\"resolution\":\"SUCCESS\",\"analysis_id\":\"B\"",
        "\"resolution\":\"SUCCESS\",\"analysis_id\":\"\"",
        "\"resolution\":\"SUCCESS\",\"analysis_id\":7",
        "\"resolution\":\"SUCCESS\",\"folder_id\":\"\"",
        "\"resolution\":\"SUCCESS\",\"folder_id\":7",
        "\"resolution\":\"SUCCESS\",\"folder_id\":\"F\"",
        "\"resolution\":\"SUCCESS\",\"type\":null",
        "\"resolution\":\"SUCCESS\",\"group_id\":\"g\"",
        "\"resolution\":\"SUCCESS\",\"analyse_id\":null",
        "\"resolution\":\"SUCCESS\",\"resolution\":\"SUCCESS\"",
        "\"resolution\":\"SUCCESS\",\"resolution_status\":null,\"resolution_status\":null",
        "\"resolution\":\"SUCCESS\",\"state\":null,\"state\":\"FINISHED\"",
        "\"resolution\":\"SUCCESS\",\"st\\u0061te\":\"FINISHED\",\"state\":\"FINISHED\"",
        "\"resolution\":\"SUCCESS\",\"time_updated\":1700000000,\"time_updated\":1700000000",
        "\"resolution\":\"SUCCESS\",\"folder_id\":\"f\",\"folder_id\":\"f\"",
        "\"resolution\":\"SUCCESS\",\"analysis_id\":\"b\",\"analysis_id\":\"b\"",
        "\"resolution\":\"SUCCESS\",\"analyses\":null,\"analyses\":null",
    ] {
        push(vectors, FULL.replace('@', fields));
    }
    for field in [
        "\"analyse_id\":\"\"",
        "\"group_id\":\"\"",
        "\"type\":\"\"",
        "\"analyse_id\":{}",
        "\"group_id\":5",
        "\"type\":false",
    ] {
        push(vectors, format!("[{{{field},\"resolution\":\"SUCCESS\"}}]"));
    }
    for time in [
        "true",
        "[]",
        "{}",
        "\"\"",
        "\" 1700000000\"",
        "\"1700000000 \"",
        "\"+1700000000\"",
        "\"01700000000\"",
        "\"1700000000.\"",
        "\"0x5\"",
        "\"soon\"",
        "\"2023-11-14\"",
        "\"2023-11-14T22:13:20\"",
        "\"2023-11-14 22:13:20Z\"",
        "\"2023-11-14T22:13Z\"",
        "\"2023-11-14T22:13:20.Z\"",
        "\"2023-11-14T22:13:20,5Z\"",
        "\"2023-11-14T22:13:60Z\"",
        "\"2016-12-31T23:59:60Z\"",
        "\"2023-11-14T24:00:00Z\"",
        "\"2023-11-14T22:60:00Z\"",
        "\"2023-02-29T00:00:00Z\"",
        "\"2100-02-29T00:00:00Z\"",
        "\"2023-13-01T00:00:00Z\"",
        "\"2023-00-01T00:00:00Z\"",
        "\"2023-11-31T00:00:00Z\"",
        "\"2023-11-00T00:00:00Z\"",
        "\"2023-11-14T22:13:20+24:00\"",
        "\"2023-11-14T22:13:20+01:60\"",
        "\"2023-11-14T22:13:20+0100\"",
        "\"2023-11-14T22:13:20+01\"",
        "\"2023-11-14T22:13:20ZZ\"",
        "\"2023-11-14T22:13:20Z \"",
        "\"23-11-14T22:13:20Z\"",
        "\"+2023-11-14T22:13:20Z\"",
        "\"2023-11-14T22:13:20\u{2212}01:00\"",
        "\"2023-1-14T22:13:20Z\"",
        "\"\u{662}023-11-14T22:13:20Z\"",
        "0",
        "-0",
        "-1",
        "946684799",
        "946684799.9999994",
        "7258118400",
        "7258118400.0",
        "7258118399.9999999",
        "1700000000000",
        "1.7e12",
        "1e400",
        "-1e400",
        "1e-400",
        "\"1e400\"",
        "\"1700000000000\"",
        "99999999999999999999999999999999999999999999999999",
        "\"-5\"",
        "\"99999999999999999999999999999999999999999999999999\"",
        "9223372036854775807",
        "18446744073709551616",
        "9223372036854.775807",
        "\"1999-12-31T23:59:59.999999999Z\"",
        "\"2200-01-01T00:00:00Z\"",
        "\"2000-01-01T00:00:00+00:01\"",
        "\"2199-12-31T23:59:59-00:01\"",
        "\"0000-01-01T00:00:00+23:59\"",
        "\"9999-12-31T23:59:59-23:59\"",
    ] {
        push(vectors, format!("[{{\"resolution\":\"SUCCESS\",\"time_updated\":{time}}}]"));
    }
}

fn folder_keys(vectors: &mut Vec<Vector>) {
    for field in [
        "\"folder_id\":\"\"",
        "\"folder_id\":1",
        "\"state\":\"SUCCESS\"",
        "\"state\":\"INITIAL\"",
        "\"state\":\"done\"",
        "\"state\":false",
        "\"resolution_status\":\"SUCCESS\"",
        "\"resolution_status\":\"DECLINED\"",
        "\"resolution_status\":\"operator_required\"",
        "\"resolution_status\":\"READY\"",
        "\"resolution_status\":2",
        "\"system_resolution\":\"FINISHED\"",
        "\"system_resolution\":\"PASS\"",
        "\"system_resolution\":\"\"",
        "\"system_resolution\":[]",
        "\"state\":\"failed\",\"state\":\"failed\"",
        "\"folder_id\":null,\"folder_id\":\"f\"",
        "\"resolution_status\":\"FINISHED\",\"resolution_status\":null",
        "\"system_resolution\":\"SUCCESS\",\"system_resolution\":\"DECLINED\"",
        "\"system_resolution\":\"SUCCESS\",\"\\u0073ystem_resolution\":\"SUCCESS\"",
        "\"analyses\":null",
        "\"analyses\":[]",
    ] {
        push(vectors, format!("{{{field},\"analyses\":[{{\"resolution\":\"SUCCESS\"}}]}}"));
        push(vectors, format!("{{\"analyses\":{{\"quality\":{{\"resolution\":\"success\"}}}},{field}}}"));
    }
}

fn conflicts(vectors: &mut Vec<Vector>) {
    for text in [
        "{\"folder_id\":\"f\",\"analyses\":[{\"folder_id\":\"f\",\"resolution\":\"SUCCESS\"},{\"folder_id\":\"g\",\"resolution\":\"SUCCESS\"}]}",
        "{\"analyses\":[{\"folder_id\":\"g\",\"resolution\":\"SUCCESS\"}],\"folder_id\":\"f\"}",
        "[{\"folder_id\":\"f\",\"resolution\":\"SUCCESS\"},{\"resolution\":\"SUCCESS\"},{\"folder_id\":\"F\",\"resolution\":\"SUCCESS\"}]",
        "{\"folder_id\":\"f\",\"analyses\":{\"quality\":{\"folder_id\":\"g\",\"resolution\":\"SUCCESS\"}}}",
        "[{\"analyse_id\":\"a\",\"group_id\":\"g\",\"resolution\":\"SUCCESS\"},{\"analyse_id\":\"a\",\"resolution\":\"SUCCESS\"},{\"analyse_id\":\"a\",\"group_id\":\"h\",\"resolution\":\"SUCCESS\"}]",
        "[{\"analyse_id\":\"a\",\"type\":\"QUALITY\",\"resolution\":\"SUCCESS\"},{\"analysis_id\":\"a\",\"type\":\"BIOMETRY\",\"resolution\":\"SUCCESS\"}]",
        "[{\"analyse_id\":\"a\",\"type\":\"\u{e9}\",\"resolution\":\"SUCCESS\"},{\"analyse_id\":\"a\",\"type\":\"\u{c9}\",\"resolution\":\"SUCCESS\"}]",
        "[{\"analyse_id\":\"a\",\"analysis_id\":\"b\",\"state\":\"FAILED\"}]",
        "{\"analyse_id\":\"a\",\"analysis_id\":\"b\",\"state\":\"FAILED\"}",
        "{\"analyses\":{\"quality\":{\"type\":\"BIOMETRY\",\"resolution\":\"SUCCESS\"}}}",
        "{\"analyses\":{\"qual\\u0069ty\":{\"type\":\"DOCUMENTS\",\"resolution\":\"SUCCESS\"}}}",
        "{\"analyses\":{\"quality\":{\"analyse_id\":\"a\",\"resolution\":\"SUCCESS\"},\"biometry\":{\"analyse_id\":\"a\",\"resolution\":\"SUCCESS\"}}}",
        "{\"analyses\":{\"a\\\"b\\u0001\":{\"analyse_id\":\"a\",\"analysis_id\":\"b\",\"resolution\":\"SUCCESS\"}}}",
    ] {
        push(vectors, text);
    }
}

fn duplicates(vectors: &mut Vec<Vector>) {
    let success = "{\"resolution\":\"success\"}";
    for (first, second) in [
        ("quality", "quality"),
        ("quality", "QUALITY"),
        ("quality", "LIVENESS"),
        ("Blacklist", "collection"),
        ("voice", "vo\\u0069CE"),
        ("quality", "\\u006civeness"),
    ] {
        push(
            vectors,
            format!("{{\"analyses\":{{\"{first}\":{success},\"documents\":{success},\"{second}\":{success}}}}}"),
        );
    }
    for text in [
        "{\"analyse_id\":\"a\",\"analyse_id\":\"a\",\"resolution\":\"SUCCESS\"}",
        "{\"analyse_id\":\"a\",\"resolution\":\"SUCCESS\",\"type\":null,\"type\":null}",
        "{\"analyse_id\":\"a\",\"resolution\":\"SUCCESS\",\"analyses\":null,\"analyses\":null}",
        "{\"analyse_id\":\"a\",\"resolution\":\"SUCCESS\",\"group_id\":\"g\",\"group_id\":\"g\"}",
        "{\"analyses\":{\"quality\":{\"resolution\":\"SUCCESS\",\"resolution\":\"DECLINED\"}}}",
    ] {
        push(vectors, text);
    }
}

fn require(vectors: &mut Vec<Vector>) {
    let payload = "{\"analyses\":[{\"type\":\"QUALITY\",\"resolution\":\"SUCCESS\"}]}";
    let lists: [&[&str]; 3] = [&[""], &["QUALITY", "biometry", ""], &["QUALITY", "", "QUALITY"]];
    for require in lists {
        let name = format!("empty required type in {require:?}");
        vectors.push(Vector::requiring(name, payload, require));
    }
}

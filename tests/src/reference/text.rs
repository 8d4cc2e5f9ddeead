//! Strings: read from JSON, and written as section 6 asks.

/// The string that a JSON string means, or nothing if it holds a lone surrogate.
pub fn decode(json: &str) -> Option<String> {
    let inner = &json[1..json.len() - 1];
    let mut units: Vec<u16> = Vec::new();
    let mut chars = inner.chars();
    while let Some(next) = chars.next() {
        if next != '\\' {
            units.extend_from_slice(next.encode_utf16(&mut [0; 2]));
            continue;
        }
        units.push(match chars.next()? {
            'b' => 0x08,
            'f' => 0x0c,
            'n' => 0x0a,
            'r' => 0x0d,
            't' => 0x09,
            'u' => {
                let hex: String = chars.by_ref().take(4).collect();
                u16::from_str_radix(&hex, 16).ok()?
            }
            other => other as u16,
        });
    }
    String::from_utf16(&units).ok()
}

/// A JSON string, escaped only where JSON demands.
pub fn encode(text: &str) -> String {
    let mut json = String::from("\"");
    for next in text.chars() {
        match next {
            '"' => json.push_str("\\\""),
            '\\' => json.push_str("\\\\"),
            '\u{8}' => json.push_str("\\b"),
            '\u{c}' => json.push_str("\\f"),
            '\n' => json.push_str("\\n"),
            '\r' => json.push_str("\\r"),
            '\t' => json.push_str("\\t"),
            '\0'..='\u{1f}' => json.push_str(&format!("\\u{:04x}", next as u32)),
            _ => json.push(next),
        }
    }
    json.push('"');
    json
}

/// A JSON string, or `null`.
pub fn encode_or_null(text: Option<&str>) -> String {
    text.map_or_else(|| "null".to_string(), encode)
}

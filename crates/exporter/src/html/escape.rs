//! Words into HTML, so that whatever stands in them shows as text.
//!
//! ```text
//! </script> "a" & b   →   &lt;/script&gt; &quot;a&quot; &amp; b
//! U+202E              →   <i class=u data-c=202e></i> in the source text, U+FFFD elsewhere
//! ```
//!
//! Invariant: nothing that [`words`] or [`source`] adds can end an element, an attribute in double quotes or a script,
//! and no sign of it turns the direction of what stands around it.

use std::fmt::Write as _;

/// Is this a sign that does something where it is shown: a control, one that turns the direction of words or breaks
/// lines, a tag without a shape, a code point that is no character?
pub(super) fn is_odd(sign: char) -> bool {
    match sign {
        '\t' | '\n' => false,
        '\u{61C}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{FDD0}'..='\u{FDEF}'
        | '\u{E0000}'..='\u{E007F}' => true,
        _ => sign.is_control() || u32::from(sign) & 0xFFFE == 0xFFFE,
    }
}

/// Appends words of an element or of an attribute in double quotes; odd signs become U+FFFD.
pub(super) fn words(out: &mut String, words: &str) {
    push(out, words, |out, _| out.push(char::REPLACEMENT_CHARACTER));
}

/// The same as a string of its own.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    words(&mut out, text);
    out
}

/// Appends a piece of the source text; an odd sign becomes an element that shows its number and stands for one
/// character.
pub(super) fn source(out: &mut String, words: &str) {
    push(out, words, |out, sign| {
        let _ = write!(out, "<i class=u data-c={:04x}></i>", u32::from(sign));
    });
}

fn push(out: &mut String, words: &str, odd: impl Fn(&mut String, char)) {
    let mut from = 0;
    for (at, sign) in words.char_indices() {
        let put = match sign {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            '\'' => "&#39;",
            _ if is_odd(sign) => "",
            _ => continue,
        };
        out.push_str(words.get(from..at).unwrap_or_default());
        if put.is_empty() {
            odd(out, sign);
        } else {
            out.push_str(put);
        }
        from = at + sign.len_utf8();
    }
    out.push_str(words.get(from..).unwrap_or_default());
}

/// JSON made fit to stand in a `<script>` element. What is escaped stands in strings only, so that the value is the
/// same.
pub(super) fn json(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + json.len() / 64);
    for sign in json.chars() {
        match sign {
            '<' | '>' | '&' | '\u{7F}'..='\u{9F}' | '\u{2028}' | '\u{2029}' | '\u{FEFF}' => {
                let _ = write!(out, "\\u{:04x}", u32::from(sign));
            }
            _ => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_stands_there_shows_as_text() {
        let cases = [
            ("plain words", "plain words"),
            ("</script><b>", "&lt;/script&gt;&lt;b&gt;"),
            ("\" onload='x'", "&quot; onload=&#39;x&#39;"),
            ("&amp;", "&amp;amp;"),
            ("a\u{202E}b\u{2066}", "a\u{FFFD}b\u{FFFD}"),
            ("a\0\u{85}\u{2028}\u{FFFE}", "a\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("a\tb\u{301}", "a\tb\u{301}"),
        ];
        for (text, html) in cases {
            assert_eq!(escaped(text), html, "{text:?}");
        }
        let mut out = String::new();
        source(&mut out, "a\u{202E}<\r");
        assert_eq!(out, "a<i class=u data-c=202e></i>&lt;<i class=u data-c=000d></i>");
    }

    #[test]
    fn json_is_the_same_value_and_ends_no_script() {
        let value = serde_json::json!({ "</script>": "<!-- \u{2028}&\u{9D}\u{202E}" });
        let made = json(&value.to_string());
        assert!(!made.contains(['<', '>', '&', '\u{2028}']), "{made}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&made).unwrap(), value);
    }
}

//! The head of a page, with its content security policy: nothing is loaded, nothing is sent, and only the style and the
//! script whose hashes stand there do anything.
//!
//! ```text
//! default-src 'none'; script-src 'sha256-…'; style-src 'sha256-…'; base-uri 'none'; form-action 'none'; …
//! ```
//!
//! Whoever brings a tag past the escapes still has nothing that runs: there are no attributes with style or script,
//! and no string can become markup (`trusted-types 'none'`).

use sha2::{Digest as _, Sha256};

use super::escape;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// What a page does before it is drawn: it tells the style that there are scripts.
pub(super) const EARLY: &str =
    "document.documentElement.className = \"js\"; document.documentElement.dataset.pane = \"text\";";

/// The source of a policy for a style or script with these characters.
pub(super) fn hash(text: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(text.as_bytes())))
}

/// Base64 (RFC 4648, section 4).
fn base64(bytes: &[u8]) -> String {
    let mut out = String::new();
    for group in bytes.chunks(3) {
        let at = |index: usize| u32::from(group.get(index).copied().unwrap_or(0));
        let bits = at(0) << 16 | at(1) << 8 | at(2);
        for digit in 0..4 {
            let value = (bits >> (18 - 6 * digit)) as usize & 63;
            out.push(if digit > group.len() { '=' } else { char::from(DIGITS[value]) });
        }
    }
    out
}

/// Everything up to `<body>`.
pub(super) fn head(title: &str, style: &str, script: &str) -> String {
    format!(
        "<!doctype html>\n<html lang=en>\n<head>\n<meta charset=utf-8>\n\
         <meta http-equiv=Content-Security-Policy content=\"default-src 'none'; script-src '{}' '{}'; style-src '{}'; \
         img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
         trusted-types 'none'\">\n\
         <meta name=viewport content=\"width=device-width, initial-scale=1\">\n\
         <meta name=referrer content=no-referrer>\n<meta name=color-scheme content=\"light dark\">\n\
         <link rel=icon href=\"data:,\">\n\
         <title>{}</title>\n<script>{EARLY}</script>\n<style>{style}</style>\n</head>\n",
        hash(EARLY),
        hash(script),
        hash(style),
        escape::escaped(title),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_is_that_of_the_standard() {
        for (plain, coded) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }
}

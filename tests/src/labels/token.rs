//! One logical line of labels as tokens: `date "May 30" #2 = 2023-05-30? role=event`.
//!
//! ```abnf
//! line   = token *( 1*SP token )
//! token  = quote / nth / word
//! quote  = DQUOTE *( char / "\" DQUOTE / "\\" ) DQUOTE   ; edits and marks inside are read by `quote`
//! nth    = "#" 1*DIGIT
//! word   = 1*( any character but SP and DQUOTE )         ; `key="…"` is the word `key=` and a quote
//! ```

/// A piece of a label line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// The text between two double quotes, escapes undone.
    Quote(String),
    /// `#2`: the second occurrence, counted from 1.
    Nth(usize),
    /// Anything else.
    Word(String),
}

/// The tokens of one logical line, or what is wrong with it.
pub(crate) fn tokens(line: &str) -> Result<Vec<Token>, String> {
    let mut found = Vec::new();
    let mut chars = line.chars().peekable();
    while let Some(&next) = chars.peek() {
        if next.is_whitespace() {
            chars.next();
        } else if next == '"' {
            chars.next();
            found.push(Token::Quote(quoted(&mut chars)?));
        } else {
            let mut word = String::new();
            while let Some(&c) = chars.peek() {
                if c.is_whitespace() || c == '"' {
                    break;
                }
                word.push(c);
                chars.next();
            }
            found.push(nth_or_word(word)?);
        }
    }
    Ok(found)
}

fn quoted(chars: &mut impl Iterator<Item = char>) -> Result<String, String> {
    let mut text = String::new();
    while let Some(c) = chars.next() {
        match c {
            '"' => return Ok(text),
            '\\' => match chars.next() {
                Some(escaped @ ('"' | '\\')) => text.push(escaped),
                other => return Err(format!("unknown escape \\{}", other.unwrap_or(' '))),
            },
            _ => text.push(c),
        }
    }
    Err(format!("quote without an end: \"{text}"))
}

fn nth_or_word(word: String) -> Result<Token, String> {
    match word.strip_prefix('#') {
        None => Ok(Token::Word(word)),
        Some(digits) => match digits.parse::<usize>() {
            Ok(n) if n > 0 => Ok(Token::Nth(n)),
            _ => Err(format!("{word} is not an occurrence (#1, #2, …)")),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_in_quotes_follows_its_key() {
        let word = |w: &str| Token::Word(w.to_owned());
        assert_eq!(
            tokens("date \"May \\\"30\\\"\" #2 role=event name=\"A\""),
            Ok(vec![
                word("date"),
                Token::Quote("May \"30\"".to_owned()),
                Token::Nth(2),
                word("role=event"),
                word("name="),
                Token::Quote("A".to_owned()),
            ])
        );
    }

    #[test]
    fn an_open_quote_and_a_zeroth_occurrence_are_errors() {
        assert!(tokens("title \"never closed").is_err());
        assert!(tokens("date \"x\" #0").is_err());
    }
}

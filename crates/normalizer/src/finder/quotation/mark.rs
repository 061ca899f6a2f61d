//! Quotation marks: which signs of a text open and close a quotation, and which are apostrophes.
//!
//! `“It’s the ministers’ plan,” he said` has one pair. A sign tells its side by its shape where it has one, and by what
//! stands around it where it has not, or where it was typed wrongly.
//!
//! ```text
//! double  = “ ” „ ‟ " ＂ `` '' « »
//! single  = ‘ ’ ‚ ' ‹ ›
//! opens   = (start / space / bracket / dash / mark) mark (not space)
//! closes  = (not space) mark (end / space / punctuation / mark)
//! ```
//!
//! Not here: what stands between the marks, and quotations that go on in a later paragraph (`super::stretch`).

/// What a sign does.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Side {
    /// Opens a quotation.
    Open,
    /// Closes one.
    Close,
    /// Has no shape of its own and stands where it could do either.
    Either,
}

/// Which signs go together.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Family {
    /// Curly, low and straight double marks.
    Double,
    /// Curly, low and straight single marks.
    Single,
    /// `« »`.
    Guillemet,
}

/// A quotation mark in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    /// First byte.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// What it goes with.
    pub family: Family,
    /// What it does.
    pub side: Side,
    /// May it be the possessive of a plural instead (`ministers’ plan`)?
    pub possessive: bool,
}

/// The quotation marks of a text, in order; apostrophes, primes and inch marks left out.
pub fn marks(text: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut skip = 0;
    // Signs so far that open a quotation or could: an inch mark stands only where their number is even.
    let mut opened = 0_usize;
    // Most of a text is signs of ASCII that are no marks.
    let may = |byte: u8| matches!(byte, b'"' | b'\'' | b'`') || !byte.is_ascii();
    let mut at = 0;
    while let Some(ahead) = text.as_bytes()[at..].iter().position(|byte| may(*byte)) {
        let start = at + ahead;
        let Some(character) = text[start..].chars().next() else { break };
        at = start + character.len_utf8();
        if start < skip {
            continue;
        }
        let even = opened.is_multiple_of(2);
        opened += usize::from(matches!(character, '"' | '“'));
        let rest = &text[start..];
        let doubled = rest.starts_with("``") || rest.starts_with("''");
        let end = start + if doubled { 2 } else { character.len_utf8() };
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        let found = match character {
            '`' if doubled => Some((Family::Double, Side::Open)),
            '\'' if doubled => Some((Family::Double, sided(before, after))),
            '“' | '‟' => Some((Family::Double, shaped(Side::Open, before, after))),
            '„' => Some((Family::Double, Side::Open)),
            '”' => Some((Family::Double, shaped(Side::Close, before, after))),
            '"' | '＂' if even && is_inch(before, after) => None,
            '"' | '＂' => Some((Family::Double, sided(before, after))),
            '«' => Some((Family::Guillemet, Side::Open)),
            '»' => Some((Family::Guillemet, Side::Close)),
            '‚' if opens(before, after) => Some((Family::Single, Side::Open)),
            '‹' => Some((Family::Single, Side::Open)),
            '›' => Some((Family::Single, Side::Close)),
            '‘' | '’' | '\'' => single(character, &text[end..], before, after),
            _ => None,
        };
        if let Some((family, side)) = found {
            let plural = text[..start].ends_with(['s', 'z', 'x']) && text[end..].starts_with(' ');
            let possessive = family == Family::Single && side == Side::Close && plural;
            marks.push(Mark { start, end, family, side, possessive });
            skip = end;
        }
    }
    marks
}

/// The side of a mark that has a shape; the shape is overruled where what stands around it says the contrary.
fn shaped(shape: Side, before: Option<char>, after: Option<char>) -> Side {
    match (shape, opens(before, after), closes(before, after)) {
        (Side::Open, false, true) => Side::Close,
        (Side::Close, true, false) => Side::Open,
        (shape, ..) => shape,
    }
}

/// The side of a mark without a shape.
fn sided(before: Option<char>, after: Option<char>) -> Side {
    match (opens(before, after), closes(before, after)) {
        (true, false) => Side::Open,
        (false, true) => Side::Close,
        _ => Side::Either,
    }
}

/// A single mark, where it can be one. A sign between letters is an apostrophe, and so is one before a cut-off year or
/// word (`’80s`, `’til`). A plural's possessive (`ministers’ plan`) looks like a closing mark: it is handed on as such,
/// and pairing keeps it only where a quotation is open.
fn single(sign: char, rest: &str, before: Option<char>, after: Option<char>) -> Option<(Family, Side)> {
    let side = match sign {
        '’' | '\'' if closes(before, after) => Side::Close,
        '‘' | '\'' if opens(before, after) => Side::Open,
        _ => return None,
    };
    if side == Side::Open && is_elision(rest) {
        return None;
    }
    Some((Family::Single, side))
}

/// Words that lose their first letters, and years.
fn is_elision(rest: &str) -> bool {
    // One letter more than the longest of them tells a longer word apart.
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).take(6).collect();
    let year = word.len() >= 2 && word[..].starts_with(|c: char| c.is_ascii_digit()) && word.len() <= 3;
    year || matches!(word.as_str(), "em" | "til" | "tis" | "twas" | "cause" | "bout" | "n" | "round" | "s")
}

/// A straight double mark behind a figure is an inch or a second where nothing is quoted: `a 12" pipe`.
fn is_inch(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(|c| c.is_ascii_digit()) && after.is_none_or(|c| !c.is_alphanumeric())
}

fn opens(before: Option<char>, after: Option<char>) -> bool {
    let free = before.is_none_or(|c| c.is_whitespace() || "([{—–-/\u{2028}“‘\"'«¿¡:…".contains(c));
    free && after.is_some_and(|c| !c.is_whitespace() && !",.;:!?)]".contains(c))
}

fn closes(before: Option<char>, after: Option<char>) -> bool {
    let word = before.is_some_and(|c| !c.is_whitespace() && !"([{“‘«".contains(c));
    word && after.is_none_or(|c| c.is_whitespace() || !c.is_alphanumeric() && !"“‘«".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let mut shown = String::new();
        let mut from = 0;
        for mark in marks(text) {
            shown.push_str(&text[from..mark.start]);
            shown.push(match mark.side {
                Side::Open => '⟦',
                Side::Close => '⟧',
                Side::Either => '|',
            });
            from = mark.end;
        }
        shown + &text[from..]
    }

    #[test]
    fn marks_have_sides_and_apostrophes_are_none() {
        for (text, marked) in [
            ("“It’s Oslo’s plan,” he said.", "⟦It’s Oslo’s plan,⟧ he said."),
            ("\"A new start\", said Ode.", "⟦A new start⟧, said Ode."),
            ("the ‘second track’ of the ’90s", "the ⟦second track⟧ of the ’90s"),
            ("the 'second track' isn't", "the ⟦second track⟧ isn't"),
            ("«Un paso», dijo", "⟦Un paso⟧, dijo"),
            ("a 12\" pipe", "a 12\" pipe"),
            ("``We try,'' said Ode", "⟦We try,⟧ said Ode"),
            ("” We begin” and", "” We begin” and".replace('”', "⟧").as_str()),
            ("”We begin” and", "⟦We begin⟧ and"),
            ("„Wir beginnen“, sagte", "⟦Wir beginnen⟧, sagte"),
            ("risk (“the Plan”) is", "risk (⟦the Plan⟧) is"),
        ] {
            assert_eq!(shown(text), marked);
        }
    }
}

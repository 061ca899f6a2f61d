//! Whether a form and a figure are meant as money: `COP 27`, `20 pounds of flour`, `they won 20` are not.
//!
//! Codes and letters count in their own case only and stand free; a wordlike code, a single letter or a name that is
//! another thing too needs a figure such as money has: a scale, a separator of thousands, decimals.

use rapporteur_model::CurrencyBasis;
use rust_decimal::Decimal;

use super::{Figures, is_space, numeral::tail};
use crate::lexicon::values::{CurrencyForm, FormKind};

/// Codes that are also words in capitals, or known from other things ("COP 27", "TOP 10").
const WORDLIKE: &[&str] = &[
    "ALL", "ANG", "BAM", "BOB", "COP", "CUP", "GEL", "HKD", "KIP", "LAK", "MAD", "MOP", "PEN", "RON", "SAR",
    "SOS", "STD", "TOP", "TRY", "WON", "CAD", "MUR", "NAD", "PAB", "SLL", "SVC", "AMD", "GIP", "LSL", "XAU",
    "XAG",
];

/// Those of them that are words or well-known letters of other things.
const WORDS: &[&str] = &[
    "ALL", "BOB", "COP", "CUP", "GEL", "KIP", "MAD", "PEN", "SOS", "STD", "TOP", "TRY", "WON", "LAK", "MOP",
];

/// Abbreviations of money that stand for other things too.
const SHORT: &[&str] = &[
    "DA", "MT", "VT", "Br", "LE", "SR", "QR", "JD", "KD", "Bs", "Nu", "Bt", "DM", "CFA", "CFP", "ECU", "FF",
    "Pta", "Ptas", "Pts", "Kz", "SLR", "RF", "FC", "Le", "Sh", "Shs", "Gs", "TL", "Ks", "Fr", "ISK", "NIS",
    "Rf",
];

/// Names that are other things too: weights, verbs, totals.
const DOUBTFUL: &[&str] = &[
    "pounds", "pound", "sums", "sum", "som", "crowns", "real", "reals", "won", "rand", "lei", "soles",
    "sterling", "p", "kina", "kip", "lira", "tala", "lev", "lek", "leks", "pula", "leones", "florins",
    "florin",
];

/// Codes and letters count only in their own case; names in any.
pub(super) fn fits_case(printed: &str, form: &CurrencyForm) -> bool {
    let lettered = printed.chars().all(|c| c.is_alphabetic() || c == '.');
    match form.kind {
        FormKind::Code => printed == form.form,
        FormKind::Symbol if lettered && printed.len() <= 3 => printed == form.form,
        _ => true,
    }
}

/// Does a form stand free, so that it is no part of another word? A code may have a letter of scale in front.
pub(super) fn stands_free(text: &str, range: &std::ops::Range<usize>, form: &CurrencyForm) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    let (_, start) = scale_in_front(text, range, form);
    let before = text[..start].chars().next_back();
    let after = text[range.end..].chars().next();
    let starts_lettered = form.form.starts_with(char::is_alphabetic);
    let ends_lettered = form.form.ends_with(char::is_alphabetic);
    // "T2", "A5": a single letter is a code's more often than money's, and never follows another sign.
    let single = form.form.chars().count() == 1 && starts_lettered;
    let loose = !single || before.is_none_or(|c| is_space(c) || matches!(c, '(' | '–' | '—' | '“' | '"'));
    // "a 5-million-euro grant"
    let hyphened = before == Some('-') && form.kind == FormKind::Name && is_figure_tail(&text[..start - 1]);
    loose
        && (hyphened
            || !(starts_lettered && (letter(before) || matches!(before, Some('_' | '@' | '/' | '-')))))
        && !(starts_lettered && before.is_some_and(|c| c.is_ascii_digit()) && single)
        && !(ends_lettered && (letter(after) || matches!(after, Some('_' | '@'))))
}

/// Does a text end in digits or a word of scale?
fn is_figure_tail(text: &str) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    text.ends_with(|c: char| c.is_ascii_digit())
        || matches!(word, "hundred" | "thousand" | "million" | "billion" | "trillion" | "lakh" | "crore")
}

/// The scale that a letter glued in front of a code gives (`30 MUSD`, `kEUR 5`), and where the whole begins.
pub(super) fn scale_in_front(
    text: &str,
    range: &std::ops::Range<usize>,
    form: &CurrencyForm,
) -> (Decimal, usize) {
    let none = (Decimal::ONE, range.start);
    if form.kind != FormKind::Code {
        return none;
    }
    let scale = match text[..range.start].chars().next_back() {
        Some('M' | 'm') => 1_000_000,
        Some('k' | 'K') => 1_000,
        _ => return none,
    };
    let start = range.start - 1;
    if text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/')) {
        return none;
    }
    (Decimal::from(scale), start)
}

/// Does the figure go on as something else: a time, a date, a percentage, part of a document's number?
pub(super) fn numbered_after(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        Some('%' | '_') => true,
        Some(':' | '/') => chars.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphabetic(),
        None => false,
    }
}

/// Is a form in letters meant as a currency? A wordlike code or a single letter needs a figure such as money has.
pub(super) fn is_sure(form: &CurrencyForm, found: &Figures, figure: &str) -> bool {
    let letters = form.form.chars().filter(|c| c.is_alphabetic()).count();
    let sign = form.form.chars().any(|c| !c.is_alphabetic() && c != '.');
    // The stop or comma behind "COP26," is the sentence's.
    let run =
        figure.split(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.'))).next().unwrap_or_default();
    let run = run.trim_end_matches(['.', ',']);
    let figure_of_money = found.scaled || run.len() > 4 || run.contains(['.', ',']);
    if form.form.starts_with("S/") {
        // "S/2010/123" is a document of a council.
        return found.scaled || run.contains([',', '.']);
    }
    if sign {
        return true;
    }
    match form.kind {
        FormKind::Code => {
            !WORDLIKE.contains(&form.form.as_str())
                || form.form == "CAD"
                || form.form == "HKD"
                || figure_of_money
        }
        FormKind::Symbol if letters <= 1 => figure_of_money,
        FormKind::Symbol => !SHORT.contains(&form.form.as_str()) || figure_of_money,
        // "Euro 6" is a standard of engines.
        FormKind::Name => {
            (figure_of_money || run.len() > 1) && !DOUBTFUL.contains(&form.form.to_ascii_lowercase().as_str())
        }
        FormKind::Minor => false,
    }
}

/// Is a name behind a figure meant as money? "won", "pounds", "sums", "crowns" are other things too.
pub(super) fn is_sure_name(
    text: &str,
    start: usize,
    range: &std::ops::Range<usize>,
    form: &CurrencyForm,
    found: &Figures,
) -> bool {
    let printed = &text[range.clone()];
    let rest = text[range.end..].trim_start_matches(is_space);
    let doubtful = DOUBTFUL.contains(&printed.to_ascii_lowercase().as_str());
    let weight =
        printed.to_ascii_lowercase().starts_with("pound") && rest.starts_with("of ") && !found.scaled;
    let glued_letter = form.form.chars().count() == 1 && form.form.chars().all(char::is_alphabetic);
    let digit_before = text[..start].chars().next_back().is_some_and(|c| matches!(c, '.' | '-' | '/'));
    let sterling = printed.to_ascii_lowercase().starts_with("pound");
    let heavy = sterling && !found.scaled && has_weight(&text[..start], rest);
    let words_only = doubtful && !sterling && !found.scaled && !found.digits;
    let adjacent = range.start == start + text[start..range.start].trim_end().len();
    let letter = glued_letter && !(adjacent && form.kind == FormKind::Minor);
    let next = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let closed = next.is_empty()
        || matches!(next, "to" | "for" | "in" | "per" | "and" | "over" | "from" | "a" | "was");
    let code = form.kind == FormKind::Code
        && WORDLIKE.contains(&printed)
        && form.form != "CAD"
        && !found.scaled
        && (WORDS.contains(&printed) || !closed || !found.digits);
    !(weight || heavy || digit_before || words_only || letter || code)
}

/// Do the words around "20 pounds" speak of weight?
fn has_weight(before: &str, rest: &str) -> bool {
    let near = tail(before, 60).split_whitespace().rev().take(5).any(|word| {
        let word = word.to_ascii_lowercase();
        ["weigh", "lost", "lose", "losing", "gain", "lift", "shed", "carr", "heav"]
            .iter()
            .any(|stem| word.starts_with(stem))
    });
    near || ["per square", "lighter", "heavier", "overweight", "of force", "in weight"]
        .iter()
        .any(|words| rest.starts_with(words))
}

/// The currency of a form that means one everywhere.
pub(super) fn certain(form: &CurrencyForm) -> Option<(String, CurrencyBasis)> {
    let code = form.code.as_ref()?;
    if form.by_country.values().any(|other| other != code) {
        return None;
    }
    let national = form.form.chars().any(char::is_alphabetic);
    let basis = if form.kind == FormKind::Symbol && !national {
        CurrencyBasis::Symbol
    } else {
        CurrencyBasis::Explicit
    };
    Some((code.clone(), basis))
}

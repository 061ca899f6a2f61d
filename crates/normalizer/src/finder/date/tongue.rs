//! Days whose month stands in another language than the text: `9 de mayo de 2017`, `3. März 2015`, `1er juin 2016`.
//!
//! ```abnf
//! date  = day [mark] [link] month [link] year
//! day   = 1*2DIGIT                             ; 1 to 31
//! mark  = "." / "º" / "°" / "er" / "o"
//! link  = "de" / "del" / "do" / "di"
//! month = a name of Spanish, Portuguese, French, Italian, German, Dutch, Indonesian or Swahili
//! ```
//!
//! Datelines and titles keep the language of their place. The year is never missing, so that no other word of two
//! languages is a month by chance. Not here: months of English (the lexicon's).

use super::{
    calendar::Part,
    point::{Form, Grammar, Spot, goes_on, spot},
};
use crate::finder::quantity::numeral::{Read, digits, is_space};

const MISS: nom::Err<()> = nom::Err::Error(());

/// The months from January on.
const MONTHS: [&[&str]; 12] = [
    &["enero", "janeiro", "janvier", "gennaio", "januar", "januari", "jänner"],
    &["febrero", "fevereiro", "février", "febbraio", "februar", "februari"],
    &["marzo", "março", "mars", "märz", "maart", "maret", "machi"],
    &["abril", "avril", "aprile", "aprili"],
    &["mayo", "maio", "mai", "maggio", "mei"],
    &["junio", "junho", "juin", "giugno", "juni"],
    &["julio", "julho", "juillet", "luglio", "juli", "julai"],
    &["agosto", "août", "augustus", "agustus", "agosti"],
    &["septiembre", "setiembre", "setembro", "septembre", "settembre", "septemba"],
    &["octubre", "outubro", "octobre", "ottobre", "oktober", "oktoba"],
    &["noviembre", "novembro", "novembre", "novemba"],
    &["diciembre", "dezembro", "décembre", "dicembre", "dezember", "desember", "desemba"],
];

/// `9 de mayo de 2017`
pub(super) fn day_month_year(input: &str) -> Read<'_, Spot> {
    let (rest, run) = digits(1, 2)(input)?;
    let day: u8 = run.parse().ok().filter(|day| (1..=31).contains(day)).ok_or(MISS)?;
    let rest = ["er", "º", "°", "o", "."].iter().find_map(|mark| rest.strip_prefix(mark)).unwrap_or(rest);
    let rest = linked(blank(rest)?);
    let length = rest.find(|c: char| !c.is_alphabetic()).ok_or(MISS)?;
    let (name, rest) = rest.split_at(length);
    let (rest, year) = Grammar::year(linked(blank(rest)?))?;
    // Only now is the word worth a look: few words between two numbers are months.
    let name = name.to_lowercase();
    let month = MONTHS.iter().position(|names| names.contains(&name.as_str())).ok_or(MISS)?;
    let month = u8::try_from(month + 1).map_err(|_| MISS)?;
    if goes_on(rest) { Err(MISS) } else { Ok((rest, spot(Some(year), Part::Day(month, day), Form::Full))) }
}

/// What stands behind white space.
fn blank(text: &str) -> Result<&str, nom::Err<()>> {
    let rest = text.trim_start_matches(is_space);
    if rest.len() < text.len() { Ok(rest) } else { Err(MISS) }
}

/// What stands behind the word that joins the parts of a date, where there is one.
fn linked(text: &str) -> &str {
    ["de ", "del ", "do ", "di "].iter().find_map(|link| text.strip_prefix(link)).unwrap_or(text)
}

//! Whether a form that could be a date is meant as one: a bare `2010`, `May`, `Friday`, `4/22`.
//!
//! Prose is full of near misses: `Resolution 1540`, `2000 people`, `may march`, `Section 4.22`, `his nineties`,
//! `Covid-19`. Full dates pass; the barer a form, the more the words around it have to say.

use super::{
    calendar::Part,
    context::{Around, capital, ends_with_any, last_word, strip_phrase, tail_of},
    cue::{AMOUNT, ESTIMATES, HABITS, NUMBERED, PAPERS, QUANTITY, WHEN},
    numeric,
    point::{Form, goes_on, verb_like},
    range::{End, Reading},
};
use crate::{
    finder::quantity::numeral::is_space,
    lexicon::values::{Sense, Values},
};

/// Is the expression meant as a date?
pub fn admit(around: &Around<'_>, reading: &Reading, form: Form, values: &Values) -> bool {
    if !stands_free(around, form) {
        return false;
    }
    let lower_before = numbering_word(around).to_ascii_lowercase();
    let when = WHEN.contains(&lower_before.as_str());
    let digits_first = around.words.starts_with(|c: char| c.is_ascii_digit());
    let numbered = digits_first
        && (NUMBERED.contains(&lower_before.as_str())
            || around.before.trim_end_matches(is_space).ends_with("No.")
            || ["no.", "U.S.C.", "C.F.R."]
                .iter()
                .any(|form| around.before.trim_end_matches(is_space).ends_with(form)));
    match form {
        // "No. 12/2014", "Regulation 2016/67" number a paper; "No. 4 of 12/05/2014" does not.
        Form::Full => {
            let whole = around.words.matches(['/', '-', '.', '–']).count() > 1;
            let digits = !around.words.contains(char::is_alphabetic);
            let paper = PAPERS.contains(&lower_before.as_str());
            // "Decision 2010-07" is the seventh of its year; a report is of a month.
            let slashed = around.words.contains('/') && paper;
            let dashed = around.words.contains('-') && paper && lower_before != "report";
            !((numbered || slashed || dashed) && !whole && digits)
        }
        Form::DayMonth => {
            let month_lower = around.words.split(|c: char| !c.is_ascii_alphabetic()).any(verb_like);
            // "an august 12-member body"
            let compound = around.words.ends_with(|c: char| c.is_ascii_digit()) && compounded(around.after);
            !compound && !numbered && (!month_lower || when || around.alone())
        }
        Form::Month { short } => month(around, short, when || listed_month(around, values)),
        Form::Year => year(around, reading, numbered, when, values),
        Form::NumericPart => numeric::is_day(around, &lower_before, values),
        Form::PartOfYear => part_of_year(around, reading, &lower_before),
        Form::ShortDecade => {
            let quoted = matches!(around.char_before(), Some('’' | '\'' | '‘'));
            let own = ends_with_any(
                around.before,
                &["his", "her", "their", "my", "our", "your", "early", "mid", "late"],
            ) && ends_with_any(around.before, &["his", "her", "their", "my", "our", "your"]);
            !own && (quoted
                || around.alone()
                || when
                || ends_with_any(around.before, &["the", "mid-", "mid", "early", "late"]))
        }
        Form::Era => {
            let lettered = around.words.ends_with('c') || around.words.ends_with("c.");
            !lettered || around.text.len() < 20
        }
        Form::Weekday => weekday(around, &lower_before, when),
        Form::Relative => relative(around, &lower_before),
        Form::Length => length(around, reading),
    }
}

/// The word in front, or the abbreviation that its stop parts from the expression: `ext. 2014`.
fn numbering_word<'t>(around: &Around<'t>) -> &'t str {
    const ABBREVIATIONS: &[&str] = &[
        "app", "apt", "art", "arts", "ch", "ext", "fig", "figs", "nos", "p", "para", "paras", "pp", "sec",
        "tel", "vol",
    ];
    let word = around.word_before();
    if !word.is_empty() {
        return word;
    }
    let before = around.before.trim_end_matches(is_space);
    let short = before.strip_suffix(['.', ':']).map(last_word).unwrap_or_default();
    if ABBREVIATIONS.contains(&short.to_ascii_lowercase().as_str()) { short } else { "" }
}

/// Does a hyphen make the number in front part of a compound: `2010-bed`, `12-member`; not `2010-era`?
fn compounded(after: &str) -> bool {
    const OF_TIME: &[&str] = &["based", "dated", "era", "onward", "present", "style", "vintage"];
    let Some(rest) = after.strip_prefix(['-', '‑']) else { return false };
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    !word.is_empty() && word.starts_with(char::is_lowercase) && !OF_TIME.contains(&word)
}

/// Does the expression stand free of signs, letters and digits that would make it part of something else?
fn stands_free(around: &Around<'_>, form: Form) -> bool {
    let word_form = around.words.starts_with(char::is_alphabetic);
    let mut back = around.before.chars().rev();
    let (last, before_last) = (back.next(), back.next());
    let free_before = match last {
        // "c1860", "ca1860"
        Some(c) if c.is_alphanumeric() => matches!(last_word(around.before), "c" | "ca" | "C"),
        Some('$' | '£' | '€' | '¥' | '#' | '@' | '_' | '=' | '&' | '+' | '\\' | '%') => false,
        Some('/' | '.' | ':' | ',') if !word_form => {
            !before_last.is_some_and(char::is_alphanumeric)
                || matches!(last_word(&around.before[..around.before.len() - 1]), "c" | "ca" | "approx")
                    && last == Some('.')
        }
        Some('/') => !before_last.is_some_and(|c| c.is_ascii_digit()),
        Some('-' | '‑') => {
            let stem = last_word(around.before).trim_end_matches(['-', '‑']).to_ascii_lowercase();
            stem.is_empty()
                || (word_form && !stem.ends_with(|c: char| c.is_ascii_digit()))
                || matches!(stem.as_str(), "mid" | "early" | "late" | "pre" | "post" | "end" | "non")
        }
        Some('–') => word_form || !before_last.is_some_and(char::is_alphanumeric),
        _ => true,
    };
    let mut ahead = around.after.chars();
    let (next, then) = (ahead.next(), ahead.next());
    let digit = then.is_some_and(|c| c.is_ascii_digit());
    let free_after = match next {
        Some('%' | '_' | '@') => false,
        Some('/') => !then.is_some_and(char::is_alphanumeric),
        Some('.' | ':' | ',' | '-' | '–' | '‑') if digit => {
            word_form || matches!(form, Form::Full | Form::Era) && next == Some(',')
        }
        _ => true,
    };
    // An address of the web or of mail is no text.
    let token = tail_of(around.before, 200).rsplit(is_space).next().unwrap_or_default();
    let address = ["http", "www.", "@"].iter().any(|sign| token.contains(sign));
    free_before && free_after && !address
}

/// Is a month one of a list of months: `May, June and July`?
fn listed_month(around: &Around<'_>, values: &Values) -> bool {
    let month = |word: &str| {
        capital(word) && values.senses(word).iter().any(|sense| matches!(sense, Sense::Month { .. }))
    };
    let behind = around.after.trim_start_matches([',', ' ', '&']);
    let behind = behind.strip_prefix("and ").unwrap_or(behind);
    let next = behind.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let before = around.before.trim_end_matches(is_space).trim_end_matches([',', '&']);
    before.len() < around.before.len() && month(last_word(before))
        || behind.len() < around.after.len() && month(next)
}

fn month(around: &Around<'_>, short: bool, when: bool) -> bool {
    if around.alone() {
        return true;
    }
    let name = around.words;
    if name.starts_with(|c: char| c.is_ascii_lowercase()) {
        let behind = around.after.trim_start_matches(is_space);
        let ends = behind.is_empty() || behind.starts_with(['.', ',', ';', '?', '!', ')']);
        return when && (!verb_like(name) || ends) && !short;
    }
    // Names that are also verbs, or names of persons.
    let double = matches!(name, "May" | "March" | "April" | "June" | "August");
    let before = around.word_before().to_ascii_lowercase();
    let name_behind = capital(around.word_after());
    if short || double {
        let verb = name == "May" && matches!(around.word_after(), "I" | "we" | "God" | "you" | "the" | "be");
        return when
            && before != "the"
            && !verb
            && !(name_behind && matches!(before.as_str(), "by" | "and" | "to" | "for" | "of" | "from"));
    }
    true
}

fn year(around: &Around<'_>, reading: &Reading, numbered: bool, when: bool, values: &Values) -> bool {
    let first = match reading {
        Reading::Point(point) | Reading::Interval(End::Point(point), _) => point.year.unwrap_or(0),
        _ => 0,
    };
    let before = around.before.trim_end_matches(is_space);
    let bracketed = before.ends_with(['(', '[']);
    if numbered || (!bracketed && in_series_of_numbers(tail_of(before, 80))) || measured(around.after) {
        return false;
    }
    let behind = around.word_after();
    // "USD 2015", "2015 USD": a sum; "in 2015 USD" tells of which year the money is.
    let money =
        |word: &str| word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase()) && values.is_code(word);
    if money(around.word_before())
        || (money(behind) && !matches!(around.word_before(), "in" | "at" | "of" | "constant"))
    {
        return false;
    }
    // "2000 days", "a 2000 year old custom", not "2018 day five".
    let old = around
        .after
        .trim_start_matches(is_space)
        .strip_prefix(behind)
        .is_some_and(|rest| ["-old", " old", "-long"].iter().any(|form| rest.starts_with(form)));
    let counted = |sense: &Sense| match sense {
        Sense::Counted => true,
        Sense::Unit(_) => behind.ends_with('s') || old,
        _ => false,
    };
    if values.senses(behind).iter().any(counted) {
        return false;
    }
    if values.senses(behind).iter().any(|sense| matches!(sense, Sense::Cardinal(value) if *value >= 100)) {
        return false;
    }
    if ends_with_any(before, QUANTITY) {
        return false;
    }
    let plural = behind.len() > 3
        && behind.ends_with('s')
        && behind.starts_with(|c: char| c.is_ascii_lowercase())
        && !matches!(behind, "this" | "was" | "has" | "does" | "levels" | "values" | "prices" | "terms");
    let estimate = ESTIMATES.iter().find_map(|word| strip_phrase(before, word));
    // "a population of about 1500" counts; "built about 1500" does not.
    if let Some(lead) = estimate
        && (plural || first < 1900 && AMOUNT.contains(&last_word(lead.trim_end_matches(is_space))))
    {
        return false;
    }
    // A number right behind another number is a column of a table, or a telephone number.
    if before.len() < around.before.len() && last_word(before).ends_with(|c: char| c.is_ascii_digit()) {
        let run: String = last_word(before).chars().filter(char::is_ascii_digit).collect();
        if run.len() != 4 || !run.starts_with(['1', '2']) {
            return false;
        }
    }
    match first {
        // "2000 were hurt" counts; so does what no plan has reached yet.
        1900..=2100 if behind == "were" => when || bracketed,
        2061..=2100 => when || bracketed || around.alone(),
        1900..=2100 => true,
        1400..=1899 => {
            bracketed || (when && !plural) || around.text.len() <= 60 || capital(last_word(before))
        }
        _ => {
            around.alone()
                || (when
                    && !plural
                    && first < 2300
                    && ends_with_any(before, &["in", "by", "until", "since", "year", "from"]))
        }
    }
}

/// Is the number a measure, by the compound or the unit right behind it: `2010-bed`, `2000 m above the sea`?
fn measured(after: &str) -> bool {
    const COMPOUNDS: &[&str] = &[
        "acre",
        "bed",
        "foot",
        "hectare",
        "kilometer",
        "kilometre",
        "km",
        "litre",
        "man",
        "megawatt",
        "member",
        "meter",
        "metre",
        "mile",
        "page",
        "person",
        "point",
        "pound",
        "room",
        "seat",
        "strong",
        "ton",
        "tonne",
        "unit",
        "word",
    ];
    if let Some(rest) = after.strip_prefix(['-', '‑']) {
        let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        return COMPOUNDS.contains(&word);
    }
    let rest = after.trim_start_matches(is_space);
    let unit =
        rest.split(|c: char| !(c.is_alphanumeric() || c == '²' || c == '³')).next().unwrap_or_default();
    rest.len() < after.len()
        && matches!(unit, "m" | "m²" | "m³" | "km" | "km²" | "kg" | "ft" | "mm" | "cm" | "ha" | "kW" | "kWh")
}

/// Is a number one of several that a word in front counts: `resolutions 1970 (2011) and 1973 (2011)`?
fn in_series_of_numbers(before: &str) -> bool {
    let bare = before
        .trim_end_matches(|c: char| is_space(c) || c.is_ascii_digit() || matches!(c, ',' | '(' | ')' | '&'));
    let bare = bare.strip_suffix("and").unwrap_or(bare);
    if bare.len() == before.len() {
        return false;
    }
    let bare = bare
        .trim_end_matches(|c: char| is_space(c) || c.is_ascii_digit() || matches!(c, ',' | '(' | ')' | '&'));
    let word = last_word(bare).to_ascii_lowercase();
    NUMBERED.contains(&word.as_str()) && bare.len() < before.len()
}

fn part_of_year(around: &Around<'_>, reading: &Reading, before: &str) -> bool {
    let part = match reading {
        Reading::Point(point) | Reading::Interval(End::Point(point), _) => point.part,
        _ => return false,
    };
    let end = around.after.trim_start_matches(is_space);
    let closed = end.is_empty() || end.starts_with(['.', ',', ';', ')']);
    match part {
        Part::Season(_) => {
            around.alone()
                || (closed
                    && ends_with_any(
                        around.before,
                        &["in the", "by the", "this", "in", "by", "since", "until", "during the"],
                    ))
        }
        Part::Quarter(_) => {
            around.alone() || around.words.starts_with(['Q', 'q']) || matches!(before, "the" | "in")
        }
        _ => around.alone() || around.words.starts_with('H'),
    }
}

fn weekday(around: &Around<'_>, before: &str, when: bool) -> bool {
    if around.alone() {
        return true;
    }
    let named = matches!(
        before,
        "black" | "good" | "easter" | "ash" | "palm" | "holy" | "super" | "giving" | "bloody" | "cyber"
    );
    // "by Saturday Morning Cereal" names a maker, "on Monday President …" a day.
    let name_behind =
        capital(around.word_after()) && (!when || matches!(before, "by" | "of" | "and" | "the" | "for"));
    // "the Saturday market" is held every week.
    if before == "the" && HABITS.contains(&around.word_after()) {
        return false;
    }
    // "the Sun", "Sat" are other things: an abbreviation needs a preposition.
    let short = around.words.trim_end_matches('.').len() < 6;
    let sure = !short || matches!(before, "on" | "by" | "until" | "since" | "from");
    sure && capital(around.words)
        && !named
        && !name_behind
        && !matches!(before, "every" | "each" | "a" | "any")
}

fn relative(around: &Around<'_>, before: &str) -> bool {
    let words = around.words.to_ascii_lowercase();
    // A bare day of a story ("the following day") counts from the story, not from the day of writing.
    let story = matches!(words.as_str(), "present day" | "current day" | "this past");
    // "Today’s world", "as strong today as then": these days, not the day of writing.
    if words == "today" && is_these_days(around) {
        return false;
    }
    let once = words == "one day" && !around.word_before().eq_ignore_ascii_case("within");
    !story && !once && before != "no" && !goes_on(around.after)
}

/// Does "today" mean these days: "Today’s youth", "more than ever today", "the size that it is today"?
fn is_these_days(around: &Around<'_>) -> bool {
    const ERA: &[&str] = &[
        "world",
        "generation",
        "generations",
        "youth",
        "society",
        "economy",
        "challenges",
        "standards",
        "age",
        "environment",
        "reality",
        "realities",
        "technology",
        "global",
        "modern",
        "digital",
        "complex",
        "children",
        "leaders",
        "students",
        "threats",
        "market",
        "markets",
        "consumers",
        "terms",
        "money",
    ];
    if let Some(behind) = around.after.strip_prefix("’s ").or_else(|| around.after.strip_prefix("'s ")) {
        let word = behind.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        return ERA.contains(&word.to_ascii_lowercase().as_str());
    }
    let behind = around.after.trim_start_matches(is_space);
    let compared =
        behind.starts_with("than ever") || behind.starts_with("as it was") || behind.starts_with("as ever");
    compared || ends_with_any(around.before, &["it is", "they are", "still", "we are", "than ever"])
}

fn length(around: &Around<'_>, reading: &Reading) -> bool {
    let words = around.words.to_ascii_lowercase();
    let within = around.word_before().eq_ignore_ascii_case("within");
    let vague = matches!(words.as_str(), "one day" | "one hour") && !within;
    let aged = ends_with_any(around.before, &["aged", "age of", "ages"]);
    // "the Seven Years’ War" is a name.
    let mut parts = around.words.split([' ', '-']);
    let titled = capital(parts.next().unwrap_or_default()) && capital(parts.next_back().unwrap_or_default());
    let behind = around.after.trim_start_matches(['’', '\'', 's']).trim_start_matches(is_space);
    let named = titled && !around.begins_sentence() && behind.starts_with(char::is_uppercase);
    let sum = matches!(reading, Reading::Length(_)) && around.before.ends_with(['#', '$']);
    // "2 500 hours": the end of a figure whose thousands stand apart.
    let figure = around.words.split(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
    let bare = around.before.trim_end_matches(is_space);
    let sum = sum
        || figure.len() == 3
            && bare.len() + 2 >= around.before.len()
            && bare.ends_with(|c: char| c.is_ascii_digit());
    !(vague || aged || named || sum)
}

//! Two drawings: when the dates of a paper lie, and what it gives for what.
//!
//! Drawn as SVG whose lengths are attributes, for a page without inline style. Amounts stand there exactly as they were
//! read; the bars of one currency share one scale, and nothing is ever summed or compared across currencies.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::DocumentRecord;
use crate::record::{AmountRecord, FundingRecord, NamedEnum as _};

use super::{escape, human, plural};

/// Width of the drawings, in their own units.
const WIDTH: f64 = 340.0;
/// Bars of the timeline at most.
const BARS: i32 = 60;
/// Funding lines that a currency shows; the others are in the table.
const LINES: usize = 16;
/// Letters of a title that fit beside its amount.
const LETTERS: usize = 36;

/// The years of the dates, a bar a year or a run of years; none where no date has a year.
pub(super) fn timeline(record: &DocumentRecord<'_>) -> Option<String> {
    let mut years: BTreeMap<i32, u32> = BTreeMap::new();
    for date in &record.dates {
        let bound = date.earliest.as_deref().or(date.latest.as_deref());
        if let Some(year) = bound.and_then(year) {
            *years.entry(year).or_default() += 1;
        }
    }
    let (first, last) = (*years.keys().next()?, *years.keys().next_back()?);
    let step = nice((last - first) / BARS + 1);
    let from = first.div_euclid(step) * step;
    let needed = (last - from) / step + 1;
    // A year or two stand in the middle of a few.
    let bars = needed.max(8);
    let from = from - (bars - needed) / 2 * step;
    let mut runs: BTreeMap<i32, u32> = BTreeMap::new();
    for (year, count) in &years {
        *runs.entry((year - from).div_euclid(step)).or_default() += count;
    }
    let most = runs.values().copied().max().unwrap_or(1);
    let total: u32 = years.values().sum();
    let width = WIDTH / f64::from(bars);
    let name = |run: i32| {
        let year = from + run * step;
        if step == 1 { year.to_string() } else { format!("{year}–{}", year + step - 1) }
    };
    let peak = runs.iter().find(|(_, count)| **count == most).map_or(0, |(run, _)| *run);
    let mut out = format!(
        "<svg class=years viewBox=\"0 0 {WIDTH} 84\" role=img aria-label=\"{total} dates from {first} to {last}, most in \
         {} ({most})\">",
        name(peak)
    );
    let issued = record.issued.as_ref().and_then(|issued| year(&issued.edtf));
    for (run, count) in &runs {
        let high = 56.0 * f64::from(*count) / f64::from(most);
        let own = issued.is_some_and(|year| (year - from).div_euclid(step) == *run);
        let _ = write!(
            out,
            "<rect class=\"bar{}\" data-from={} data-to={} x=\"{:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{:.2}\" rx=1>\
             <title>{}: {}{}</title></rect>",
            if own { " own" } else { "" },
            from + run * step,
            from + run * step + step - 1,
            f64::from(*run) * width + width * 0.12,
            62.0 - high,
            (width * 0.76).min(22.0),
            high,
            name(*run),
            plural(*count as usize, "date"),
            if own { ", the year of issue" } else { "" },
        );
    }
    let _ = write!(out, "<path class=axis d=\"M0 62.5H{WIDTH}\"/>");
    let mut free = f64::MIN;
    for run in 0..bars {
        let (year, x) = (from + run * step, f64::from(run) * width + (width * 0.5).min(width * 0.12 + 11.0));
        let round = bars <= 10 || year % (step * 5) == 0;
        let anchor = if x < 14.0 {
            "start"
        } else if x > WIDTH - 14.0 {
            "end"
        } else {
            "middle"
        };
        let at = if anchor == "start" { 14.0 } else { x.min(WIDTH - 14.0) };
        if round && at - free > 34.0 {
            let _ = write!(out, "<text x=\"{x:.2}\" y=78 text-anchor={anchor}>{year}</text>");
            free = at;
        }
    }
    out.push_str("</svg>");
    Some(out)
}

/// The year of an ISO or EDTF date.
fn year(date: &str) -> Option<i32> {
    let (sign, digits) = date.strip_prefix('-').map_or((1, date), |digits| (-1, digits));
    digits.get(..4)?.parse::<i32>().ok().map(|year| sign * year)
}

/// The least of 1, 2, 5, 10, 20 … that is not less.
fn nice(step: i32) -> i32 {
    let mut base = 1;
    loop {
        if let Some(found) = [1, 2, 5].into_iter().map(|factor| factor * base).find(|one| *one >= step) {
            return found;
        }
        base *= 10;
    }
}

/// Funding lines by currency, with their parts below them; none where there are none.
pub(super) fn funding(record: &DocumentRecord<'_>) -> Option<String> {
    let amounts: BTreeMap<&str, &AmountRecord<'_>> =
        record.amounts.iter().map(|amount| (amount.id.as_ref(), amount)).collect();
    let mut groups: Vec<(&str, Vec<Line<'_>>)> = Vec::new();
    for line in in_order(record) {
        let Some(amount) = amounts.get(line.funding.amount.as_ref()).copied() else { continue };
        let currency = amount.currency.as_deref().unwrap_or_else(|| amount.kind.0.name());
        let line = Line { amount: Some(amount), ..line };
        match groups.iter_mut().find(|(known, _)| *known == currency) {
            Some((_, lines)) => lines.push(line),
            None => groups.push((currency, vec![line])),
        }
    }
    if groups.is_empty() {
        return None;
    }
    let mut out = String::new();
    for (currency, lines) in &groups {
        group(&mut out, currency, lines);
    }
    Some(out)
}

#[derive(Clone, Copy)]
struct Line<'a> {
    at: usize,
    funding: &'a FundingRecord<'a>,
    amount: Option<&'a AmountRecord<'a>>,
    part: bool,
}

/// Funding lines, each total with its parts behind it.
fn in_order<'a>(record: &'a DocumentRecord<'_>) -> Vec<Line<'a>> {
    let line =
        |at: usize, part: bool| Some(Line { at, funding: record.funding.get(at)?, amount: None, part });
    let mut parts: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, one) in record.funding.iter().enumerate() {
        if let Some(total) = &one.part_of {
            parts.entry(total).or_default().push(at);
        }
    }
    let mut order = Vec::new();
    let mut told = vec![false; record.funding.len()];
    let roots = record.funding.iter().enumerate().filter(|(_, one)| one.part_of.is_none());
    // Parts of parts stand with the first total; what goes in a circle comes at the end.
    let mut stack: Vec<(usize, bool)> = roots.map(|(at, _)| (at, false)).collect();
    stack.reverse();
    while let Some((at, part)) = stack.pop() {
        let Some(one) = record.funding.get(at) else { continue };
        if std::mem::replace(&mut told[at], true) {
            continue;
        }
        order.extend(line(at, part));
        let below = parts.get(one.id.as_ref()).into_iter().flatten().rev();
        stack.extend(below.map(|below| (*below, true)));
    }
    order.extend((0..record.funding.len()).filter(|at| !told[*at]).filter_map(|at| line(at, true)));
    order
}

fn group(out: &mut String, currency: &str, lines: &[Line<'_>]) {
    let size = |line: &Line<'_>| line.amount.map_or(0.0, |amount| amount.value.parse::<f64>().unwrap_or(0.0));
    let most = lines.iter().map(size).fold(0.0, f64::max);
    let shown = &lines[..lines.len().min(LINES)];
    let high = shown.len() * 36;
    let name = escape::escaped(&human(currency));
    let _ = write!(
        out,
        "<h4>{name}</h4>\n<svg class=money viewBox=\"0 0 {WIDTH} {high}\" role=img aria-label=\"{name}: {}; the table of \
         funding has them all\">",
        plural(lines.len(), "funding line")
    );
    for (row, line) in shown.iter().enumerate() {
        let Some(amount) = line.amount else { continue };
        let (y, x) = (row * 36, if line.part { 14.0 } else { 0.0 });
        let title = line.funding.title.as_deref().unwrap_or("no title");
        let long = if most > 0.0 { (WIDTH - x) * size(line) / most } else { 0.0 };
        let exact = figure(amount);
        let _ = write!(
            out,
            "<g class=\"row{}\" data-i=f{}><rect class=under x=0 y={y} width={WIDTH} height=36 />\
             <title>{}: {exact}</title>\
             <text x={x} y={}>{}</text><text class=sum x={WIDTH} y={} text-anchor=end>{exact}</text>\
             <rect class=track x={x} y={} width={} height=6 rx=3 />\
             <rect class=bar x={x} y={} width=\"{:.2}\" height=6 rx=3 /></g>",
            if line.part { " part" } else { "" },
            line.at,
            escape::escaped(title),
            y + 15,
            escape::escaped(&short(title, LETTERS.saturating_sub(exact.len()).max(14) + 8)),
            y + 15,
            y + 22,
            WIDTH - x,
            y + 22,
            long.max(2.0),
        );
    }
    out.push_str("</svg>\n");
    if lines.len() > shown.len() {
        let more = lines.len() - shown.len();
        let _ = writeln!(out, "<p class=more>and {more} more in the table of funding</p>");
    }
}

/// The exact figure with its thousands parted: `2,500,000.50`, `1,000–2,000`.
pub(super) fn figure(amount: &AmountRecord<'_>) -> String {
    let value = grouped(&amount.value);
    match &amount.value_max {
        Some(most) => format!("{value}–{}", grouped(most)),
        None => value,
    }
}

pub(super) fn grouped(value: &str) -> String {
    let (whole, rest) = value.split_once('.').map_or((value, None), |(whole, rest)| (whole, Some(rest)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut out = sign.to_owned();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    // Zeros that only fill the cents say nothing.
    match rest.map(|rest| rest.trim_end_matches('0')) {
        Some(rest) if !rest.is_empty() => format!("{out}.{rest}"),
        _ => out,
    }
}

/// The first letters, cut at a word where one ends in time.
fn short(words: &str, letters: usize) -> String {
    if words.chars().count() <= letters {
        return words.to_owned();
    }
    let cut: String = words.chars().take(letters - 1).collect();
    let end = cut.rfind(' ').filter(|end| *end > cut.len() / 2).unwrap_or(cut.len());
    format!("{}…", cut.get(..end).unwrap_or_default().trim_end_matches([',', ' ', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_exact() {
        for (value, shown) in [
            ("14000000", "14,000,000"),
            ("2500000.00", "2,500,000"),
            ("0.10", "0.1"),
            ("-1234.5", "-1,234.5"),
            ("999", "999"),
            ("79228162514264337593543950335", "79,228,162,514,264,337,593,543,950,335"),
        ] {
            assert_eq!(grouped(value), shown);
        }
    }

    #[test]
    fn titles_are_cut_at_words() {
        for (words, shown) in [
            ("Wells", "Wells"),
            ("Small dams of the far north", "Small dams of…"),
            ("Überschwemmungsgebiete und", "Überschwemmungs…"),
        ] {
            assert_eq!(short(words, 16), shown);
        }
    }

    #[test]
    fn steps_are_round() {
        assert_eq!([1, 2, 3, 6, 11, 60].map(nice), [1, 2, 5, 10, 20, 100]);
    }
}

//! Page furniture: navigation, share lines, language notes, contact leads, known by the words of
//! `data/furniture.csv` (`Skip to main content`, `Share this page`, `Services et renseignements`).

use std::{collections::BTreeMap, sync::LazyLock};

/// What a line of furniture is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Furniture {
    /// Menus, search boxes, links to other pages, language choosers.
    Navigation,
    /// Follow us, share this.
    Social,
    /// "Date modified:".
    DateModified,
    /// A line that leads to whom to ask.
    ContactLead,
    /// A note on how the paper may be used: "E&OE", "Embargoed until noon", "Check against delivery".
    Stamp,
}

struct Lines {
    whole: BTreeMap<String, Furniture>,
    /// Beginnings by their first two bytes, in the order of the table.
    starts: BTreeMap<[u8; 2], Vec<(String, Furniture)>>,
    /// The two bytes that some line begins with: by the first, a bit for the second.
    openings: Box<[u32; 256]>,
}

impl Lines {
    fn add(&mut self, form: String, furniture: Furniture, starts: bool) {
        let Some(opening) = opening(&form) else { return };
        self.openings[usize::from(opening[0])] |= 1 << (opening[1] & 31);
        if starts {
            self.starts.entry(opening).or_default().push((form, furniture));
        } else {
            self.whole.insert(form, furniture);
        }
    }

    /// Could a line be known? Most lines are told by the two bytes that they begin with.
    fn may_hold(&self, line: &str) -> bool {
        let line = line.trim_start();
        let [first, second, ..] = line.as_bytes() else { return false };
        // Signs at the end of a line are no part of it; letters that are not plain change their bytes with the case.
        if !first.is_ascii() || !second.is_ascii() || matches!(second, b':' | b'.') {
            return true;
        }
        let second = if second.is_ascii_whitespace() { b' ' } else { second.to_ascii_lowercase() };
        self.openings[usize::from(first.to_ascii_lowercase())] & (1 << (second & 31)) != 0
    }
}

/// The first two bytes of a key; `None` for a shorter one.
fn opening(key: &str) -> Option<[u8; 2]> {
    key.as_bytes().first_chunk().copied()
}

static LINES: LazyLock<Lines> = LazyLock::new(|| {
    let mut lines = Lines { whole: BTreeMap::new(), starts: BTreeMap::new(), openings: Box::new([0; 256]) };
    let mut reader = csv::Reader::from_reader(include_str!("../../../data/furniture.csv").as_bytes());
    for row in reader.records().flatten() {
        let (Some(form), Some(kind), Some(matching)) = (row.get(0), row.get(1), row.get(2)) else { continue };
        let furniture = match kind {
            "social" => Furniture::Social,
            "date_modified" => Furniture::DateModified,
            "contact_lead" => Furniture::ContactLead,
            "stamp" => Furniture::Stamp,
            // End marks are known by their shape.
            "endmark" => continue,
            _ => Furniture::Navigation,
        };
        lines.add(key(form), furniture, matching == "start");
    }
    lines
});

/// Words of a line for comparison: lower case, plain apostrophes, no stop or colon at the end.
fn key(line: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    words.join(" ").to_lowercase().replace('’', "'").trim_end_matches([':', '.', '»', '›', ' ']).to_owned()
}

/// The furniture that a line is, if it is any.
pub fn furniture(line: &str) -> Option<Furniture> {
    if line.len() > 160 {
        return None;
    }
    if (line.contains("  ") || line.contains(" | ")) && is_menu(line) {
        return Some(Furniture::Navigation);
    }
    if !LINES.may_hold(line) {
        return None;
    }
    let key = key(line);
    let begins =
        |form: &str| key.strip_prefix(form).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    LINES.whole.get(&key).copied().or_else(|| {
        let starts = LINES.starts.get(&opening(&key)?)?;
        starts.iter().find(|(form, _)| begins(form)).map(|(_, furniture)| *furniture)
    })
}

/// Is it a menu in one line: two entries of navigation or more, and at most one word of its own, parted by spaces?
fn is_menu(line: &str) -> bool {
    let parts =
        line.split(" | ").flat_map(|part| part.split("  ")).map(str::trim).filter(|part| !part.is_empty());
    let (mut known, mut own) = (0, 0);
    for part in parts {
        if LINES.may_hold(part) && LINES.whole.contains_key(&key(part)) {
            known += 1;
        } else if part.contains(' ') {
            return false;
        } else {
            own += 1;
        }
    }
    known >= 2 && own <= 1
}

/// Is it the trail of a page: short names with one sign between them (`Home / Documents / Plans`)?
pub fn is_trail(line: &str) -> bool {
    const SIGNS: [&str; 6] = [" > ", " / ", " » ", " › ", " → ", " | "];
    let short = |part: &str| {
        let words = part.split_whitespace().count();
        (1..=5).contains(&words) && !part.contains([':', ','])
    };
    let fits = |sign: &str| line.matches(sign).count() >= 2 && line.split(sign).all(short);
    line.len() <= 160 && !line.ends_with(['.', ';', ',']) && SIGNS.iter().any(|sign| fits(sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_furniture_are_known_and_prose_is_not() {
        assert_eq!(furniture("Language selection"), Some(Furniture::Navigation));
        assert_eq!(furniture("Date modified:"), Some(Furniture::DateModified));
        assert_eq!(furniture("Date modified: 2021-04-01"), Some(Furniture::DateModified));
        assert_eq!(furniture("The language selection was wide."), None);
        assert_eq!(furniture("Our relations"), None);
        assert_eq!(furniture("Menu  Search  Suomi"), Some(Furniture::Navigation));
        assert_eq!(furniture("Expand all | Collapse all"), Some(Furniture::Navigation));
        assert_eq!(furniture("Menu  of the day"), None);
        assert_eq!(furniture("Boats | Harbour Board"), None);
        assert_eq!(furniture("E&OE"), Some(Furniture::Stamp));
        for line in
            ["Home / Documents / Plans and reports", "Ministers > Harbours > Releases", "Home » News » 2019"]
        {
            assert!(is_trail(line), "{line}");
        }
        for line in [
            "Boats and/or quays",
            "Harbour Board | Press Office",
            "Plan 2019 / 2020",
            "Depth > 3 m, width > 5 m",
        ] {
            assert!(!is_trail(line), "{line}");
        }
    }
}

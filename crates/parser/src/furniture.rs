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
}

struct Lines {
    whole: BTreeMap<String, Furniture>,
    starts: Vec<(String, Furniture)>,
}

static LINES: LazyLock<Lines> = LazyLock::new(|| {
    let mut lines = Lines { whole: BTreeMap::new(), starts: Vec::new() };
    let mut reader = csv::Reader::from_reader(include_str!("../../../data/furniture.csv").as_bytes());
    for row in reader.records().flatten() {
        let (Some(form), Some(kind), Some(matching)) = (row.get(0), row.get(1), row.get(2)) else { continue };
        let furniture = match kind {
            "social" => Furniture::Social,
            "date_modified" => Furniture::DateModified,
            "contact_lead" => Furniture::ContactLead,
            // End marks are known by their shape.
            "endmark" => continue,
            _ => Furniture::Navigation,
        };
        let form = key(form);
        if matching == "start" {
            lines.starts.push((form, furniture));
        } else {
            lines.whole.insert(form, furniture);
        }
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
    let key = key(line);
    let begins =
        |form: &str| key.strip_prefix(form).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    LINES
        .whole
        .get(&key)
        .copied()
        .or_else(|| LINES.starts.iter().find(|(form, _)| begins(form)).map(|(_, furniture)| *furniture))
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
    }
}

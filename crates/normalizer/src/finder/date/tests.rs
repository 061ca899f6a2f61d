//! Marked sentences: `⟦words = value⟧`, near misses left as they are.

use std::fmt::Write as _;

use super::*;

fn mark(text: &str) -> String {
    let values = Values::embedded();
    let grammar = Grammar { values: &values, order: point::Order::MonthFirst, pivot: 2020 };
    let (mut out, mut at) = (String::new(), 0);
    for hit in scan(text, &grammar) {
        let range = hit.range;
        let value = match (&hit.reading, value(&hit.reading)) {
            (_, Some(value)) => value.edtf(),
            (Reading::Length(length), _) => length.clone(),
            (Reading::Set(set), _) => set.clone().unwrap_or_default(),
            (reading, None) => format!("{reading:?}"),
        };
        out += &text[at..range.start];
        write!(out, "⟦{} = {value}", &text[range.start..range.end]).unwrap();
        if let Some(modifier) = hit.modifier {
            write!(out, ", {modifier}").unwrap();
        }
        out += "⟧";
        at = range.end;
    }
    out + &text[at..]
}

fn check(rows: &[(&str, &str)]) {
    for (text, marked) in rows {
        assert_eq!(mark(text), *marked);
    }
}

#[test]
fn days_months_and_years_in_all_orders() {
    check(&[
        ("signed on 7 March 2016 in", "signed on ⟦7 March 2016 = 2016-03-07⟧ in"),
        ("signed on March 7, 2016, in", "signed on ⟦March 7, 2016 = 2016-03-07⟧, in"),
        ("signed on 7th of March, 2016 in", "signed on ⟦7th of March, 2016 = 2016-03-07⟧ in"),
        ("due Tuesday, Mar. 7, 2016", "due ⟦Tuesday, Mar. 7, 2016 = 2016-03-07⟧"),
        ("on Dec. 3\u{a0}2019 the", "on ⟦Dec. 3\u{a0}2019 = 2019-12-03⟧ the"),
        ("the twelfth day of April 1999", "the ⟦twelfth day of April 1999 = 1999-04-12⟧"),
        ("held on May 30 in", "held on ⟦May 30 = XXXX-05-30⟧ in"),
        ("in May, 2011.", "in ⟦May, 2011 = 2011-05⟧."),
        ("since July 1998", "since ⟦July 1998 = 1998-07, since⟧"),
        ("on 2014-04-18 at", "on ⟦2014-04-18 = 2014-04-18⟧ at"),
        ("on 8/10/2012 at", "on ⟦8/10/2012 = 2012-08-10⟧ at"),
        ("on 25/10/2012 at", "on ⟦25/10/2012 = 2012-10-25⟧ at"),
        ("a 05-Aug-2016 note", "a ⟦05-Aug-2016 = 2016-08-05⟧ note"),
        ("3rd Feb 82", "⟦3rd Feb 82 = 1982-02-03⟧"),
    ]);
}

#[test]
fn stretches_in_every_form() {
    check(&[
        ("the June 3-5 summit", "the ⟦June 3-5 = XXXX-06-03/XXXX-06-05⟧ summit"),
        ("30 April – 2 May 2022", "⟦30 April – 2 May 2022 = 2022-04-30/2022-05-02⟧"),
        ("5–6 September 2019", "⟦5–6 September 2019 = 2019-09-05/2019-09-06⟧"),
        ("from 3 to 12 of Sept we", "from ⟦3 to 12 of Sept = XXXX-09-03/XXXX-09-12⟧ we"),
        (
            "from July 1 to August 16, 2017, the",
            "from ⟦July 1 to August 16, 2017 = 2017-07-01/2017-08-16⟧, the",
        ),
        ("between 2014 and 2018 the", "between ⟦2014 and 2018 = 2014/2018⟧ the"),
        ("the plan for 2017-20", "the plan for ⟦2017-20 = 2017/2020⟧"),
        ("Plan (2011-12)", "Plan (⟦2011-12 = 2011/2012⟧)"),
        ("in 2015-12", "in ⟦2015-12 = 2015-12⟧"),
        ("2007/08 and FY 2012-13", "⟦2007/08 = 2007/2008⟧ and ⟦FY 2012-13 = 2012/2013⟧"),
        ("over 2006 – 2010", "over ⟦2006 – 2010 = 2006/2010⟧"),
        ("from December to May 2020", "from ⟦December to May 2020 = 2019-12/2020-05⟧"),
        ("on 4 and 5 November 2015", "on ⟦4 and 5 November 2015 = 2015-11-04/2015-11-05⟧"),
        ("active 17th-19th centuries", "active ⟦17th-19th centuries = 16XX/18XX⟧"),
    ]);
}

#[test]
fn parts_of_years_decades_and_centuries() {
    check(&[
        ("for fall 2009 in", "for ⟦fall 2009 = 2009-23⟧ in"),
        ("the spring of 1978", "the ⟦spring of 1978 = 1978-21⟧"),
        ("in Q3 2016", "in ⟦Q3 2016 = 2016-07/2016-09⟧"),
        ("the third quarter of 2016", "the ⟦third quarter of 2016 = 2016-07/2016-09⟧"),
        ("H1 2019", "⟦H1 2019 = 2019-01/2019-06⟧"),
        ("in the late 1970s", "in the late ⟦1970s = 197X, end⟧"),
        ("in the ’90s", "in the ’⟦90s = 199X⟧"),
        ("the nineteenth century", "the ⟦nineteenth century = 18XX⟧"),
        ("circa 1890", "circa ⟦1890 = 1890, approx⟧"),
        ("before about 1928", "before about ⟦1928 = 1928~, before⟧"),
        ("by the end of 2031", "by the end of ⟦2031 = 2031, end⟧"),
        ("2018 or later", "⟦2018 = 2018, since⟧ or later"),
    ]);
}

#[test]
fn lengths_and_recurrences() {
    check(&[
        ("a partner for 41 years.", "a partner for ⟦41 years = P41Y⟧."),
        ("a four-year plan", "a ⟦four-year = P4Y⟧ plan"),
        ("the 25 th anniversary", "the ⟦25 th anniversary = P25Y⟧"),
        ("hold annual talks", "hold ⟦annual = P1Y⟧ talks"),
        ("meet three times a year", "meet ⟦three times a year = ⟧"),
        ("a 12-year-old child", "a 12-year-old child"),
        ("in recent years", "in recent years"),
    ]);
}

#[test]
fn near_misses_stay_unmarked() {
    for text in [
        "Resolution 1540 of the Council",
        "resolutions 1970 and 1973",
        "some 2000 people fled",
        "more than 1990 of them",
        "Covid-19 and H1N1",
        "– 30 –",
        "the 20th meeting",
        "call 613-555-2010 now",
        "it costs $2014 today's".trim_end_matches(" today's"),
        "document S/2011/18 and A/RES/60/1",
        "we may march on",
        "see 2.10 and 2.11",
        "at 10:30 and 14.45",
        "May I ask",
        "a share of 12.5%",
        "Room 2016",
    ] {
        assert_eq!(mark(text), text);
    }
    assert_eq!(mark("Resolution 1540 (2004)"), "Resolution 1540 (⟦2004 = 2004⟧)");
}

#[test]
fn every_form_is_legal_edtf() {
    let values = Values::embedded();
    let grammar = Grammar { values: &values, order: point::Order::MonthFirst, pivot: 2020 };
    for text in
        ["May 3-4", "Q3 2016", "fall 2009", "the 1970s", "19th century", "2007-10", "before about 1928"]
    {
        for hit in scan(text, &grammar) {
            let form = value(&hit.reading).unwrap().edtf();
            assert!(edtf_core::is_valid(&form), "{form}");
        }
    }
}

mod any_text {
    use proptest::prelude::*;

    use crate::{Context, Lexicon, anchor, check, finder, funding, issued, sample};

    /// Pieces that the grammars look at, and characters of several bytes between them.
    fn piece() -> impl Strategy<Value = String> {
        let known = [
            "May",
            " 29",
            "-30",
            ", 2023",
            " – ",
            "the",
            " last ",
            "week",
            " of ",
            "$",
            "5",
            " million",
            "€",
            "(",
            ")",
            "“",
            "”",
            "\u{a0}",
            "’s",
            "é",
            "日",
            "S/",
            "20",
            "th",
            " century",
            "1990s",
            " to ",
            "between ",
            "and ",
            "19",
            "/",
            ".",
            "\n\n",
            "# ",
            "ABC",
            " Ab Bc Cd ",
            "%",
            "km²",
            " two ",
            "years",
            " ago",
            "c.",
            "’90s",
            "Q3",
            "USD",
            "[",
            "\"",
            "today",
        ];
        prop_oneof![
            8 => proptest::sample::select(known.to_vec()).prop_map(str::to_owned),
            1 => "\\PC{0,3}",
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn is_read_without_a_panic(pieces in proptest::collection::vec(piece(), 0..40), known in any::<bool>()) {
            static LEXICON: std::sync::LazyLock<Lexicon> = std::sync::LazyLock::new(Lexicon::embedded);
            let mut document = sample::document(&pieces.concat());
            let context = Context { issued: known.then(|| "2020-02-29".to_owned()), country: None };
            for stage in [
                finder::date::find, finder::money::find, finder::quantity::find, finder::acronym::find, issued::find,
                anchor::resolve, finder::money::resolve_currency, funding::find, check::find,
            ] {
                stage(&mut document, &LEXICON, &context);
            }
            for date in &document.dates {
                prop_assert!(!document.text(date.at).is_empty());
                let form = date.edtf.as_deref().unwrap_or("2020");
                let length = form.starts_with('P');
                prop_assert!(length || edtf_core::is_valid(form), "{form} of {}", document.text(date.at));
            }
            for pair in document.dates.windows(2) {
                let apart = pair[0].at.passage != pair[1].at.passage || pair[0].at.range.end <= pair[1].at.range.start;
                prop_assert!(apart);
            }
        }
    }
}

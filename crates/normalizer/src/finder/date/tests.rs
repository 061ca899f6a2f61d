//! Marked sentences: `⟦words = value⟧`, near misses left as they are.

mod families;

use std::fmt::Write as _;

use super::*;

fn mark(text: &str) -> String {
    let values = &crate::Lexicon::embedded().values;
    let grammar =
        Grammar { values, order: point::Order::MonthFirst, pivot: 2020, memo: point::Memos::default() };
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
fn days_with_months_of_other_languages() {
    check(&[
        ("Quito, 9 de mayo de 2017", "Quito, ⟦9 de mayo de 2017 = 2017-05-09⟧"),
        ("Porto, 3 de março de 2015", "Porto, ⟦3 de março de 2015 = 2015-03-03⟧"),
        ("Lomé, le 1er juin 2016", "Lomé, le ⟦1er juin 2016 = 2016-06-01⟧"),
        ("Bonn, 12. Dezember 2011", "Bonn, ⟦12. Dezember 2011 = 2011-12-12⟧"),
        ("Roma, 7 luglio 2010.", "Roma, ⟦7 luglio 2010 = 2010-07-07⟧."),
        ("Medan, 5 Agustus 2019", "Medan, ⟦5 Agustus 2019 = 2019-08-05⟧"),
        ("a 40 marzo 2012 label", "a 40 marzo ⟦2012 = 2012⟧ label"),
        ("9 de 2017 casas", "9 de ⟦2017 = 2017⟧ casas"),
    ]);
}

#[test]
fn numbers_of_papers_are_no_dates() {
    check(&[
        ("Form 1948-B fell away", "Form 1948-B fell away"),
        ("see Annexure 2010 of it", "see Annexure 2010 of it"),
        ("by circular 1974 of it", "by circular 1974 of it"),
        ("Adopt Decision 2010-07 on", "Adopt Decision 2010-07 on"),
        ("a report 2010-07 on", "a report ⟦2010-07 = 2010-07⟧ on"),
        ("formed in 1948", "formed in ⟦1948 = 1948⟧"),
        ("on Wednesday (4/12), he", "on ⟦Wednesday = Relative(Weekday(3, None))⟧ (⟦4/12 = XXXX-04-12⟧), he"),
        ("Lima (4/12)", "Lima (⟦4/12 = XXXX-04-12⟧)"),
        ("a share (4/12) of it", "a share (4/12) of it"),
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
fn open_ends_and_parts_of_a_stretch() {
    check(&[
        ("held 1990–present", "held ⟦1990–present = 1990/..⟧"),
        ("from 2015 to the present", "from ⟦2015 to the present = 2015/..⟧"),
        ("the first six months of 2019", "the ⟦first six months of 2019 = 2019-01/2019-06⟧"),
        ("the last four months of 2021", "the ⟦last four months of 2021 = 2021-09/2021-12⟧"),
        ("the first ten days of May 2015", "the ⟦first ten days of May 2015 = 2015-05-01/2015-05-10⟧"),
        ("the first two years of the 1990s", "the ⟦first two years of the 1990s = 1990/1991⟧"),
        ("from 5/1-5/7, 2020", "from ⟦5/1-5/7, 2020 = 2020-05-01/2020-05-07⟧"),
        ("on May 3, 4 and 5, 2018", "on ⟦May 3, 4 and 5, 2018 = 2018-05-03/2018-05-05⟧"),
        ("on May 3, 4 and 5 people", "on ⟦May 3 = XXXX-05-03⟧, 4 and 5 people"),
        ("in July/August 2015", "in ⟦July/August 2015 = 2015-07/2015-08⟧"),
        ("in winter 2018/19", "in ⟦winter 2018/19 = 2018-24⟧"),
        ("the first three countries of 2019", "the first three countries of ⟦2019 = 2019⟧"),
        ("In 2015, present rules held", "In ⟦2015 = 2015⟧, present rules held"),
    ]);
}

#[test]
fn years_before_the_common_era_are_counted_as_astronomers_do() {
    check(&[
        ("built in 575 B.C.", "built in ⟦575 B.C. = -0574⟧"),
        ("in 1 BC", "in ⟦1 BC = 0000⟧"),
        ("by 10,000 BC", "by ⟦10,000 BC = -9999, by⟧"),
        ("the 2nd century BC", "the ⟦2nd century BC = -0199/-0100⟧"),
        ("the first century BCE", "the ⟦first century BCE = -0099/0000⟧"),
        ("in AD 79", "in AD ⟦79 = 0079⟧"),
        ("in 300 CE", "in ⟦300 CE = 0300⟧"),
        ("on page 79", "on page 79"),
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

/// The roles of a text's dates, in order.
fn roles(text: &str) -> String {
    let values = &crate::Lexicon::embedded().values;
    let grammar =
        Grammar { values, order: point::Order::MonthFirst, pivot: 2020, memo: point::Memos::default() };
    scan(text, &grammar).iter().map(|hit| hit.role.as_str()).collect::<Vec<_>>().join(" ")
}

#[test]
fn deadlines_and_dates_in_names_are_told_by_the_words_beside_them() {
    for (text, found) in [
        ("Tenders close at 12.00 noon on 14 June 2019.", "deadline"),
        ("The closing date for bids is 14 June 2019.", "deadline"),
        ("Papers are due 14 June 2019.", "deadline"),
        ("Papers must be sent before 14 June 2019.", "deadline"),
        ("Write to the office before 14 June 2019.", "deadline"),
        ("Guests register by 5:00 p.m. on 14 June 2019.", "deadline"),
        ("The call is open until 14 June 2019.", "deadline"),
        ("no later than 14 June 2019", "deadline"),
        ("by the end of 2031", "deadline"),
        // What was is no deadline.
        ("Due to rain on 14 June 2019 it closed.", "event"),
        ("The office closed on 14 June 2019.", "event"),
        ("They met before 14 June 2019.", "event"),
        ("It ran until 14 June 2019.", "period"),
        ("By 1990 trade had doubled.", "event"),
        ("It was gone by the early 1900s.", "period"),
        ("the Hague Convention of 18 October 1907", "in_name"),
        ("under the 30 May 1997 Accord", "in_name"),
        ("the agreement of 30 May 1997", "event"),
        ("Agenda 2031 and the 2005 Convention on Seeds", "in_name in_name"),
        ("Declares 2024 the Year of Seeds", "event"),
        ("the “River Days – 2025” concert", "in_name"),
        ("in fiscal year 2024", "period"),
        ("Ratify the Port Labour Convention, 1976, in all states", "in_name"),
        ("Repeal of the Old Harbour Act, 1943", "event"),
        ("the vote on the pact, 1976, was close", "event"),
        ("PRIORITIES FOR 2007", "period"),
        ("The budget for 2019 grew", "period"),
        ("It was too late for 2019.", "event"),
        ("A.3 Ratify the pact before 14 June 2019.", "deadline"),
        ("Ratified by all before 14 June 2019.", "event"),
        ("She is due in Suva on 14 June 2019.", "event"),
        ("The report is due in Suva on 14 June 2019.", "deadline"),
    ] {
        assert_eq!(roles(text), found, "{text}");
    }
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
        "No. 12/2014 of the series",
        "Decree 2/2007 was read",
        "Regulation 2016/67 applies",
        "a population of about 1500 souls",
        "an average of 2 500 hours",
        "a 2000 year old custom",
        "2000 were hurt",
        "the University, 2100, Harbourtown",
        "by Saturday Morning Press",
        "the Saturday market",
        "Today’s world is smaller",
    ] {
        assert_eq!(mark(text), text);
    }
    assert_eq!(mark("Resolution 1540 (2004)"), "Resolution 1540 (⟦2004 = 2004⟧)");
}

#[test]
fn every_form_is_legal_edtf() {
    let values = &crate::Lexicon::embedded().values;
    let grammar =
        Grammar { values, order: point::Order::MonthFirst, pivot: 2020, memo: point::Memos::default() };
    for text in [
        "May 3-4",
        "Q3 2016",
        "fall 2009",
        "the 1970s",
        "19th century",
        "2007-10",
        "before about 1928",
        "575 BC",
        "2nd century BC",
        "1st century BC",
        "12,000 BC",
        "2015 to the present",
        "AD 79",
        "winter 2018/19",
    ] {
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
            " BC",
            "present",
            " first ",
            " months",
            " later",
            "within ",
            " starting ",
            " next ",
            "Friday",
            " after next",
            "FY",
            "by 5:00 p.m. on ",
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
            static LEXICON: std::sync::LazyLock<&Lexicon> = std::sync::LazyLock::new(Lexicon::embedded);
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

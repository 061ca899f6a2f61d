//! The families of dates, a table each: the rows of a table are read as they are marked, and nothing else in them is.

use super::*;

/// Reads each row without its marks; what is found must be the marks again, legal, and in order of its days.
fn read(rows: &[&str]) {
    for row in rows {
        let text = crate::sample::unmarked(row);
        assert_eq!(mark(&text), *row);
        let values = Values::embedded();
        let grammar = Grammar {
            values: &values,
            order: point::Order::MonthFirst,
            pivot: 2020,
            memo: point::Memos::default(),
        };
        for value in scan(&text, &grammar).iter().filter_map(|hit| value(&hit.reading)) {
            let form = value.edtf();
            assert!(edtf_core::is_valid(&form), "{form} in {row}");
            if let (Some(first), Some(last)) = value.bounds() {
                assert!(first <= last, "{first} to {last} in {row}");
            }
        }
    }
}

#[test]
fn days_with_their_year() {
    read(&[
        "opened on ⟦9 August 2014 = 2014-08-09⟧ at",
        "opened on ⟦August 9th, 2014 = 2014-08-09⟧ at",
        "opened on ⟦August 9 2014 = 2014-08-09⟧ at",
        "opened on the ⟦9th of August 2014 = 2014-08-09⟧ at",
        "done this ⟦ninth day of August, in the year 2014 = 2014-08-09⟧ at",
        "opened on ⟦Sat., 9 Aug. 2014 = 2014-08-09⟧ at",
        "opened on ⟦Saturday, the 9th of August, 2014 = 2014-08-09⟧, at",
        "opened on ⟦SATURDAY, AUGUST 9, 2014 = 2014-08-09⟧",
        "opened on ⟦9 AUG 2014 = 2014-08-09⟧ at",
        "opened on ⟦9-Aug-14 = 2014-08-09⟧ at",
        "opened on ⟦Aug 9 '14 = 2014-08-09⟧ at",
        "opened on ⟦2014 August 9 = 2014-08-09⟧ at",
        "opened on ⟦2014-Aug-09 = 2014-08-09⟧ at",
        "opened on ⟦2014-08-09 = 2014-08-09⟧ at",
        "opened on ⟦2014.08.09 = 2014-08-09⟧ at",
        "opened on ⟦2014/8/9 = 2014-08-09⟧ at",
        "opened on ⟦20140809 = 2014-08-09⟧ at",
        "opened on ⟦8/9/2014 = 2014-08-09⟧ at",
        "opened on ⟦8.9.2014 = 2014-08-09⟧ at",
        "opened on ⟦8-9-2014 = 2014-08-09⟧ at",
        "opened on ⟦08/09/14 = 2014-08-09⟧ at",
        "opened on ⟦08.09.14 = 2014-08-09⟧ at",
        "opened on ⟦29/8/2014 = 2014-08-29⟧ at",
        "stamped ⟦2014-08-09 = 2014-08-09⟧T10:30:00Z",
        "at 10:30 on ⟦9 August 2014 = 2014-08-09⟧, for",
        // A number in words needs its link; a provision has two stops as well.
        "on the ⟦ninth of August = XXXX-08-09⟧ they",
        "the first May meeting and the second June one",
        "under 8.9.14 of the manual",
        "version 08.09.14",
        "an august 12-member body",
        "on 31/9/2014",
        "on 2014-13-09",
    ]);
}

#[test]
fn months_with_and_without_year() {
    read(&[
        "in ⟦August 2014 = 2014-08⟧ and ⟦Aug. 2014 = 2014-08⟧",
        "in ⟦AUGUST 2014 = 2014-08⟧ it",
        "in ⟦August of 2014 = 2014-08⟧ it",
        "in the month of ⟦August 2014 = 2014-08⟧ it",
        "in ⟦2014-08 = 2014-08⟧ it",
        "in ⟦08/2014 = 2014-08⟧ it",
        "in ⟦August = XXXX-08⟧ it",
        "in ⟦May = XXXX-05⟧, ⟦June = XXXX-06⟧ and ⟦July 2019 = 2019-07⟧",
        "we may, in ⟦May = XXXX-05⟧, set out",
        "an august house",
        "Mr. August Lind and Ms. June Lind",
    ]);
}

#[test]
fn stretches_of_days_and_months() {
    read(&[
        "held ⟦May 29-30 = XXXX-05-29/XXXX-05-30⟧ in",
        "held ⟦May 29–30, 2023 = 2023-05-29/2023-05-30⟧ in",
        "held ⟦May 29 and 30, 2023 = 2023-05-29/2023-05-30⟧ in",
        "held ⟦29th to 30th May 2023 = 2023-05-29/2023-05-30⟧ in",
        "held ⟦30 May – 2 June 2023 = 2023-05-30/2023-06-02⟧ in",
        "held ⟦30 May-2 June 2023 = 2023-05-30/2023-06-02⟧ in",
        "from ⟦May 30 to June 2, 2023 = 2023-05-30/2023-06-02⟧ in",
        "between ⟦30 May and 2 June 2023 = 2023-05-30/2023-06-02⟧ in",
        "from ⟦28 December 2022 to 3 January 2023 = 2022-12-28/2023-01-03⟧ in",
        "from ⟦December 28 to January 3, 2023 = 2022-12-28/2023-01-03⟧ in",
        "from ⟦September 1 to October 16, 2018 = 2018-09-01/2018-10-16⟧ in",
        "⟦Sept. 1-Oct. 16, 2018 = 2018-09-01/2018-10-16⟧ in",
        "from ⟦1 until 16 October 2018 = 2018-10-01/2018-10-16⟧ in",
        "on the night of ⟦3/4 May 2019 = 2019-05-03/2019-05-04⟧ in",
        "on ⟦3, 4 and 5 May 2019 = 2019-05-03/2019-05-05⟧ in",
        "from ⟦2020-01-05 to 2020-02-07 = 2020-01-05/2020-02-07⟧ in",
        "over ⟦2020-01-05/2020-02-07 = 2020-01-05/2020-02-07⟧ in",
        "on ⟦5-7/6/2020 = 2020-06-05/2020-06-07⟧ in",
        "from ⟦January to March 2020 = 2020-01/2020-03⟧ in",
        "in ⟦Jan-Mar 2020 = 2020-01/2020-03⟧ it",
        "from ⟦January 2020 to March 2021 = 2020-01/2021-03⟧ in",
        "over ⟦01/2020-03/2021 = 2020-01/2021-03⟧ in",
        "in ⟦March/April 2020 = 2020-03/2020-04⟧ it",
        // Two days that do not follow each other are two; so are scores and shares.
        "on 4 and ⟦11 November 2019 = 2019-11-11⟧ in",
        "won 3-2 and 21-19",
        "some 10-15% and 3/4 of them",
        "rows 5-7 of 6/20",
        "on ⟦May 3 = XXXX-05-03⟧, 4 and 5 boats",
    ]);
}

#[test]
fn years_and_runs_of_years() {
    read(&[
        "over ⟦2007-10 = 2007/2010⟧ it",
        "over ⟦2007/08 = 2007/2008⟧ it",
        "over ⟦2007–2010 = 2007/2010⟧ it",
        "from ⟦2007 to 2010 = 2007/2010⟧ it",
        "from ⟦2007 through 2010 = 2007/2010⟧ it",
        "between ⟦2007 and 2010 = 2007/2010⟧ it",
        "in the ⟦2021-2025 = 2021/2025⟧ period it",
        "over the period ⟦2021–25 = 2021/2025⟧ it",
        "in ⟦FY2020/21 = 2020/2021⟧ and ⟦FY20/21 = 2020/2021⟧ it",
        "in ⟦FY21 = 2021⟧ and ⟦FY 2021 = 2021⟧ it",
        "in ⟦fiscal year 2024 = 2024⟧ and ⟦fiscal 2024 = 2024⟧ it",
        "in the ⟦2024 = 2024⟧ fiscal year it",
        "over ⟦financial years 2022-23 = 2022/2023⟧ and ⟦2023-24 = 2023/2024⟧ it",
        "over ⟦fiscal years 2022 to 2025 = 2022/2025⟧ it",
        "in ⟦2016 = 2016⟧ ⟦2017 = 2017⟧ ⟦2018 = 2018⟧ it",
        "Resolution 1540 (⟦2004 = 2004⟧) and S/RES/1540 (⟦2004 = 2004⟧)",
        "a ⟦2019 = 2019⟧-based study",
        "a pre-⟦2010 = 2010, before⟧ level",
        // What has four digits and is no year.
        "S/RES/1540, A/RES/70/1 and E/CN.4/2006/10",
        "Regulation (EC) No 1907/2006 and Decision 1313/2013/EU",
        "Act No. 2014-105, ISO 9001 and 40 CFR 1501",
        "2010 people, 2019 cases and 2000 tonnes",
        "a 2010-bed hospital 2000 m above the sea",
        "USD 2015 and 2015 EUR; in ⟦2015 = 2015⟧ USD",
        "dial 020 7946 2019 or ext. 2014",
        "chapter 2010, Part 2011 and postcode 2010",
        "the flight 2010 to Room 2019",
        "covers 12.2019 of it",
    ]);
}

#[test]
fn parts_of_years_decades_and_centuries_with_their_words() {
    read(&[
        "in ⟦Q3 2016 = 2016-07/2016-09⟧, ⟦3Q 2016 = 2016-07/2016-09⟧ and ⟦2016-Q3 = 2016-07/2016-09⟧",
        "in ⟦Q3 FY2016 = 2016-07/2016-09⟧ it",
        "the ⟦last quarter of 2016 = 2016-10/2016-12⟧",
        "over the ⟦first and second quarters of 2016 = 2016-01/2016-06⟧",
        "over ⟦Q1-Q3 2016 = 2016-01/2016-09⟧",
        "in the ⟦second half of 2016 = 2016-07/2016-12⟧",
        "in ⟦H1 2016 = 2016-01/2016-06⟧",
        "in ⟦winter 2015-2016 = 2015-24⟧ and the ⟦autumn of 2016 = 2016-23⟧",
        "in the first half of the ⟦1990s = 199X, start⟧",
        "in the latter half of the ⟦20th century = 19XX, end⟧",
        "in the ⟦1900s = 19XX⟧, the ⟦2010s = 201X⟧ and the ⟦1990's = 199X⟧",
        "in the ⟦second decade of the 21st century = 201X⟧",
        "in the ⟦last decade of the 20th century = 199X⟧",
        "over the ⟦18th and 19th centuries = 17XX/18XX⟧",
        "at the turn of the ⟦20th century = 19XX, start⟧",
        "in the ⟦1960s = 196X⟧ and the ⟦1970s = 197X⟧",
        "the fall of the wall and a spring of water",
        "a quarter of them, half of 1500 people, a third quarter horse",
        "the 20th and 21st meetings",
    ]);
}

#[test]
fn words_that_bound_a_date() {
    read(&[
        "early ⟦2019 = 2019, start⟧, early in ⟦2019 = 2019, start⟧, the start of ⟦2019 = 2019, start⟧",
        "mid-⟦2019 = 2019, mid⟧, mid-year ⟦2019 = 2019, mid⟧, the middle of ⟦May 2019 = 2019-05, mid⟧",
        "late ⟦2019 = 2019, end⟧, end-⟦2019 = 2019, end⟧, year-end ⟦2019 = 2019, end⟧, the end of ⟦2019 = 2019, end⟧",
        "circa ⟦1890 = 1890, approx⟧, c. ⟦1890 = 1890, approx⟧, ca. ⟦1890 = 1890, approx⟧",
        "around ⟦1890 = 1890, approx⟧ and on or about ⟦May 3, 2019 = 2019-05-03, approx⟧",
        "since ⟦May 2019 = 2019-05, since⟧, from ⟦2011 = 2011, since⟧ onwards",
        "effective ⟦1 May 2019 = 2019-05-01, since⟧",
        "until ⟦2030 = 2030, until⟧, through ⟦2030 = 2030, until⟧, up to ⟦2030 = 2030, until⟧",
        "by ⟦2030 = 2030, by⟧, no later than ⟦2030 = 2030, by⟧, on or before ⟦1 May 2030 = 2030-05-01, by⟧",
        "by the end of ⟦2030 = 2030, end⟧ and by mid-⟦2030 = 2030, mid⟧",
        "before ⟦2000 = 2000, before⟧, prior to ⟦2000 = 2000, before⟧, after ⟦2000 = 2000, after⟧",
        "the launch in ⟦May 2019 = 2019-05⟧ and 29 U.S.C. 2010",
    ]);
}

#[test]
fn lengths_and_what_comes_round() {
    read(&[
        "for ⟦two and a half years = P30M⟧, a ⟦three-day = P3D⟧ visit, ⟦six months = P6M⟧",
        "the ⟦fiftieth anniversary = P50Y⟧ and ⟦100 days = P100D⟧",
        "⟦every other year = P2Y⟧, ⟦every two years = P2Y⟧, ⟦each year = P1Y⟧",
        "⟦every Monday = P1W⟧, ⟦each April = P1Y⟧, ⟦every summer = P1Y⟧",
        "⟦twice a year = ⟧ and ⟦once a month = ⟧",
        "a ⟦biennial = P2Y⟧ or ⟦quarterly = P3M⟧ report",
        "each may choose, every one of them once",
        "aged 15-24, a 12-year-old, years of work, twice as much",
    ]);
}

#[test]
fn numbers_of_other_kinds_are_no_dates() {
    read(&[
        "at 10:30, at 14.30 hrs and from 9 to 5",
        "call +41 22 917 1234, (613) 995-1874 or 1-800-622-6232",
        "a ratio of 1:10, a 10/12 score, odds of 2-1",
        "sections 1.1-1.4, 2.4.5 and 3.10",
        "12.5%, 25-30 per cent and 5-10%",
        "A4, G-20, H1N1, K-12, P5+1 and COVID-19",
        "WT/DS267/R, CCPR/C/21/Rev.1 and COM/767",
        "www.a.example/2019/05/12 and file_2019.pdf",
        "doi 10.1016/j.2019 and version 2019.1",
    ]);
}

#[test]
fn earliest_and_latest_days() {
    let values = Values::embedded();
    let grammar = Grammar {
        values: &values,
        order: point::Order::MonthFirst,
        pivot: 2020,
        memo: point::Memos::default(),
    };
    for (text, days) in [
        ("on 9 August 2014", "2014-08-09 2014-08-09"),
        ("in February 2016", "2016-02-01 2016-02-29"),
        ("in fall 2007", "2007-09-01 2007-11-30"),
        ("in winter 2007", "2007-12-01 2008-02-29"),
        ("in Q2 2016", "2016-04-01 2016-06-30"),
        ("in H2 2016", "2016-07-01 2016-12-31"),
        ("over 2007-10", "2007-01-01 2010-12-31"),
        ("in the 1990s", "1990-01-01 1999-12-31"),
        ("in the 19th century", "1800-01-01 1899-12-31"),
        ("30 May – 2 June 2023", "2023-05-30 2023-06-02"),
        ("from December to May 2020", "2019-12-01 2020-05-31"),
        ("from 2015 to the present", "2015-01-01 -"),
        ("the first six months of 2019", "2019-01-01 2019-06-30"),
        ("held on May 30", "- -"),
    ] {
        let found = scan(text, &grammar);
        let (first, last) = value(&found[0].reading).unwrap().bounds();
        let day = |day: Option<String>| day.unwrap_or_else(|| "-".to_owned());
        assert_eq!(format!("{} {}", day(first), day(last)), days, "{text}");
    }
}

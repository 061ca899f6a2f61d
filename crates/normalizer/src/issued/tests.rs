//! Heads of papers with their date of issue, dateline and the roles of their dates.

use super::*;
use crate::{finder::date, sample};

fn read(text: &str, genre: Genre) -> String {
    let mut document = sample::document(text);
    document.genre.genre = genre;
    let (lexicon, context) = (Lexicon::embedded(), Context::default());
    date::find(&mut document, lexicon, &context);
    find(&mut document, lexicon, &context);
    let roles: Vec<&str> = document.dates.iter().map(|date| date.role.as_str()).collect();
    format!(
        "{} | {} | {}",
        document.issued.as_ref().map_or("-", |issued| &issued.edtf),
        document.dateline.as_ref().map_or_else(
            || "-".to_owned(),
            |line| format!(
                "{} [{}]",
                line.place.as_deref().unwrap_or("no place"),
                document.source.slice(line.span)
            )
        ),
        roles.join(" "),
    )
}

#[test]
fn datelines_in_all_their_forms() {
    for (text, found) in [
        (
            "# A title\n\nLIMA, March 4, 2019 – The two sides met.",
            "2019-03-04 | LIMA [LIMA, March 4, 2019 –] | issued",
        ),
        (
            "# A title\n\nHanoi, 11 June 2020 (VNS) — The two sides met.",
            "2020-06-11 | Hanoi [Hanoi, 11 June 2020 (VNS) —] | issued",
        ),
        (
            "# A title\n\nMarch 4, 2019 – The two sides met.",
            "2019-03-04 | no place [March 4, 2019 –] | issued",
        ),
        (
            "March 4, 2019 - Quebec City, Quebec - Transport Office",
            "2019-03-04 | Quebec City, Quebec [March 4, 2019 - Quebec City, Quebec -] | issued",
        ),
        (
            "July 1, 2021\n\n# A title\n\nMarch 4, 2019 – The two sides met.",
            "2019-03-04 | no place [March 4, 2019 –] | retrieved issued",
        ),
        ("# A title\n\nMarch 4, 2019\n\nThe two sides met.", "2019-03-04 | - | issued"),
        ("# A title\n\nThe two sides met on March 4, 2019 – a Monday.", "- | - | event"),
        ("# Address in Lima, March 4, 2019\n\nFriends.", "2019-03-04 | - | issued"),
        ("# A title\n\nLima, March 4, 2019\n\nThe two sides met.", "2019-03-04 | - | issued"),
        ("# A notice\n\nIt is closed. Issued at Lima on March 4, 2019.", "2019-03-04 | - | issued"),
        ("# A notice\n\nIssued on March 4, 2019, it lapsed.", "- | - | event"),
        ("# A notice\n\nThe permit was issued on March 4, 2019.", "- | - | event"),
        (
            "Issued: March 5, 2019\n\nLIMA, March 4, 2019 – The two sides met.",
            "2019-03-04 | LIMA [LIMA, March 4, 2019 –] | event issued",
        ),
        (
            "Issued: March 4, 2019\n\nLIMA, March 4, 2019 – The two sides met.",
            "2019-03-04 | LIMA [LIMA, March 4, 2019 –] | issued issued",
        ),
        ("# A page\n\nDate modified: 2020-01-02", "- | - | modified"),
        // A year that is not given is reasoned out later (stage anchor).
        ("# A title\n\nLIMA, Mar 4 (AW) - The two sides met.", "- | LIMA [LIMA, Mar 4 (AW) -] | issued"),
        (
            "Embargoed until 10:00 GMT, March 4, 2019\n\n# A title\n\nThe two sides met.",
            "2019-03-04 | - | issued",
        ),
        (
            "Under embargo until 00:01 on March 5, 2019\n\nLIMA, March 4, 2019 – The two sides met.",
            "2019-03-04 | LIMA [LIMA, March 4, 2019 –] | other issued",
        ),
        (
            "# A title\n\nEmbargoed ships left until March 4, 2019, when the quay was opened.",
            "- | - | period",
        ),
        (
            "# A page\n\nPublished: March 4, 2019\n\nUpdated: March 6, 2019",
            "2019-03-04 | - | issued modified",
        ),
        ("# A page\n\nLast accessed: 2020-01-02", "- | - | retrieved"),
    ] {
        assert_eq!(read(text, Genre::PressRelease), found, "{text}");
    }
    assert_eq!(
        read(
            "REMARKS BY THE MINISTER\n\nREMARKS AT THE PORT, LIMA MONDAY 4 MARCH 2019\n\nFriends.",
            Genre::Speech
        ),
        "2019-03-04 | - | issued"
    );
    assert_eq!(
        read("Remarks\n\nFriends, we met in this very hall on 4 March 2019\n\nFriends.", Genre::Speech),
        "- | - | event"
    );
    assert_eq!(
        read("# A statement\n\nSuva, 30 May – 2 June 2023\n\nWe met.", Genre::JointStatement),
        "2023-06-02? | Suva [Suva, 30 May – 2 June 2023] | event"
    );
    assert_eq!(
        read("# A statement\n\nLima, 4 March 2019\n\nWe met.", Genre::JointStatement),
        "2019-03-04 | Lima [Lima, 4 March 2019] | issued"
    );
    assert_eq!(read("# A plan\n\nMarch 4, 2019\n\nThe plan.", Genre::WorkPlan), "- | - | event");
    assert_eq!(
        read("Adopted by the Council at its 90th meeting, on 4 May 1961", Genre::Resolution),
        "1961-05-04 | - | issued"
    );
}

#[test]
fn titles_that_end_in_a_day() {
    let communique =
        |title: &str| read(&format!("# {title}\n\n8 APR 1967\n\nThe two sides met."), Genre::JointStatement);
    assert!(communique("COMMUNIQUÉ OF THE TWO SIDES - 9TH APRIL 1967").starts_with("1967-04-09 | "));
    assert!(communique("COMMUNIQUÉ ON THE PACT OF 9TH APRIL 1966").starts_with("1967-04-08 | "));
    let resolution = |title: &str| read(&format!("# {title}\n\nThe Council"), Genre::Resolution);
    assert!(resolution("34 (1960). Resolution of 1 April 1960").starts_with("1960-04-01 | "));
    assert!(resolution("Work on resolution 34 of 1 April 1960").starts_with("- | "));
}

#[test]
fn datelines_with_other_marks() {
    for (text, found) in [
        (
            "# A title\n\nLima, Peru, Monday, 4th March, 2019:- The two sides met.",
            "2019-03-04 | Lima [Lima, Peru, Monday, 4th March, 2019:-] | issued",
        ),
        (
            "# A title\n\nLIMA (March 4, 2019) – The two sides met.",
            "2019-03-04 | LIMA [LIMA (March 4, 2019) –] | issued",
        ),
        (
            "# A title\n\n(Lima, March 4, 2019) The two sides met in the old port and signed it.",
            "2019-03-04 | Lima [(Lima, March 4, 2019)] | issued",
        ),
        (
            "# A title\n\nLima | March 4, 2019 | The two sides met in the old port and signed it.",
            "2019-03-04 | Lima [Lima | March 4, 2019 |] | issued",
        ),
        (
            "# A title\n\nLima, March 4, 2019: The two sides met in the old port and signed it.",
            "2019-03-04 | Lima [Lima, March 4, 2019:] | issued",
        ),
        ("# A title\n\nMarch 4, 2019: The two sides met in the old port and signed it.", "- | - | event"),
        ("# A title\n\nNews | Lima (4/12)\n\nThe two sides met.", "- | Lima [Lima (4/12)] | issued"),
        ("# A title\n\nNews | Lima (4/12) and more\n\nThe two sides met.", "- | - | "),
        ("# A page\n\nArticle | Last updated: 2020-01-02 | Office", "- | - | modified"),
        ("# A title\n\nThe pact (Lima, March 4, 2019) The two sides met in the port.", "- | - | event"),
        (
            "# A title\n\nSUVA, 3–5 March 2019 – The two sides met.",
            "2019-03-05? | SUVA [SUVA, 3–5 March 2019 –] | event",
        ),
    ] {
        assert_eq!(read(text, Genre::PressRelease), found, "{text}");
    }
}

#[test]
fn lines_that_contradict_the_date_of_issue_are_reported() {
    let conflicts = |text: &str| {
        let mut document = sample::document(text);
        document.genre.genre = Genre::PressRelease;
        let (lexicon, context) = (Lexicon::embedded(), Context::default());
        date::find(&mut document, lexicon, &context);
        find(&mut document, lexicon, &context);
        let found: Vec<&str> = document
            .diagnostics
            .iter()
            .filter_map(|found| Some(document.source.slice(found.span?)))
            .collect();
        found.join("; ")
    };
    let dateline = "LIMA, March 4, 2019 – The two sides met.";
    for (text, found) in [
        (format!("Issued: March 5, 2019\n\n{dateline}"), "March 5, 2019"),
        (format!("{dateline}\n\nDate modified: 2018-01-02"), "2018-01-02"),
        (format!("Embargoed until March 3, 2019\n\n{dateline}"), "March 3, 2019"),
        (format!("Embargoed until March 5, 2019\n\n{dateline}"), ""),
        (format!("December 1, 2011\n\n{dateline}"), "December 1, 2011"),
        // A copy, or a change, may be later; a line may say the same again.
        (format!("July 1, 2021\n\n{dateline}\n\nDate modified: 2020-01-02"), ""),
        (format!("Issued: March 4, 2019\n\n{dateline}"), ""),
        (format!("{dateline}\n\nThe first pact was signed on March 5, 1990."), ""),
    ] {
        assert_eq!(conflicts(&text), found, "{text}");
    }
}

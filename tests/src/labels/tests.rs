//! Labels are read, or refused with their line.

use super::*;

const HEAD: &str = "genre other\ntitle none\nissued none\ndateline none\nissuer none\n";

fn parse(lines: &str, text: &str) -> Result<Labels, String> {
    Labels::parse("x.gold", &format!("{HEAD}{lines}"), text).map_err(|e| e.to_string())
}

#[test]
fn a_quote_that_is_not_in_the_text_names_file_and_line() {
    let error = parse("# remark\ndate \"May 31\" = XXXX-05-31\n", "held on May 30").err();
    assert_eq!(error.as_deref(), Some("x.gold:7: \"May 31\" is not in the text"));
}

#[test]
fn an_ambiguous_quote_has_to_say_which() {
    let text = "May 30 and May 30";
    assert!(parse("date \"May 30\" = XXXX-05-30", text).is_err_and(|e| e.contains("2 times")));
    let second = parse("date \"May 30\" #2 = XXXX-05-30", text).map(|l| l.dates[0].at.span);
    assert_eq!(second, Ok(Span { start: 11, end: 17 }));
    assert!(parse("date \"May 30\" #3 = XXXX-05-30", text).is_err());
}

#[test]
fn names_are_found_wherever_no_longer_name_holds_them() {
    let text = "Fiji signed the Fiji Accord (FA). Fiji-led. The FA holds.";
    let labels = parse("country FJ \"Fiji\"\ninstrument \"Fiji Accord\" acronym FA", text);
    let found = labels.map(|l| l.entities.into_iter().map(|e| e.mentions.len()).collect::<Vec<_>>());
    assert_eq!(found, Ok(vec![2, 3]));
}

#[test]
fn an_acronym_in_brackets_may_be_left_out() {
    let text = "the Fiji Accord (FA); FA";
    let labels = parse("instrument \"Fiji Accord\" acronym FA", text);
    let found = labels.map(|l| l.entities[0].mentions.iter().map(|m| m.optional).collect::<Vec<_>>());
    assert_eq!(found, Ok(vec![false, true, false]));
}

#[test]
fn a_title_in_two_rows_is_one_place() {
    let labels =
        parse("item A.2 area \"First half\" + \"second half\"", "2 First half\t2.1 x\nsecond half\ty");
    let item = labels.map(|l| l.items[0].clone());
    let item = item.map(|i| (i.at.reading, i.at.span, i.parent));
    let span = Span { start: 2, end: 30 };
    assert_eq!(item, Ok(("First half second half".into(), span, Parent::Ref("A".into()))));
}

#[test]
fn funding_takes_the_amount_of_its_place() {
    let text = "Boats - $2 million. All: $5 million";
    let lines = "amount \"$2 million\" = 2000000 NZD\namount \"$5 million\" = 5000000 NZD\n\
                 funding \"All\" amount \"$5 million\"\nfunding \"Boats\" amount \"$2 million\" part-of \"All\"";
    let parts = parse(lines, text).map(|l| (l.funding[0].amount, l.funding[1].part_of));
    assert_eq!(parts, Ok((1, Some(0))));
    assert!(parse("funding \"All\" amount \"$5 million\"", text).is_err());
}

#[test]
fn a_label_that_is_none_and_a_field_that_is_missing_are_told_apart() {
    assert!(Labels::parse("x.gold", "genre other", "x").is_err());
    assert!(parse("genre other", "x").is_err_and(|e| e.contains("second line")));
    assert!(parse("planet \"x\"", "x").is_err_and(|e| e.contains("no kind of label")));
}

#[test]
fn a_line_that_begins_with_white_space_runs_on() {
    let labels = parse("person \"Ana Roe\"\n  role \"Mayor\" of \"Suva\"", "Ana Roe, Mayor of Suva");
    assert_eq!(labels.map(|l| l.entities[0].roles.len()), Ok(1));
}

#[test]
fn a_word_that_the_contract_does_not_know_is_an_error() {
    assert!(
        parse("heading 1 bodies \"x\"", "x").is_err_and(|e| e.contains("`bodies` is none of body, plan"))
    );
    assert!(parse("date \"2010\" = 2010 role=birth", "2010").is_err());
    assert!(parse("never date \"2010\"", "2010").is_err());
}

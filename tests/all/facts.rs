//! The facts of the fixtures, as `rapporteur check` keeps them: `snapshots/facts.jsonl`.
//!
//! A change of a rule shows here as the figures, dates and names that it changes. Written anew, like all snapshots, where
//! `INSTA_UPDATE=always` is set; read by the run of all checks as a user's baseline.

use rapporteur_model::Document;
use rapporteur_review::{Comparison, Fact, Facts, Field, Kind, Rules, baseline, compare, facts, rules};

use crate::texts::{Fixture, bytes, fixtures, label, read, record, root, shared, text};

fn facts_of(document: &Document) -> Facts {
    facts(&record(document), Some(&document.source.text)).unwrap()
}

fn of_fixtures() -> Vec<Facts> {
    fixtures().iter().map(Fixture::read).map(|document| facts_of(&document)).collect()
}

fn own_rules() -> Rules {
    rules::parse(&text(&root().join("rapporteur.toml"))).unwrap()
}

fn told(old: &[Facts], new: &[Facts], rules: &Rules) -> Comparison {
    compare(old, new, &|_| true, rules)
}

#[test]
#[expect(clippy::disallowed_methods, reason = "snapshots are renewed by the variable of insta")]
fn the_fixtures_say_what_was_accepted() {
    let (path, rules) = (root().join("tests/all/snapshots/facts.jsonl"), own_rules());
    let now = baseline::write(&rules.kept(&of_fixtures()));
    if std::env::var("INSTA_UPDATE").is_ok_and(|value| value == "always") {
        std::fs::write(&path, &now).unwrap();
    }
    let accepted = if path.is_file() { text(&path) } else { String::new() };
    let changed = told(&baseline::read(&accepted).unwrap(), &baseline::read(&now).unwrap(), &rules);
    let first: Vec<String> =
        changed.changes.iter().take(20).map(|one| format!("{}: {}", one.document, one.sentence())).collect();
    assert!(accepted == now, "INSTA_UPDATE=always renews the facts:\n{}", first.join("\n"));
}

#[test]
fn the_fixtures_hold_to_our_own_rules() {
    let of = |fixture: &Fixture| (fixture.name.clone(), rules::Reading::of(&fixture.read()));
    let readings = fixtures().iter().map(of).collect();
    let failures = rules::failures(&own_rules().assertions, &readings);
    assert!(failures.is_empty(), "{failures:#?}");
}

#[test]
fn a_baseline_read_again_says_the_same() {
    let (facts, rules) = (of_fixtures(), Rules::default());
    let again = baseline::read(&baseline::write(&facts)).unwrap();
    let changed = told(&again, &facts, &rules);
    assert!(changed.is_empty(), "{:#?}", changed.changes);
    for one in facts.iter().flat_map(|one| &one.facts) {
        for (name, _) in &one.fields {
            assert!(
                one.kind.fields().contains(&name.as_str()),
                "{} has no field {name} for the rules",
                one.kind
            );
        }
    }
}

/// Every value of a fact: its words, by no name, and its fields.
fn values(fact: &Fact) -> Vec<Option<usize>> {
    let fields = (0..fact.fields.len()).filter(|place| fact.fields[*place].0 != "sha256").map(Some);
    let words = if fact.text.is_empty() { None } else { Some(None) };
    words.into_iter().chain(fields).collect()
}

/// The fact with one character of one value altered; what it was, what it is.
fn altered(fact: &Fact, value: Option<usize>, place: usize) -> (Fact, String, String) {
    let mut other = fact.clone();
    let alter = |text: &mut String| {
        let signs: Vec<char> = text.chars().collect();
        let at = place % signs.len().max(1);
        let put = match signs.get(at) {
            Some('9') => '8',
            Some(digit) if digit.is_ascii_digit() => '9',
            Some('x') => 'z',
            _ => 'x',
        };
        let old = text.clone();
        *text = signs.iter().enumerate().map(|(i, sign)| if i == at { put } else { *sign }).collect();
        (old, text.clone())
    };
    let (old, new) = match value {
        None => alter(&mut other.text),
        Some(field) => match &mut other.fields[field].1 {
            Field::One(text) => alter(text),
            Field::Many(texts) => {
                let which = place % texts.len();
                alter(&mut texts[which])
            }
        },
    };
    (other, old, new)
}

/// Does a report name what was altered: both values, or, where the fact cannot be known again, what is gone and new?
fn names(changes: &Comparison, kind: Kind, old: &str, new: &str) -> bool {
    let tells = |value: &str| {
        changes.changes.iter().any(|change| {
            let fields =
                change.fields.iter().any(|field| field.old.contains(value) || field.new.contains(value));
            change.kind == kind
                && (fields
                    || change.old.contains(value)
                    || change.new.contains(value)
                    || change.label.contains(value))
        })
    };
    tells(old) || tells(new)
}

/// Alters one character of a value of a document, and holds the report to it.
fn holds(facts: &Facts, fact: usize, value: usize, place: usize) {
    let fact_of = &facts.facts[fact];
    let values = values(fact_of);
    let Some(value) = values.get(value % values.len().max(1)) else { return };
    let (other, old, new) = altered(fact_of, *value, place);
    if old == new || old.is_empty() {
        return;
    }
    let mut then = facts.clone();
    then.facts[fact] = other;
    for (from, to) in [(&then, facts), (facts, &then)] {
        let changed = told(std::slice::from_ref(from), std::slice::from_ref(to), &Rules::default());
        assert!(
            names(&changed, fact_of.kind, &old, &new),
            "{}: {old:?} to {new:?} of {fact_of:?} is not told: {:#?}",
            facts.document,
            changed.changes
        );
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_altered_character_of_a_value_is_told(document: usize, fact: usize, value in 0_usize..20, place: usize) {
        static FACTS: std::sync::LazyLock<Vec<Facts>> = std::sync::LazyLock::new(of_fixtures);
        let facts = &FACTS[document % FACTS.len()];
        holds(facts, fact % facts.facts.len(), value, place);
    }
}

#[test]
fn every_value_of_real_papers_is_told_when_a_character_of_it_is_altered() {
    for path in shared("corpora/documents") {
        let facts = facts_of(&read(&label(&path), &bytes(&path)));
        let again = baseline::read(&baseline::write(std::slice::from_ref(&facts))).unwrap();
        assert!(
            told(&again, std::slice::from_ref(&facts), &Rules::default()).is_empty(),
            "{}",
            facts.document
        );
        // A value of each twentieth fact, another in every document: all of them take a minute in a release build.
        let step = if cfg!(debug_assertions) { 20 } else { 1 };
        for fact in (0..facts.facts.len()).step_by(step) {
            holds(&facts, fact, fact / step, fact * 7);
        }
    }
}

#[test]
fn a_better_reading_of_a_date_is_one_change() {
    let now = of_fixtures();
    let plan = now.iter().find(|facts| facts.document.ends_with("andean-spain-plan.txt")).unwrap();
    // As if the version before had read no day.
    let mut then = plan.clone();
    let date =
        then.facts.iter_mut().find(|fact| fact.kind == Kind::Date && fact.text == "8 July 2004").unwrap();
    date.fields
        .iter_mut()
        .filter(|(name, _)| name == "edtf")
        .for_each(|(_, edtf)| *edtf = Field::One("2004-07".into()));
    let changed = told(&[then], std::slice::from_ref(plan), &Rules::default());
    let report: Vec<String> =
        changed.changes.iter().map(|one| format!("{} {}", one.line(), one.sentence())).collect();
    assert_eq!(report, ["7 date changed: “8 July 2004” in 1.1: edtf 2004-07 → 2004-07-08"]);
}

//! Sentences with their persons and roles.

use rapporteur_model::MentionBy;

use std::sync::LazyLock;

use super::propose;
use crate::{Lexicon, sample};

mod holders;

static LEXICON: LazyLock<&Lexicon> = LazyLock::new(Lexicon::embedded);

/// The text with `⟦name⟧` around each mention, and a line a person: `name: title of body; …`.
fn marked(text: &str) -> String {
    let document = sample::document(text);
    let mut candidates = propose(&document, &LEXICON);
    candidates.sort_by_key(|candidate| candidate.at);
    let mut shown = String::new();
    for (index, passage) in document.passages.iter().enumerate() {
        let mut from = 0;
        for candidate in candidates.iter().filter(|candidate| candidate.at.passage.0 == index) {
            let range = candidate.at.range;
            shown.push_str(&passage.text()[from..range.start]);
            shown.push('⟦');
            shown.push_str(&passage.text()[range.start..range.end]);
            if candidate.by == MentionBy::Surname {
                shown.extend([" = ", candidate.name.as_str()]);
            }
            for role in &candidate.roles {
                shown.extend([" | ", role.title.as_str(), " of ", role.of.as_deref().unwrap_or("-")]);
            }
            shown.push('⟧');
            from = range.end;
        }
        shown.push_str(&passage.text()[from..]);
        shown.push('\n');
    }
    shown.trim_end().to_owned()
}

#[track_caller]
fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, expected)| marked(text) != *expected)
        .map(|(text, expected)| format!("\n got {}\nwant {expected}", marked(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn roles_before_the_name() {
    check(&[
        (
            "Fisheries Minister Jane Ode spoke.",
            "Fisheries Minister ⟦Jane Ode | Fisheries Minister of -⟧ spoke.",
        ),
        (
            "Danish Foreign Minister Lundqvist spoke.",
            "Danish Foreign Minister ⟦Lundqvist = Lundqvist | Foreign Minister of Denmark⟧ spoke.",
        ),
        (
            "his Norway counterpart, Foreign Minister Lundqvist, spoke.",
            "his Norway counterpart, Foreign Minister ⟦Lundqvist = Lundqvist | Foreign Minister of Norway⟧, spoke.",
        ),
        (
            "U.S. Secretary of State Jane Ode",
            "U.S. Secretary of State ⟦Jane Ode | Secretary of State of United States⟧",
        ),
        (
            "Minister of Foreign Affairs Jane Ode spoke.",
            "Minister of Foreign Affairs ⟦Jane Ode | Minister of Foreign Affairs of -⟧ spoke.",
        ),
        (
            "the President of Norway, Lars Lundqvist, spoke",
            "the President of Norway, ⟦Lars Lundqvist | President of Norway⟧, spoke",
        ),
        (
            "Norway’s Prime Minister, Lars Lundqvist, spoke",
            "Norway’s Prime Minister, ⟦Lars Lundqvist | Prime Minister of Norway⟧, spoke",
        ),
        (
            "Deputy Prime Minister and Minister of Finance Jane Ode spoke.",
            "Deputy Prime Minister and Minister of Finance ⟦Jane Ode | Deputy Prime Minister of - | Minister of Finance of -⟧ spoke.",
        ),
        ("Gen. Lars Lundqvist and Dr. Ode met.", "Gen. ⟦Lars Lundqvist⟧ and Dr. ⟦Ode = Ode⟧ met."),
        (
            "The Honourable Jane Ode, Minister of Fens, spoke.",
            "The Honourable ⟦Jane Ode | Minister of Fens of -⟧, Minister of Fens, spoke.",
        ),
        ("H.E. Dato Lars Lundqvist spoke.", "H.E. Dato ⟦Lars Lundqvist⟧ spoke."),
        ("President Jane “Jay” Odegard spoke.", "President ⟦Jane “Jay” Odegard | President of -⟧ spoke."),
        (
            "State Department Spokesperson Lars Lundqvist",
            "State Department Spokesperson ⟦Lars Lundqvist | Spokesperson of State Department⟧",
        ),
    ]);
}

#[test]
fn roles_behind_the_name() {
    check(&[
        (
            "including Sok Vutha, secretary of state at Norway’s Ministry of Fens and Bogs.",
            "including ⟦Sok Vutha | secretary of state of Ministry of Fens and Bogs⟧, secretary of state at Norway’s Ministry of Fens and Bogs.",
        ),
        (
            "Sok Vutha, secretary-general of Norway’s fens ministry, spoke.",
            "⟦Sok Vutha | secretary-general of Norway’s fens ministry⟧, secretary-general of Norway’s fens ministry, spoke.",
        ),
        (
            "with Jane Ode, Danish deputy minister for the north of foreign affairs.",
            "with ⟦Jane Ode | deputy minister for the north of foreign affairs⟧, Danish deputy minister for the north of foreign affairs.",
        ),
        (
            "Jane Ode, commander of U.S. Fens Command said",
            "⟦Jane Ode | commander of U.S. Fens Command⟧, commander of U.S. Fens Command said",
        ),
        (
            "Jane Ode, Minister of Foreign Affairs of Norway, spoke",
            "⟦Jane Ode | Minister of Foreign Affairs of Norway⟧, Minister of Foreign Affairs of Norway, spoke",
        ),
        (
            "Lars Lundqvist, spokesman for the Danish navy, said",
            "⟦Lars Lundqvist | spokesman of Danish navy⟧, spokesman for the Danish navy, said",
        ),
        (
            "Jane Ode, Minister of Fens, Peat and Bogs, spoke",
            "⟦Jane Ode | Minister of Fens, Peat and Bogs of -⟧, Minister of Fens, Peat and Bogs, spoke",
        ),
        (
            "Jane Ode, director general and chair of the Peat Council, spoke",
            "⟦Jane Ode | director general of - | chair of Peat Council⟧, director general and chair of the Peat Council, spoke",
        ),
    ]);
}

#[test]
fn later_mentions_are_the_same_person() {
    check(&[
        (
            "Fisheries Minister Jane Ode came. Ode said Minister Ode’s day was long.",
            "Fisheries Minister ⟦Jane Ode | Fisheries Minister of -⟧ came. ⟦Ode = Jane Ode⟧ said Minister ⟦Ode = Jane Ode⟧’s day was long.",
        ),
        (
            "President Ode came.\n\nJane Ode left.",
            "President ⟦Ode = Jane Ode | President of -⟧ came.\n⟦Jane Ode⟧ left.",
        ),
        ("Jane Ode came. The Ode Foundation did not.", "⟦Jane Ode⟧ came. The Ode Foundation did not."),
    ]);
}

#[test]
fn particles_and_first_names_are_said_again() {
    check(&[
        (
            "Minister Sok Vutha came. Sok left.",
            "Minister ⟦Sok Vutha | Minister of -⟧ came. ⟦Sok = Sok Vutha⟧ left.",
        ),
        (
            "President Jane van der Lundqvist came. Van der Lundqvist left.",
            "President ⟦Jane van der Lundqvist | President of -⟧ came. ⟦Van der Lundqvist = Jane van der Lundqvist⟧ left.",
        ),
        (
            "Sultan Hakim Lundqvist of Norway came.",
            "Sultan ⟦Hakim Lundqvist | Sultan of Norway⟧ of Norway came.",
        ),
    ]);
}

#[test]
fn what_is_no_person_stays_unmarked() {
    for text in [
        "Fisheries Ministers of Norway met Trade Ministers.",
        "The Foreign Minister of Norway spoke on Monday.",
        "Victoria University and the Santiago Network met.",
        "Press Secretary for Fens\n\n# Prime Minister Announces New Fens Plan",
        "The Ministry of Foreign Affairs, Norway’s voice, spoke.",
        "Prime Minister’s Office and President Office",
        "Global Affairs Canada said so. Oslo said so.",
        "The General Assembly and the Private Sector met.",
        "Heads of Government, Southern Africa and Norway met.",
        "the Chief Negotiators and the Ambassador to Norway met",
    ] {
        let plain = text.replace("# ", "").replace("\n\n", "\n");
        assert_eq!(marked(text), plain);
    }
}

#[test]
fn titles_stand_below_names_and_parties_sign() {
    check(&[
        (
            "Jane Odegard\n\nDirector of Communications\n\nOffice of the Minister of Fens",
            "⟦Jane Odegard | Director of Communications of Office of the Minister of Fens⟧\nDirector of Communications\nOffice of the Minister of Fens",
        ),
        (
            "For the Government of the Republic of Norway\n\nLars Lundqvist\n\nMinister of Fens",
            "For the Government of the Republic of Norway\n⟦Lars Lundqvist | Minister of Fens of Norway⟧\nMinister of Fens",
        ),
        (
            "For the Republic of Norway: Skarn von und zu Fjelling",
            "For the Republic of Norway: ⟦Skarn von und zu Fjelling⟧",
        ),
    ]);
}

#[test]
fn transcripts_name_speakers_in_capitals() {
    check(&[
        (
            "MS. ODE: Welcome.\n\nQUESTION: Skarn Fjell, Radio Fens. Why?",
            "MS. ⟦ODE = ODE⟧: Welcome.\nQUESTION: ⟦Skarn Fjell⟧, Radio Fens. Why?",
        ),
        (
            "Minister Jane Te Ode came.\n\nTE ODE\n\nThanks, Lars. All Fens.",
            "Minister ⟦Jane Te Ode | Minister of -⟧ came.\n⟦TE ODE = Jane Te Ode⟧\nThanks, ⟦Lars = Lars⟧. All Fens.",
        ),
        ("QUESTION: Can the Fens be saved? Thanks, all.", "QUESTION: Can the Fens be saved? Thanks, all."),
    ]);
}

#[test]
fn owners_behind_names_grades_and_parts_of_the_world() {
    check(&[
        (
            "Chief Lars Ode of the Fens Water Nation spoke.",
            "Chief ⟦Lars Ode | Chief of Fens Water Nation⟧ of the Fens Water Nation spoke.",
        ),
        (
            "Health Cabinet Secretary Jane Ode said so.",
            "Health Cabinet Secretary ⟦Jane Ode | Health Cabinet Secretary of -⟧ said so.",
        ),
        (
            "The fund’s Africa director, Jane Odegard, spoke.",
            "The fund’s Africa director, ⟦Jane Odegard | Africa director of -⟧, spoke.",
        ),
        (
            "Prime Minister Dato’ Lars Ode spoke.",
            "Prime Minister Dato’ ⟦Lars Ode | Prime Minister of -⟧ spoke.",
        ),
        (
            "the Prime Minister of Norway, H.E. Mr. Lars Ode, and the Head of Government of Chile, H.E. Mrs. Jane Fjell, met there.",
            "the Prime Minister of Norway, H.E. Mr. ⟦Lars Ode | Prime Minister of Norway⟧, and the Head of Government of Chile, H.E. Mrs. ⟦Jane Fjell | Head of Government of Chile⟧, met there.",
        ),
    ]);
}

#[test]
fn lists_and_fields_tell_where_a_name_begins() {
    check(&[
        (
            "It drew guests such as Stan Bell, Mark Hamlund, and Jane Odegard. Hamlund sang.",
            "It drew guests such as ⟦Stan Bell⟧, ⟦Mark Hamlund⟧, and ⟦Jane Odegard⟧. ⟦Hamlund = Mark Hamlund⟧ sang.",
        ),
        (
            "with Norway Minister for Peat Communication Technology Floyt Green and others",
            "with Norway Minister for Peat Communication Technology ⟦Floyt Green | Minister for Peat Communication Technology of Norway⟧ and others",
        ),
        (
            "the Chile Cabinet Secretary for Peat, Bogs and the Digital Economy Eljud Odegard",
            "the Chile Cabinet Secretary for Peat, Bogs and the Digital Economy ⟦Eljud Odegard | Cabinet Secretary for Peat, Bogs and the Digital Economy of Chile⟧",
        ),
        (
            "Acting Deputy Secretary of Homeland Security Jane Odegard spoke.",
            "Acting Deputy Secretary of Homeland Security ⟦Jane Odegard | Acting Deputy Secretary of Homeland Security of -⟧ spoke.",
        ),
        (
            "to the Chairman of NPEC, Professor Lars Lundqvist, on peat",
            "to the Chairman of NPEC, Professor ⟦Lars Lundqvist | Chairman of NPEC | Professor of -⟧, on peat",
        ),
        (
            "with the Secretary to the President, Dr. Lars Skarn Odegard, today",
            "with the Secretary to the President, Dr. ⟦Lars Skarn Odegard | Secretary to the President of -⟧, today",
        ),
        (
            "by Deputy Minister Wasanto Odegard, Secretary to the Board, Sampat Lundqvist, and others",
            "by Deputy Minister ⟦Wasanto Odegard | Deputy Minister of -⟧, Secretary to the Board, ⟦Sampat Lundqvist | Secretary to the Board of -⟧, and others",
        ),
        (
            "Norway’s ambassador to Kenya Lars Odegard spoke.",
            "Norway’s ambassador to Kenya ⟦Lars Odegard | ambassador to Kenya of Norway⟧ spoke.",
        ),
        (
            "Jane Odegard Jr., chair of the Peat Council, spoke.",
            "⟦Jane Odegard Jr | chair of Peat Council⟧., chair of the Peat Council, spoke.",
        ),
        (
            "Lieutenant-Governor Jane Odegard came. The lieutenant governor Jane Odegard left.",
            "Lieutenant-Governor ⟦Jane Odegard | Lieutenant-Governor of -⟧ came. The lieutenant governor ⟦Jane Odegard⟧ left.",
        ),
        (
            "a fisherman named Skarnhild sang. Skarnhild left.",
            "a fisherman named ⟦Skarnhild = Skarnhild⟧ sang. ⟦Skarnhild = Skarnhild⟧ left.",
        ),
        (
            "President Park Hsun Lee met him. Park left.",
            "President ⟦Park Hsun Lee | President of -⟧ met him. Park left.",
        ),
        ("PRIME MINISTER LEE: Thank you.", "PRIME MINISTER ⟦LEE = LEE | PRIME MINISTER of -⟧: Thank you."),
        (
            "JOINT PAPER BY PRIME MINISTER SKARN ODEGARD OF THE REPUBLIC OF CHILE",
            "JOINT PAPER BY PRIME MINISTER ⟦SKARN ODEGARD | PRIME MINISTER of Chile⟧ OF THE REPUBLIC OF CHILE",
        ),
    ]);
    for text in [
        "a trawler named Skarnhild sank.",
        "It visited Peat Hall, Day Care Norway, and Skarn Hall.",
        "Bill C-11 passed. Rich countries pay. Frank talks helped. Mark the day.",
        "President Park Hotel and Lake Hall opened.",
        "Prime Minister Opens Skarn Bridge",
    ] {
        assert_eq!(marked(text), text);
    }
}

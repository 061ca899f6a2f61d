//! Contact blocks and sentences with what they say.

use rapporteur_model::{Contact, SectionKind};

use super::find;
use crate::{Context, Lexicon, sample};

static LEXICON: std::sync::LazyLock<&Lexicon> = std::sync::LazyLock::new(Lexicon::embedded);

fn shown(contact: &Contact, text: &str) -> String {
    let field = |value: &Option<String>| value.clone().unwrap_or_else(|| "-".to_owned());
    format!(
        "{} | {} | {} | {} | {} | {} | {}",
        field(&contact.name),
        field(&contact.organization),
        field(&contact.email),
        field(&contact.phone),
        contact.handles.join(" "),
        field(&contact.url),
        text[contact.span.start..contact.span.end].split_whitespace().last().unwrap_or_default(),
    )
}

fn read(text: &str, kind: SectionKind) -> Vec<String> {
    let mut document = sample::document(text);
    if let Some(section) = document.sections.last_mut() {
        section.kind = kind;
    }
    find(&mut document, &LEXICON, &Context::default());
    document.contacts.iter().map(|contact| shown(contact, text)).collect()
}

#[test]
fn a_block_of_lines_is_one_contact() {
    let text = "For further details, journalists may contact:\n\nPress Relations Office\nFens, Peat and Bogs Canada\n\
                Follow us on Twitter: @FensCanada\nLike us on Facebook: Fens Canada-FPBC";
    assert_eq!(
        read(text, SectionKind::Contact),
        ["Press Relations Office | Fens, Peat and Bogs Canada | - | - | @FensCanada | - | Canada-FPBC"]
    );
}

#[test]
fn a_second_person_or_office_begins_a_second_contact() {
    let text = "Contacts\n\nJane Ode\nPress Secretary\nOffice of the Minister of Fens\n343-555-0142\n\
                jane.ode@fens.example\n\nMedia Relations Office\nFens Canada\n343-555-0100\nmedia@fens.example";
    assert_eq!(
        read(text, SectionKind::Contact),
        [
            "Jane Ode | Office of the Minister of Fens | jane.ode@fens.example | 343-555-0142 |  | - | jane.ode@fens.example",
            "Media Relations Office | Fens Canada | media@fens.example | 343-555-0100 |  | - | media@fens.example",
        ]
    );
}

#[test]
fn a_line_may_hold_it_all() {
    let text = "Lars Lund, Press Officer, Ministry of Fens, tel. +47 22 00 00 00, lars.lund@fens.example";
    assert_eq!(
        read(text, SectionKind::Contact),
        [
            "Lars Lund | Ministry of Fens | lars.lund@fens.example | +47 22 00 00 00 |  | - | lars.lund@fens.example"
        ]
    );
}

#[test]
fn a_sentence_may_hold_a_contact() {
    let text = "The prize is open to all. For more information, please contact: Jane Ode, ode@fens.example. Apply now.";
    assert_eq!(
        read(text, SectionKind::Body),
        ["Jane Ode | - | ode@fens.example | - |  | - | ode@fens.example"]
    );
    assert_eq!(
        read("For questions, contact the Peat Council at 020 7946 0000.", SectionKind::Body),
        ["- | Peat Council | - | 020 7946 0000 |  | - | 0000"]
    );
}

#[test]
fn a_block_outside_a_contact_section_is_announced() {
    let text = "The end.\n\nMedia contact:\n\nJane Ode\node@fens.example\n\nThis last paragraph tells at length of \
                something else.";
    assert_eq!(
        read(text, SectionKind::Body),
        ["Jane Ode | - | ode@fens.example | - |  | - | ode@fens.example"]
    );
}

#[test]
fn contact_as_a_plain_word_is_none() {
    assert_eq!(
        read("People-to-people contact grew by 1 200 000 visits.", SectionKind::Body),
        Vec::<String>::new()
    );
    assert_eq!(read("The ministers stay in contact.", SectionKind::Body), Vec::<String>::new());
}

#[test]
fn a_paragraph_of_queries_names_whom_to_ask() {
    let text =
        "Media queries: Jane Ode, Press Officer, Ministry of Fens, ode@fens.example, tel. +47 22 00 00 00";
    assert_eq!(
        read(text, SectionKind::Body),
        ["Jane Ode | Ministry of Fens | ode@fens.example | +47 22 00 00 00 |  | - | 00"]
    );
    for text in ["A backgrounder on the fens follows.", "The clerk answered 1 200 queries of the farmers."] {
        assert_eq!(read(text, SectionKind::Body), Vec::<String>::new(), "{text}");
    }
}

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

/// Blocks of lines under a heading, each with the contacts in it.
#[test]
fn blocks_have_addresses_labels_and_imprints() {
    let cases: &[(&str, &[&str])] = &[
        // A postal address is no name and no body.
        (
            "Address for enquiries\n\nPress Office\nPeat Palace East Wing\nCH-9999 Fensby\nTel. +41 58 555 00 11\npress@fens.example",
            &["Press Office | - | press@fens.example | +41 58 555 00 11 |  | - | press@fens.example"],
        ),
        (
            "Contact\n\nJane Odegard\nMinistry of Fens, Bog House, Oslo\n12 Peat Road, Oslo 0099\nTel: 020 7946 0000",
            &["Jane Odegard | Ministry of Fens | - | 020 7946 0000 |  | - | 0000"],
        ),
        (
            "Contact\n\nP.O. Box 81, NO-0099 Oslo\nPress Office\nMinistry of Fens\npress@fens.example",
            &["Press Office | Ministry of Fens | press@fens.example | - |  | - | press@fens.example"],
        ),
        // Two offices with a number each are two contacts; the heading is none.
        (
            "Media enquiries\n\nMinister’s office: (02) 5550 0011\nNewsroom Desk: (02) 5550 0022\nnews@fens.example",
            &[
                "Minister’s office | - | - | (02) 5550 0011 |  | - | 0011",
                "Newsroom Desk | - | news@fens.example | (02) 5550 0022 |  | - | news@fens.example",
            ],
        ),
        // The label of an imprint is no part of the body, nor is its short form.
        (
            "For media enquiries, contact:\nLars Odegard\nCell: 082 555 0011\nISSUED BY THE MINISTRY OF FENS",
            &["Lars Odegard | MINISTRY OF FENS | - | 082 555 0011 |  | - | FENS"],
        ),
        (
            "Contacts\n\nLars Odegard\nPeat Council of the North (PCN)\nlars@pcn.example",
            &["Lars Odegard | Peat Council of the North | lars@pcn.example | - |  | - | lars@pcn.example"],
        ),
        // A title with its field in brackets is a role; handles and pages are kept.
        (
            "Contact us\n\nMs. Jane Odegard\nAdditional Director General (Peat)\nPress Centre of Norway, Fens House, Oslo\n\
             Tel: 011-5550 0077 / jane@fens.example\nTwitter: @FensNorway\nhttps://www.fens.example/press",
            &[
                "Ms. Jane Odegard | Press Centre of Norway | jane@fens.example | 011-5550 0077 | @FensNorway | https://www.fens.example/press | https://www.fens.example/press",
            ],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(read(text, SectionKind::Contact), *expected, "{text}");
    }
}

#[test]
fn a_question_may_stand_over_a_block() {
    for question in
        ["**Who can I ask?**", "How do I get in touch?", "Any more questions?", "Whom to contact?"]
    {
        let text = format!("{question}\n\nMs. Jane Odegard\nMinistry of Fens\nTel: 011-5550 0077");
        assert_eq!(
            read(&text, SectionKind::Body),
            ["Ms. Jane Odegard | Ministry of Fens | - | 011-5550 0077 |  | - | 0077"],
            "{question}"
        );
    }
    for text in [
        "Who can take part?\n\nFarmers of the fens who cut 120 300 4000 reeds a year.",
        "Questions\n\nThe minister took none.",
        "What is it?\n\nA fund of 120 555 0011 crowns.",
    ] {
        assert_eq!(read(text, SectionKind::Body), Vec::<String>::new(), "{text}");
    }
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

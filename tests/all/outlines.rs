//! The outline of every fixture as a person reads it: `snapshots/outline@GENRE__SLUG.snap`.

use rapporteur_model::{Block, Document, Entry, PassageId};

use crate::{
    render::outline,
    texts::{fixtures, read},
};

#[test]
fn every_fixture_has_its_outline() {
    for fixture in fixtures() {
        let document = fixture.read();
        insta::with_settings!({
            prepend_module_to_snapshot => false,
            omit_expression => true,
            snapshot_suffix => fixture.name.replace('/', "__"),
        }, {
            insta::assert_snapshot!("outline", outline(&document));
        });
    }
}

#[test]
#[ignore = "prints; asserts nothing"]
fn show_outlines() {
    for fixture in fixtures() {
        println!("==== {}\n{}", fixture.name, outline(&fixture.read()));
    }
}

/// The structure of a text alone: headings with their levels, rows, entries, provisions by their references.
fn structure(text: &str) -> Vec<String> {
    fn entries(document: &Document, list: &[Entry], depth: usize, shown: &mut Vec<String>) {
        for entry in list {
            let words = document.passage(entry.passage).text();
            shown.push(format!("{}- {words}", "  ".repeat(depth)));
            entries(document, &entry.entries, depth + 1, shown);
        }
    }
    let document = read("structure", text.as_bytes());
    let words = |id: &PassageId| document.passage(*id).text().to_owned();
    let mut shown = Vec::new();
    for section in &document.sections {
        let head = section.heading.as_ref().map(|heading| document.heading_text(heading));
        shown.extend(head.map(|head| format!("{} {head}", "#".repeat(section.level.into()))));
        for block in &section.blocks {
            match block {
                Block::Paragraph(id) => shown.push(words(id)),
                Block::List(list) => entries(&document, list, 0, &mut shown),
                Block::Table(rows) => shown.extend(rows.iter().map(|row| {
                    format!("| {} |", row.cells.iter().map(&words).collect::<Vec<_>>().join(" | "))
                })),
                Block::Item(item) => {
                    let item = &document.items[*item];
                    shown.push(format!("[{}] {}", item.reference, words(&item.passage)));
                }
            }
        }
    }
    shown
}

#[test]
fn tables_need_no_tabs() {
    let cases: [(&str, &[&str]); 4] = [
        (
            "Grants for towns\n\nThe ministry paid twice.\n\n| Town | Grant |\n|---|---|\n| Vell | $300 |\n| Sand | $20 |\n",
            &[
                "# Grants for towns",
                "The ministry paid twice.",
                "| Town | Grant |",
                "| Vell | $300 |",
                "| Sand | $20 |",
            ],
        ),
        (
            "Rain and grain\n\nCountry    Action                 Date\nNorvia     Opens two gauges on    2021\n           \
             the upper river\nSudland    Lends a boat           2022\n",
            &[
                "# Rain and grain",
                "| Country | Action | Date |",
                "| Norvia | Opens two gauges on the upper river | 2021 |",
                "| Sudland | Lends a boat | 2022 |",
            ],
        ),
        (
            "Work plan of the board\n\nNo.\nAction\nLead\n\n1\nOpen two gauges\nNorvia\n\n2\nLend a boat\nSudland\n\n\
             3\nTrain the staff\nNorvia\n",
            &[
                "# Work plan of the board",
                "| No. | Action | Lead |",
                "[1] Open two gauges",
                "| Norvia |",
                "[2] Lend a boat",
                "| Sudland |",
                "[3] Train the staff",
                "| Norvia |",
            ],
        ),
        // A menu in one line and a wide gap in a sentence are no tables.
        (
            "Our harbour\n\nHome | News | Boats\n\nThe board met   in the town and asked for boats.\n",
            &["# Our harbour", "Home | News | Boats", "The board met in the town and asked for boats."],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(structure(text), expected, "{text}");
    }
}

#[test]
fn pages_leave_nothing_inside_a_sentence() {
    let line = "The board met four times in the year and read the twelve gauges on the upper river, and it asked for the";
    let text = format!(
        "Report of the river board\n\n{line}\n\nReport of the river board 3\n\nlower gauges too. {line}\n\n\
         Report of the river board 4\n\nboats. {line}\n\nReport of the river board 5\n\nmoney.\n"
    );
    assert_eq!(
        structure(&text),
        [
            "# Report of the river board".to_owned(),
            format!("{line} lower gauges too. {line} boats. {line} money."),
        ]
    );
}

#[test]
fn contents_are_neither_headings_nor_provisions() {
    let text = "National water plan\n\nTable of contents\n\n1. Gauges ............ 3\n2. Boats ............. 5\n\n\
        1. Gauges\n\nTwo gauges were opened on the upper river.\n\n2. Boats\n\nOne boat was lent for the survey.\n";
    assert_eq!(
        structure(text),
        [
            "# National water plan",
            "## Table of contents",
            "1. Gauges ............ 3",
            "2. Boats ............. 5",
            "## 1. Gauges",
            "Two gauges were opened on the upper river.",
            "## 2. Boats",
            "One boat was lent for the survey.",
        ]
    );
}

#[test]
fn every_scheme_of_numbers_has_its_references() {
    let cases: [(&str, &[&str]); 5] = [
        // Articles, then letters, then romans; "(i)" follows "(h)" as a letter.
        (
            "Agreement on the river\n\nArticle 1\n\n1. The parties share the water.\n\n2. They shall:\n\n(a) read the gauges;\n\n\
             (i) by day; or\n\n(ii) by night.\n\nArticle 2\n\n1. A board is set up.\n\nArticle 3\n\nThis Agreement ends in 2030.\n\n\
             Annex B\n\n1. The upper gauge\n",
            &["1.1", "1.2", "1.2.a", "1.2.a.i", "1.2.a.ii", "2.1", "B.1"],
        ),
        (
            "Statement on lights\n\n(a) One.\n\n(b) Two.\n\n(c) Three.\n\n(d) Four.\n\n(e) Five.\n\n(f) Six.\n\n(g) Seven.\n\n\
             (h) Eight.\n\n(i) Nine.\n\n(j) Ten.\n",
            &["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"],
        ),
        (
            "Law on water\n\nSection I\n\n§ 1 Rivers are free.\n\n(1) Boats too.\n\n§ 2 Gauges are read.\n\nSection II\n\n\
             para. 1 Fees are paid.\n\npara. 2 They are low.\n",
            &["1", "1.1", "2", "II.1", "II.2"],
        ),
        (
            "Statement on boats\n\n1. We met.\n\na) in May;\n\nb) in June.\n\n3. We left.\n\n3. We left again.\n",
            &["1", "1.a", "1.b", "3", "3~2"],
        ),
        // "§ 3 of the law" and "para. 7 above" begin sentences, 700.000 is a sum.
        (
            "Statement on laws\n\n§ 3 of the law says so.\n\npara. 7 above is clear.\n\n700.000 boats went out.\n",
            &[],
        ),
    ];
    for (text, expected) in cases {
        let found = structure(text);
        let references: Vec<&str> = found
            .iter()
            .filter_map(|line| line.strip_prefix('[')?.split_once(']'))
            .map(|pair| pair.0)
            .collect();
        assert_eq!(references, expected, "{text} {found:#?}");
    }
}

/// The references of the provisions of a text, in order.
fn references(text: &str) -> Vec<String> {
    let shown = structure(text);
    shown.iter().filter_map(|line| Some(line.strip_prefix('[')?.split_once(']')?.0.to_owned())).collect()
}

#[test]
fn numbers_may_begin_with_the_letter_of_their_framework() {
    let text = "WORK PLAN OF THE RIVER BOARD\n\nThe board met twice.\n\nOBJECTIVES\n\n1.  To keep the two gauges of the upper river open through the\n    \
        winter.\n2.  To lend one boat.\n\nCHAPTER A.   GAUGES AND BOATS\n\nA.1   Gauges\n\n      A.1.1   Open two gauges for the towns \
        below the dam under rule\n              2.10 of the code of the river.\n      A.1.2   Train the staff in towns such as:\n              \
        a)  Vell;\n              b)  Sand.\n      A.1.10  Lend a boat to the board of the lower river, and to its\n              staff in \
        the towns, for the winter.\n\nCHAPTER B.   MONEY\n\nB.1   Fees\n\n      B.1.1   Keep the fees of the gauges and of the boats low \
        for\n              all of the towns.\n";
    assert_eq!(
        structure(text),
        [
            "# WORK PLAN OF THE RIVER BOARD",
            "The board met twice.",
            "## OBJECTIVES",
            "[1] To keep the two gauges of the upper river open through the winter.",
            "[2] To lend one boat.",
            "## CHAPTER A. GAUGES AND BOATS",
            "[A.1] Gauges",
            "[A.1.1] Open two gauges for the towns below the dam under rule 2.10 of the code of the river.",
            "[A.1.2] Train the staff in towns such as:",
            "[A.1.2.a] Vell;",
            "[A.1.2.b] Sand.",
            "[A.1.10] Lend a boat to the board of the lower river, and to its staff in the towns, for the winter.",
            "## CHAPTER B. MONEY",
            "[B.1] Fees",
            "[B.1.1] Keep the fees of the gauges and of the boats low for all of the towns.",
        ]
    );
    // Nothing leads up to the number: a strain, a ship, a grade.
    for text in [
        "Statement on grain\n\nB.1.7 strains were found in two of the towns.\n\nThe board met.\n",
        "Statement on ships\n\nA.320 crews were thanked by the board.\n\nThe board met.\n",
    ] {
        assert_eq!(references(text), [""; 0], "{text}");
    }
}

#[test]
fn numbered_lines_are_provisions_in_running_text_too() {
    let cases: [(&str, &[&str]); 4] = [
        (
            "Minister opens two gauges\n\nVELL, 3 May 2021 – The minister opened two gauges today.\n\nNotes to editors\n\n\
             1. The gauges cost $300 in all:\n\na) $200 for steel;\nb) $100 for crews.\n\n2. The board has six staff.\n",
            &["1", "1.a", "1.b", "2"],
        ),
        (
            "FACT SHEET: The river\n\nWhat has been done?\n\n1. Gauges\n   - Two were opened in May.\n\n2. Boats\n   \
             - One was lent.\n   - One was sold.\n",
            &["1", "s2.1", "2", "s2.2", "s2.3"],
        ),
        // Letters that go on from another page; initials of people and a lone letter are none.
        (
            "Statement on the river\n\n(g) The gauges are read each day.\n\n(h) The boats are lent.\n",
            &["g", "h"],
        ),
        ("Statement on the river\n\n(g) The gauges are read each day.\n\nThe boats are lent.\n", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(references(text), expected, "{text} {:#?}", structure(text));
    }
}

#[test]
fn cells_beside_an_action_are_no_part_of_it() {
    let head = "Work plan on rain\n\nNo.\tActivity\tLead\tBudget (USD)\n";
    let cases: [(&str, &[&str]); 3] = [
        // The action alone goes on in the next row.
        (
            "1.1\tOpen two gauges\tNorvia\t1 150 000\n1.2\tLend a boat to the towns of\n\tVell and Sand\tSudland\t250 000\n",
            &[
                "[1.1] Open two gauges",
                "| Norvia | 1 150 000 |",
                "[1.2] Lend a boat to the towns of Vell and Sand",
                "| Sudland | 250 000 |",
            ],
        ),
        // A second copy of a row, misread.
        (
            "1.1\tOpen twelve gauges on the upper river\tNorvia\t10\n1.1\t0pen twclve gaugcs on tbe uppcr rivcr\tN0rvia\t1O\n\
             1.2\tLend a boat\tSudland\t20\n",
            &[
                "[1.1] Open twelve gauges on the upper river",
                "| Norvia | 10 |",
                "[1.2] Lend a boat",
                "| Sudland | 20 |",
            ],
        ),
        // Another row under the same number stays.
        (
            "1.1\tOpen twelve gauges\tNorvia\t10\n1.1\tTrain the crews\tNorvia\t10\n",
            &["[1.1] Open twelve gauges", "| Norvia | 10 |", "[1.1~2] Train the crews", "| Norvia | 10 |"],
        ),
    ];
    for (rows, expected) in cases {
        let shown = structure(&format!("{head}{rows}"));
        assert_eq!(shown[2..], *expected, "{shown:#?}");
    }
}

#[test]
fn headed_parts_are_what_a_sentence_announces() {
    let missing = |text: &str| {
        let document = read("parts", text.as_bytes());
        document.diagnostics.iter().filter(|found| found.code == rapporteur_model::Code::ListMissing).count()
    };
    let parts = "Gauges for the river\n\nTwo gauges were opened in May by the board.\n\nBoats for the river\n\nOne boat was lent.\n";
    let cases = [
        ("The money of the board will be spent as follows:", parts, 0),
        ("The programme has two parts, run by the board:", parts, 0),
        ("The programme of the board includes:", parts, 1),
        ("The money of the board will be spent as follows:", "Contact\n\nOla Berg\n", 1),
    ];
    for (lead, rest, expected) in cases {
        let text = format!("Report on the river\n\nThe board met in May.\n\n{lead}\n\n{rest}");
        assert_eq!(missing(&text), expected, "{text}");
    }
}

#[test]
fn a_part_has_its_title_in_the_next_line() {
    let text = "Code of the river\n\nPART ONE\n\nThe upper river\n\nArticle 1\n\nThe gauges are read each day.\n\nPART TWO\n\n\
        The lower river is free to all boats.\n";
    assert_eq!(
        structure(text),
        [
            "# Code of the river",
            "## PART ONE The upper river",
            "### Article 1",
            "The gauges are read each day.",
            "## PART TWO",
            "The lower river is free to all boats.",
        ]
    );
}

#[test]
fn only_the_row_right_in_front_is_set_aside_as_garbled() {
    let paper = |between: &str| {
        let good =
            "1. The ministers of both countries opened the seed store and thanked those who had built it.";
        let bad = "1. The minsters of bth contries opned the seed stre, H.";
        format!(
            "JOINT STATEMENT\n\nSecond Meeting of Chad and Peru\n\n{bad}\n\n{between}{good}\n\n2. They left.\n"
        )
    };
    for (between, wanted) in [
        ("", ["1", "2"].as_slice()),
        ("The stores are old.\n\n", &["1", "1~2", "2"]),
        ("The stores are old.\n\nStores of Seed\n\n", &["1", "1~2", "2"]),
    ] {
        let found: Vec<String> = structure(&paper(between))
            .iter()
            .filter_map(|line| Some(line.strip_prefix('[')?.split_once(']')?.0.to_owned()))
            .collect();
        assert_eq!(found, wanted, "{between}");
    }
}

#[test]
fn a_paragraph_put_in_before_changes_no_reference_behind_it() {
    for fixture in fixtures() {
        let text = String::from_utf8_lossy(&fixture.bytes).into_owned();
        let before = fixture.read();
        let numbered = |document: &Document| -> Vec<String> {
            document
                .items
                .iter()
                .filter(|item| item.number.is_some())
                .map(|item| item.reference.clone())
                .collect()
        };
        // Behind the first blank line that a blank line follows soon: between two paragraphs of the head.
        let Some(place) =
            before.items.iter().find_map(|item| item.marker.as_ref()).map(|marker| marker.span.start)
        else {
            continue;
        };
        let Some(at) = text[..place].rfind("\n\n") else { continue };
        let more = "\n\nThe two sides also spoke of the weather, which had been fine for the whole of the week before.";
        let edited = format!("{}{more}{}", &text[..at], &text[at..]);
        let after = read(&fixture.name, edited.as_bytes());
        if after.genre.genre == before.genre.genre {
            assert_eq!(numbered(&after), numbered(&before), "{}", fixture.name);
        }
    }
}

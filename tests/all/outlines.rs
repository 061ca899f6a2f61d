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

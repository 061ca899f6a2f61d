//! What lines become: paragraphs, rows, bullets, numbers, notes.

use super::*;
use crate::layout::layout;

fn outline(text: &str) -> Vec<String> {
    let mut lines = crate::lines::lines(text);
    let layout = layout(text, &mut lines);
    let shown = |unit: &Unit| {
        let words: Vec<&str> = unit.words(text).split_whitespace().collect();
        let name = match &unit.form {
            Form::Text => "text",
            Form::Bullet(_) => "bullet",
            Form::Numbered(..) => "numbered",
            Form::Row(_) => "row",
            Form::Rule => "rule",
            Form::Contents => "contents",
            Form::Page => "page",
            Form::Note(_) => "note",
        };
        format!("{name}: {}", words.join(" "))
    };
    units(text, &lines, layout).iter().map(shown).collect()
}

#[test]
fn wrapped_lines_are_rejoined_and_short_lines_are_not() {
    let text = "Water for the valley\n\nThe two sides agreed to keep the three gauges on the upper\n\
        river open through the winter and to share the readings each\nweek with the towns below the dam, which asked \
        for them twice\nlast year.\n\nPress Office\nRiver Authority\n";
    assert_eq!(
        outline(text),
        [
            "text: Water for the valley",
            "text: The two sides agreed to keep the three gauges on the upper river open through the winter and \
             to share the readings each week with the towns below the dam, which asked for them twice last year.",
            "text: Press Office",
            "text: River Authority",
        ]
    );
}

#[test]
fn a_page_break_inside_a_sentence_is_mended_over_the_page_number() {
    let text = "The parties will keep the three gauges on the upper river open and share\n\n- 4 -\n\nthe readings each \
        week.\n\nNext";
    assert_eq!(outline(text).len(), 3);
}

#[test]
fn first_lines_that_are_set_in_begin_paragraphs() {
    let one = "   The crews mended the quay in the spring of the year, and the lights\n\
        on the pier in the summer, when the ferries of the upper river ran.\n";
    assert_eq!(outline(&one.repeat(5)).len(), 5, "{:?}", outline(&one.repeat(5)));
}

#[test]
fn facts_with_labels_are_lines_of_their_own() {
    let text = "Facts about the quay\nLength: 40 metres\nThe crews mended the quay in the spring of the year, and the \
        lights\non the pier in the summer, when the ferries of the upper river ran\nto the town.\n\nThe ferries ran \
        again in the spring of the year, and the pilots sat\non the pier in the summer, when the ferries of the upper \
        river ran.\n";
    assert_eq!(outline(text)[..2], ["text: Facts about the quay", "text: Length: 40 metres"]);
}

#[test]
fn a_note_at_a_page_s_foot_leaves_the_paragraph_whole() {
    let text = "The towns will keep the weirs1 open from the first of September and tell the\n____\n1 Those of the upper \
        river.\n\n- 2 -\n\npilots.\n\nNext";
    assert_eq!(
        outline(text),
        [
            "text: The towns will keep the weirs1 open from the first of September and tell the ____ 1 Those of the \
             upper river. - 2 - pilots.",
            "page: ____",
            "note: Those of the upper river.",
            "page: - 2 -",
            "text: Next",
        ]
    );
}

#[test]
fn rows_bullets_and_numbers() {
    let text = "1. Dialogue\t1.1 Hold talks.\n\t1.2 Meet.\n---\t---\n\u{2022} one\n(a) two\n";
    let names: Vec<String> =
        outline(text).iter().map(|line| line.split(':').next().unwrap().to_owned()).collect();
    assert_eq!(names, ["row", "row", "rule", "bullet", "numbered"]);
}

#[test]
fn a_letter_behind_a_bullet_counts_and_an_initial_in_a_name_does_not() {
    let text = "• a. Ports\n• b. Boats\n• Crews\n";
    let names: Vec<String> =
        outline(text).iter().map(|line| line.split(':').next().unwrap().to_owned()).collect();
    assert_eq!(names, ["numbered", "numbered", "bullet"]);
    let wrapped = "The quay was opened in the spring by the mayor of the town, Olga\nB. Brandt, and the crews who had \
        worked on it through two\nwinters were thanked by the four provinces and by the pilots.\nThey went home.\n";
    assert_eq!(outline(wrapped).len(), 1, "{:?}", outline(wrapped));
}

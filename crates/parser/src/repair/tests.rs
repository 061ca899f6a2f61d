//! Damage that is mended, and what only looks like it.

use super::*;

fn read(text: &str, lost: &[char]) -> (String, usize) {
    let source = crate::decode("t", text.as_bytes());
    let mut start = 0;
    let fragments: Vec<Fragment> = text
        .split('\n')
        .map(|line| {
            let span = Span::new(start, start + line.len());
            start = span.end + 1;
            Fragment::line(crate::lines::trimmed(text, span))
        })
        .collect();
    let mut found = Vec::new();
    let known = crate::compound::compounds(text);
    let damage = Damage { split_words: true, lost_letters: lost, compounds: known.as_ref() };
    let passage = clean(&source, &fragments, damage, &mut found);
    (passage.text().to_owned(), found.len())
}

#[test]
fn damage_is_mended_and_nothing_else() {
    let cases: [(&str, &str, usize); 20] = [
        ("risk management/prepared ness and", "risk management/preparedness and", 1),
        ("Inter cultural talks", "Intercultural talks", 1),
        ("the top- rank talks of top-rank men", "the top-rank talks of top-rank men", 1),
        ("the sum- shown above - is low", "the sum- shown above - is low", 0),
        ("short- and long-term", "short- and long-term", 0),
        ("the 3 rd report, on the 21 st.", "the 3rd report, on the 21st.", 2),
        ("3 st report; level 4 nd", "3 st report; level 4 nd", 0),
        ("marine; _soil science", "marine; soil science", 1),
        ("(2006-2010)s, while", "(2006-2010), while", 1),
        ("the (SME)s and", "the (SME)s and", 0),
        ("**Trade:** Open it", "Trade: Open it", 1),
        ("** Trade: ** Open \u{200b} it **", "Trade: Open it", 1),
        ("strength\u{ad}en", "strengthen", 1),
        ("long co-\noperation of long-\nterm", "long cooperation of long-term", 2),
        ("per cent, inter alia, de facto", "per cent, inter alia, de facto", 0),
        ("a bout of flu, in to it", "a bout of flu, in to it", 0),
        ("two\u{a0} \u{a0}spaces\n here", "two spaces here", 0),
        ("Ama Owusu of Cape Coast", "Ama Owusu of Cape Coast", 0),
        ("W O R K  P L A N of 9 Octo ber", "WORK PLAN of 9 October", 3),
        ("groups A B C D and vitamins", "groups A B C D and vitamins", 0),
    ];
    for (text, clean, findings) in cases {
        assert_eq!(read(text, &[]), (clean.to_owned(), findings), "{text}");
    }
}

#[test]
fn a_lost_letter_is_found_in_the_debris() {
    assert_eq!(read("science and echnology (S&T)", &['e', 't']).0, "science and technology (S&T)");
    assert_eq!(read("the inf rmation desk", &['o']).0, "the information desk");
    assert_eq!(read("science and echnology", &['x']).0, "science and echnology");
}

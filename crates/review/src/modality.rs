//! How binding a provision is: `shall` to `may` weakens it, `may` to `shall` strengthens it.
//!
//! The words stand in `data/modality.csv` with their force: 3 binds, 2 recommends, 1 permits. Only short changes are
//! judged: a sentence that was written anew has other words for many reasons.

use std::sync::LazyLock;

use crate::change::What;
use crate::words::{Run, Wordings};

/// Words of one side of a change that is still a change of a word.
const SHORT: usize = 6;

const BINDING: u8 = 3;

/// Words with their force, the longest first.
static FORMS: LazyLock<Vec<(Vec<String>, u8)>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_str!("../../../data/modality.csv").as_bytes());
    let mut forms: Vec<(Vec<String>, u8)> = reader
        .records()
        .filter_map(Result::ok)
        .filter_map(|row| {
            let words = row.get(0)?.split(' ').map(str::to_owned).collect();
            Some((words, row.get(1)?.parse().ok()?))
        })
        .collect();
    forms.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    forms
});

/// What a new wording makes of a provision.
pub(crate) fn judge(wordings: &Wordings<'_>) -> What {
    for run in wordings.runs() {
        let Run::Other(old, new) = run else { continue };
        if old.len() > SHORT || new.len() > SHORT {
            continue;
        }
        let weaker = match (force(old), force(new)) {
            (None, None) => continue,
            (Some(old), Some(new)) if old == new => continue,
            (Some(old), Some(new)) => old > new,
            (Some(gone), None) => gone == BINDING,
            (None, Some(come)) => come < BINDING,
        };
        return if weaker { What::Weakened } else { What::Strengthened };
    }
    What::Reworded
}

/// The least force of the words: "shall endeavour" binds to nothing but to try.
fn force(words: &[&str]) -> Option<u8> {
    let words: Vec<String> = words
        .iter()
        .map(|word| {
            word.trim_matches(|sign: char| !sign.is_alphanumeric()).replace('\u{2019}', "'").to_lowercase()
        })
        .collect();
    let stands = |form: &[String]| words.windows(form.len()).any(|run| run == form);
    FORMS.iter().filter(|(form, _)| stands(form)).map(|(_, force)| *force).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_bind_and_words_that_do_not() {
        for (old, new, what) in [
            ("The parties shall report.", "The parties may report.", What::Weakened),
            ("The parties may report.", "The parties must report.", What::Strengthened),
            ("Ministers will meet.", "Ministers should meet.", What::Weakened),
            ("Ministers should meet.", "Ministers could meet.", What::Weakened),
            ("They shall pay.", "They shall endeavour to pay.", What::Weakened),
            ("They shall, where possible, pay.", "They shall pay.", What::Strengthened),
            ("They pay dues.", "They shall pay dues.", What::Strengthened),
            ("They shall pay.", "They will pay.", What::Reworded),
            ("The boats may sail.", "The ships may sail.", What::Reworded),
            ("Les parties doivent coopérer.", "Les parties peuvent coopérer.", What::Weakened),
        ] {
            assert_eq!(judge(&Wordings::new(old, new)), what, "{old} > {new}");
        }
    }
}

//! How far the giving has come: `pledged` is a pledge, `has committed` a commitment, `gave` a disbursement.
//!
//! The nearest word of giving in front of the sum decides, else the nearest behind it. What "will" be given, or is
//! offered or proposed, is a pledge.

use rapporteur_model::{FundingStatus, TextRange};

/// Words and what they tell; stems end in no blank.
const WORDS: &[(&str, FundingStatus)] = &[
    ("pledg", FundingStatus::Pledge),
    ("announc", FundingStatus::Pledge),
    ("propos", FundingStatus::Pledge),
    ("promis", FundingStatus::Pledge),
    ("offer", FundingStatus::Pledge),
    ("inten", FundingStatus::Pledge),
    ("plans to", FundingStatus::Pledge),
    ("will ", FundingStatus::Pledge),
    ("commit", FundingStatus::Commitment),
    ("approv", FundingStatus::Commitment),
    ("allocat", FundingStatus::Commitment),
    ("award", FundingStatus::Commitment),
    ("earmark", FundingStatus::Commitment),
    ("dedicat", FundingStatus::Commitment),
    ("set aside", FundingStatus::Commitment),
    ("put aside", FundingStatus::Commitment),
    ("signed", FundingStatus::Commitment),
    ("shall ", FundingStatus::Commitment),
    ("voted", FundingStatus::Commitment),
    ("disburs", FundingStatus::Disbursement),
    ("provided", FundingStatus::Disbursement),
    ("contributed", FundingStatus::Disbursement),
    ("donated", FundingStatus::Disbursement),
    ("gave", FundingStatus::Disbursement),
    ("given", FundingStatus::Disbursement),
    ("paid", FundingStatus::Disbursement),
    ("lent", FundingStatus::Disbursement),
    ("delivered", FundingStatus::Disbursement),
    ("invested", FundingStatus::Disbursement),
    ("spent", FundingStatus::Expenditure),
    ("receiv", FundingStatus::Receipt),
];

/// The status that the sentence gives a sum.
pub(super) fn of(text: &str, sentence: TextRange, amount: TextRange) -> Option<FundingStatus> {
    let before = text[sentence.start..amount.start].to_lowercase();
    let after = text[amount.end..sentence.end].to_lowercase();
    let at = |words: &str, stem: &str, last: bool| {
        let mut hits = words
            .match_indices(stem)
            .map(|(at, _)| at)
            .filter(|at| !words[..*at].chars().next_back().is_some_and(char::is_alphanumeric));
        if last { hits.last() } else { hits.next() }
    };
    let front = WORDS
        .iter()
        .filter_map(|(stem, status)| Some((at(&before, stem, true)?, *status)))
        .max_by_key(|(at, _)| *at);
    let back = WORDS
        .iter()
        .filter_map(|(stem, status)| Some((at(&after, stem, false)?, *status)))
        .min_by_key(|(at, _)| *at);
    front.or(back.filter(|(at, _)| *at < 60)).map(|(_, status)| status)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_of_giving_decides() {
        for (text, status) in [
            ("Fiji pledged $5 for reefs.", Some(FundingStatus::Pledge)),
            ("Fiji will give $5 for reefs.", Some(FundingStatus::Pledge)),
            ("Fiji has given $5 for reefs.", Some(FundingStatus::Disbursement)),
            ("The board approved a loan of $5.", Some(FundingStatus::Commitment)),
            ("A grant of $5 was awarded.", Some(FundingStatus::Commitment)),
            ("The mill got a grant of $5.", None),
        ] {
            let at = text.find('$').unwrap();
            assert_eq!(of(text, TextRange::new(0, text.len()), TextRange::new(at, at + 2)), status, "{text}");
        }
    }
}

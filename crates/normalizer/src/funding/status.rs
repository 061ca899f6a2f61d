//! How far the giving has come: `pledged` is a pledge, `has committed` a commitment, `gave` a disbursement.
//!
//! The nearest word of giving in front of the sum decides, else the nearest behind it. What "will" be given (or received,
//! spent, disbursed), or is offered or proposed, is a pledge; what is being given is committed; what was given is
//! disbursed.

use rapporteur_model::{FundingStatus, TextRange};

/// Words and what they tell; stems end in no blank.
const WORDS: &[(&str, FundingStatus)] = &[
    ("pledg", FundingStatus::Pledge),
    ("announc", FundingStatus::Pledge),
    ("unveil", FundingStatus::Pledge),
    ("propos", FundingStatus::Pledge),
    ("promis", FundingStatus::Pledge),
    ("offer", FundingStatus::Pledge),
    ("inten", FundingStatus::Pledge),
    ("plans to", FundingStatus::Pledge),
    ("planning to", FundingStatus::Pledge),
    ("will ", FundingStatus::Pledge),
    ("is to ", FundingStatus::Pledge),
    ("would ", FundingStatus::Pledge),
    ("to be provided", FundingStatus::Pledge),
    ("commit", FundingStatus::Commitment),
    ("approv", FundingStatus::Commitment),
    ("allocat", FundingStatus::Commitment),
    ("appropriat", FundingStatus::Commitment),
    ("award", FundingStatus::Commitment),
    ("granted", FundingStatus::Commitment),
    ("granting", FundingStatus::Commitment),
    ("earmark", FundingStatus::Commitment),
    ("dedicat", FundingStatus::Commitment),
    ("set aside", FundingStatus::Commitment),
    ("sets aside", FundingStatus::Commitment),
    ("setting aside", FundingStatus::Commitment),
    ("put aside", FundingStatus::Commitment),
    ("signed", FundingStatus::Commitment),
    ("agreed", FundingStatus::Commitment),
    ("shall ", FundingStatus::Commitment),
    ("voted", FundingStatus::Commitment),
    ("made available", FundingStatus::Commitment),
    ("making available", FundingStatus::Commitment),
    ("makes available", FundingStatus::Commitment),
    ("providing", FundingStatus::Commitment),
    ("provides", FundingStatus::Commitment),
    ("contributing", FundingStatus::Commitment),
    ("contributes", FundingStatus::Commitment),
    ("giving", FundingStatus::Commitment),
    ("gives", FundingStatus::Commitment),
    ("investing", FundingStatus::Commitment),
    ("invests", FundingStatus::Commitment),
    ("lending", FundingStatus::Commitment),
    ("lends", FundingStatus::Commitment),
    ("donating", FundingStatus::Commitment),
    ("channelling", FundingStatus::Commitment),
    ("channeling", FundingStatus::Commitment),
    ("disburs", FundingStatus::Disbursement),
    ("provided", FundingStatus::Disbursement),
    ("contributed", FundingStatus::Disbursement),
    ("donated", FundingStatus::Disbursement),
    ("gave", FundingStatus::Disbursement),
    ("given", FundingStatus::Disbursement),
    ("paid", FundingStatus::Disbursement),
    ("lent", FundingStatus::Disbursement),
    ("loaned", FundingStatus::Disbursement),
    ("delivered", FundingStatus::Disbursement),
    ("transferred", FundingStatus::Disbursement),
    ("released", FundingStatus::Disbursement),
    ("channelled", FundingStatus::Disbursement),
    ("channeled", FundingStatus::Disbursement),
    ("invested", FundingStatus::Disbursement),
    ("spent", FundingStatus::Expenditure),
    ("spending", FundingStatus::Expenditure),
    ("spends", FundingStatus::Expenditure),
    ("receiv", FundingStatus::Receipt),
];

/// The status that the sentence gives a sum.
pub(super) fn of(text: &str, sentence: TextRange, amount: TextRange) -> Option<FundingStatus> {
    let before = text[sentence.start..amount.start].to_lowercase();
    let after = text[amount.end..sentence.end].to_lowercase();
    let at = |words: &str, stem: &str, last: bool| {
        // Most texts have few of them, and to tell that is quicker than to tell where.
        if !words.contains(stem) {
            return None;
        }
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
    let future = |words: &str, at: usize| {
        let lead = words[..at].trim_end();
        let lead =
            ["be", "also", "now"].iter().find_map(|word| lead.strip_suffix(word)).unwrap_or(lead).trim_end();
        ["will", "would", "is to", "are to", "plans to", "intends to"]
            .iter()
            .any(|modal| lead.ends_with(modal))
    };
    if let Some((at, status)) = front {
        return Some(if future(&before, at) { FundingStatus::Pledge } else { status });
    }
    let (at, status) = back.filter(|(at, _)| *at < 60)?;
    Some(if future(&after, at) { FundingStatus::Pledge } else { status })
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
            ("Fiji announced $5 for reefs.", Some(FundingStatus::Pledge)),
            ("Fiji intends to offer $5.", Some(FundingStatus::Pledge)),
            ("$5 will be disbursed in May.", Some(FundingStatus::Pledge)),
            ("Samoa will receive $5 from Fiji.", Some(FundingStatus::Pledge)),
            ("Fiji is providing $5 for reefs.", Some(FundingStatus::Commitment)),
            ("Fiji contributes $5 a year.", Some(FundingStatus::Commitment)),
            ("Fiji has allocated $5.", Some(FundingStatus::Commitment)),
            ("The two signed a grant of $5.", Some(FundingStatus::Commitment)),
            ("$5 was made available for reefs.", Some(FundingStatus::Commitment)),
            ("The bank disbursed $5.", Some(FundingStatus::Disbursement)),
            ("$5 was provided by Fiji.", Some(FundingStatus::Disbursement)),
            ("Fiji transferred $5.", Some(FundingStatus::Disbursement)),
            ("Fiji spent $5 on tents.", Some(FundingStatus::Expenditure)),
            ("Samoa received $5 from Fiji.", Some(FundingStatus::Receipt)),
            ("The commission met over $5.", None),
        ] {
            let at = text.find('$').unwrap();
            assert_eq!(of(text, TextRange::new(0, text.len()), TextRange::new(at, at + 2)), status, "{text}");
        }
    }
}

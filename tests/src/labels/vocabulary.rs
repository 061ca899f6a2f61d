//! The closed sets of words of the output contract, so that a mistyped label is an error and not a miss.

/// Kinds of documents.
pub(crate) const GENRES: [&str; 14] = [
    "press_release",
    "backgrounder",
    "media_advisory",
    "statement",
    "joint_statement",
    "speech",
    "interview",
    "news_article",
    "resolution",
    "treaty",
    "work_plan",
    "plan_overview",
    "web_page",
    "other",
];
/// Kinds of sections.
pub(crate) const SECTIONS: [&str; 12] = [
    "body",
    "plan",
    "objectives",
    "priorities",
    "preamble",
    "annex",
    "notes",
    "backgrounder",
    "contact",
    "quick_facts",
    "boilerplate",
    "other",
];
/// Kinds of provisions.
pub(crate) const ITEMS: [&str; 11] = [
    "framework",
    "theme",
    "area",
    "action",
    "sub_action",
    "paragraph",
    "clause",
    "activity",
    "topic",
    "priority",
    "objective",
];
/// Modifiers of dates.
pub(crate) const MODS: [&str; 9] =
    ["start", "mid", "end", "approx", "before", "after", "since", "until", "by"];
/// Roles of dates.
pub(crate) const ROLES: [&str; 8] =
    ["issued", "event", "deadline", "period", "retrieved", "modified", "in_name", "other"];

/// The words, if each of them is in the set.
pub(crate) fn known(words: Vec<String>, set: &[&str]) -> Result<Vec<String>, String> {
    match words.iter().find(|word| !set.contains(&word.as_str())) {
        Some(word) => Err(format!("`{word}` is none of {}", set.join(", "))),
        None => Ok(words),
    }
}

//! Leads: the words that announce a contact, `For more information, contact:`, `Media enquiries`, `Who can I ask?`.
//!
//! Near misses: `people-to-people contact`, an office that is called after what it answers (`Media Relations Office`).
//!
//! Not here: whom to ask, and how.

/// Where the lead of an inline contact ends: behind `contact`, `call`, `inquiries` and the like.
pub fn lead_end(sentence: &str) -> Option<usize> {
    const LEADS: &[&str] = &["contact", "call", "write to", "inquiries", "enquiries", "queries", "reach"];
    const MEANS: &[&str] = &["e-mail", "email", "phone"];
    let lower = sentence.to_lowercase();
    if lower.len() != sentence.len() {
        return None;
    }
    let word = |lead: &&str| {
        let at = lower.find(*lead)?;
        let end = at + lead.len();
        let free = !lower[..at].ends_with(char::is_alphanumeric)
            && !lower[end..].starts_with(|c: char| c.is_alphanumeric() || c == '@' || c == '-');
        free.then_some(end)
    };
    LEADS.iter().filter_map(word).max().or_else(|| {
        let asked = ["information", "question", "detail", "quer"].iter().any(|word| lower.contains(word));
        MEANS.iter().filter(|_| asked).filter_map(word).min()
    })
}

/// Is it the heading over a block: `Media enquiries`, `Address for enquiries`, `Press contact`, and no office's name?
pub fn is_heading(text: &str) -> bool {
    let last = text.trim().trim_end_matches(':').rsplit(' ').next().unwrap_or_default().to_lowercase();
    matches!(last.as_str(), "enquiries" | "inquiries" | "queries" | "contact" | "contacts" | "questions")
}

/// How a page asks whom one may turn to.
const QUESTIONS: &[&str] = &[
    "who can i ask",
    "who can i contact",
    "whom can i ask",
    "whom to ask",
    "who to contact",
    "whom to contact",
    "who do i ask",
    "who do i contact",
    "how can i reach",
    "how do i reach",
    "how can i contact",
    "how do i contact",
    "how to reach",
    "get in touch",
    "have a question",
    "have questions",
    "any questions",
    "more questions",
    "need help",
    "need more help",
    "where can i get help",
    "where can i ask",
    "who can help",
];

/// Does the text announce contacts?
pub fn is_lead(text: &str) -> bool {
    let lower = text.trim().trim_end_matches(':').to_lowercase();
    let words = lower.split_whitespace().count();
    let asked = words <= 7 && QUESTIONS.iter().any(|question| lower.contains(question));
    let short = words <= 4
        && ["contact", "inquiries", "enquiries", "queries", "press office", "media relations"]
            .iter()
            .any(|w| lower.contains(w));
    let long = words <= 16
        && ["contact", "inquiries", "enquiries", "queries", "call"].iter().any(|word| lower.contains(word))
        && ["information", "media", "press", "questions", "interview", "details", "please", "journalists"]
            .iter()
            .any(|word| lower.contains(word));
    (short || long || asked) && !lower.contains('@') && !lower.ends_with('.')
}

/// Tells whether a line begins with a lead, and gives what follows it.
pub fn split_lead(text: &str) -> (bool, &str) {
    if let Some((lead, rest)) = text.split_once(':')
        && is_lead(lead)
    {
        return (true, rest);
    }
    let whole =
        is_lead(text) && text.split_whitespace().count() <= 2 && text.to_lowercase().contains("contact");
    if whole { (true, "") } else { (false, text) }
}

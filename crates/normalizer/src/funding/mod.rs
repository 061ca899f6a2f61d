//! Funding lines: money that someone gives for a project or purpose.
//!
//! ```abnf
//! heading  = title (dash / ":" / "(") money [")"]              ; Fisheries patrols – $2.6 million
//! entry    = money ("for" / "to" / …) purpose                  ; $5 million to restore wetlands
//! sentence = … cue … money … [purpose] …                       ; announced $14 million to help …
//! ```
//!
//! A cue is a word of giving ("announced", "grant", "assistance", …), or a weaker one ("paid", "adds", "lends") with a
//! giver in front; money of trade, prices, incomes and losses is no funding. One record an amount: a sum that is told
//! again, or that only describes another one's purpose, is none. Parts of a total are linked to it, and a total whose
//! parts do not add up raises `parts-do-not-sum`. Not here: what the money is (`finder::money`).

mod clause;
mod party;
mod phrase;
mod purpose;
mod screen;
mod sentence;
mod status;
mod subject;
mod total;

use std::collections::BTreeSet;

use rapporteur_model::{
    AmountKind, Document, EntityId, EntityKind, Funding, FundingId, FundingPlace, FundingStatus, Location,
    PassageRole, TextRange,
};

use self::{party::Mentions, purpose::Words};
use crate::{Context, Lexicon};

/// How a funding line is printed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Form {
    /// A title with its money.
    Heading,
    /// A line that begins with the money.
    Entry,
    /// A sentence of giving.
    Sentence,
}

/// A funding line before it is linked.
struct Line {
    /// Index of the amount.
    amount: usize,
    form: Form,
    title: Option<String>,
    at: Location,
    donor: Option<EntityId>,
    recipient: Option<EntityId>,
    status: Option<FundingStatus>,
    /// Is the title only a heading, a word of money, or none?
    vague: bool,
}

/// Finds the funding lines of a document, links parts to totals and checks their sums.
pub fn find(document: &mut Document, _lexicon: &Lexicon, _context: &Context) {
    let mut lines: Vec<Line> = Vec::new();
    let mentions = Mentions::new(document);
    let mut told = screen::Told::new(document);
    for index in 0..document.amounts.len() {
        if document.amounts[index].kind == AmountKind::Money && !screen::is_listed(document, index) {
            let found = line(document, &mentions, index, lines.last());
            if let Some(line) = found.filter(|line| !screen::is_told_again(document, &told, &lines, line)) {
                told.tell(document, lines.len(), &line);
                lines.push(line);
            }
        }
    }
    share_titles(document, &mut lines);
    // Neither what for nor from whom nor to whom, nor made up of parts: a sum in talk of money, no line of funding.
    let mut totals: Vec<bool> = vec![false; lines.len()];
    for total in (0..lines.len()).filter_map(|index| total::included_in(document, &lines, index)) {
        totals[total] = true;
    }
    let mut totals = totals.into_iter();
    lines.retain(|line| {
        let total = totals.next().unwrap_or_default();
        total || line.title.is_some() || line.donor.is_some() || line.recipient.is_some()
    });
    let parents = total::parents(document, &lines);
    let donors: Vec<Option<EntityId>> = lines
        .iter()
        .zip(&parents)
        .map(|(line, parent)| {
            // A part told in its total's sentence has its giver; another name in front belongs to the part before.
            let whole = parent.map(|parent| &lines[parent]);
            let same = whole.filter(|whole| whole.at == line.at).and_then(|whole| whole.donor.clone());
            same.or_else(|| line.donor.clone()).or_else(|| whole.and_then(|whole| whole.donor.clone()))
        })
        .collect();
    total::check_sums(document, &lines, &parents);
    let totals: BTreeSet<usize> = parents.iter().copied().flatten().collect();
    for (index, (line, donor)) in lines.into_iter().zip(donors).enumerate() {
        let is_total = totals.contains(&index);
        let role = match (is_total, parents[index]) {
            (true, _) => "total",
            (false, Some(_)) => "part",
            (false, None) => "funding",
        };
        document.amounts[line.amount].role = Some(role.to_owned());
        let passage = document.passage(line.at.passage);
        let place = passage.item.map_or(FundingPlace::Section(passage.section), FundingPlace::Item);
        document.funding.push(Funding {
            id: FundingId(index + 1),
            title: line.title,
            amount: document.amounts[line.amount].id,
            donor: donor.or_else(|| default_donor(document)),
            recipient: line.recipient,
            status: line.status,
            place,
            at: line.at,
            part_of: parents[index].map(|parent| FundingId(parent + 1)),
        });
    }
}

/// The funding line of an amount, where there is one; `last` is the line in front.
fn line(document: &Document, mentions: &Mentions<'_>, index: usize, last: Option<&Line>) -> Option<Line> {
    let at = document.amounts[index].at;
    let passage = document.passage(at.passage);
    let text = passage.text();
    if let Some(headed) = headed(document, mentions, index) {
        return Some(headed);
    }
    let range = sentence::around(text, at.range);
    if screen::is_conversion(document, index) || screen::is_former(document, index) {
        return None;
    }
    let next = (index + 1..document.amounts.len())
        .find(|next| !screen::is_conversion(document, *next))
        .and_then(|next| {
            let next = &document.amounts[next];
            let here = next.at.passage == at.passage && next.at.range.start < range.end;
            (here && next.kind == AmountKind::Money).then_some(next)
        });
    let end = next.and_then(|next| before_next(text, at.range.end, next.at.range.start)).unwrap_or(range.end);
    let parties = mentions
        .within(at.passage, TextRange::new(at.range.end, range.end))
        .into_iter()
        .filter(|(_, entity)| {
            matches!(
                entity.kind,
                EntityKind::Organization
                    | EntityKind::Country
                    | EntityKind::Group
                    | EntityKind::Person
                    | EntityKind::Region
            )
        })
        .map(|(mention, _)| mention)
        .collect();
    let words = Words { text, amount: at.range, end, parties };
    let behind = purpose::behind(&words);
    let begins =
        text[range.start..at.range.start].trim().chars().filter(|c| c.is_alphanumeric()).count() < 20;
    let listed = matches!(passage.role, PassageRole::Entry | PassageRole::Provision);
    let entry = begins && listed && behind.is_some();
    let lead = &text[range.start..at.range.start];
    let giving = sentence::has_cue_near(text, range, at.range)
        || (sentence::has_weak_cue_near(text, range, at.range)
            && party::has_subject(document, mentions, at, range))
        || sentence::goes(&text[at.range.end..range.end])
        || sentence::is_with_from(lead, &text[at.range.end..range.end])
        || subject::is_project_worth(lead);
    let shared = sentence::is_shared_cost(text, range, at.range)
        || sentence::is_gift(lead, &text[at.range.end..range.end])
        || (listed && subject::is_at_cost(lead));
    if !entry && !shared && (!giving || sentence::is_trade_near(text, range, at.range)) {
        return None;
    }
    if screen::is_rule(document, index, &text[range.start..range.end]) {
        return None;
    }
    // "$20 per barrel" is a price; "$5 million per year" is none.
    let per = document.amounts[index].per.as_deref();
    if per.is_some_and(|per| !matches!(per, "year" | "month" | "quarter" | "each" | "annum")) {
        return None;
    }
    // A headline that names a sum is told again in the text.
    if !entry && passage.role == PassageRole::Heading {
        return None;
    }
    if last.is_some_and(|last| screen::is_nested(document, last, at, range)) {
        return None;
    }
    let (title, vague) = title(document, mentions, &words, at, range, behind);
    // "Chad will bear $5 million of this": what the line in front is for.
    let near = last.filter(|last| last.at.passage == at.passage);
    let points = [" of this", " of that", " of these", " of it"]
        .iter()
        .any(|words_behind| words.text[at.range.end..].starts_with(words_behind));
    let named = title.as_deref().is_some_and(|title| !phrase::is_pronoun(title));
    let title = match near.and_then(|last| last.title.clone()) {
        Some(before) if !named || (points && vague) => Some(before).filter(|_| points || title.is_some()),
        _ => title,
    };
    let form = if entry { Form::Entry } else { Form::Sentence };
    let given = party::of(document, mentions, at, range);
    Some(Line {
        amount: index,
        form,
        title,
        at: Location { passage: at.passage, range },
        donor: given.donor,
        recipient: given.recipient,
        status: status::of(text, range, at.range),
        vague,
    })
}

/// The funding line of a heading or label that names a sum: `Wells of the north: $3 million`.
fn headed(document: &Document, mentions: &Mentions<'_>, index: usize) -> Option<Line> {
    let at = document.amounts[index].at;
    let passage = document.passage(at.passage);
    let text = passage.text();
    if text.len() >= 200 || passage.role == PassageRole::Cell {
        return None;
    }
    let title = purpose::title_in_front(text, at.range)?;
    let title = if phrase::is_label(&title) { labelled_title(document, at) } else { Some(title) };
    let cued =
        passage.role == PassageRole::Heading || sentence::has_cue(text) || !sentence::is_sentence(text);
    let whole = Location { passage: at.passage, range: passage.range() };
    (cued && !sentence::is_trade(text)).then(|| Line {
        amount: index,
        form: Form::Heading,
        title,
        at: whole,
        donor: None,
        recipient: party::labelled(document, mentions, whole),
        status: None,
        vague: false,
    })
}

/// The title of a sum, and whether it is only a heading, a word of money, or none.
fn title(
    document: &Document,
    mentions: &Mentions<'_>,
    words: &Words<'_>,
    at: Location,
    range: TextRange,
    behind: Option<String>,
) -> (Option<String>, bool) {
    let lead = &words.text[range.start..at.range.start];
    let noun = purpose::noun_behind(words.text, at.range, words.end);
    let named = noun.clone().filter(|noun| phrase::is_named(noun));
    let exact = behind
        .or_else(|| subject::in_front(lead))
        .or_else(|| subject::cost(lead))
        .or(named)
        .or_else(|| programme_in(mentions, at, range))
        .or(noun);
    let vague = exact.is_none();
    let title = exact
        .or_else(|| lead.starts_with("Its ").then(|| owner(mentions, at, range, words.text)).flatten())
        .or_else(|| heading_of(document, document.passage(at.passage).section))
        .or_else(|| programme_before(document, at))
        .or_else(|| subject::project(lead))
        .or_else(|| subject::deed(lead))
        .or_else(|| purpose::of_money(words))
        // "lent $3 million since 1971": when, not what for.
        .filter(|title| !title.starts_with("since "));
    (title, vague)
}

/// The programme or body that begins the sentence in front of one about its money: `The Reef Fund pays divers. Its
/// budget of $2 million`.
fn owner(mentions: &Mentions<'_>, at: Location, range: TextRange, text: &str) -> Option<String> {
    let before = text[..range.start].trim_end();
    let start = before.trim_end_matches('.').rfind(". ").map_or(0, |stop| stop + 2);
    let found = mentions.within(at.passage, TextRange::new(start, range.start));
    let (first, entity) = found.first()?;
    let opens = text[start..first.start].split_whitespace().count() < 2;
    (opens && matches!(entity.kind, EntityKind::Programme | EntityKind::Organization))
        .then(|| entity.name.clone())
}

/// The title that a line in front of a labelled sum gives: `Project: Clean Wells`, `Facts about the wells`, else the
/// section's heading.
fn labelled_title(document: &Document, at: Location) -> Option<String> {
    const LABELS: &[&str] =
        &["Project", "Project title", "Project name", "Title", "Name", "Initiative", "Programme", "Program"];
    let passage = document.passage(at.passage);
    let from = at.passage.0.saturating_sub(4);
    let line = document.passages[from..at.passage.0].iter().rev().find_map(|line| {
        let about = ["Facts about ", "Key facts about ", "Facts on ", "Fact box: "];
        if let Some(title) = about.iter().find_map(|lead| line.text().strip_prefix(lead)) {
            // The next label may stand in the same passage: "Facts about the wells Period: 2011-14".
            let title = title
                .split_once(": ")
                .map_or(title, |(front, _)| front.rsplit_once(' ').map_or(front, |(title, _)| title));
            return Some(title.trim().trim_end_matches(':').to_owned());
        }
        let (label, title) = line.text().split_once(':')?;
        LABELS.iter().any(|known| known.eq_ignore_ascii_case(label.trim())).then(|| title.trim().to_owned())
    });
    line.filter(|title| !title.is_empty()).or_else(|| heading_of(document, passage.section))
}

/// The end of the words of one sum where another follows in its sentence: the conjunction between them.
fn before_next(text: &str, from: usize, next: usize) -> Option<usize> {
    let between = &text[from..next];
    let joint = [" and ", ", ", "; ", " plus ", " including ", " (", " such as ", " of which "]
        .iter()
        .filter_map(|joint| between.rfind(joint))
        .max();
    // Without one the second sum stands inside the words of the first.
    joint.map(|joint| from + joint)
}

/// Sums of one sentence that are joined by "and" share the purpose of the one that has it.
fn share_titles(document: &Document, lines: &mut [Line]) {
    for index in 1..lines.len() {
        let (front, back) = lines.split_at_mut(index);
        let (Some(one), Some(two)) = (front.last_mut(), back.first_mut()) else { continue };
        if one.at != two.at || one.form != Form::Sentence || two.form != Form::Sentence {
            continue;
        }
        let text = document.passage(one.at.passage).text();
        let (first, second) = (document.amounts[one.amount].at.range, document.amounts[two.amount].at.range);
        // A total and its part do not share.
        let between = text.get(first.end..second.start).unwrap_or_default();
        if ["of which", "includ", "compris", "made up of", "consist"].iter().any(|cue| between.contains(cue))
        {
            continue;
        }
        let purpose = |line: &Line| {
            let range = document.amounts[line.amount].at.range;
            let end = line.at.range.end;
            let words = Words { text, amount: range, end, parties: Vec::new() };
            purpose::behind(&words)
        };
        match (one.vague, two.vague) {
            (true, false) => one.title = purpose(one).or(two.title.clone()),
            (false, true) => two.title.clone_from(&one.title),
            _ => {}
        }
    }
}

/// The section's heading, where it names something: neither a label ("Funding") nor a question or lead-in.
fn heading_of(document: &Document, section: usize) -> Option<String> {
    const LABELS: &[&str] = &[
        "backgrounder",
        "background",
        "quick facts",
        "funding",
        "highlights",
        "overview",
        "summary",
        "introduction",
        "contacts",
        "quotes",
        "related links",
        "associated links",
        "news release",
        "press release",
        "fact sheet",
    ];
    let heading = document.sections.get(section)?.heading.as_ref()?;
    // The document's own title says what it is about, not what this money is for.
    if document.title == Some(heading.passage) {
        return None;
    }
    let text = document.passage(heading.passage).text().trim();
    let words = text.split_whitespace().count();
    // A dateline that was taken for a heading.
    if document.dates.binary_search_by_key(&heading.passage, |date| date.at.passage).is_ok() {
        return None;
    }
    let plain = !text.ends_with([':', '?']) && words <= 12 && !LABELS.contains(&text.to_lowercase().as_str());
    plain.then(|| text.to_owned())
}

/// The programme, project or fund that the sentence of a sum names, the nearest in front, else the first behind.
fn programme_in(mentions: &Mentions<'_>, at: Location, range: TextRange) -> Option<String> {
    let found = mentions.within(at.passage, range);
    let programme = |kind: EntityKind| kind == EntityKind::Programme;
    let front =
        found.iter().rev().find(|(mention, entity)| programme(entity.kind) && mention.end <= at.range.start);
    let behind =
        found.iter().find(|(mention, entity)| programme(entity.kind) && mention.start >= at.range.end);
    front.or(behind).map(|(_, entity)| entity.name.clone())
}

/// The programme that was named last in front of a sum.
fn programme_before(document: &Document, at: Location) -> Option<String> {
    let programmes = || document.entities.iter().filter(|entity| entity.kind == EntityKind::Programme);
    // One of several is meant only where it was just named.
    let only = programmes().count() == 1;
    let near = |place: Location| only || place.passage.0 + 1 >= at.passage.0;
    programmes()
        .flat_map(|entity| entity.mentions.iter().map(move |mention| (mention.at, entity)))
        .filter(|(mention, _)| (mention.passage, mention.range.start) < (at.passage, at.range.start))
        .filter(|(mention, _)| near(*mention))
        .max_by_key(|(mention, _)| (mention.passage, mention.range.start))
        .map(|(_, entity)| entity.name.clone())
}

/// The issuer, or the country of which there is most talk, gives what is announced without a giver.
fn default_donor(document: &Document) -> Option<EntityId> {
    document.issuer.clone()
}

#[cfg(test)]
mod tests;

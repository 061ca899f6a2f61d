//! The lines of a label file, one function a kind of label.

use super::line::{Line, choices, nullable};
use super::names::{self, Named};
use super::vocabulary::{GENRES, ITEMS, MODS, ROLES, SECTIONS, known};
use super::{
    Acronym, Amount, Contact, Date, Dateline, Finding, Funding, Heading, Item, Labels, Never, Parent,
    Quotation, Reference, Single, Span, Text,
};
use crate::score::FIELDS;

/// What the lines gave so far.
struct Reading<'a> {
    text: &'a Text,
    labels: Labels,
    singles: [Option<Single>; 4],
    dateline: bool,
    named: Vec<Named>,
    /// Line, amount's place and total of each funding label, resolved at the end.
    links: Vec<(usize, Span, Option<String>)>,
}

const SINGLES: [&str; 4] = ["genre", "title", "issued", "issuer"];

/// All labels, or the number of a line and what is wrong with it.
pub(crate) fn read(labels: &str, text: Text) -> Result<Labels, (usize, String)> {
    let copy = text.clone();
    let mut reading = Reading::new(&copy, text);
    for (number, line) in logical_lines(labels) {
        reading.line(number, &line).map_err(|message| (number, message))?;
    }
    reading.finish()
}

/// Lines with their number; a line that begins with white space continues the one above it.
fn logical_lines(labels: &str) -> Vec<(usize, String)> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (index, line) in labels.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match lines.last_mut() {
            Some((_, last)) if line.starts_with(char::is_whitespace) => {
                last.push(' ');
                last.push_str(line.trim());
            }
            _ => lines.push((index + 1, line.trim_end().to_owned())),
        }
    }
    lines
}

impl<'a> Reading<'a> {
    fn new(copy: &'a Text, text: Text) -> Self {
        let none = || Single { accepted: vec![None] };
        let labels = Labels {
            text,
            genre: none(),
            title: none(),
            issued: none(),
            issuer: none(),
            dateline: None,
            headings: Vec::new(),
            items: Vec::new(),
            dates: Vec::new(),
            amounts: Vec::new(),
            entities: Vec::new(),
            acronyms: Vec::new(),
            quotes: Vec::new(),
            funding: Vec::new(),
            contacts: Vec::new(),
            references: Vec::new(),
            diagnostics: Vec::new(),
            never: Vec::new(),
            neutral: Vec::new(),
        };
        Self {
            text: copy,
            labels,
            singles: [None, None, None, None],
            dateline: false,
            named: Vec::new(),
            links: Vec::new(),
        }
    }

    fn line(&mut self, number: usize, words: &str) -> Result<(), String> {
        let mut line = Line::new(words, self.text)?;
        let keyword = line.word("keyword")?;
        match keyword.as_str() {
            "genre" | "title" | "issued" | "issuer" => self.single(&keyword, &mut line)?,
            "dateline" => self.dateline(&mut line)?,
            "heading" => self.labels.headings.push(heading(&mut line)?),
            "item" => self.labels.items.push(item(&mut line)?),
            "date" => self.labels.dates.push(date(&mut line)?),
            "amount" => self.labels.amounts.push(amount(&mut line)?),
            "acronym" => self.labels.acronyms.push(acronym(&mut line)?),
            "quote" => self.labels.quotes.push(quotation(&mut line)?),
            "funding" => self.funding(number, &mut line)?,
            "contact" => self.labels.contacts.push(contact(&mut line)?),
            "reference" => {
                let at = line.place()?;
                self.labels.references.push(Reference { at, optional: line.optional()? });
            }
            "diagnostic" => {
                let codes = choices(&line.word("code")?);
                let at = line.place()?;
                self.labels.diagnostics.push(Finding { codes, at, optional: line.optional()? });
            }
            "never" => {
                let field = known(vec![line.word("field")?], &FIELDS)?.concat();
                let code = if field == "diagnostics" { Some(line.word("code")?) } else { None };
                self.labels.never.push(Never { field, code, at: line.place()? });
                line.optional()?;
            }
            "neutral" => {
                self.labels.neutral.push(line.place()?.span);
                line.optional()?;
            }
            kinds => self.named.push(names::read(choices(kinds), number, &mut line)?),
        }
        Ok(())
    }

    fn single(&mut self, keyword: &str, line: &mut Line<'_>) -> Result<(), String> {
        let mut accepted = Vec::new();
        loop {
            accepted.push(match keyword {
                _ if line.take("none") => None,
                "title" if accepted.is_empty() => Some(line.place()?.reading),
                "title" | "issuer" => line.name_or_none(keyword)?,
                "genre" => Some(known(vec![line.word(keyword)?], &GENRES)?.concat()),
                _ => Some(line.word(keyword)?),
            });
            if !line.take("or") {
                break;
            }
        }
        line.optional()?;
        let slot = SINGLES.iter().position(|name| *name == keyword).unwrap_or_default();
        match self.singles[slot].replace(Single { accepted }) {
            None => Ok(()),
            Some(_) => Err(format!("a second line of `{keyword}`")),
        }
    }

    fn dateline(&mut self, line: &mut Line<'_>) -> Result<(), String> {
        self.dateline = true;
        if !line.take("none") {
            let place = if line.take("place") { line.name_or_none("place")? } else { None };
            if !line.take("date") {
                return Err("`date` expected".to_owned());
            }
            let date = line.word("EDTF")?;
            if !line.take("at") {
                return Err("`at` expected".to_owned());
            }
            self.labels.dateline = Some(Dateline { place, date, at: line.place()? });
        }
        line.optional().map(drop)
    }

    fn funding(&mut self, number: usize, line: &mut Line<'_>) -> Result<(), String> {
        let mut titles = vec![line.quoted("title")?.reading];
        while line.take("or") {
            titles.push(line.quoted("title")?.reading);
        }
        if !line.take("amount") {
            return Err("`amount` expected".to_owned());
        }
        let span = line.place()?.span;
        let total = if line.take("part-of") { Some(line.quoted("title")?.reading) } else { None };
        self.links.push((number, span, total));
        let optional = line.optional()?;
        self.labels.funding.push(Funding { titles, amount: 0, part_of: None, optional });
        Ok(())
    }

    /// Resolves what lines say of one another.
    fn finish(mut self) -> Result<Labels, (usize, String)> {
        for (name, single) in SINGLES.iter().zip(&self.singles) {
            if single.is_none() {
                return Err((1, format!("no line of `{name}`")));
            }
        }
        if !self.dateline {
            return Err((1, "no line of `dateline`".to_owned()));
        }
        for (index, (number, span, total)) in self.links.iter().enumerate() {
            let amounts = &self.labels.amounts;
            let amount = amounts.iter().position(|amount| amount.at.span == *span);
            self.labels.funding[index].amount =
                amount.ok_or_else(|| (*number, "no amount is labelled at this place".to_owned()))?;
            if let Some(total) = total {
                let funding = &self.labels.funding;
                let found = funding.iter().position(|other| other.titles.contains(total));
                self.labels.funding[index].part_of =
                    Some(found.ok_or_else(|| (*number, format!("no funding is called \"{total}\"")))?);
            }
        }
        let forbidden: Vec<Span> =
            self.labels.never.iter().filter(|n| n.field == "mentions").map(|n| n.at.span).collect();
        self.labels.entities = names::mentions(self.named, self.text, &forbidden)?;
        let slots = [
            &mut self.labels.genre,
            &mut self.labels.title,
            &mut self.labels.issued,
            &mut self.labels.issuer,
        ];
        for (slot, single) in slots.into_iter().zip(self.singles) {
            if let Some(single) = single {
                *slot = single;
            }
        }
        Ok(self.labels)
    }
}

fn heading(line: &mut Line<'_>) -> Result<Heading, String> {
    let level = line.word("level")?;
    let level = level.parse().map_err(|_| format!("{level} is no level"))?;
    let kinds = known(choices(&line.word("kind")?), &SECTIONS)?;
    let at = line.place()?;
    Ok(Heading { level, kinds, at, optional: line.optional()? })
}

fn item(line: &mut Line<'_>) -> Result<Item, String> {
    let reference = Some(line.word("ref, or - for a bullet")?).filter(|word| word != "-");
    let kinds = known(choices(&line.word("kind")?), &ITEMS)?;
    let parent = match (line.value("parent").as_deref(), &reference) {
        (Some("none"), _) => Parent::None,
        (Some("any"), _) | (None, None) => Parent::Any,
        (Some(above), _) => Parent::Ref(above.to_owned()),
        (None, Some(path)) => {
            path.rsplit_once('.').map_or(Parent::None, |(above, _)| Parent::Ref(above.to_owned()))
        }
    };
    let at = line.place()?;
    let mut or = Vec::new();
    while line.take("or") {
        or.push(line.quoted("other reading")?.reading);
    }
    Ok(Item { reference, kinds, parent, at, or, optional: line.optional()? })
}

fn date(line: &mut Line<'_>) -> Result<Date, String> {
    let at = line.place()?;
    if !line.take("=") {
        return Err("`=` expected".to_owned());
    }
    let edtf = nullable(&line.word("EDTF")?);
    let mods = line.value("mod").map_or(vec![None], |value| nullable(&value));
    known(mods.iter().flatten().cloned().collect(), &MODS)?;
    let roles = known(line.value("role").map_or_else(Vec::new, |value| choices(&value)), &ROLES)?;
    Ok(Date { at, edtf, mods, roles, optional: line.optional()? })
}

fn amount(line: &mut Line<'_>) -> Result<Amount, String> {
    let at = line.place()?;
    if !line.take("=") {
        return Err("`=` expected".to_owned());
    }
    let word = line.word("value")?;
    let (value, value_max) = match word.split_once("..") {
        Some((low, high)) => (low.to_owned(), Some(high.to_owned())),
        None => (word, None),
    };
    for number in std::iter::once(&value).chain(&value_max) {
        if number.is_empty() || !number.chars().all(|c| c.is_ascii_digit() || c == '.') {
            return Err(format!("{number} is no decimal"));
        }
    }
    let unit = line.word("currency, `percent` or `count`")?;
    let (kind, currency) = match unit.as_str() {
        "percent" => ("percent", None),
        "count" => ("count", None),
        code if code.len() == 3 => ("money", Some(unit)),
        _ => return Err(format!("{unit} is no currency")),
    };
    Ok(Amount { at, kind, value, value_max, currency, optional: line.optional()? })
}

fn acronym(line: &mut Line<'_>) -> Result<Acronym, String> {
    let short = line.word("acronym")?;
    if !line.take("=") {
        return Err("`=` expected".to_owned());
    }
    let mut long = vec![line.quoted("long form")?.reading];
    while line.take("or") {
        long.push(line.quoted("long form")?.reading);
    }
    Ok(Acronym { short, long, optional: line.optional()? })
}

/// The words stand between marks, which belong to the span.
fn quotation(line: &mut Line<'_>) -> Result<Quotation, String> {
    let mut at = line.place()?;
    at.span = Span { start: at.span.start.saturating_sub(1), end: at.span.end + 1 };
    let mut speakers = vec![None];
    if line.take("speaker") {
        speakers = vec![line.name_or_none("speaker")?];
        while line.take("or") {
            speakers.push(line.name_or_none("speaker")?);
        }
    }
    Ok(Quotation { at, speakers, optional: line.optional()? })
}

fn contact(line: &mut Line<'_>) -> Result<Contact, String> {
    const KEYS: [&str; 6] = ["name", "organization", "email", "phone", "url", "handles"];
    let mut fields = Vec::new();
    while let Some(key) = line.key() {
        if !KEYS.contains(&key.as_str()) {
            return Err(format!("`{key}` is no field of a contact"));
        }
        let mut values = vec![Some(line.quoted(&key)?.reading)];
        while line.take("or") {
            values.push(line.name_or_none(&key)?);
        }
        fields.push((key, values));
    }
    if !line.take("at") {
        return Err("`at` expected".to_owned());
    }
    let at = line.place()?;
    Ok(Contact { at, fields, optional: line.optional()? })
}

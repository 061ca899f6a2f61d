//! Lines to units: what stands together as one paragraph, bullet, numbered line or table row.
//!
//! Hard-wrapped lines are rejoined, a sentence that a page break cut is made whole, page numbers and rules are
//! set apart. A unit is known by its form alone; what it means is for the outline to say.

use rapporteur_model::{Marker, Span};

use crate::{
    columns::stacked,
    contents::contents,
    facts::Facts,
    footnote::{Foot, footnotes},
    grammar::{marker, marker::Number, shape},
    join::{continues, goes_on},
    layout::{Layout, is_table_row},
    lines::Line,
    repair::Fragment,
    running::running,
};

/// What a unit is by its form.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Form {
    /// A paragraph, a heading, or any other line of words.
    Text,
    /// Words behind a bullet.
    Bullet(Marker),
    /// Words behind a number or letter.
    Numbered(Marker, Number),
    /// A table row: its cells, empty ones included.
    Row(Vec<Span>),
    /// A line of a table of contents.
    Contents,
    /// A rule of a table or page.
    Rule,
    /// A page number, a running head or foot, the rule over its notes.
    Page,
    /// A footnote, behind its sign.
    Note(Marker),
}

/// What stands together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unit {
    /// What it is by its form.
    pub form: Form,
    /// The words, without the marker; empty for rows, rules and pages.
    pub fragments: Vec<Fragment>,
    /// All of it, marker included.
    pub span: Span,
    /// Columns that it is set in.
    pub indent: usize,
    /// Does a blank line (or the start of the text) stand before it?
    pub apart: bool,
    /// Does it begin a paragraph in a text that parts paragraphs by the fill of their lines alone?
    pub loose: bool,
    /// Does it stand right over running text and head nothing, in a paper whose headings stand by themselves?
    pub run_in: bool,
    /// Places where a page break was joined.
    pub joined: Vec<Span>,
    /// What was asked of its words so far.
    pub facts: Facts,
}

impl Unit {
    /// Words of which nothing more is known.
    fn of(fragments: Vec<Fragment>, span: Span) -> Self {
        let (indent, apart, loose, run_in) = (0, false, false, false);
        let (joined, facts) = (Vec::new(), Facts::default());
        Self { form: Form::Text, fragments, span, indent, apart, loose, run_in, joined, facts }
    }

    /// Is it a line or paragraph of words without a marker?
    pub fn is_text(&self) -> bool {
        self.form == Form::Text
    }

    /// Does it belong to a page, not to the text that runs over it: a number, a head, a foot, a note?
    pub fn is_foot(&self) -> bool {
        matches!(self.form, Form::Page | Form::Note(_))
    }

    /// The words of its first line.
    pub fn first_line<'t>(&self, text: &'t str) -> &'t str {
        self.fragments.first().map_or("", |first| &text[first.span.start..first.span.end])
    }

    /// Where the words begin in the source, marker excluded.
    pub fn words_start(&self) -> usize {
        self.fragments.first().map_or(self.span.start, |first| first.span.start)
    }

    /// The words as they stand in the source, marker excluded (white space not folded).
    pub fn words<'t>(&self, text: &'t str) -> &'t str {
        match (self.fragments.first(), self.fragments.last()) {
            (Some(first), Some(last)) => &text[first.span.start..last.span.end],
            _ => &text[self.span.start..self.span.end],
        }
    }
}

/// The units of a text.
pub fn units(text: &str, lines: &[Line], layout: Layout) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    let heads = running(text, lines);
    let notes = footnotes(text, lines, &heads);
    let mut lists = contents(text, lines).into_iter().peekable();
    let mut stacks = stacked(text, lines).into_iter().peekable();
    let mut behind = 0;
    let (mut cut_line, mut cut_unit): (Option<usize>, usize) = (None, 0);
    for (index, line) in lines.iter().enumerate() {
        if index < behind {
            continue;
        }
        if let Some((_, length)) = stacks.next_if(|stack| stack.0 == index) {
            behind = index + length;
            units.push(stack(&lines[index..behind], index == 0));
            continue;
        }
        if let Some(foot) = notes.get(&index) {
            note(text, &mut units, line, *foot);
            continue;
        }
        while lists.next_if(|list| list.end <= index).is_some() {}
        let listed = lists.peek().is_some_and(|list| list.contains(&index));
        let words = &text[line.span.start..line.span.end];
        let apart = index == 0 || line.blank_before > 0;
        let words_follow = lines.get(index + 1).is_some_and(|next| begins_with_words(text, next));
        let mut form = match () {
            () if heads.contains(&index) => Form::Page,
            () if listed => Form::Contents,
            () => form(text, line, layout, words_follow),
        };
        if let Form::Numbered(_, number) = &form
            && (number.needs_run() && !goes_on_run(&units, number)
                || !apart && index > 0 && is_cited(text, number, &lines[index - 1], line, layout)
                || !apart
                    && is_initial(number)
                    && layout.width.is_some()
                    && ends_in_name(text, &lines[index - 1]))
        {
            form = Form::Text;
        }
        // Below a line that went on over a page, the paragraph is the one that the page cut.
        let home =
            if cut_line == Some(index.wrapping_sub(1)) { cut_unit } else { units.len().wrapping_sub(1) };
        if let Some(last) = units.get_mut(home)
            && form == Form::Text
            && !apart
            && continues(text, last, &lines[index - 1], line, layout)
        {
            last.fragments.push(Fragment::line(line.span));
            last.span.end = line.span.end;
            if home + 1 < units.len() {
                cut_line = Some(index);
            }
            continue;
        }
        // A number or bullet that stands alone takes the line below it as its words.
        if form == Form::Text
            && let Some(last) = units.last_mut()
            && matches!(last.form, Form::Numbered(..) | Form::Bullet(_))
            && last.fragments.is_empty()
        {
            last.fragments.push(Fragment::line(line.span));
            last.span.end = line.span.end;
            continue;
        }
        if form == Form::Text && goes_on(text, &units, words, layout) {
            let pages = units.iter().rev().take_while(|unit| unit.is_foot()).count();
            let at = units.len() - 1 - pages;
            (cut_line, cut_unit) = (Some(index), at);
            let cut = &mut units[at];
            cut.joined.push(Span::new(cut.span.end, line.span.start));
            cut.fragments.push(Fragment::cut(line.span));
            // A page number in between keeps its own unit; the enclosing span runs over it.
            cut.span.end = line.span.end;
            continue;
        }
        let lead = match &form {
            Form::Bullet(marker) | Form::Numbered(marker, _) => marker.span.end,
            _ => line.span.start,
        };
        let body = crate::lines::trimmed(text, Span::new(lead, line.span.end));
        let fragments = match form {
            Form::Text | Form::Contents | Form::Bullet(_) | Form::Numbered(..) if !body.is_empty() => {
                vec![Fragment::line(body)]
            }
            _ => Vec::new(),
        };
        let (indent, loose) = (line.indent, layout.dense);
        units.push(Unit { form, indent, apart, loose, ..Unit::of(fragments, line.span) });
    }
    units
}

/// A line at the foot of a page.
fn note(text: &str, units: &mut Vec<Unit>, line: &Line, foot: Foot) {
    if foot == Foot::More
        && let Some(last) = units.last_mut()
    {
        last.fragments.push(Fragment::line(line.span));
        last.span.end = line.span.end;
        return;
    }
    let length = if let Foot::Note(length) = foot { length } else { 0 };
    let sign = Span::new(line.span.start, line.span.start + length);
    let body = crate::lines::trimmed(text, Span::new(sign.end, line.span.end));
    let (form, fragments) = match foot {
        Foot::Rule => (Form::Page, Vec::new()),
        _ => (
            Form::Note(Marker { text: text[sign.start..sign.end].to_owned(), span: sign }),
            vec![Fragment::line(body)],
        ),
    };
    units.push(Unit { form, indent: line.indent, apart: true, ..Unit::of(fragments, line.span) });
}

/// A table row whose cells are lines.
fn stack(lines: &[Line], first: bool) -> Unit {
    let cells: Vec<Span> = lines.iter().map(|line| line.span).collect();
    let span = cells.iter().copied().reduce(Span::join).unwrap_or(Span::new(0, 0));
    let (indent, apart) =
        lines.first().map_or((0, true), |line| (line.indent, first || line.blank_before > 0));
    Unit { form: Form::Row(cells), indent, apart, ..Unit::of(Vec::new(), span) }
}

fn form(text: &str, line: &Line, layout: Layout, followed_by_words: bool) -> Form {
    let words = &text[line.span.start..line.span.end];
    let marker = |length: usize| Marker {
        text: words[..length].to_owned(),
        span: Span::new(line.span.start, line.span.start + length),
    };
    if shape::is_rule(words) && !shape::is_end_mark(words) || shape::is_void(words) {
        return Form::Rule;
    }
    if shape::is_contents_line(words) {
        return Form::Contents;
    }
    if line.columns {
        return Form::Row(line.cells.clone());
    }
    if followed_by_words && marker::is_lone_bullet(words) {
        return Form::Bullet(marker(words.len()));
    }
    if let Some(number) = marker::number(words)
        && number.length == words.len()
        && number.dress != marker::Dress::Bare
        && !number.needs_run()
        && !line.is_row()
        && followed_by_words
    {
        return Form::Numbered(marker(number.length), number);
    }
    if shape::is_page_number(words) && marker::bullet(words).is_none() && !shape::is_end_mark(words) {
        return Form::Page;
    }
    // "•⇥Open the port": word processors set their lists so.
    let set_off = match line.cells[usize::from(line.cells[0].is_empty())..] {
        [sign, _] => marker::is_lone_bullet(&text[sign.start..sign.end]),
        _ => false,
    };
    if line.is_row() && !set_off && (layout.tables || is_table_row(text, line)) {
        return Form::Row(line.cells.clone());
    }
    if let Some(length) = marker::bullet(words) {
        // "• a. Ports": the letter counts, the bullet is how its line is set.
        let behind = length + (words.len() - length - words[length..].trim_start().len());
        return match marker::number(&words[behind..]) {
            Some(number) if is_small_letter(&number) && behind + number.length < words.len() => {
                Form::Numbered(marker(behind + number.length), number)
            }
            _ => Form::Bullet(marker(length)),
        };
    }
    match marker::number(words) {
        // A bare figure may begin a sentence; in a table document it is a row's number.
        Some(number) if number.dress != marker::Dress::Bare && number.length < words.len() => {
            Form::Numbered(marker(number.length), number)
        }
        _ => Form::Text,
    }
}

/// Does a line begin with a word, not with a number or bullet?
fn begins_with_words(text: &str, line: &Line) -> bool {
    let words = &text[line.span.start..line.span.end];
    !line.is_row()
        && words.starts_with(|c: char| c.is_alphabetic() || matches!(c, '“' | '"' | '\''))
        && marker::number(words).is_none()
        && marker::bullet(words).is_none()
        && words.len() > 12
}

/// Is it a small letter or roman numeral with a stop or bracket?
fn is_small_letter(number: &Number) -> bool {
    number.label.starts_with(|c: char| c.is_ascii_lowercase())
}

/// Is it one capital with a stop, as of a name?
fn is_initial(number: &Number) -> bool {
    number.dress == marker::Dress::Stop
        && number.label.len() == 1
        && number.path().is_empty()
        && number.label.starts_with(|c: char| c.is_ascii_uppercase())
}

/// Does a wrapped line begin with a number that its sentence names: "under rule⏎2.10 of the code"?
fn is_cited(text: &str, number: &Number, previous: &Line, line: &Line, layout: Layout) -> bool {
    let before = &text[previous.span.start..previous.span.end];
    let words = &text[line.span.start..line.span.end];
    let Some(after) = words.strip_prefix(number.label.as_str()) else { return false };
    layout.width.is_some()
        && number.dress == marker::Dress::Stop
        && number.path().len() > 1
        && before.ends_with(char::is_alphanumeric)
        && after.starts_with(' ')
        && after.trim_start().starts_with(char::is_lowercase)
}

/// Does a line end with a capitalised word, so that an initial may go on the name?
fn ends_in_name(text: &str, line: &Line) -> bool {
    let words = &text[line.span.start..line.span.end];
    words.rsplit(char::is_whitespace).next().is_some_and(|last| {
        last.starts_with(char::is_uppercase) && last.ends_with(|c: char| c.is_lowercase()) && words.len() > 30
    })
}

/// Does a large number follow the last one, so that it is no year?
fn goes_on_run(units: &[Unit], number: &Number) -> bool {
    let last = units.iter().rev().find_map(|unit| match &unit.form {
        Form::Numbered(_, number) => Some(number),
        _ => None,
    });
    last.is_some_and(|last| number.goes_on(last))
}

#[cfg(test)]
mod tests;

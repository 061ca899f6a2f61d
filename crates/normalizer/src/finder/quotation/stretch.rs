//! Quoted stretches: pairs of marks, over paragraphs where the marks are opened again.
//!
//! ```text
//! stretch    = open text close
//!            / open text (end of paragraph) *( open text (end of paragraph) ) open text close
//!            / open text (end of paragraph) *( text (end of paragraph) ) text close
//! ```
//! Only the outermost marks count: a term or title that a speaker's own words quote stays inside his quotation.
//!
//! Invariant: stretches are in reading order and never overlap.

use rapporteur_model::{Document, Location, Passage, PassageId, TextRange};

use super::mark::{Family, Mark, Side, marks};

/// A quoted stretch.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stretch {
    /// Where it stands, marks included; one a paragraph.
    pub at: Vec<Location>,
    /// The words, without the marks.
    pub words: Vec<Location>,
    /// Is there a closing mark?
    pub closed: bool,
}

/// How many paragraphs without a mark a quotation may run through.
const PARAGRAPHS: usize = 6;

/// All quoted stretches of a document.
pub fn stretches(document: &Document) -> Vec<Stretch> {
    let all: Vec<Vec<Mark>> = document.passages.iter().map(|passage| marks(passage.text())).collect();
    let mut found = Vec::new();
    let mut carried: Option<(Stretch, Family)> = None;
    for (index, passage) in document.passages.iter().enumerate() {
        let id = PassageId(index);
        let mut list = all[index].as_slice();
        if let Some((mut stretch, family)) = carried.take() {
            let reopened = list.first().filter(|mark| mark.start == 0 && mark.side != Side::Close);
            let from = reopened.map_or(0, |mark| mark.end);
            if reopened.is_some() {
                list = &list[1..];
            }
            match closing(list, family) {
                Some(close) => {
                    extend(&mut stretch, id, (0, from), (list[close].start, list[close].end));
                    stretch.closed = true;
                    found.push(stretch);
                    list = &list[close + 1..];
                }
                None if goes_on(document, &all, index, family) => {
                    let end = passage.text().len();
                    extend(&mut stretch, id, (0, from), (end, end));
                    carried = Some((stretch, family));
                    continue;
                }
                None if reopened.is_some() => {
                    let end = passage.text().len();
                    extend(&mut stretch, id, (0, from), (end, end));
                    found.push(stretch);
                    continue;
                }
                None => found.push(stretch),
            }
        }
        let (pairs, unclosed) = pair(list);
        for (open, close) in pairs {
            let mut stretch = Stretch { at: Vec::new(), words: Vec::new(), closed: true };
            extend(&mut stretch, id, (open.start, open.end), (close.start, close.end));
            found.push(stretch);
        }
        for (open, next) in unclosed {
            let end = next.unwrap_or(passage.text().len());
            let mut stretch = Stretch { at: Vec::new(), words: Vec::new(), closed: false };
            extend(&mut stretch, id, (open.start, open.end), (end, end));
            if next.is_none() && goes_on(document, &all, index, open.family) {
                carried = Some((stretch, open.family));
            } else {
                found.push(stretch);
            }
        }
    }
    found.extend(carried.map(|(stretch, _)| stretch));
    found.sort_by_key(|stretch| stretch.at.first().copied());
    found
}

fn extend(stretch: &mut Stretch, passage: PassageId, open: (usize, usize), close: (usize, usize)) {
    stretch.at.push(Location { passage, range: TextRange::new(open.0, close.1) });
    stretch.words.push(Location { passage, range: TextRange::new(open.1, close.0) });
}

/// Index of the mark that closes a quotation which was open at the start of the list.
fn closing(list: &[Mark], family: Family) -> Option<usize> {
    let mut depth = 0;
    for (index, mark) in list.iter().enumerate().filter(|(_, mark)| mark.family == family) {
        match mark.side {
            Side::Open => depth += 1,
            Side::Close | Side::Either if depth == 0 => return Some(index),
            Side::Close | Side::Either => depth -= 1,
        }
    }
    None
}

/// Does a quotation that is open at a passage's end go on in the next? It does where that one opens the marks again at
/// its start, and where a closing mark comes first in one that follows.
fn goes_on(document: &Document, all: &[Vec<Mark>], index: usize, family: Family) -> bool {
    let here = &document.passages[index];
    let alike = |passage: &Passage| passage.role == here.role && passage.section == here.section;
    for (ahead, list) in all.iter().enumerate().skip(index + 1).take(PARAGRAPHS) {
        if !document.passages.get(ahead).is_some_and(alike) {
            return false;
        }
        match list.iter().find(|mark| mark.family == family) {
            None => {}
            Some(mark) if mark.side == Side::Close => return true,
            Some(mark) => return mark.start == 0 && ahead == index + 1,
        }
    }
    false
}

/// An opening and a closing mark.
type Pair = (Mark, Mark);

/// The outermost pairs of a passage, and the opening marks without a partner, each with the place of the next one.
fn pair(list: &[Mark]) -> (Vec<Pair>, Vec<(Mark, Option<usize>)>) {
    let mut pairs = Vec::new();
    let mut unclosed = Vec::new();
    let mut index = 0;
    while index < list.len() {
        let open = list[index];
        if open.side == Side::Close {
            index += 1;
            continue;
        }
        if let Some(close) = partner(list, index) {
            pairs.push((open, list[close]));
            index = close + 1;
            continue;
        }
        if open.family != Family::Single {
            let next = list[index + 1..].iter().find(|mark| mark.family == open.family);
            unclosed.push((open, next.map(|mark| mark.start)));
        }
        index += 1;
    }
    (pairs, unclosed)
}

/// Index of the mark that closes the one at `index`.
fn partner(list: &[Mark], index: usize) -> Option<usize> {
    let family = list[index].family;
    let mut depth = 0;
    let mut best = None;
    // Families other than the mark's own that were opened since: their closing marks are no sign of a lost one.
    let mut opened: Vec<Family> = Vec::new();
    for ahead in index + 1..list.len() {
        let mark = list[ahead];
        if mark.family != family {
            // A single mark whose partner lies beyond an odd number of double marks is no pair.
            if family == Family::Single && mark.side == Side::Close && !opened.contains(&mark.family) {
                return best;
            }
            if mark.side != Side::Close && !opened.contains(&mark.family) {
                opened.push(mark.family);
            }
            continue;
        }
        match mark.side {
            Side::Open if nests(list, ahead) => depth += 1,
            Side::Open => return best,
            Side::Close | Side::Either if depth > 0 => depth -= 1,
            Side::Close | Side::Either => {
                best = Some(ahead);
                if family != Family::Single || !may_be_possessive(list, ahead) {
                    return best;
                }
            }
        }
    }
    best
}

/// Is the opening mark inside another quotation: do two closing marks follow it before the next opening one?
fn nests(list: &[Mark], index: usize) -> bool {
    let family = list[index].family;
    let same = list[index + 1..].iter().filter(|mark| mark.family == family);
    same.take_while(|mark| mark.side != Side::Open).nth(1).is_some()
}

/// A closing single mark may be a plural's possessive where another closing one follows before any opens.
fn may_be_possessive(list: &[Mark], index: usize) -> bool {
    let next = list[index + 1..].iter().find(|mark| mark.family == Family::Single);
    list[index].possessive && next.is_some_and(|mark| mark.side == Side::Close)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    fn shown(text: &str) -> Vec<String> {
        let document = sample::document(text);
        let words = |stretch: &Stretch| {
            let parts: Vec<_> = stretch.words.iter().map(|at| document.text(*at)).collect();
            parts.join(" / ") + if stretch.closed { "" } else { " …" }
        };
        stretches(&document).iter().map(words).collect()
    }

    #[test]
    fn outermost_pairs_are_found() {
        assert_eq!(shown("“One,” he said. “Two.”"), ["One,", "Two."]);
        assert_eq!(shown("“He said ‘no’ to us,” said Ode."), ["He said ‘no’ to us,"]);
        assert_eq!(shown("“He said “no” to us”, said Ode."), ["He said “no” to us"]);
        assert_eq!(shown("the 'ministers' plan' of the ministers' team"), ["ministers' plan"]);
        assert_eq!(shown("the ministers' team and the judges' hall"), Vec::<String>::new());
        assert_eq!(shown("\"One,\" he said. \"Two.\""), ["One,", "Two."]);
    }

    #[test]
    fn a_quotation_goes_on_where_marks_are_opened_again() {
        assert_eq!(shown("“We start here.\n\n“We end here,” said Ode."), ["We start here. / We end here,"]);
        assert_eq!(
            shown("``We start here.\n\nWe go on.\n\nWe end here.''"),
            ["We start here. / We go on. / We end here."]
        );
    }

    #[test]
    fn a_lost_closing_mark_does_not_swallow_the_next_quotation() {
        assert_eq!(
            shown("“We start here, said Ode.\n\nThen she said “done” to us."),
            ["We start here, said Ode. …", "done"]
        );
        assert_eq!(shown("“We start, said Ode. “We end,” she said."), ["We start, said Ode.  …", "We end,"]);
    }
}

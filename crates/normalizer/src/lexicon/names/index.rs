//! An index of forms by their first word: one look at the words of a text finds all forms that stand in it.
//!
//! A form stands at the edges of words, so a text's word is either the whole first word of a form or begins none. Each
//! word is looked up once, and only forms that share it are compared. Letters A to Z are alike in either case.
//!
//! Built anew at each start, which must be quick; an automaton of all forms took longer to build than most papers take
//! to read.

use crate::lexicon::slots::Slots;

/// Bytes of the longest word that is looked up: forms whose first word is longer are never found.
const LONGEST: usize = 64;

/// Forms by their first word.
pub struct Index {
    /// Where a first word, in lower case, stands among the first words.
    slots: Slots,
    /// The first words.
    firsts: Vec<Box<[u8]>>,
    /// For each first word the last of its forms.
    last: Vec<u32>,
    /// For each form that which came before it with the same first word.
    before: Vec<u32>,
}

/// Stands for no form.
const NONE: u32 = u32::MAX;

impl Index {
    /// The index of forms, which it calls by their place in the list.
    pub fn new<'a>(forms: impl ExactSizeIterator<Item = &'a str>) -> Self {
        let count = forms.len();
        let (slots, firsts) = (Slots::for_words(count), Vec::with_capacity(count));
        let mut index =
            Self { slots, firsts, last: Vec::with_capacity(count), before: Vec::with_capacity(count) };
        let mut first = Vec::new();
        for (form, text) in (0..).zip(forms) {
            first.clear();
            first.extend_from_slice(&text.as_bytes()[..word_end(text, 0)]);
            first.make_ascii_lowercase();
            if let Some(place) = index.place(&first) {
                index.before.push(std::mem::replace(&mut index.last[place], form));
            } else {
                index.slots.insert(&first, index.firsts.len());
                index.firsts.push(first.as_slice().into());
                index.last.push(form);
                index.before.push(NONE);
            }
        }
        index
    }

    fn place(&self, first: &[u8]) -> Option<usize> {
        self.slots.find(first, |place| *self.firsts[place] == *first)
    }

    /// Calls `found` with the start of each word and the forms that begin with it, which may yet go on otherwise.
    pub fn look_up(&self, text: &str, mut found: impl FnMut(usize, Forms<'_>)) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(byte) = bytes.get(at) {
            let end = word_end(text, at);
            if end == at {
                at += if byte.is_ascii() { 1 } else { text[at..].chars().next().map_or(1, char::len_utf8) };
                continue;
            }
            let mut lower = [0; LONGEST];
            if let Some(lower) = lower.get_mut(..end - at) {
                lower.copy_from_slice(&bytes[at..end]);
                lower.make_ascii_lowercase();
                if let Some(place) = self.place(lower) {
                    found(at, Forms { index: self, next: self.last[place] });
                }
            }
            at = end;
        }
    }
}

/// The forms that begin with a word, the last first.
pub struct Forms<'i> {
    index: &'i Index,
    next: u32,
}

impl Iterator for Forms<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let form = self.next as usize;
        self.next = *self.index.before.get(form)?;
        Some(form)
    }
}

/// End of the letters and digits from a byte on.
fn word_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = start;
    while let Some(byte) = bytes.get(end) {
        if byte.is_ascii_alphanumeric() {
            end += 1;
        } else if byte.is_ascii() {
            break;
        } else {
            match text[end..].chars().next().filter(|c| c.is_alphanumeric()) {
                Some(letter) => end += letter.len_utf8(),
                None => break,
            }
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_looked_up_whole_and_in_either_case() {
        let index = Index::new(["Oslo", "Oslo Fens", "Été d'Or"].into_iter());
        let mut seen = Vec::new();
        index.look_up("OSLO-based, Oslos, in été", |at, forms| seen.push((at, forms.collect::<Vec<_>>())));
        assert_eq!(seen, [(0, vec![1, 0])]);
        index.look_up("(Été)", |at, forms| seen.push((at, forms.collect::<Vec<_>>())));
        assert_eq!(seen.last(), Some(&(1, vec![2])));
    }
}

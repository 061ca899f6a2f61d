//! An index of forms by their first word: one look at the words of a text finds all forms that stand in it.
//!
//! A form stands at the edges of words, so a text's word is either the whole first word of a form or begins none. Each
//! word is looked up once, and only forms that share it are compared. Letters A to Z are alike in either case.
//!
//! Built anew at each start, which must be quick; an automaton of all forms took longer to build than most papers take
//! to read.

use std::collections::HashMap;

use foldhash::fast::FixedState;

/// Bytes of the longest word that is looked up: forms whose first word is longer are never found.
const LONGEST: usize = 64;

/// Forms by their first word.
pub struct Index(HashMap<Box<[u8]>, Vec<u32>, FixedState>);

impl Index {
    /// The index of forms, which it calls by their place in the list.
    pub fn new<'a>(forms: impl Iterator<Item = &'a str>) -> Self {
        let mut index: HashMap<Box<[u8]>, Vec<u32>, FixedState> = HashMap::default();
        for (place, form) in (0..).zip(forms) {
            let mut first = form.as_bytes()[..word_end(form, 0)].to_vec();
            first.make_ascii_lowercase();
            index.entry(first.into_boxed_slice()).or_default().push(place);
        }
        Self(index)
    }

    /// Calls `found` with the start of each word and the forms that begin with it, which may yet go on otherwise.
    pub fn look_up(&self, text: &str, mut found: impl FnMut(usize, &[u32])) {
        let mut at = 0;
        while at < text.len() {
            let end = word_end(text, at);
            if end == at {
                at += text[at..].chars().next().map_or(1, char::len_utf8);
                continue;
            }
            let mut lower = [0; LONGEST];
            if let Some(lower) = lower.get_mut(..end - at) {
                lower.copy_from_slice(&text.as_bytes()[at..end]);
                lower.make_ascii_lowercase();
                if let Some(forms) = self.0.get(&*lower) {
                    found(at, forms);
                }
            }
            at = end;
        }
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
        index.look_up("OSLO-based, Oslos, in été", |at, forms| seen.push((at, forms.to_vec())));
        assert_eq!(seen, [(0, vec![0, 1])]);
        index.look_up("(Été)", |at, forms| seen.push((at, forms.to_vec())));
        assert_eq!(seen.last(), Some(&(1, vec![2])));
    }
}

//! Levels of headings that print none: what stands right over another heading holds it and its like.
//!
//! ```text
//! 2 TRADE                 capitals over title case, or
//! 2 Our relations         a heading over a heading:
//! 3   Partnership           this one, and those that follow with text of their own,
//! 3   Assistance            until
//! 2 Our office            a heading stands over a heading again
//! ```

/// What is known of a heading's form and place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Form {
    /// Level by its kind and part of the paper.
    pub base: u8,
    /// Is it set in capitals, in a paper where other headings are not?
    pub shouted: Option<bool>,
    /// Level of the heading right over it; 0 where text stands between.
    pub over: u8,
    /// Does another heading stand right under it?
    pub holds: bool,
    /// Does its name say that it is a part of its own (`Quick facts`, `Contacts`)?
    pub named: bool,
}

/// The heading whose parts are being read.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Ranks {
    /// Level of the parts; 0 where headings stand side by side.
    part: u8,
}

impl Ranks {
    /// The level of the next heading.
    pub fn level(&mut self, form: Form) -> u8 {
        if form.base != 2 {
            self.part = 0;
            return form.base;
        }
        let above = if form.shouted == Some(false) { 3 } else { 2 };
        let level = match () {
            () if form.holds && !form.named => above,
            () if form.over >= above => form.over + 1,
            () if self.part > above => self.part,
            () => above,
        };
        // Capitals begin anew; so does a heading that holds others.
        if form.holds && !form.named || form.shouted == Some(true) {
            self.part = 0;
        } else if form.over > 0 && level > form.over {
            self.part = level;
        }
        level.min(6)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_keep_their_level_until_a_heading_holds_others_again() {
        let mut ranks = Ranks::default();
        let plain = Form { base: 2, shouted: None, over: 0, holds: false, named: false };
        let holds = Form { holds: true, ..plain };
        let levels: Vec<u8> = [
            plain,
            holds,
            Form { over: 2, ..plain },
            plain,
            plain,
            holds,
            Form { over: 2, ..plain },
            Form { base: 1, ..plain },
            plain,
        ]
        .map(|form| ranks.level(form))
        .to_vec();
        assert_eq!(levels, [2, 2, 3, 3, 3, 2, 3, 1, 2]);
    }

    #[test]
    fn capitals_stand_over_title_case() {
        let mut ranks = Ranks::default();
        let form = |shouted| Form { base: 2, shouted: Some(shouted), over: 0, holds: false, named: false };
        assert_eq!([true, false, false, true].map(|shouted| ranks.level(form(shouted))), [2, 3, 3, 2]);
    }
}

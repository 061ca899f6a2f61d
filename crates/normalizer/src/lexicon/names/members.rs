//! Who belongs to a group of countries, or to a body of states, and since when: `EU` has ten members in 1984, `G8`
//! eight.
//!
//! Invariant: a member without dates is one always. Not here: groups whose members the text itself lists.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use rapporteur_model::EntityId;

use crate::lexicon::table::rows;

/// A country's time in a group.
struct Member {
    /// ISO 3166-1 alpha-2.
    iso: &'static str,
    /// The first day, month or year; empty where not known.
    from: &'static str,
    /// The last; empty where there is none.
    to: &'static str,
}

impl Member {
    /// Does it belong to the group on a date, or today? What is less exact than the other counts as within it.
    fn on(&self, date: Option<&str>) -> bool {
        let Some(date) = date else { return self.to.is_empty() };
        let upto = |a: &str, b: &str| {
            let length = a.len().min(b.len());
            a.as_bytes()[..length] <= b.as_bytes()[..length]
        };
        (self.from.is_empty() || upto(self.from, date)) && (self.to.is_empty() || upto(date, self.to))
    }
}

/// How the keys of groups end that are the members of a body: `asean-members` of `asean`.
const BODIES: [&str; 5] = ["members", "allies", "economies", "states", "parties"];

/// The members of all groups that the lexicon knows.
pub struct Members(HashMap<&'static str, Vec<Member>, FixedState>);

impl Members {
    /// The rows that are built into the program.
    pub fn embedded() -> Self {
        let mut members: HashMap<&str, Vec<Member>, FixedState> = HashMap::default();
        for [key, iso, from, to] in rows(include_str!("../../../../../data/group_members.csv")) {
            members.entry(key).or_default().push(Member { iso, from, to });
        }
        Self(members)
    }

    /// The members of a group or a body of states on a date (`2004-05-01`, `2004-05`, `2004`), or today where none is
    /// given: ISO 3166-1 alpha-2, in order.
    pub fn of(&self, key: &EntityId, date: Option<&str>) -> Vec<String> {
        let Some((kind, key)) = key.0.split_once(':') else { return Vec::new() };
        let of_body = |ending: &&str| self.0.get(format!("{key}-{ending}").as_str());
        let members = match kind {
            "group" => self.0.get(key),
            // The states of the whole world tell nothing.
            "org" if key != "un" => BODIES.iter().find_map(of_body),
            _ => None,
        };
        let members = members.map_or(&[][..], Vec::as_slice);
        members.iter().filter(|member| member.on(date)).map(|member| member.iso.to_owned()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(key: &str, date: Option<&str>) -> String {
        Members::embedded().of(&EntityId(key.to_owned()), date).join(" ")
    }

    #[test]
    fn members_are_those_of_the_day() {
        assert_eq!(members("org:eu", Some("1972")), "BE DE FR IT LU NL");
        assert_eq!(members("org:eu", Some("1984-06-01")), "BE DE DK FR GB GR IE IT LU NL");
        assert_eq!(members("org:eu", Some("2020-01-31")).split(' ').count(), 28);
        assert!(!members("org:eu", Some("2020-02-01")).contains("GB"));
        assert_eq!(members("org:asean", Some("1990-03")), "BN ID MY PH SG TH");
        assert_eq!(members("org:asean", Some("1997-07-22")).split(' ').count(), 7);
        assert_eq!(members("org:asean", Some("1997")).split(' ').count(), 9);
        assert_eq!(members("org:nato", Some("2024-01")).split(' ').count(), 32);
        assert_eq!(members("org:mercosur", Some("2014-05-05")), "AR BR PY UY VE");
        assert_eq!(members("group:brics", Some("2012")), "BR CN IN RU ZA");
        assert_eq!(members("group:g7", Some("1975")), "DE FR GB IT JP US");
        assert_eq!(members("group:g7", None), "CA DE FR GB IT JP US");
        assert_eq!(members("group:eurozone", Some("2000")).split(' ').count(), 11);
    }

    #[test]
    fn what_has_no_rows_has_no_members() {
        for key in ["org:un", "org:asean-secretariat", "person:ode", "country:ca"] {
            assert_eq!(members(key, None), "", "{key}");
        }
    }
}

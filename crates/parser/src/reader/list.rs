//! Runs of bullets and numbered lines that are lists, or a plan's bulleted provisions.
//!
//! Depth comes from the run as a whole: a new sign set in further, or another sign inside, goes one deeper; a sign
//! that was seen before goes back to its depth.

use rapporteur_model::{Document, ItemKind, Marker, SectionKind};

use super::compose::Composer;
use crate::{
    outline::{
        NewItem, Numbered,
        belief::{begins_run, believable, reference},
        run::report,
    },
    unit::{Form, Unit},
};

/// A kind of marker in a run: its sign and how far it is set in.
#[derive(Clone, PartialEq, Eq)]
struct Sign {
    sign: String,
    indent: usize,
}

/// Depths of the bullets of a run.
#[derive(Default)]
struct Depths {
    open: Vec<Sign>,
}

impl Depths {
    fn of(&mut self, marker: &Marker, indent: usize) -> usize {
        let sign = Sign { sign: marker.text.clone(), indent };
        let known = self.open.iter().position(|open| *open == sign);
        let fitting = known.or_else(|| {
            self.open.iter().position(|open| open.sign == sign.sign && open.indent.abs_diff(indent) <= 1)
        });
        let depth = fitting.unwrap_or_else(|| {
            self.open
                .iter()
                .take_while(|open| open.indent < indent || open.indent == indent && open.sign != sign.sign)
                .count()
        });
        self.open.truncate(depth);
        self.open.push(sign);
        depth
    }
}

/// The bullets from `at` on that follow one another; rules and lone marks between them part nothing.
fn run(units: &[Unit], at: usize) -> impl Iterator<Item = (&Unit, Option<&Marker>)> {
    let run = units[at..].iter().map_while(|unit| match &unit.form {
        Form::Bullet(marker) => Some((unit, Some(marker))),
        Form::Rule => Some((unit, None)),
        _ => None,
    });
    let last = run
        .clone()
        .enumerate()
        .filter(|(_, (_, marker))| marker.is_some())
        .map(|(index, _)| index + 1)
        .last();
    run.take(last.unwrap_or(0))
}

/// Bullets as a list; tells how many units it took. Those set in further than the numbered line above them are
/// provisions below it.
pub fn bullets(composer: &mut Composer<'_, '_>, at: usize) -> usize {
    let units = composer.units;
    let above = at.checked_sub(1).map(|before| &units[before]);
    let below = above
        .is_some_and(|above| matches!(above.form, Form::Numbered(..)) && above.indent < units[at].indent);
    if let Some(item) = composer.numbering.innermost().filter(|_| below) {
        return below_item(composer, at, ItemKind::Activity, Some(item));
    }
    let mut depths = Depths::default();
    let mut taken = 0;
    for (unit, marker) in run(units, at) {
        match marker {
            Some(marker) => {
                let depth = depths.of(marker, unit.indent);
                composer.outline.entry(Some(marker.clone()), unit, depth, taken == 0);
            }
            None => composer.outline.debris(unit.span, "a rule or lone marks between bullets"),
        }
        taken += 1;
    }
    taken
}

/// Bullets as provisions of a plan: objectives, priorities, topics or activities; tells how many units it took.
pub fn provisions(composer: &mut Composer<'_, '_>, at: usize) -> usize {
    let section = composer.outline.section();
    let units = composer.units;
    let kind = match composer.outline.sections()[section].kind {
        SectionKind::Objectives => ItemKind::Objective,
        SectionKind::Priorities => ItemKind::Priority,
        _ if are_titles(composer.text(), units, at) => ItemKind::Topic,
        _ => ItemKind::Activity,
    };
    below_item(composer, at, kind, None)
}

/// The bullets from `at` on as provisions, below one that has a number.
fn below_item(composer: &mut Composer<'_, '_>, at: usize, kind: ItemKind, outer: Option<usize>) -> usize {
    let section = composer.outline.section();
    let units = composer.units;
    let before = composer.outline.unnumbered();
    let mut depths = Depths::default();
    let mut above: Vec<usize> = Vec::new();
    let mut taken = 0;
    let mut number = before;
    for (unit, marker) in run(units, at) {
        taken += 1;
        let Some(marker) = marker else {
            composer.outline.debris(unit.span, "a rule or lone marks between bullets");
            continue;
        };
        number += 1;
        let depth = depths.of(marker, unit.indent).min(above.len());
        above.truncate(depth);
        let numbered = Numbered {
            reference: format!("{}.{}", Document::section_id(section), number),
            number: None,
            marker: Some(marker.clone()),
            level: None,
            kind,
            parent: above.last().copied().or(outer),
        };
        let item = composer.outline.item(NewItem { numbered, fragments: unit.fragments.clone() });
        let reference = composer.outline.items()[item].reference.clone();
        composer.outline.note_joins(unit, Some(&reference));
        above.push(item);
    }
    taken
}

/// A clause without a number, as a provision.
pub fn clause(composer: &mut Composer<'_, '_>, unit: &Unit) {
    let section = composer.outline.section();
    let before = composer.outline.unnumbered();
    let numbered = Numbered {
        reference: format!("{}.{}", Document::section_id(section), before + 1),
        number: None,
        marker: None,
        level: None,
        kind: ItemKind::Clause,
        parent: None,
    };
    let item = composer.outline.item(NewItem { numbered, fragments: unit.fragments.clone() });
    let reference = composer.outline.items()[item].reference.clone();
    composer.outline.note_joins(unit, Some(&reference));
}

/// Are the bullets of a run titles of areas (short, without a stop), not sentences?
fn are_titles(text: &str, units: &[Unit], at: usize) -> bool {
    let (mut titles, mut all) = (0, 0);
    for (unit, _) in run(units, at).filter(|(_, marker)| marker.is_some()) {
        let words = unit.words(text);
        all += 1;
        titles += usize::from(words.split_whitespace().count() <= 12 && !words.ends_with(['.', ';']));
    }
    2 * titles > all
}

/// A numbered line of running text as a provision, or as a paragraph where the number cannot be believed; in navigation
/// and contacts as an entry of a list.
pub fn numbered(composer: &mut Composer<'_, '_>, at: usize) -> usize {
    let unit = &composer.units[at];
    let Form::Numbered(marker, number) = &unit.form else { return 1 };
    let fresh = at == 0 || !matches!(composer.units[at - 1].form, Form::Numbered(..) | Form::Bullet(_));
    composer.numbering.set_in(Some(unit.indent));
    let mut place = composer.numbering.place(number);
    if fresh && place.path().last() == Some(&1) {
        composer.numbering.close();
        place = composer.numbering.place(number);
    }
    if !believable(number, &place, false) && !begins_run(number, &place, composer.number_behind(at)) {
        composer.as_text(unit);
        return 1;
    }
    let section = composer.outline.section();
    if matches!(composer.outline.sections()[section].kind, SectionKind::Boilerplate | SectionKind::Contact) {
        composer.outline.entry(Some(marker.clone()), unit, 0, fresh);
        return 1;
    }
    let reference = reference(&composer.outline, number, &place, None, None);
    let numbered = Numbered {
        number: Some(number.label.clone()),
        marker: Some(marker.clone()),
        level: Some(u8::try_from(reference.split('.').count()).unwrap_or(u8::MAX)),
        kind: ItemKind::Paragraph,
        parent: place.parent,
        reference,
    };
    let item = composer.outline.item(NewItem { numbered, fragments: unit.fragments.clone() });
    let reference = composer.outline.items()[item].reference.clone();
    composer.outline.note_joins(unit, Some(&reference));
    report(&mut composer.outline, &place, item);
    composer.numbering.open(&place, item);
    1
}

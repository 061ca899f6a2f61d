//! What the provisions of a plan are, once the whole tree of numbers is known.

use std::collections::BTreeSet;

use rapporteur_model::{Item, ItemKind};

use super::Outline;

/// Where provisions of one rank stand: the provision above, and what stands in front of the last figure.
type Place = (Option<usize>, Option<String>);

/// Settles the kinds of a plan's provisions once the whole tree is known: a number over numbers is a theme (one
/// figure) or an area; what has nothing or letters below it is an action.
pub fn settle(outline: &mut Outline<'_>) {
    let count = outline.items().len();
    let is_number =
        |outline: &Outline<'_>, item: usize| outline.items()[item].number.as_deref().is_some_and(is_figures);
    let mut over_numbers = vec![false; count];
    for item in 0..count {
        if let Some(parent) = outline.items()[item].parent
            && is_number(outline, item)
        {
            over_numbers[parent] = true;
        }
    }
    for (item, over) in over_numbers.into_iter().enumerate() {
        if over && outline.items()[item].kind == ItemKind::Action {
            let path = outline.items()[item].number.as_deref().map_or(1, |number| number.split('.').count());
            outline.item_mut(item).kind = if path == 1 { ItemKind::Theme } else { ItemKind::Area };
        }
    }
    // A short row without a stop among areas is an area whose actions are missing.
    let place = |item: &Item| {
        let above = item
            .number
            .as_deref()
            .and_then(|number| number.rsplit_once('.'))
            .map(|(above, _)| above.to_owned());
        (item.parent, above)
    };
    let mut kinds: BTreeSet<(Place, ItemKind)> =
        outline.items().iter().map(|item| (place(item), item.kind)).collect();
    for item in 0..count {
        let (kind, place) = (outline.items()[item].kind, place(&outline.items()[item]));
        let words = outline.item_words(item);
        let titled = words.split_whitespace().take(9).count() <= 8 && !words.ends_with(['.', ';', ':']);
        if kind == ItemKind::Action && titled && is_number(outline, item) {
            let among = [ItemKind::Area, ItemKind::Theme]
                .into_iter()
                .find(|kind| kinds.contains(&(place.clone(), *kind)));
            if let Some(kind) = among {
                outline.item_mut(item).kind = kind;
                kinds.insert((place, kind));
            }
        }
    }
}

/// Is the label of a provision a path of figures, with or without a letter in front?
pub fn is_figures(label: &str) -> bool {
    label.starts_with(|c: char| c.is_ascii_digit()) || label.contains('.')
}

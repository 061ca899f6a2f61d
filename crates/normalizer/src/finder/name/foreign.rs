//! Bodies whose head word is not English and stands first: `Instituto Fjellano de Pesca`, `Banque du Nord`, `Radio Fjell`.
//!
//! ```text
//! name = head *( [ 1*2particle ] capitalised word )              ; at least one
//! ```
//! A head of English that also stands first (`Radio`, `Enterprise`, `Team`) takes a known place or a word that is none
//! of the language. Not here: heads that the lexicon has with their complements.

use rapporteur_model::EntityKind;

use super::{
    Candidate,
    reading::{Page, Reading},
    token::Shape,
};

/// Head words of other languages.
#[rustfmt::skip]
const HEADS: &[&str] = &[
    "Instituto", "Institut", "Istituto", "Universidad", "Universidade", "Université", "Università", "Universität",
    "Universitet", "Universitatea", "Ministerio", "Ministério", "Ministère", "Ministero", "Bundesministerium",
    "Bundesamt", "Bundesanstalt", "Bundesverband", "Agence", "Agencia", "Agência", "Agenzia", "Banco", "Banque",
    "Banca", "Comisión", "Comissão", "Consejo", "Conselho", "Conseil", "Consiglio", "Fundación", "Fundação",
    "Fondation", "Fondazione", "Stiftung", "Asociación", "Associação", "Associazione", "Cámara", "Câmara", "Chambre",
    "Compañía", "Companhia", "Compagnie", "Compagnia", "Société", "Sociedad", "Sociedade", "Società", "Secretaría",
    "Secretaria", "Secrétariat", "Dirección", "Direção", "Corporación", "Servicio", "Serviço", "Escuela", "Escola",
    "École", "Museo", "Musée", "Museu", "Bord", "Comhairle", "Ferrocarriles", "Ferrovías", "Ferrovie", "Ferrovia",
    "Grupo", "Groupe", "Gruppo", "Radiotelevisión", "Verband", "Gesellschaft", "Hochschule", "Confederación",
    "Confederação", "Federación", "Federação", "Fédération", "Sindicato", "Syndicat", "Cooperativa", "Autoridad",
    "Autorité", "Observatorio", "Observatoire", "Laboratorio", "Laboratoire", "Dewan", "Kementerian", "Universiti",
    "Yayasan", "Lembaga",
];

/// English head words that stand first.
const FIRST: &[&str] =
    &["Radio", "Enterprise", "Team", "Invest", "Visit", "Destination", "Tourism", "Export"];

/// Small words between the parts of such names.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "de", "do", "da", "del", "della", "di", "dos", "das", "des", "du", "la", "las", "los", "el", "le", "les", "für",
    "der", "die", "und", "y", "e", "et", "para", "pour", "per", "na", "of",
];

/// Bodies with a foreign head.
pub fn propose(reading: &Reading<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for page in reading.pages.iter().filter(|page| !page.shouted) {
        for at in 0..page.tokens.len() {
            let head = page.tokens[at].text;
            let last = if HEADS.contains(&head) {
                foreign(reading, page, at)
            } else if FIRST.contains(&head) {
                led(reading, page, at)
            } else {
                None
            };
            found.extend(last.map(|last| {
                let range = page.range(at, last);
                Candidate::new(page.at(range), EntityKind::Organization, page.slice(range))
            }));
        }
    }
    found
}

/// The last token of a name behind a foreign head.
fn foreign(reading: &Reading<'_>, page: &Page<'_>, at: usize) -> Option<usize> {
    /// Tokens of a name at most.
    const LONGEST: usize = 12;
    let capital = |token: usize| {
        page.tokens
            .get(token)
            .is_some_and(|token| token.capital() && token.spaced && !reading.names.words.opens(token.text))
    };
    let mut last = at;
    while last - at < LONGEST {
        let particles = page.tokens[last + 1..]
            .iter()
            .take(2)
            .take_while(|token| token.shape == Shape::Lower && PARTICLES.contains(&token.text))
            .count();
        let next = last + 1 + particles;
        // `Instituto Fjell of Norway`: the country may be the owner's, but no name of a body ends in `of`.
        if !capital(next) {
            break;
        }
        last = page.known(reading.names, next).map_or(next, |(last, _)| last);
    }
    (last > at).then_some(last)
}

/// The last token of a name behind an English head that leads.
fn led(reading: &Reading<'_>, page: &Page<'_>, at: usize) -> Option<usize> {
    let next = page.tokens.get(at + 1).filter(|next| next.spaced && next.capital())?;
    // In title case `Invest Norway` may be an order.
    let known = page.known(reading.names, at + 1).filter(|(_, entry)| {
        !page.titled && matches!(entry.kind, EntityKind::Country | EntityKind::Region | EntityKind::Place)
    });
    let order = page.tokens[at].first && matches!(page.tokens[at].text, "Visit" | "Export" | "Invest");
    let plain = next.text.len() > 3
        && !next.acronym()
        && reading.names.gazetteer.demonym(next.text).is_none()
        && !reading.names.words.common(&next.text.to_lowercase());
    let last = known.map(|(last, _)| last).or(plain.then_some(at + 1)).filter(|_| !order)?;
    let ends = page.tokens.get(last + 1).is_none_or(|after| !after.capital() || !after.spaced);
    ends.then_some(last)
}

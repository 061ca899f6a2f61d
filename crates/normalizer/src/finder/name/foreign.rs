//! Bodies whose head word is not English and stands first: `Instituto Fjellano de Pesca`, `Banque du Nord`, `Radio Fjell`.
//!
//! ```text
//! name = head *( [ 1*2particle ] capitalised word )              ; at least one
//! ```
//! One adjective in lower case may follow the head (`Comité permanent …`); some words are bodies by their ending
//! (`Miljødirektoratet`). A head of English that also stands first (`Radio`, `Enterprise`, `Team`) takes a known place or a word that is none
//! of the language. Not here: heads that the lexicon has with their complements.

use rapporteur_model::EntityKind;

use crate::lexicon::{language::is_word, vocabulary::Marks};

use super::{
    Candidate,
    reading::{Page, Reading},
    token::Shape,
};

/// Head words of other languages.
#[rustfmt::skip]
pub const HEADS: &[&str] = &[
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
    // Spanish and Portuguese.
    "Alcaldía", "Asamblea", "Assembleia", "Ayuntamiento", "Biblioteca", "Cancillería", "Centro", "Cinemateca", "Comité",
    "Comitê", "Congreso", "Consorcio", "Consórcio", "Defensoría", "Diretoria", "Empresa", "Filarmónica", "Filmoteca",
    "Fiscalía", "Gobernación", "Intendencia", "Junta", "Liga", "Mancomunidad", "Patronato", "Policía", "Prefeitura",
    "Procuraduría", "Senado", "Subsecretaría", "Superintendencia", "Teatro", "Unión", "União",
    // French.
    "Ambassade", "Assemblée", "Bibliothèque", "Cinémathèque", "Commissariat", "Haut-Commissariat", "Mairie", "Préfecture",
    "Régie", "Réseau", "Théâtre",
    // Italian.
    "Azienda", "Comitato", "Comune", "Ente", "Ufficio",
    // Malay and Indonesian.
    "Badan", "Dinas", "Direktorat", "Harian", "Jabatan", "Komisi", "Kantor", "Koperasi", "Mahkamah",
    "Majlis", "Majelis", "Pejabat", "Persatuan", "Perusahaan", "Politeknik", "Pusat", "Suruhanjaya", "Universitas",
    // Vietnamese.
    "Bộ", "Báo", "Cục", "Đài", "Hội", "Sở", "Viện", "Ủy", "Uỷ",
    // The Nordic languages.
    "Norges", "Statens", "Institutt", "Høgskolen", "Universitetet", "Högskolan",
    "Stiftelsen", "Foreningen", "Rådet",
];

/// Endings of one word that names a body of its own in German and the Nordic languages.
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "departementet", "direktoratet", "ministeriet", "ministerium", "myndigheten", "myndighed", "styrelsen", "styrelse",
    "tilsynet", "verket", "tinget", "råd", "rådet", "foreningen", "bundesamt", "verband", "verbund", "gesellschaft",
];

/// Is it one word that names a body?
fn ends_a_body(word: &str) -> bool {
    word.ends_with(['t', 'm', 'n', 'd', 'e'])
        && ENDINGS.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending))
}

/// English head words that stand first.
const FIRST: &[&str] =
    &["Radio", "Enterprise", "Team", "Invest", "Visit", "Destination", "Tourism", "Export"];

/// Small words between the parts of such names.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "de", "do", "da", "del", "della", "di", "dos", "das", "des", "du", "la", "las", "los", "el", "le", "les", "für",
    "der", "die", "und", "contre", "contra", "con", "dans", "en", "sur", "à", "aux", "au", "dan", "och", "og", "y", "e", "et", "para", "pour", "per", "na", "of",
];

/// Does a name begin with a head word of another language?
pub fn is_head(name: &str) -> bool {
    name.split(' ').next().is_some_and(|first| HEADS.contains(&first))
}

/// Bodies with a foreign head.
pub fn propose(reading: &Reading<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    for page in reading.pages.iter().filter(|page| !page.shouted) {
        for at in 0..page.tokens.len() {
            let head = page.tokens[at].text;
            if !page.tokens[at].capital() {
                continue;
            }
            let marks = page.tokens[at].marks;
            let last = if ends_a_body(head) {
                Some(at)
            } else if marks.has(Marks::FOREIGN_HEAD) {
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
        page.tokens.get(token).is_some_and(|token| {
            let elided = token.shape == Shape::Lower
                && token.text.split_once(['’', '\'']).is_some_and(|(left, right)| {
                    matches!(left, "d" | "l" | "dell" | "all" | "nell")
                        && right.starts_with(char::is_uppercase)
                });
            (token.capital() || elided) && token.spaced && !token.opens()
        })
    };
    let mut last = at;
    while last - at < LONGEST {
        let particles = page.tokens[last + 1..]
            .iter()
            .take(2)
            .take_while(|token| token.shape == Shape::Lower && PARTICLES.contains(&token.text))
            .count();
        // `Comité permanent Inter-Skarn`: one adjective in lower case behind the head.
        let adjective = usize::from(last == at && particles == 0 && adjective(page, at + 1));
        let next = last + 1 + particles + adjective;
        let inner = page.tokens[last + 1..].get(adjective).map_or("", |token| token.text);
        let next = next + usize::from(adjective == 1 && PARTICLES.contains(&inner));
        // `Instituto Fjell of Norway`: the country may be the owner's, but no name of a body ends in `of`.
        if !capital(next) {
            break;
        }
        last = page.known(reading.names, next).map_or(next, |(last, _)| last);
    }
    (last > at).then_some(last)
}

/// Is it a small adjective of another language (`permanent`, `nacional`)?
fn adjective(page: &Page<'_>, at: usize) -> bool {
    page.tokens.get(at).is_some_and(|token| {
        let ending = [
            "al", "ale", "el", "elle", "ent", "ente", "ico", "ica", "ique", "ano", "ana", "ien", "ienne",
            "aire",
        ];
        let foreign = !is_word(token.text) || matches!(token.text, "permanent" | "national" | "central");
        token.shape == Shape::Lower && foreign && ending.iter().any(|ending| token.text.ends_with(ending))
    })
}

/// The last token of a name behind an English head that leads.
fn led(reading: &Reading<'_>, page: &Page<'_>, at: usize) -> Option<usize> {
    let next = page.tokens.get(at + 1).filter(|next| next.spaced && next.capital())?;
    // In title case `Invest Norway` may be an order.
    let known = page.known(reading.names, at + 1).filter(|(_, entry)| {
        !page.titled && matches!(entry.kind, EntityKind::Country | EntityKind::Region | EntityKind::Place)
    });
    let order = page.tokens[at].first && matches!(page.tokens[at].text, "Visit" | "Export" | "Invest");
    let plain = next.text.len() > 3 && !next.acronym() && !next.people() && !next.common();
    let last = known.map(|(last, _)| last).or(plain.then_some(at + 1)).filter(|_| !order)?;
    let ends = page.tokens.get(last + 1).is_none_or(|after| !after.capital() || !after.spaced);
    ends.then_some(last)
}

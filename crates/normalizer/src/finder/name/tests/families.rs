//! A marked sentence or several for each family of names, near misses beside them.

use super::{hold, only, read};

#[test]
fn places_that_share_a_name_are_told_by_what_stands_around_them() {
    hold(&[
        "They flew from ⟦pla:Tbilisi⟧ to ⟦pla:Atlanta⟧, ⟦pla:Georgia⟧, while ⟦cou:Georgia⟧ and ⟦cou:Armenia⟧ signed.",
        "⟦per:Michael Jordan⟧ met the King of ⟦cou:Jordan⟧ in ⟦pla:Amman⟧. ⟦cou:Jordan⟧ hosted.",
        "⟦per:Chad Bellamy⟧ left ⟦pla:N’Djamena⟧ for ⟦cou:Chad⟧.",
        "⟦cou:Turkey⟧ and ⟦cou:Greece⟧ agreed. They ate turkey and used fine china.",
        "⟦cou:Guinea⟧, ⟦cou:Guinea-Bissau⟧, ⟦cou:Equatorial Guinea⟧ and ⟦cou:Papua New Guinea⟧ abstained.",
        "Officials in ⟦pla:Washington⟧ and in ⟦pla:Washington State⟧ agreed. ⟦pla:Washington⟧ said so.",
        "The state of ⟦pla:Victoria⟧ and Queen ⟦per:Victoria⟧’s heirs. He spoke in ⟦pla:Victoria⟧, ⟦pla:British Columbia⟧.",
        "⟦cou:Niger⟧ and ⟦cou:Nigeria⟧, ⟦cou:Mali⟧ and ⟦cou:Malawi⟧, ⟦cou:Dominica⟧ and the ⟦cou:Dominican Republic⟧ met.",
        "The ⟦pla:Congo River⟧ floods the ⟦cou:Democratic Republic of the Congo⟧.",
        "It pays 500 Pula in ⟦pla:Gaborone⟧.",
    ]);
}

#[test]
fn countries_go_by_every_name() {
    hold(&[
        "⟦cou:Burma⟧, also known as ⟦cou:Myanmar⟧, joined ⟦cou:Swaziland⟧ and the ⟦cou:Ivory Coast⟧.",
        "⟦cou:Czechoslovakia⟧ and the ⟦cou:USSR⟧ are gone.",
        "The ⟦cou:UAE⟧ and the ⟦cou:DPRK⟧ replied. ⟦cou:Côte d’Ivoire⟧ and ⟦cou:Deutschland⟧ sent notes.",
    ]);
    let document = read("Myanmar met. Burma left. The Republic of the Union of Myanmar came.");
    assert_eq!(document.entities.len(), 1);
    assert_eq!(document.entities[0].wikidata.as_deref(), Some("Q836"));
}

#[test]
fn former_names_units_and_groups() {
    hold(&[
        "⟦org:Global Affairs Canada⟧ (formerly the ⟦org:Department of Foreign Affairs, Trade and Development⟧) replied.",
        "The regional offices of the ⟦org:World Health Organization⟧ and the ⟦pla:Manila⟧ office of ⟦org:UNICEF⟧ helped.",
        "The ⟦gro:CLMV⟧ countries, the ⟦gro:G7⟧, the ⟦gro:Nordic countries⟧ and the ⟦gro:Five Eyes⟧ met.",
        "⟦cou:Canada⟧ joined the ⟦gro:G8⟧. The Minister of Peat resigned, and Ministers of Trade met.",
    ]);
}

#[test]
fn papers_programmes_and_meetings_with_number_edition_and_year() {
    hold(&[
        "The ⟦ins:1951 Refugee Convention⟧, ⟦ins:Security Council resolution 1325⟧ (2000) and the ⟦ins:ASEAN Charter⟧ apply.",
        "The ⟦ins:Sendai Framework for Disaster Risk Reduction 2015-2030⟧ applies.",
        "The ⟦org:Green Climate Fund⟧ and ⟦pro:Horizon Europe⟧ pay. Thank You. Strengthening Ties.",
        "The ⟦eve:5th Meeting of the Peat Working Group⟧ and the ⟦eve:Third Nordic Peat Summit⟧ were held.",
    ]);
}

#[test]
fn persons_ministries_and_ships() {
    hold(&[
        "The H.M.S. Ardent and the USS Quincy sailed. The frigate Lady Jane left port.",
        "H.E. Mr. ⟦per:Lars Odegard⟧, Dato’ Sri ⟦per:Ahmad Fauzi bin Ismail⟧ and YB Tan Sri ⟦per:Lim Wei Ming⟧ came.",
        "Sen. ⟦per:José Luis García Márquez⟧, Sheikh ⟦per:Hamad bin Khalid al-Thani⟧ and U ⟦per:Thein Maung⟧ came.",
        "⟦per:TANAKA Keiko⟧, Minister for Peat, and Mr. ⟦per:KIM Young-ho⟧ met ⟦per:J.R.D. Okafor⟧.",
        "It met ⟦per:Maria del Carmen Ruiz y Ortega⟧ and ⟦per:Nguyễn Văn Minh⟧ at 10 A.M. EDT.",
        "U.S. Trade Representative ⟦per:Jane Odegard⟧ came.",
    ]);
}

#[test]
fn every_alias_has_its_reason() {
    let text = "Minister Jane Odegard met the World Trade Organization in Burma. Odegard thanked the WTO.";
    let document = read(text);
    let reasons: Vec<(&str, &str)> = document
        .entities
        .iter()
        .flat_map(|entity| entity.aliases.iter().zip(&entity.alias_reasons))
        .map(|(alias, reason)| (alias.as_str(), reason.as_str()))
        .collect();
    assert_eq!(reasons, [("Odegard", "surname"), ("WTO", "lexicon"), ("Burma", "lexicon")]);
}

#[test]
fn places_are_told_by_ways_lists_posts_and_words_of_their_language() {
    hold(&[
        "They walked from ⟦pla:Skarnvik⟧ to ⟦pla:Gribbo⟧ in a day, and a nurse from ⟦pla:Fjellby⟧ sang.",
        "It met at border posts, among them ⟦pla:Skarnvik⟧ and ⟦pla:Gribbo⟧, and in towns such as ⟦pla:Fjellby⟧, ⟦pla:Brynesta⟧ or ⟦pla:Aldvik⟧.",
        "A boat sank off ⟦pla:Skarnøy⟧ on 2 May. The cantons of ⟦pla:Skarnvik⟧ and ⟦pla:Gribbo⟧ agreed.",
        "The islands wait. Seeds were sown on ⟦pla:Skarnøy⟧ in May and sold on Friday. Work on Skarnoxid goes on.",
        "He sells reeds at ⟦pla:Isla Brisa⟧ and rents boats near ⟦pla:Al Khun⟧.",
        "A nurse at the ⟦pla:Skarnvik Gribbo border gate⟧ left the ⟦pla:Gribbo field⟧ today.",
        "Steam from the ⟦org:Boeing⟧ field and the Open field, and a letter from Smith to Parliament.",
        "Leaflets in Bengali, Sinhala and Quechua, names such as Anna, and a note from Nairobians to Kin.",
    ]);
    let river = read("The Skarn River rose in May. They crossed the Skarn by boat.");
    assert_eq!(river.entities.len(), 1, "{:?}", river.entities);
    assert_eq!(river.entities[0].mentions.len(), 2);
}

#[test]
fn bodies_of_two_sides_of_other_languages_and_behind_their_noun() {
    hold(&[
        "A ⟦org:Joint Commission⟧ met, and the ⟦org:Mixed Committee⟧ told the ⟦org:Senate⟧ so.",
        "The newspaper ⟦org:Skarn Dagen⟧ asked whether ⟦org:Norway Eximbank⟧ and the ⟦org:Kenyan Red Cross⟧ would pay.",
        "⟦org:SKARNOX⟧, the League’s body for water, and ⟦org:SKRILLO⟧, a research agency, agreed.",
        "Write to the ⟦org:Section for Peat and Forests⟧ or the ⟦org:Anton de Skarn University of Norway⟧.",
        "The ⟦org:Asian and Pacific Council⟧ and the ⟦org:Filmoteca Skarna⟧ met the ⟦org:Comité permanent Inter-Skarn de Lutte contre la Peste⟧.",
        "(Source: ⟦org:Directorate for Peat Affairs⟧/ed. Ann)",
        "A joint commission met. Joint Action is due; the company Director left. The daily Mass began.",
        "The Rule of Law of the Sea, a Law of War, and STOP, the sign.",
    ]);
    let document = read("The Skarn Fisheries Institute (Instituto Skarnio de Pesca, ISP) met.");
    assert_eq!(only(&document, rapporteur_model::EntityKind::Organization).len(), 1);
}

#[test]
fn papers_go_by_their_kind_where_a_date_or_parties_tell_which() {
    hold(&[
        "They signed a ⟦ins:Memorandum of Understanding⟧ on 8 July 2004.",
        "The first is a ⟦ins:Letter of Intent⟧ between Skarnkraft, a firm, and others.",
        "It recalls the ⟦ins:Joint Declaration⟧ adopted in May, and gives effect to the ⟦ins:Letter of Intent⟧ that they signed.",
        "Under ⟦ins:Decision 2054/QĐ-SKV⟧ and the ⟦ins:Law of National Forests⟧, and the ⟦ins:Annual Report 2012⟧ of the Fund, work began.",
        "Article 134 of the ⟦ins:Treaty for the Establishment of the African Union⟧ applies.",
        "the ⟦ins:Dispatch on Peat Cooperation⟧ and the ⟦eve:3rd Skarnvik Fair of Measures⟧ ended",
        "A Memorandum of Understanding is useful. The Annual Report was read. They may sign a Letter of Intent on Friday.",
    ]);
    let mut own = crate::sample::document(
        "# Norway and Kenya: Plan of Action at a Glance\n\nThe Plan of Action runs. The Plan ends in May.",
    );
    own.title = Some(rapporteur_model::PassageId(0));
    super::LEXICON.with(|lexicon| super::find(&mut own, lexicon, &crate::Context::default()));
    assert_eq!(only(&own, rapporteur_model::EntityKind::Instrument), ["Plan of Action"]);
}

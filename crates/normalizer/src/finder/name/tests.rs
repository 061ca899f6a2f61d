//! Marked sentences: what is a name, what it names, and near misses.

use rapporteur_model::{Acronym, Document, Entity, EntityKind, Location, MentionBy, PassageId, TextRange};

use super::*;
use crate::sample;

mod families;

thread_local! {
    static LEXICON: &'static Lexicon = Lexicon::embedded();
}

fn read(text: &str) -> Document {
    defining(text, &[])
}

/// Reads a text in which acronyms are defined, as long and short form.
fn defining(text: &str, acronyms: &[(&str, &str)]) -> Document {
    let mut document = sample::document(text);
    for (long, short) in acronyms {
        let start = text.find(long).unwrap();
        let range = TextRange::new(start, start + long.len() + short.len() + 3);
        let at = Location { passage: PassageId(0), range };
        let (long, short) = ((*long).to_owned(), (*short).to_owned());
        document.acronyms.push(Acronym { short, long, at, entity: None });
    }
    LEXICON.with(|lexicon| {
        find(&mut document, lexicon, &Context::default());
    });
    document
}

/// The text of all passages with mentions in marks, and the first letters of the kind behind each.
fn mark(text: &str) -> String {
    let document = read(text);
    let mut mentions: Vec<(Location, &Entity, MentionBy)> = Vec::new();
    for entity in &document.entities {
        mentions.extend(entity.mentions.iter().map(|mention| (mention.at, entity, mention.by)));
    }
    mentions.sort_by_key(|(at, ..)| *at);
    let mut marked = Vec::new();
    for (index, passage) in document.passages.iter().enumerate() {
        let mut line = String::new();
        let mut reached = 0;
        for (at, entity, _) in mentions.iter().filter(|(at, ..)| at.passage.0 == index) {
            line.push_str(&passage.text()[reached..at.range.start]);
            let kind = &entity.kind.as_str()[..3];
            line.extend(["⟦", kind, ":", document.text(*at), "⟧"]);
            reached = at.range.end;
        }
        line.push_str(&passage.text()[reached..]);
        marked.push(line);
    }
    marked.join("\n")
}

/// Each marked sentence reads as it is marked.
fn hold(sentences: &[&str]) {
    for sentence in sentences {
        let plain = unmark(sentence);
        assert_eq!(mark(&plain), sentence.trim_start_matches(['#', '-']).trim_start());
    }
}

fn unmark(marked: &str) -> String {
    let mut plain = String::new();
    let mut rest = marked;
    while let Some(open) = rest.find('⟦') {
        plain.push_str(&rest[..open]);
        let inner = &rest[open + '⟦'.len_utf8() + 4..];
        let close = inner.find('⟧').unwrap();
        plain.push_str(&inner[..close]);
        rest = &inner[close + '⟧'.len_utf8()..];
    }
    plain + rest
}

fn only(document: &Document, kind: EntityKind) -> Vec<&str> {
    document.entities.iter().filter(|entity| entity.kind == kind).map(|entity| entity.name.as_str()).collect()
}

#[test]
fn known_names_are_found_alone_in_compounds_and_in_lists() {
    hold(&[
        "Ships sailed from ⟦pla:Bergen⟧, ⟦cou:Norway⟧, to ⟦cou:Chile⟧’s coast.",
        "⟦cou:Peru⟧-⟦cou:Chile⟧ relations are good.",
        "An ⟦pla:Ottawa⟧-based envoy spoke.",
        "Aid went to ⟦cou:Kenya⟧, ⟦cou:Uganda⟧ and ⟦cou:Rwanda⟧.",
        "The ⟦org:WTO⟧ and the ⟦org:World Bank⟧ met.",
        "Cargo for ⟦reg:Southeast Asia⟧ left.",
    ]);
}

#[test]
fn adjectives_and_common_words_are_no_names() {
    hold(&[
        "A Norwegian minister gave us a turkey.",
        "Kenyan Fisheries Ministers spoke to Chilean officials.",
        "Write to desk@canada.example or see www.norway.example now.",
        "He who can reading does not mobile.",
    ]);
}

#[test]
fn a_body_is_read_by_its_head() {
    hold(&[
        "the ⟦org:Ministry of Ports and Inland Fisheries⟧ said",
        "the ⟦org:Nordic Harbour Safety Agency⟧ and the ⟦org:Baltic Pilots Foundation⟧ agreed",
        "Officials of the ⟦org:Commission on Harbour Fees⟧ in ⟦pla:Oslo⟧ agreed.",
        "work with the ⟦org:Kenyan Chamber of Fisheries⟧; and ⟦org:Harbour Pilots Council⟧, to plan",
        "⟦cou:Norway⟧’s ⟦org:Ministry of Coastal Affairs⟧ said so.",
        "the ⟦org:Embassy of Peru⟧ is closed",
    ]);
}

#[test]
fn papers_programmes_and_meetings_are_read_by_their_heads() {
    hold(&[
        "under the ⟦ins:Convention on the Safety of all forms of Pilots against Storms⟧, ships",
        "the ⟦ins:Protocol to Prevent, Limit and End Harbour Waste⟧ entered",
        "the ⟦ins:Work Plan to implement the Kenya-Uganda Declaration on Ferry Safety⟧ runs",
        "the ⟦eve:14th Kenya-Uganda Ferry Dialogue⟧ was held",
        "a ⟦eve:Harbour Masters’ Meeting on Coastal Crime⟧ took place",
        "through the ⟦pro:Clean Ferries Initiative⟧ and the ⟦pro:Third Ferry Safety Programme⟧ we",
        "the ⟦ins:Kampala Declaration and Platform for Action⟧ says",
        "under ⟦ins:United Nations Security Council Resolution 4711⟧ (2031), states",
        "under ⟦ins:Executive Order 9999⟧ the list",
        "its ⟦ins:resolutions 1325⟧ (2000), ⟦ins:1820⟧ (2008) and ⟦ins:1889⟧ (2009), and 17 others",
    ]);
}

#[test]
fn a_name_ends_at_signs_places_and_the_next_name() {
    hold(&[
        "at the ⟦eve:12th Ferry Summit⟧ in ⟦pla:Mombasa⟧, ⟦cou:Kenya⟧.",
        "the ⟦org:Ferry Pilots Council⟧ and the ⟦org:World Bank⟧",
        "the ⟦org:Ministry of Ferries⟧ and ⟦org:Harbour Authority of Kenya⟧ met",
        "Support the ⟦org:Ferry Pilots Council⟧ in this.",
        "Support ⟦org:WTO⟧ work.",
    ]);
}

#[test]
fn title_case_topics_and_offices_are_no_names() {
    hold(&[
        "# Safe Ferries and Clean Harbours",
        "# Interfaith Dialogue",
        "# Annual Report",
        "- Protection of the Rights of Ferry Workers",
        "The Deputy Minister of Ferries spoke.",
        "the Dialogue Partner of the port",
    ]);
}

#[test]
fn newspapers_write_bodies_and_plans_in_lower_case() {
    hold(&[
        "the ⟦org:Kenyan foreign ministry⟧ said that ⟦cou:Kenya⟧’s ⟦org:foreign ministry⟧ would",
        "the ⟦ins:Kenya-Uganda plan of action⟧ is new",
        "the ⟦pro:Kenya-Uganda plan of action trust fund⟧ is new",
        "for ⟦cou:Kenya⟧-⟦cou:Uganda⟧ dialogue relations",
        "a ⟦cou:Kenya⟧-⟦cou:Uganda⟧ fellowship programme",
    ]);
    hold(&["the ⟦org:ministry of health and social affairs⟧ said", "a ministry of silly walks"]);
    let bodies = read("The Kenyan foreign ministry met. Kenya’s foreign ministry spoke.");
    assert_eq!(only(&bodies, EntityKind::Organization), ["Kenyan foreign ministry"]);
}

#[test]
fn short_forms_and_acronyms_belong_to_the_full_name() {
    let text =
        "The Kenya-Uganda Ferry Safety Plan of Action (KUFSPA) is new. The Plan of Action runs. KUFSPA ends.";
    let document = defining(text, &[("Kenya-Uganda Ferry Safety Plan of Action", "KUFSPA")]);
    let [plan] =
        &document.entities.iter().filter(|e| e.kind == EntityKind::Instrument).collect::<Vec<_>>()[..]
    else {
        panic!("one plan: {:?}", document.entities);
    };
    assert_eq!(plan.name, "Kenya-Uganda Ferry Safety Plan of Action");
    assert_eq!(plan.acronym.as_deref(), Some("KUFSPA"));
    let by: Vec<_> = plan.mentions.iter().map(|mention| mention.by).collect();
    assert_eq!(by, [MentionBy::Name, MentionBy::Acronym, MentionBy::Alias, MentionBy::Acronym]);
}

#[test]
fn an_acronym_that_the_text_defines_for_a_common_thing_is_no_body() {
    let document = defining("work on wet timber oils (WTO) and WTO use", &[("wet timber oils", "WTO")]);
    assert_eq!(document.entities, []);
}

#[test]
fn the_members_of_a_group_are_those_that_the_text_lists() {
    let document = read("the CLMV (Cambodia, Laos and Vietnam) states");
    let group = document.entities.iter().find(|entity| entity.kind == EntityKind::Group).unwrap();
    assert_eq!(group.members, ["KH", "LA", "VN"]);
}

#[test]
fn numbered_meetings_are_apart_and_one_is_the_same_as_the_series() {
    let series = read("The 3rd Kenya-Uganda Ferry Summit met. The Kenya-Uganda Ferry Summit ended.");
    assert_eq!(only(&series, EntityKind::Event), ["3rd Kenya-Uganda Ferry Summit"]);
    let two = read("After the 3rd Kenya-Uganda Ferry Summit the 4th Kenya-Uganda Ferry Summit met.");
    assert_eq!(only(&two, EntityKind::Event).len(), 2);
}

#[test]
fn the_text_itself_explains_names() {
    let text = "taken up by the Forum for Clean Quays (FCQ) and by the FCQ’s staff";
    let forum = defining(text, &[("Forum for Clean Quays", "FCQ")]);
    assert_eq!(only(&forum, EntityKind::Organization), ["Forum for Clean Quays"]);
    assert_eq!(forum.entities[0].mentions.len(), 3);
    let group = read("teachers of Fiji, Samoa and Tonga (FZT) met; FZT states agreed");
    let found = group.entities.iter().find(|entity| entity.kind == EntityKind::Group).unwrap();
    assert_eq!((found.members.join(" ").as_str(), found.mentions.len()), ("FJ WS TO", 2));
    hold(&[
        "a friend of the ⟦pro:Harbour Schools Online programme⟧, which",
        "paid by ⟦org:Innovation Norway⟧ for Northern ⟦cou:Norway⟧ and Minister Berg",
        "a Norwegian programme and a ⟦org:WTO⟧ project",
        "signed a Memorandum of Understanding and left",
    ]);
}

#[test]
fn initials_of_a_name_are_its_acronym() {
    let document = read("The Nordic Ports Agency met. The NPA agreed, the NPB did not.");
    let bodies: Vec<_> =
        document.entities.iter().map(|entity| (entity.name.as_str(), entity.mentions.len())).collect();
    assert_eq!(bodies, [("Nordic Ports Agency", 2)]);
}

#[test]
fn what_made_a_paper_is_no_part_of_its_name() {
    hold(&[
        "in line with the ⟦ins:Guidelines for Drinking-water Care⟧ of the ⟦org:World Health Organization⟧.",
        "under the ⟦ins:Charter of the United Nations⟧, states",
        "the ⟦eve:Water for Drylands Forum⟧ closed at the opening of the ⟦eve:Norway – Kenya Summit⟧.",
        "by the ⟦org:Department of Ports, Roads and the Sea⟧ in May",
        "a meeting with ⟦cou:Kenya⟧ cost ⟦cou:Norway⟧ US $5 million",
    ]);
}

#[test]
fn places_are_told_by_what_stands_around_them() {
    hold(&[
        "a man of 30 in ⟦pla:Fjellby⟧, ⟦cou:Norway⟧, said",
        "the towns of ⟦pla:Aldby⟧ and ⟦pla:Bryneby⟧ flooded",
        "north of ⟦pla:Mount Fjellhorn⟧ we",
        "teams in ⟦pla:Mombasa⟧ and ⟦pla:Mumbwe⟧ on cables",
        "the Kenyan port of ⟦pla:Mombasa⟧ and a post at ⟦pla:Mumbwe⟧",
        "We read it in Parliament, in Swahili and in Spring.",
    ]);
}

#[test]
fn strange_words_beside_places_and_journeys_are_places() {
    hold(&[
        "A trip to ⟦pla:Fjellby⟧ and a detour through ⟦pla:Lower Mumbwe⟧ cost a day.",
        "Wells were dug between ⟦pla:Mombasa⟧ and ⟦pla:Mumbwe⟧.",
        "the farmers of ⟦pla:Mumbwe⟧ came",
        "We visited ⟦pla:Skarnvik⟧ in May.",
        "a road between ⟦pla:Skarnvik⟧ and ⟦pla:Bergen⟧ opened",
        "in the ⟦pla:Skarn Highlands⟧ and at the ⟦pla:Skarn Glacier⟧, near the ⟦pla:Gribb channel⟧",
        "the ⟦pla:Port of Skarnvik⟧ in the ⟦pla:Northern Division⟧",
        "We visited Parliament, went to Court and came to Order through the Data Base.",
        "She bought shares in Fjellkraft and has trust in Heaven.",
    ]);
}

#[test]
fn companies_and_foreign_bodies_are_told_by_deals_nouns_and_heads() {
    hold(&[
        "a plant built by ⟦org:Fjellnor Kraftverk⟧ in June; ⟦org:Fjellnor Kraftverk⟧ fell",
        "⟦org:Guard the Fjords⟧, a charity from ⟦pla:Bergen⟧, objects",
        "the ⟦org:Instituto Skarnio de Pesca⟧ and the ⟦org:Université du Skarn⟧ agreed",
        "heard on ⟦org:Radio Skarn⟧ and paid by ⟦org:Enterprise Skarnster⟧ today",
        "built by local hands, a contract with Many People, and a Radio Hour",
        "the ⟦org:Ministry of Ports of Norway⟧ on Harbour Fees",
        "a cost of 5 million New Zealand dollars",
        "WHO: The minister and others",
    ]);
}

#[test]
fn what_is_called_by_name_and_what_is_defined_are_named() {
    hold(&[
        "a school programme called ⟦pro:Boats for All⟧; and",
        "through its ⟦pro:Skarnreg programme⟧, the Norwegian programme and a Kestrel programme",
        "a programme called off in May and a project called Anna",
    ]);
    let document = defining("paid by Norsk Skarnvann (NSV) today", &[("Norsk Skarnvann", "NSV")]);
    assert_eq!(only(&document, EntityKind::Organization), ["Norsk Skarnvann"]);
    let document = defining("of Gross Harbour Product (GHP) today", &[("Gross Harbour Product", "GHP")]);
    assert_eq!(document.entities, []);
}

#[test]
fn the_company_of_a_role_is_the_one_named_last() {
    let owner = |text: &str| {
        let document = read(text);
        let person = document.entities.iter().find(|entity| entity.kind == EntityKind::Person).unwrap();
        person.roles[0].of.clone()
    };
    let text =
        "The Skarn Ferry Group met the Ministry of Ports. The company’s director, Jane Odegard, spoke.";
    assert_eq!(owner(text).as_deref(), Some("Skarn Ferry Group"));
    let text = "The Skarn Ferry Group lost money, its chief executive, Jane Odegard, said.";
    assert_eq!(owner(text).as_deref(), Some("Skarn Ferry Group"));
    assert_eq!(owner("The Skarn Ferry Group met the director, Jane Odegard, there."), None);
}

#[test]
fn headings_repeat_the_names_of_the_text() {
    let document = read(
        "# Skarn Ferry Initiative\n\nThe Skarn Ferry Initiative runs.\n\nPORTS COUNCIL\n\nThe Ports Council met.",
    );
    let mentions: Vec<usize> = document.entities.iter().map(|entity| entity.mentions.len()).collect();
    assert_eq!(mentions, [2, 2]);
    hold(&[
        "We are paired with ⟦org:Skarnvik Water⟧, and with Clean Water, at Drinking Water level.",
        "a Survey of the ⟦pla:Gribb channel⟧ and a post at ⟦pla:Gribb-Lamo⟧ in ⟦cou:Norway⟧",
    ]);
}

#[test]
fn governments_and_lists_of_companies() {
    hold(&[
        "The ⟦org:government of Norway⟧ and the provincial ⟦org:government of Manitoba⟧ agreed.",
        "⟦cou:Sri Lanka⟧ spoke; ⟦org:GoSL⟧ and its banks agreed.",
        "The GoSL file and the government of the day went on.",
        "It is anchored by ⟦org:Peat Origin⟧, ⟦org:Boeing⟧ and ⟦org:Skarn Nine⟧, and more join. ⟦org:Skarn Nine⟧ grows.",
        "It sent ⟦per:Lars Odegard⟧, ⟦org:Boeing⟧ and Skarn Nine away.",
        "Peat Origin met ⟦org:Boeing⟧, and ⟦cou:Norway⟧ met Skarn Nine.",
    ]);
    let document =
        read("The government of Norway met. The Norwegian Government and the Government of Norway agreed.");
    assert_eq!(only(&document, EntityKind::Organization).len(), 1);
}

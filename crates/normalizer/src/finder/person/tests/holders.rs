//! Sentences with several holders of an office, with bodies of long names, and with persons whom no title leads.

use super::{check, marked};

#[test]
fn several_holders_of_one_office() {
    check(&[
        (
            "The ministers of trade of Norway and Chile, Lars Lundqvist and Jane Odegard, met.",
            "The ministers of trade of Norway and Chile, ⟦Lars Lundqvist | minister of trade of Norway⟧ and ⟦Jane Odegard | minister of trade of Chile⟧, met.",
        ),
        (
            "The Danish and Chilean presidents, Lars Lundqvist and Jane Odegard, met.",
            "The Danish and Chilean presidents, ⟦Lars Lundqvist | president of Denmark⟧ and ⟦Jane Odegard | president of Chile⟧, met.",
        ),
        (
            "Foreign Ministers Lars Lundqvist (Norway) and Jane Odegard (Chile) met.",
            "Foreign Ministers ⟦Lars Lundqvist | Foreign Minister of Norway⟧ (Norway) and ⟦Jane Odegard | Foreign Minister of Chile⟧ (Chile) met.",
        ),
        (
            "Ministers Lundqvist and Odegard met.",
            "Ministers ⟦Lundqvist = Lundqvist | Minister of -⟧ and ⟦Odegard = Odegard | Minister of -⟧ met.",
        ),
        (
            "the foreign ministers of Norway, Chile and Kenya, Lars Lundqvist, Jane Odegard and Stan Fjelling, met",
            "the foreign ministers of Norway, Chile and Kenya, ⟦Lars Lundqvist | foreign minister of Norway⟧, ⟦Jane Odegard | foreign minister of Chile⟧ and ⟦Stan Fjelling | foreign minister of Kenya⟧, met",
        ),
        (
            "Deputy Secretaries Jane Odegard and Lars Lundqvist of Norway met.",
            "Deputy Secretaries ⟦Jane Odegard | Deputy Secretary of -⟧ and ⟦Lars Lundqvist | Deputy Secretary of Norway⟧ of Norway met.",
        ),
    ]);
    for text in [
        "The ministers of trade of Norway and Chile met in Oslo and Santiago.",
        "Foreign Ministers of Norway and Chile signed the Fens Accord and the Peat Pact.",
        "The presidents, Norway and Chile said, will meet.",
    ] {
        assert_eq!(marked(text), text);
    }
}

#[test]
fn what_is_said_of_somebody_makes_a_person() {
    check(&[
        (
            "Her husband, Skarnhild Zgbrowe, a driver, laughed.",
            "Her husband, ⟦Skarnhild Zgbrowe⟧, a driver, laughed.",
        ),
        (
            "with his Danish counterpart, Skarnhild Zgbrowe, on Monday",
            "with his Danish counterpart, ⟦Skarnhild Zgbrowe⟧, on Monday",
        ),
        (
            "Siti, the only woman in the crew, has left. Siti laughed.",
            "⟦Siti = Siti⟧, the only woman in the crew, has left. ⟦Siti = Siti⟧ laughed.",
        ),
        ("Siti, 34, keeps bees.", "⟦Siti = Siti⟧, 34, keeps bees."),
        (
            "Near the gate Siti, who keeps bees, laughed.",
            "Near the gate ⟦Siti = Siti⟧, who keeps bees, laughed.",
        ),
        (
            "Minister of Peat and Mineral Resources Skarnhild said so. Skarnhild left.",
            "Minister of Peat and Mineral Resources ⟦Skarnhild = Skarnhild | Minister of Peat and Mineral Resources of -⟧ said so. ⟦Skarnhild = Skarnhild⟧ left.",
        ),
        (
            "Peat Council (PC) hydrologist Jane Odegard warned them.",
            "Peat Council (PC) hydrologist ⟦Jane Odegard | hydrologist of Peat Council⟧ warned them.",
        ),
        (
            "Mr Lars Odegard of Norway is its first Chair.",
            "Mr ⟦Lars Odegard | Chair of -⟧ of Norway is its first Chair.",
        ),
        (
            "The Peat Council has ten members. Lars Odegard is its chair.",
            "The Peat Council has ten members. ⟦Lars Odegard | chair of Peat Council⟧ is its chair.",
        ),
    ]);
    for text in [
        "Its neighbour, Skarnhildia, sent boats.",
        "Florence, the city of bridges, sang.",
        "Oslo, 34, 35 and 36 follow.",
        "Siemens, the maker of trains, left.",
        "The counterpart funds, Norwegian and Danish, rose.",
        "Minister of Foreign Affairs Norway spoke.",
        "with the partner Fens Embassy in Washington on Monday",
    ] {
        assert_eq!(marked(text), text);
    }
}

#[test]
fn bodies_of_offices_are_read_to_their_end() {
    check(&[
        (
            "President Jane Odegard of the Federation of Northern Peat Traders spoke.",
            "President ⟦Jane Odegard | President of Federation of Northern Peat Traders⟧ of the Federation of Northern Peat Traders spoke.",
        ),
        (
            "with State Secretary Lars Odegard of the State Secretariat for Peat and Bogs (SPB)",
            "with State Secretary ⟦Lars Odegard | State Secretary of State Secretariat for Peat and Bogs⟧ of the State Secretariat for Peat and Bogs (SPB)",
        ),
        (
            "Mr Lars Odegard, spokesperson of the Front de Libération du Nord et Progrès; and others",
            "Mr ⟦Lars Odegard | spokesperson of Front de Libération du Nord et Progrès⟧, spokesperson of the Front de Libération du Nord et Progrès; and others",
        ),
        (
            "the Secretary General of the Fens Community (FC), Amb. Dr. Jane Odegard, and others",
            "the Secretary General of the Fens Community (FC), Amb. Dr. ⟦Jane Odegard | Secretary General of Fens Community⟧, and others",
        ),
        (
            "The Minister for Foreign Affairs, Senator the Hon. Jane Odegard, spoke. Minister Odegard left.",
            "The Minister for Foreign Affairs, Senator the Hon. ⟦Jane Odegard | Minister for Foreign Affairs of -⟧, spoke. Minister ⟦Odegard = Jane Odegard⟧ left.",
        ),
        (
            "by Prime Minister’s Envoy Jane Odegard",
            "by Prime Minister’s Envoy ⟦Jane Odegard | Prime Minister’s Envoy of -⟧",
        ),
        ("No. Secretary Jane Odegard said so.", "No. Secretary ⟦Jane Odegard | Secretary of -⟧ said so."),
        (
            "President Jane Odegard of the Peat Council and President Lars Lundqvist met.",
            "President ⟦Jane Odegard | President of Peat Council⟧ of the Peat Council and President ⟦Lars Lundqvist | President of -⟧ met.",
        ),
    ]);
}

#[test]
fn family_names_of_several_words_mean_their_bearer() {
    check(&[
        (
            "Deputy Minister Lars Fjell Odegard came. Mr Fjell Odegard left.",
            "Deputy Minister ⟦Lars Fjell Odegard | Deputy Minister of -⟧ came. Mr ⟦Fjell Odegard = Lars Fjell Odegard⟧ left.",
        ),
        (
            "Mr Lars Fjell Odegard met Ms Jane Fjell Odegard. Mr Fjell Odegard left.",
            "Mr ⟦Lars Fjell Odegard⟧ met Ms ⟦Jane Fjell Odegard⟧. Mr ⟦Fjell Odegard⟧ left.",
        ),
        (
            "Deputy Prime Minister Lars Odegard came. Deputy PM Odegard left.",
            "Deputy Prime Minister ⟦Lars Odegard | Deputy Prime Minister of -⟧ came. Deputy PM ⟦Odegard = Lars Odegard⟧ left.",
        ),
    ]);
}

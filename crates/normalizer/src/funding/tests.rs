//! Funding lines of invented papers: title = sum [of total].

use std::sync::LazyLock;

use super::*;
use crate::{
    finder::{date, money, name, quantity},
    sample,
};

static LEXICON: LazyLock<&Lexicon> = LazyLock::new(Lexicon::embedded);

fn document(text: &str) -> Document {
    let mut document = sample::document(text);
    let (lexicon, context) = (&*LEXICON, Context::default());
    date::find(&mut document, lexicon, &context);
    money::find(&mut document, lexicon, &context);
    quantity::find(&mut document, lexicon, &context);
    name::find(&mut document, lexicon, &context);
    money::resolve_currency(&mut document, lexicon, &context);
    find(&mut document, lexicon, &context);
    document
}

fn read(text: &str) -> (Vec<String>, Vec<String>) {
    let document = document(text);
    let lines = document
        .funding
        .iter()
        .map(|line| {
            let amount = &document.amounts[line.amount.0 - 1];
            let part = line.part_of.map_or(String::new(), |id| format!(" of {id}"));
            format!("{} = {}{part}", line.title.as_deref().unwrap_or("-"), amount.value)
        })
        .collect();
    let findings =
        document.diagnostics.iter().map(|found| format!("{}: {}", found.severity, found.message)).collect();
    (lines, findings)
}

#[test]
fn sentences_of_giving() {
    for (text, line) in [
        ("The minister announced $14 million to help repair the dykes.", "help repair the dykes = 14000000"),
        (
            "The letter foresees a joint study of the Gobi line worth $2 million.",
            "a joint study of the Gobi line = 2000000",
        ),
        (
            "A grant of $3 million has bought rescue boats for Chad and Togo.",
            "rescue boats for Chad and Togo = 3000000",
        ),
        (
            "Since 2001, Norway has provided $3.1 billion in food aid to the delta states.",
            "food aid to the delta states = 3100000000",
        ),
        (
            "Chad set up a $2 million grant with the port office to train its pilots.",
            "train its pilots = 2000000",
        ),
        (
            "Fiji gave $4 million to a research station on reefs, the Reef House.",
            "a research station on reefs = 4000000",
        ),
        (
            "Chad paid €2 million toward a clinic in Moundou, run by the Sisters.",
            "a clinic in Moundou = 2000000",
        ),
        ("Togo gave $4 million (about €3 million) to dredge its port.", "dredge its port = 4000000"),
        ("A further $3 million will go toward nurses in Lomé.", "nurses in Lomé = 3000000"),
        ("The grant of $2 million to the Red Cross will provide tents.", "provide tents = 2000000"),
        ("This three-year project is worth $6 million.", "This three-year project = 6000000"),
        ("The yard, financed by a €15 million grant from Malta, opens soon.", "The yard = 15000000"),
        ("Togo raised its grant from $2 million to $3 million to mend roads.", "mend roads = 3000000"),
        ("The ADB's $6 million loan finances roads.", "roads = 6000000"),
        ("Norway set aside NOK 9 million for cold rooms.", "cold rooms = 9000000"),
        ("The council has set aside between EUR 5 and 7 million for a joint yard.", "a joint yard = 5000000"),
        ("The bank lent $3 million to farmers for pumps.", "pumps = 3000000"),
        ("The mill was rebuilt with a grant of €4 million from Malta.", "The mill = 4000000"),
        ("The government will spend $8 million on quays.", "quays = 8000000"),
        (
            "Peru committed $30 million in new funding over four years to clean its rivers.",
            "clean its rivers = 30000000",
        ),
        ("The fund is investing $6 million in fish farms in Togo.", "fish farms in Togo = 6000000"),
        (
            "The Parties shall build a lock at Visby, at a cost of €7 million, half of which is borne by Sweden.",
            "build a lock at Visby = 7000000",
        ),
        (
            "Fiji gave $5 million connecting villages to clean power.",
            "connecting villages to clean power = 5000000",
        ),
        (
            "Chad gave €3 million for studies and design, the bank is adding staff.",
            "studies and design = 3000000",
        ),
        ("Peru gave $4 million to dig wells, helping their farmers.", "dig wells = 4000000"),
        ("Peru gave $4 million for the water firm Aqua to dig wells.", "dig wells = 4000000"),
        (
            "The bank lent $9 million across three farm projects in Togo.",
            "three farm projects in Togo = 9000000",
        ),
        ("The dam was funded by Norway with $4 million.", "The dam = 4000000"),
        ("Togo signed a $45 million road compact with the bank.", "road compact with the bank = 45000000"),
        (
            "The bank approved a loan of €40 million for the northern railway.",
            "the northern railway = 40000000",
        ),
    ] {
        assert_eq!(read(text).0, [line], "{text}");
    }
}

/// Giver, receiver and status of the lines of a text.
fn parties(text: &str) -> Vec<String> {
    let document = document(text);
    let id = |id: &Option<EntityId>| id.as_ref().map_or("-".to_owned(), ToString::to_string);
    let line = |line: &Funding| {
        let status = line.status.map_or("-", FundingStatus::as_str);
        format!("{} > {} {status}", id(&line.donor), id(&line.recipient))
    };
    document.funding.iter().map(line).collect()
}

#[test]
fn who_gives_and_who_receives() {
    for (text, line) in [
        ("$5 million was provided by Japan to UNICEF for vaccines.", "country:jp > org:unicef disbursement"),
        ("The United States will provide $12 million to Kenya for meals.", "country:us > country:ke pledge"),
        (
            "Canada is contributing $2 million through UNICEF for schools.",
            "country:ca > org:unicef commitment",
        ),
        (
            "The United States, through USAID, will provide $5 million to Kenya.",
            "country:us > country:ke pledge",
        ),
        ("In Angola, UNICEF will provide $8 million to fight malaria.", "org:unicef > - pledge"),
        ("To support Ukraine, Sweden is giving $9 million for lamps.", "country:se > - commitment"),
        ("A gift of $7 million from Denmark will help UNHCR build tents.", "country:dk > - pledge"),
        ("UNICEF received $4 million from Italy for clean water.", "country:it > org:unicef receipt"),
        ("Samoa will receive $3 million from Fiji to mend roads.", "country:fj > country:ws pledge"),
        (
            "A $2 million grant was awarded to UNICEF by Ireland for food.",
            "country:ie > org:unicef commitment",
        ),
        ("With $3 million from Malta, UNICEF will clear wells.", "country:mt > - pledge"),
        ("The dam is funded by Norway with $4 million.", "country:no > - -"),
        ("Togo gave $2 million for people who fled from Chad.", "country:tg > - disbursement"),
        ("Finland’s €2 million grant to UNICEF will end hunger.", "country:fi > org:unicef pledge"),
    ] {
        assert_eq!(parties(text), [line], "{text}");
    }
}

#[test]
fn money_of_trade_and_prices_is_no_funding() {
    for text in [
        "Trade between the two reached $14 billion in 2019.",
        "The storm caused losses of $3 million.",
        "A ticket costs $20.",
        "Every krone spent on quays brings back 3 kroner.",
        "The reserve fell by $9 million after the grant ended.",
        "Families with an income of $40,000 receive support.",
        "A gift of over CHF 5,000 shall be made known.",
        "The subsidy is 8 cents per litre.",
        "Exports worth $5 million were announced.",
        "The cost of $5 million a year surprised the owners.",
        "Boats worth $5 million came with the fleet from the north.",
        "Remittances under the labour grant came to $12 million a year.",
    ] {
        assert!(read(text).0.is_empty(), "{text}");
    }
}

#[test]
fn parts_under_headings_belong_to_the_announced_total() {
    let text = "# Backgrounder\n\nThe minister announced funding of $9 million to protect the coast.\n\n\
                # Fisheries patrols – $2.5 million\n\nBoats.\n\n# Dykes: $4 million\n\nStone.\n\n# Birds ($2 million)\n\nNests.";
    let (lines, findings) = read(text);
    assert_eq!(
        lines,
        [
            "protect the coast = 9000000",
            "Fisheries patrols = 2500000 of f1",
            "Dykes = 4000000 of f1",
            "Birds = 2000000 of f1"
        ]
    );
    assert_eq!(findings, ["warning: the listed parts come to 8500000, the total is 9000000"]);
}

#[test]
fn a_sum_told_again_or_inside_anothers_purpose_is_one_line() {
    for (text, lines) in [
        (
            "Togo announced $5 million for wells.\n\nThe $5 million will be paid to the provinces.",
            &["wells = 5000000"][..],
        ),
        (
            "The bank will invest $5 million for the first close of a $20 million fund.",
            &["the first close of a $20 million fund = 5000000"][..],
        ),
        (
            "Togo committed $5 million to this work, and Benin committed $3 million.",
            &["this work = 5000000", "this work = 3000000"][..],
        ),
        (
            "Chad is contributing $11 million to reef schools.\n\nChad's $11 million will be spent as follows:\n\n\
             # Boats – $6 million\n\nTwo.\n\n# Books – $5 million\n\nMany.",
            &["reef schools = 11000000", "Boats = 6000000 of f1", "Books = 5000000 of f1"][..],
        ),
        (
            "Repairs will cost an estimated $7 million. Togo will bear $3 million of this.",
            &["Repairs = 7000000", "Repairs = 3000000"][..],
        ),
        (
            "The ministry announced $24 million, of which $10 million will go to schools and $14 million to clinics.",
            &["- = 24000000", "schools = 10000000 of f1", "clinics = 14000000 of f1"][..],
        ),
        (
            "Togo gave $53 million for reefs, including $3 million for a fund—of which it is a member—and $50 million \
             for boats.",
            &["reefs = 53000000", "a fund = 3000000 of f1", "boats = 50000000 of f1"][..],
        ),
        (
            "The start-up cost of $4 million is met by Chad and Togo:\n\n# Chad – $3 million\n\nOne.\n\n# Togo – $1 million\n\nTwo.",
            &["start-up cost = 4000000", "Chad = 3000000 of f1", "Togo = 1000000 of f1"][..],
        ),
        (
            "Togo will rebuild two piers that storms damaged, with $2 million from the state and a grant of $3 million \
             from Japan.",
            &["rebuild two piers = 2000000", "rebuild two piers = 3000000"][..],
        ),
        (
            "Togo announced $9 million for ports, including $2 million for cranes.",
            &["ports = 9000000", "cranes = 2000000 of f1"][..],
        ),
    ] {
        assert_eq!(read(text).0, lines, "{text}");
    }
}

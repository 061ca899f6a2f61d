//! Sentences with their quotations, speakers and verbs.

use rapporteur_model::{
    Document, Entity, EntityId, EntityKind, Location, Mention, MentionBy, PassageId, TextRange,
};

use super::find;
use crate::{Context, Lexicon, sample};

static LEXICON: std::sync::LazyLock<&Lexicon> = std::sync::LazyLock::new(Lexicon::embedded);

/// Adds an entity that is mentioned wherever one of its forms stands.
fn name(document: &mut Document, kind: EntityKind, id: &str, forms: &[&str]) {
    let mut mentions = Vec::new();
    for (index, passage) in document.passages.iter().enumerate() {
        for form in forms {
            for (start, found) in passage.text().match_indices(form) {
                let range = TextRange::new(start, start + found.len());
                let at = Location { passage: PassageId(index), range };
                if !mentions
                    .iter()
                    .any(|m: &Mention| m.at.passage == at.passage && m.at.range.overlaps(range))
                {
                    mentions.push(Mention { at, by: MentionBy::Name });
                }
            }
        }
    }
    document.entities.push(Entity::new(EntityId(id.to_owned()), kind, forms[0].to_owned(), mentions));
}

/// Quotations as `words [kind; speaker's phrase = entity; cue]`.
fn marked(text: &str) -> Vec<String> {
    let mut document = sample::document(text);
    name(&mut document, EntityKind::Person, "ode", &["Jane Ode", "Ode"]);
    name(&mut document, EntityKind::Person, "lund", &["Per Lund", "Lund"]);
    name(&mut document, EntityKind::Organization, "council", &["Peat Council"]);
    name(&mut document, EntityKind::Organization, "ministry", &["Ministry of Fens", "Danish fens ministry"]);
    find(&mut document, &LEXICON, &Context::default());
    let shown = |quote: &rapporteur_model::Quote| {
        let speaker = quote.speaker.as_ref().map_or("-".to_owned(), |speaker| {
            let entity = speaker.entity.as_ref().map_or("?", |id| id.0.as_str());
            format!("{} = {entity}", document.text(speaker.at))
        });
        let cue = quote.cue.as_ref().map_or("-", |cue| cue.text.as_str());
        format!("{} [{}; {speaker}; {cue}]", quote.text, quote.kind)
    };
    document.quotes.iter().map(shown).collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(marked(text), expected, "in {text:?}");
}

#[test]
fn attributions_after_the_words() {
    check("“We dig no more,” said Ode.", &["We dig no more, [direct; Ode = ode; said]"]);
    check("“We dig no more”, Jane Ode said.", &["We dig no more [direct; Jane Ode = ode; said]"]);
    check("\"We dig no more,\" Lund told reporters.", &["We dig no more, [direct; Lund = lund; told]"]);
    check("“Why dig?” asked Ode in Oslo.", &["Why dig? [direct; Ode = ode; asked]"]);
    check(
        "“We dig no more,” posted the Danish fens ministry.",
        &["We dig no more, [direct; the Danish fens ministry = ministry; posted]"],
    );
    check(
        "“We dig no more,” according to the Peat Council.",
        &["We dig no more, [direct; the Peat Council = council; according to]"],
    );
    check(
        "“We dig no more,” Lund, chair of the Peat Council, said on Monday.",
        &["We dig no more, [direct; Lund = lund; said]"],
    );
    check("«We dig no more», noted Ode", &["We dig no more [direct; Ode = ode; noted]"]);
}

#[test]
fn every_style_of_marks_is_read() {
    let said = |words: &str| format!("{words} [direct; Ode = ode; said]");
    for text in [
        "“We dig no more now,” said Ode.",
        "\"We dig no more now,\" said Ode.",
        "„We dig no more now,“ said Ode.",
        "”We dig no more now,” said Ode.",
        "«We dig no more now,» said Ode.",
        "« We dig no more now, » said Ode.",
        "``We dig no more now,'' said Ode.",
        "‘We dig no more now,’ said Ode.",
        "'We dig no more now,' said Ode.",
    ] {
        assert_eq!(marked(text), [said("We dig no more now,")], "{text}");
    }
    check(
        "“He told us ‘dig no more’ then,” said Ode.",
        &["He told us ‘dig no more’ then, [direct; Ode = ode; said]"],
    );
    check(
        "“We dig no more.\n\n“We plant reeds.\n\n“We wait,” said Ode.",
        &["We dig no more. We plant reeds. We wait, [direct; Ode = ode; said]"],
    );
    check(
        "“We dig no more, and,” said Ode, “we plant reeds,” before he left.",
        &["We dig no more, and, [direct; Ode = ode; said]", "we plant reeds, [direct; Ode = ode; said]"],
    );
    for text in
        ["the diggers’ and the planters’ day", "a 12\" pipe and a 14\" one", "rock ’n’ roll in the ’90s"]
    {
        check(text, &[]);
    }
}

#[test]
fn attributions_stand_inside_the_sentence_too() {
    check(
        "Ode came. The Peat Council, he added, “will keep the books open to all”.",
        &["will keep the books open to all [direct; he = ode; added]"],
    );
    check(
        "The fens, Jane Ode said, “are a sponge that nobody may wring”.",
        &["are a sponge that nobody may wring [direct; Jane Ode = ode; said]"],
    );
    check(
        "Jane Ode, head of the Peat Council, said, “We dig no more now.”",
        &["We dig no more now. [direct; Jane Ode = ode; said]"],
    );
    check(
        "Lund thanked “the farmers who keep the water in”.",
        &["the farmers who keep the water in [direct; Lund = lund; thanked]"],
    );
    check(
        "The Ministry of Fens spoke. The ministry blamed low prices and “paper that walks slower than peat”.",
        &["paper that walks slower than peat [direct; The ministry = ministry; blamed]"],
    );
    check(
        "Her husband, Per Lund, a driver, put it otherwise: “We walk.”",
        &["We walk. [direct; Her husband = lund; put it]"],
    );
    check(
        "Ode, the youngest, has packed. “Mother asks if there is peat,” the 23-year-old from Oslo laughed.",
        &["Mother asks if there is peat, [direct; the 23-year-old from Oslo = ode; laughed]"],
    );
    check(
        "Ode keeps bees. “They keep me,” the farmer said.",
        &["They keep me, [direct; the farmer = ode; said]"],
    );
}

#[test]
fn two_stretches_share_one_attribution() {
    check(
        "“We stop,” said Ode. “We will plant.”",
        &["We stop, [direct; Ode = ode; said]", "We will plant. [direct; Ode = ode; said]"],
    );
    check(
        "“We stop,” Lund added, “and we will plant.”",
        &["We stop, [direct; Lund = lund; added]", "and we will plant. [direct; Lund = lund; added]"],
    );
    check(
        "“We stop,” said Ode. “We start,” said Lund.",
        &["We stop, [direct; Ode = ode; said]", "We start, [direct; Lund = lund; said]"],
    );
}

#[test]
fn attributions_before_the_words() {
    check("Lund said: “We dig no more here.”", &["We dig no more here. [direct; Lund = lund; said]"]);
    check(
        "Speaking in Oslo, Jane Ode told us that “we dig no more”.",
        &["we dig no more [direct; Jane Ode = ode; told]"],
    );
    check(
        "Jane Ode, head of the Peat Council, said, “We dig no more.”",
        &["We dig no more. [direct; Jane Ode = ode; said]"],
    );
    check(
        "According to the Peat Council, “the fens are wet again”.",
        &["the fens are wet again [direct; the Peat Council = council; According to]"],
    );
    check("Per Lund: “We dig no more.”", &["We dig no more. [direct; Per Lund = lund; -]"]);
    check(
        "Lund said the fens were “a gift to all of us”.",
        &["a gift to all of us [direct; Lund = lund; said]"],
    );
}

#[test]
fn pronouns_papers_and_bodies_stand_for_entities() {
    check(
        "“We stop,” said a May 3 Peat Council press release.\n\n“We dry,” wrote Lund.\n\n“We plant,” added the release.\n\n“We win,” it noted.",
        &[
            "We stop, [direct; a May 3 Peat Council press release = council; said]",
            "We dry, [direct; Lund = lund; wrote]",
            "We plant, [direct; the release = council; added]",
            "We win, [direct; it = council; noted]",
        ],
    );
    check("Jane Ode met Lund.\n\n“We stop,” she said.", &["We stop, [direct; she = ode; said]"]);
    check(
        "The Ministry of Fens opened.\n\n“We stop,” the ministry said.",
        &["We stop, [direct; the ministry = ministry; said]"],
    );
}

#[test]
fn whole_paragraphs_take_the_speaker_of_their_neighbours() {
    check(
        "“We stop digging in the fens today.”\n\n– Jane Ode, Minister of Fens",
        &["We stop digging in the fens today. [direct; Jane Ode = ode; -]"],
    );
    check(
        "Lund told the press:\n\n“We stop digging in the fens today.”",
        &["We stop digging in the fens today. [direct; Lund = lund; told]"],
    );
    check(
        "“We stop,” said Ode.\n\n“We will plant what we have lost.”",
        &["We stop, [direct; Ode = ode; said]", "We will plant what we have lost. [direct; Ode = ode; said]"],
    );
}

#[test]
fn a_line_with_a_name_signs_the_quotation_above_it() {
    check(
        "“We stop digging in the fens today.”\n\nPresident Jane Ode\n\n“We will all plant reeds instead.”\n\nMr Lund",
        &[
            "We stop digging in the fens today. [direct; President Jane Ode = ode; -]",
            "We will all plant reeds instead. [direct; Mr Lund = lund; -]",
        ],
    );
}

#[test]
fn judgements_and_sources_of_papers_have_speakers() {
    check("Lund called the fens “wet and wide”.", &["wet and wide [direct; Lund = lund; called]"]);
    check(
        "According to a statement issued by the Peat Council, “the fens are wet”.\n\n“They are wide,” the statement said.",
        &[
            "the fens are wet [direct; a statement issued by the Peat Council = council; According to]",
            "They are wide, [direct; the statement = council; said]",
        ],
    );
    check(
        "the head of the fens, Jane Ode, said: “We dig no more.”",
        &["We dig no more. [direct; the head of the fens = ode; said]"],
    );
}

#[test]
fn terms_and_titles_have_no_speaker() {
    check("They met the “grey digger” trade.", &["grey digger [scare; -; -]"]);
    check("Its report “Wet Land for All” came out.", &["Wet Land for All [title; -; -]"]);
    check("a project called “Wet Feet”", &["Wet Feet [title; -; -]"]);
    check("Lund said the “grey” diggers were gone.", &["grey [scare; -; -]"]);
}

#[test]
fn speech_without_marks_is_no_quotation() {
    check("The ministry said in a post that fens are wet. It’s the diggers’ loss.", &[]);
}

#[test]
fn a_mark_that_is_never_closed_is_told() {
    check("“We dig no more, said Ode.", &["We dig no more, [direct; Ode = ode; said]"]);
    let mut document = sample::document("“We dig no more, said Ode.");
    find(&mut document, &LEXICON, &Context::default());
    assert_eq!(document.diagnostics.len(), 1);
    assert_eq!(document.diagnostics[0].span.map(|span| (span.start, span.end)), Some((0, 3)));
}

#[test]
fn marks_that_are_closed_or_none_are_not_told() {
    let told = |text: &str| -> Vec<String> {
        let mut document = sample::document(text);
        find(&mut document, &LEXICON, &Context::default());
        let span = |found: &rapporteur_model::Diagnostic| found.span.map_or(0, |span| span.start);
        document.diagnostics.iter().map(|found| format!("{} {}", found.code, &text[span(found)..])).collect()
    };
    assert_eq!(told("He said “we go. Then he left."), ["unclosed-quote “we go. Then he left."]);
    assert_eq!(told("He said \"we go. Then he left."), ["unclosed-quote \"we go. Then he left."]);
    for text in [
        "He said “we go,” and left.",
        "“First we eat.\n\n“Then we go,” he said.",
        "It’s the ministers’ view.",
        "a 12\" pipe and a \"good\" one",
    ] {
        assert_eq!(told(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn a_dateline_and_what_a_pronoun_did_before_are_no_speakers() {
    check(
        "OSLO, May 3, 2019 - The Ministry of Fens said: “We dig no more from now on.”",
        &["We dig no more from now on. [direct; The Ministry of Fens = ministry; said]"],
    );
    check(
        "Jane Ode came home. She left the Peat Council saying “we dig no more now”.",
        &["we dig no more now [direct; She = ode; saying]"],
    );
    check(
        "EU envoy Jane Ode - back at home - said: “We dig no more now.”",
        &["We dig no more now. [direct; EU envoy Jane Ode - back at home = ode; said]"],
    );
}

#[test]
fn a_second_quotation_behind_the_speaker_is_his() {
    check(
        "“We dig no more,” said Jane Ode. “The fens are wet and they will stay so.”",
        &[
            "We dig no more, [direct; Jane Ode = ode; said]",
            "The fens are wet and they will stay so. [direct; Jane Ode = ode; said]",
        ],
    );
    check(
        "“We dig no more,” said Jane Ode, head of the Peat Council. “The fens are wet and will stay so.”",
        &[
            "We dig no more, [direct; Jane Ode = ode; said]",
            "The fens are wet and will stay so. [direct; Jane Ode = ode; said]",
        ],
    );
}

#[test]
fn plain_bodies_and_officers_are_speakers() {
    check(
        "“We dig no more,” the Peat Council wrote.",
        &["We dig no more, [direct; the Peat Council = council; wrote]"],
    );
    check(
        "“We dig no more,” joked the council’s director, Jane Ode.",
        &["We dig no more, [direct; the council’s director = ode; joked]"],
    );
}

#[test]
fn a_sentence_behind_the_attribution_goes_on_with_its_speaker() {
    check(
        "“We dig no more,” Ode said at the gate. “The fens are full of water.”",
        &[
            "We dig no more, [direct; Ode = ode; said]",
            "The fens are full of water. [direct; Ode = ode; said]",
        ],
    );
    check(
        "As the poet Jane Ode wrote: “The fens forget no boot that sinks.”",
        &["The fens forget no boot that sinks. [direct; the poet Jane Ode = ode; wrote]"],
    );
    check(
        "Peat Council staff met. “We dig no more,” the agency wrote.",
        &["We dig no more, [direct; the agency = council; wrote]"],
    );
    check(
        "Lund: The fens are wet. As I told the house last week, “peat is not for burning.”",
        &["peat is not for burning. [direct; I = lund; told]"],
    );
    check(
        "Lund called the aid “a wet sack”, and the state’s auditor, Ode, said nothing.",
        &["a wet sack [direct; Lund = lund; called]"],
    );
}

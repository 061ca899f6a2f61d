//! `check` and `diff`: papers that change, and the exact report of each change.

use crate::desk::Desk;

/// A plan whose figures somebody accepted.
const PLAN: &str = "\
Harbour Work Plan 2031-2034

Adopted in Tromsø on 4 March 2031

A. Tides

1. Gauges

1.1 The Harbour Office will pay $2.6 million over five years for new tide gauges in Bodø.

1.2 The parties shall report on their gauges by 30 June 2032:

a. each port names an officer;

b. each officer keeps a log;

c. the logs go to the Tide Council (TC).

2. Boats

2.1 Ministers will open a school for pilots with the Tide Council.

2.2 The school trains 40 pilots a year, said Director Åsa Lind.
";

/// What a change of the plan is, and what is said of it.
struct Case {
    name: &'static str,
    /// What stands there, and what stands there instead.
    edits: &'static [(&'static str, &'static str)],
    report: &'static str,
}

const CASES: &[Case] = &[
    Case { name: "nothing", edits: &[], report: "nothing changed in 1 document\n" },
    Case {
        name: "a figure",
        edits: &[("$2.6 million", "$2.5 million")],
        report: "\
plan.txt
  9:33   amount changed: “$2.6 million” in A.1.1
         text $2.6 million → $2.5 million
         value 2600000 → 2500000
       | 1.1 The Harbour Office will pay $2.5 million over five years for new tide gauges in Bodø.
  9:33   funding changed: “new tide gauges in Bodø” in A.1.1
         amount 2600000 USD → 2500000 USD
       | 1.1 The Harbour Office will pay $2.5 million over five years for new tide gauges in Bodø.
2 changes in 1 document
",
    },
    Case {
        name: "a currency",
        edits: &[("$2.6 million", "€2.6 million")],
        report: "\
plan.txt
  9:33   amount changed: “$2.6 million” in A.1.1
         text $2.6 million → €2.6 million
         currency USD → EUR
         currency_basis inferred → symbol
       | 1.1 The Harbour Office will pay €2.6 million over five years for new tide gauges in Bodø.
  9:33   funding changed: “new tide gauges in Bodø” in A.1.1
         amount 2600000 USD → 2600000 EUR
       | 1.1 The Harbour Office will pay €2.6 million over five years for new tide gauges in Bodø.
2 changes in 1 document
",
    },
    Case {
        name: "a weaker word",
        edits: &[("Ministers will open", "Ministers may open")],
        report: "\
plan.txt
  21:5   item weakened: A.2.1
         Ministers [-will-] {+may+} open a school for pilots with the Tide Council.
1 change in 1 document
",
    },
    Case {
        name: "a stronger word",
        edits: &[("The school trains", "The school must train")],
        report: "\
plan.txt
  23:5   item strengthened: A.2.2
         The school [-trains-] {+must train+} 40 pilots a year, said Director Åsa Lind.
1 change in 1 document
",
    },
    Case {
        name: "a dropped sub-item",
        edits: &[("b. each officer keeps a log;\n\n", "")],
        report: "\
plan.txt
  ~11    item removed: A.1.2.b
         [-each officer keeps a log;-]
  15:1   diagnostic added: numbering-gap
         {+b is missing before c+}
2 changes in 1 document
",
    },
    Case {
        name: "a date",
        edits: &[("30 June 2032", "30 July 2032")],
        report: "\
plan.txt
  11:49  date changed: “30 June 2032” in A.1.2
         text 30 June 2032 → 30 July 2032
         edtf 2032-06-30 → 2032-07-30
       | 1.2 The parties shall report on their gauges by 30 July 2032:
1 change in 1 document
",
    },
    Case {
        name: "a page break in a clause",
        edits: &[("a school for pilots", "a school\n\n- 3 -\n\nfor pilots")],
        report: "nothing changed in 1 document\n",
    },
    Case {
        name: "a page break elsewhere",
        edits: &[("on their gauges", "on\n\n- 3 -\n\ntheir gauges")],
        report: "nothing changed in 1 document\n",
    },
    Case {
        name: "provisions in another order",
        edits: &[(
            "a. each port names an officer;\n\nb. each officer keeps a log;",
            "a. each officer keeps a log;\n\nb. each port names an officer;",
        )],
        report: "nothing changed in 1 document\n",
    },
];

fn edited(text: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(text.to_owned(), |text, (old, new)| {
        assert!(text.contains(old), "{old}");
        text.replacen(old, new, 1)
    })
}

fn accepted(desk: &Desk) {
    desk.lay("plan.txt", PLAN);
    let run = desk.run(&["check", "plan.txt", "--baseline", "facts.jsonl", "--update"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
}

#[test]
fn each_change_has_its_report() {
    let desk = Desk::new();
    accepted(&desk);
    for case in CASES {
        desk.lay("plan.txt", edited(PLAN, case.edits));
        let run = desk.run(&["check", "plan.txt", "--baseline", "facts.jsonl"]);
        assert_eq!(run.out, case.report, "{}", case.name);
        let changed = !case.report.starts_with("nothing");
        assert_eq!((run.code, run.err.as_str()), (i32::from(changed), ""), "{}", case.name);
    }
}

#[test]
fn diff_tells_the_same_of_two_papers_and_of_baselines() {
    let desk = Desk::new();
    accepted(&desk);
    let case = &CASES[1];
    desk.lay("later/second.txt", edited(PLAN, case.edits)).lay("earlier/plan.txt", PLAN);
    let want = case.report.replacen("plan.txt", "later/second.txt", 1);
    for old in ["plan.txt", "facts.jsonl", "earlier/plan.txt"] {
        let run = desk.run(&["diff", old, "later/second.txt"]);
        assert_eq!((run.out.as_str(), run.code, run.err.as_str()), (want.as_str(), 1, ""), "{old}");
    }
    desk.lay("later/plan.txt", edited(PLAN, case.edits));
    std::fs::remove_file(desk.path("later/second.txt")).unwrap();
    assert_eq!(desk.run(&["diff", "earlier", "later"]).out, case.report);
    // The output of an earlier run knows no lines.
    for to in ["json", "jsonl"] {
        assert_eq!(desk.run(&["convert", "earlier", "--out", to, "--to", to]).code, 0);
        let run = desk.run(&["diff", to, "later/plan.txt"]);
        assert_eq!(run.code, 1, "{}", run.err);
        assert!(run.out.contains("value 2600000 → 2500000"), "{}", run.out);
    }
    assert_eq!(desk.run(&["diff", "json", "earlier/plan.txt"]).code, 0);
}

#[test]
fn a_renamed_paper_is_the_same() {
    let desk = Desk::new();
    desk.lay("papers/plan.txt", PLAN);
    assert_eq!(desk.run(&["check", "papers", "--baseline", "facts.jsonl", "--update"]).code, 0);
    std::fs::rename(desk.path("papers/plan.txt"), desk.path("papers/harbours.txt")).unwrap();
    let run = desk.run(&["check", "papers", "--baseline", "facts.jsonl"]);
    let want = "papers/plan.txt is papers/harbours.txt now, byte for byte\nnothing changed in 1 document\n";
    assert_eq!((run.out.as_str(), run.code), (want, 0));
}

#[test]
fn papers_come_and_go() {
    let desk = Desk::new();
    desk.lay("papers/plan.txt", PLAN).lay("papers/note.txt", "Harbour Note\n\nThe harbour is open.\n");
    assert_eq!(desk.run(&["check", "papers", "--baseline", "facts.jsonl", "--update"]).code, 0);
    std::fs::remove_file(desk.path("papers/note.txt")).unwrap();
    let run = desk.run(&["check", "papers", "--baseline", "facts.jsonl"]);
    assert!(run.code == 1 && run.out.contains("papers/note.txt\n  -      document removed"), "{}", run.out);
    // One file alone says nothing of the others, and leaves them in the baseline.
    let alone = ["check", "papers/plan.txt", "--baseline", "facts.jsonl"];
    assert_eq!(desk.run(&alone).code, 0);
    assert_eq!(desk.run(&[&alone[..], &["--update"]].concat()).code, 0);
    assert!(desk.run(&["check", "papers", "--baseline", "facts.jsonl"]).code == 1);
    assert_eq!(desk.run(&["check", "papers", "--baseline", "facts.jsonl", "--update"]).code, 0);
    assert_eq!(desk.run(&["check", "papers", "--baseline", "facts.jsonl"]).code, 0);
}

#[test]
fn what_could_not_run_says_why() {
    let desk = Desk::new();
    desk.lay("plan.txt", PLAN).lay("bad.jsonl", "{\"kind\":\"itme\"}\n").lay("rules.toml", "\n[ignroe]\n");
    for (arguments, why) in [
        (&["check", "plan.txt"][..], "--baseline FILE is missing"),
        (&["check", "plan.txt", "--baseline", "none.jsonl"], "there is no baseline none.jsonl"),
        (&["check", "plan.txt", "--baseline", "bad.jsonl"], "bad.jsonl: line 1: “itme” is no kind of fact"),
        (
            &["check", "plan.txt", "--baseline", "b.jsonl", "--update", "--config", "rules.toml"],
            "rules.toml:2: unknown key \"ignroe\"; did you mean \"ignore\"?",
        ),
        (&["diff", "plan.txt", "none.txt"], "none.txt: cannot be read"),
    ] {
        let run = desk.run(arguments);
        assert!(run.code == 2 && run.err.contains(why), "{arguments:?}: {} {}", run.code, run.err);
    }
}

/// A desk with a plan whose figure and whose will changed, and the run of a report about it.
fn reported(format: &str) -> String {
    let desk = Desk::new();
    accepted(&desk);
    let edits = [("$2.6 million", "$2.5 million"), ("Ministers will open", "Ministers may open")];
    desk.lay("plan.txt", edited(PLAN, &edits));
    desk.lay(
        "rules.toml",
        "[[assert]]\ngenre = \"treaty\"\ndocuments = 1\nmessage = \"one <treaty> at least\"\n",
    );
    let report =
        ["check", "plan.txt", "--baseline", "facts.jsonl", "--config", "rules.toml", "--format", format];
    let run = desk.run(&[&report[..], &["--out", "report"]].concat());
    assert_eq!((run.code, run.out.as_str(), run.err.as_str()), (1, "", ""), "{format}");
    let (_, report) = desk.files(".").into_iter().find(|(name, _)| name == "report").unwrap();
    String::from_utf8(report).unwrap()
}

#[test]
fn markdown_has_a_table_of_gains_and_losses() {
    let want = "\
### rapporteur check: 3 changes in 1 document; 1 assertion failed

Assertions that do not hold:

- documents = 1, of genre treaty: found 0 (one &lt;treaty&gt; at least)

| | before | after | gained | lost | changed |
|---|--:|--:|--:|--:|--:|
| item | 10 | 10 |  |  | 1 |
| amount | 1 | 1 |  |  | 1 |
| funding | 1 | 1 |  |  | 1 |

#### `plan.txt`

- item weakened: A.2.1 (line 21)
  > Ministers <del>will</del> <ins>may</ins> open a school for pilots with the Tide Council.
- amount changed: “$2.6 million” in A.1.1 (line 9)
  - text `$2.6 million` → `$2.5 million`
  - value `2600000` → `2500000`
- funding changed: “new tide gauges in Bodø” in A.1.1 (line 9)
  - amount `2600000 USD` → `2500000 USD`
";
    assert_eq!(reported("markdown"), want);
}

#[test]
fn sarif_and_json_have_lines_and_columns() {
    let sarif: serde_json::Value = serde_json::from_str(&reported("sarif")).unwrap();
    let run = &sarif["runs"][0];
    assert_eq!((&sarif["version"], &run["columnKind"]), (&"2.1.0".into(), &"unicodeCodePoints".into()));
    let results = run["results"].as_array().unwrap();
    let rules: Vec<_> = results.iter().map(|result| result["ruleId"].as_str().unwrap()).collect();
    assert_eq!(rules, ["item-weakened", "amount-changed", "funding-changed", "assertion-failed"]);
    let place = &results[1]["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "plan.txt");
    let region = serde_json::json!({ "startLine": 9, "startColumn": 33, "endLine": 9, "endColumn": 45 });
    assert_eq!(place["region"], region);
    let known: Vec<_> =
        run["tool"]["driver"]["rules"].as_array().unwrap().iter().map(|rule| &rule["id"]).collect();
    assert!(rules.iter().all(|rule| known.iter().any(|id| *id == rule)), "{known:?}");

    let json: serde_json::Value = serde_json::from_str(&reported("json")).unwrap();
    assert_eq!(json["changes"][1]["fields"][1]["new"], "2500000");
    assert_eq!(json["changes"][1]["place"]["column"], 33);
    assert_eq!(json["failures"][0]["message"], "one <treaty> at least");
}

#[test]
fn junit_has_a_case_a_document_and_an_assertion() {
    let xml = reported("junit");
    assert!(
        xml.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"rapporteur\""),
        "{xml}"
    );
    for part in [
        "tests=\"2\" skipped=\"0\" failures=\"2\" errors=\"0\"",
        "<testcase name=\"plan.txt\" classname=\"rapporteur.documents\">",
        "<failure message=\"item weakened: A.2.1 and 2 more\" type=\"changed\">",
        "line 9: amount changed: “$2.6 million” in A.1.1: text $2.6 million → $2.5 million; value 2600000 → 2500000",
        "one &lt;treaty&gt; at least",
    ] {
        assert!(xml.contains(part), "{part}: {xml}");
    }
}

#[test]
fn rules_say_what_counts() {
    let desk = Desk::new();
    accepted(&desk);
    desk.lay(
        "plan.txt",
        edited(PLAN, &[("$2.6 million", "$2.61 million"), ("30 June 2032", "29 June 2032")]),
    );
    let check = |rules: &str| {
        desk.lay("rapporteur.toml", format!("baseline = \"facts.jsonl\"\n{rules}"));
        desk.run(&["check", "plan.txt"])
    };
    assert_eq!(check("").code, 1);
    let texts = "fields = [\"amount.text\", \"date.text\"]\nkinds = [\"funding\", \"item\"]\n";
    assert_eq!(check(&format!("[ignore]\n{texts}")).code, 1);
    let near = "[tolerance]\n\"amount.value\" = \"0.5 %\"\n\"date.edtf\" = \"1 day\"\n";
    let run = check(&format!("[ignore]\n{texts}{near}"));
    assert_eq!((run.code, run.out.as_str()), (0, "nothing changed in 1 document\n"));
    let run =
        check(&format!("[ignore]\n{texts}[tolerance]\n\"amount.value\" = 9999\n\"date.edtf\" = \"1 day\"\n"));
    assert!(run.code == 1 && run.out.contains("value 2600000 → 2610000"), "{}", run.out);
}

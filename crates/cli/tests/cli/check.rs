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

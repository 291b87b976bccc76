//! Grammatical constructions: who does what to whom.

#![allow(clippy::expect_used, clippy::panic)]

use std::sync::LazyLock;
use verbale_syntax::{Analysis, Label, NameKind, Sentence, Step, Syntax, Via};

static SYNTAX: LazyLock<Syntax> = LazyLock::new(|| Syntax::english().expect("the embedded model loads"));

fn with<T>(text: &str, ask: impl FnOnce(Sentence<'_>) -> T) -> T {
    let analysis: Analysis = SYNTAX.analyze(text);
    let sentence = analysis.sentence(0).expect("a sentence");
    ask(sentence)
}

fn find(s: &Sentence<'_>, form: &str) -> usize {
    (0..s.len()).find(|&t| s.form(t) == form).unwrap_or_else(|| panic!("{form} in\n{s}"))
}

/// Checks verbs given as `verb: subject / object / agent`, `-` for none; the subject may have `~` and its `Via` behind it.
#[track_caller]
fn check(text: &str, verbs: &[(&str, &str, &str, &str)]) {
    with(text, |s| {
        for (verb, subject, object, agent) in verbs {
            let v = find(&s, verb);
            let word = |t: Option<usize>| t.map_or("-", |t| s.form(t));
            let got = (
                word(s.subject(v).map(|a| a.token)),
                word(s.object(v).map(|a| a.token)),
                word(s.passive_agent(v)),
            );
            assert_eq!(got, (*subject, *object, *agent), "{verb} in\n{s}");
        }
    });
}

#[test]
fn active_and_passive() {
    check("Senegal condemned the coup.", &[("condemned", "Senegal", "coup", "-")]);
    check("The coup was condemned by Senegal.", &[("condemned", "coup", "-", "Senegal")]);
    check(
        "The accord had been signed in Lomé by both presidents.",
        &[("signed", "accord", "-", "presidents")],
    );
    with("The prisoners were released and exchanged.", |s| {
        assert!(s.is_passive(find(&s, "released")) && s.is_passive(find(&s, "exchanged")), "{s}");
    });
}

#[test]
fn verbs_share_the_agent_behind_them() {
    check(
        "The envoys were killed or captured by rebels.",
        &[("killed", "envoys", "-", "rebels"), ("captured", "envoys", "-", "rebels")],
    );
    check("The general was dismissed and replaced by a colonel.", &[("dismissed", "general", "-", "-")]);
}

#[test]
fn gerunds_behind_prepositions() {
    check(
        "Senegal was accused of violating the accord.",
        &[("accused", "Senegal", "-", "-"), ("violating", "Senegal", "accord", "-")],
    );
    check("Senegal accused Gambia of violating the accord.", &[("violating", "Gambia", "accord", "-")]);
    check("Senegal left the talks without signing the accord.", &[("signing", "Senegal", "accord", "-")]);
}

#[test]
fn relative_clauses() {
    check(
        "The envoy who visited Khartoum left on Sunday.",
        &[("visited", "envoy", "Khartoum", "-"), ("left", "envoy", "-", "-")],
    );
    check(
        "The treaty that Jordan signed ended the war.",
        &[("signed", "Jordan", "treaty", "-"), ("ended", "treaty", "war", "-")],
    );
    check("The base, which was attacked by rebels, burned.", &[("attacked", "base", "-", "rebels")]);
    with("The envoy who visited Khartoum left.", |s| {
        assert_eq!(s.subject(find(&s, "visited")).map(|a| a.via), Some(Via::Relative), "{s}");
    });
}

#[test]
fn coordination() {
    check("Norway and Sri Lanka signed the deal.", &[("signed", "Norway", "deal", "-")]);
    with("Norway, Finland and Estonia signed the deal.", |s| {
        let all: Vec<&str> = s.conjuncts(find(&s, "Estonia")).into_iter().map(|t| s.form(t)).collect();
        assert_eq!(all, ["Norway", "Finland", "Estonia"], "{s}");
    });
    check(
        "The army entered the town and seized the bridge.",
        &[("entered", "army", "town", "-"), ("seized", "army", "bridge", "-")],
    );
    with("The guards seized rifles and ammunition.", |s| {
        assert_eq!(s.conjuncts(find(&s, "rifles")).len(), 2, "{s}");
    });
}

#[test]
fn control() {
    check(
        "Ethiopia agreed to withdraw its troops.",
        &[("agreed", "Ethiopia", "-", "-"), ("withdraw", "Ethiopia", "troops", "-")],
    );
    with("Egypt urged Sudan to reopen the border.", |s| {
        let reopen = find(&s, "reopen");
        assert_eq!(s.object(reopen).map(|a| s.form(a.token)), Some("border"), "{s}");
        assert_eq!(s.subject(reopen).map(|a| s.form(a.token)), Some("Sudan"), "{s}");
    });
}

#[test]
fn reported_speech() {
    with("The ministry said that soldiers had crossed the river.", |s| {
        let (said, crossed) = (find(&s, "said"), find(&s, "crossed"));
        assert_eq!(
            (s.root(), s.head(crossed), s.label(crossed)),
            (said, Some(said), Some(Label::Ccomp)),
            "{s}"
        );
        assert_eq!(s.clause(find(&s, "river")), crossed);
        assert_eq!(s.clause(find(&s, "ministry")), said);
        assert!(!s.clause_tokens(said).contains(&crossed));
    });
    check(
        "\"We will never surrender,\" the mayor told reporters.",
        &[("told", "mayor", "reporters", "-"), ("surrender", "We", "-", "-")],
    );
}

#[test]
fn appositions_and_nominalisations() {
    with("Kofi Annan, the mediator, arrived in Nairobi.", |s| {
        assert_eq!(s.label(find(&s, "mediator")), Some(Label::Appos), "{s}");
        assert_eq!(s.subject(find(&s, "arrived")).map(|a| s.form(a.token)), Some("Annan"), "{s}");
    });
    with("Iran's rejection of the proposal surprised diplomats.", |s| {
        let rejection = find(&s, "rejection");
        assert_eq!(s.child(rejection, Label::Poss).map(|t| s.form(t)), Some("Iran"), "{s}");
        assert_eq!(s.prepositional(rejection, "of").map(|t| s.form(t)), Some("proposal"), "{s}");
    });
}

#[test]
fn fronted_and_inserted_dates() {
    check("On 26 March 1979, Egypt and Israel signed a peace treaty.", &[("signed", "Egypt", "treaty", "-")]);
    check("The council on Friday adopted a resolution.", &[("adopted", "council", "resolution", "-")]);
    check("In October 2010 the court convicted four officers.", &[("convicted", "court", "officers", "-")]);
}

#[test]
fn negation_and_paths() {
    with("Eritrea did not attend the summit.", |s| assert!(s.is_negated(find(&s, "attend")), "{s}"));
    with("Togo signed the charter.", |s| {
        let path = s.path(find(&s, "Togo"), find(&s, "charter"));
        assert_eq!(path, Some(vec![Step::Up(Label::Nsubj), Step::Down(Label::Dobj)]), "{s}");
        assert_eq!(s.path(0, 0), Some(vec![]));
        assert_eq!(s.path(0, 99), None);
    });
}

#[test]
fn names_have_kinds() {
    with("President Nelson Mandela visited Angola on 5 May 1998.", |s| {
        let found: Vec<(NameKind, String)> = s
            .names()
            .iter()
            .map(|n| (n.kind, n.tokens.clone().map(|t| s.form(t)).collect::<Vec<_>>().join(" ")))
            .collect();
        assert_eq!(
            found,
            [
                (NameKind::Person, "Nelson Mandela".to_owned()),
                (NameKind::Gpe, "Angola".to_owned()),
                (NameKind::Date, "5 May 1998".to_owned())
            ],
            "{s}"
        );
    });
}

#[test]
fn case_does_not_matter_much() {
    for text in [
        "The rebels attacked the airport.",
        "THE REBELS ATTACKED THE AIRPORT.",
        "the rebels attacked the airport",
    ] {
        with(text, |s| {
            let verb = s.root();
            assert_eq!(s.lemma(verb), "attack", "{s}");
            assert_eq!(
                s.subject(verb).map(|a| s.lemma(a.token).to_lowercase()).as_deref(),
                Some("rebel"),
                "{s}"
            );
            assert_eq!(
                s.object(verb).map(|a| s.lemma(a.token).to_lowercase()).as_deref(),
                Some("airport"),
                "{s}"
            );
        });
    }
}

//! The trainer: the same text and seed give the same file, and broken text is named.

#![cfg(feature = "trainer")]
#![allow(clippy::expect_used, clippy::panic)]

use verbale_syntax::trainer::{Options, check, train};
use verbale_syntax::{Label, Syntax};

/// A little treebank of our own, made by the embedded model.
fn trees() -> String {
    let analysis =
        Syntax::english().expect("the embedded model loads").analyze(include_str!("../benches/text.txt"));
    let mut out = String::new();
    for sentence in analysis.sentences() {
        out.push_str("#own\n");
        for (at, token) in sentence.tokens().iter().enumerate() {
            let head = token.head.map_or(0, |h| h + 1);
            let name = sentence.name_at(at).map_or("O".to_owned(), |n| {
                format!("{}-{}", if n.tokens.start == at { 'B' } else { 'I' }, n.kind)
            });
            let label = if head == 0 { Label::Root } else { token.label };
            out.push_str(&format!(
                "{}\t1\t{}\t{head}\t{label}\t{name}\t{}\n",
                sentence.form(at),
                token.tag,
                token.universal
            ));
        }
        out.push('\n');
    }
    out
}

fn small() -> Options {
    Options {
        tag_bits: 12,
        role_bits: 12,
        action_bits: 14,
        label_bits: 11,
        place_bits: 11,
        kind_bits: 10,
        tree_epochs: 6,
        folds: 2,
        clusters: 8,
        ..Options::default()
    }
}

#[test]
fn training_is_repeatable_and_learns() {
    let trees = trees();
    let run = || train(&trees, &trees, &small(), &mut |_| {}).expect("the trees are well formed");
    let (first, second) = (run(), run());
    assert!(first.file == second.file, "two trainings differ");
    let report = first.report.to_string();
    let uas: f64 = report
        .lines()
        .find_map(|l| l.strip_prefix("uas").and_then(|v| v.trim().parse().ok()))
        .expect("a figure");
    assert!(uas > 50.0, "{report}");
    assert_eq!(Syntax::from_bytes(&first.file).expect("it loads").model_info().seed, 1);
    assert!(check(&first.file, &trees).is_ok());
}

#[test]
fn broken_trees_are_named() {
    let error = |text: &str| train(text, "", &small(), &mut |_| {}).expect_err("it is broken").to_string();
    assert_eq!(error(""), "the training text has no sentences");
    assert_eq!(error("A\t1\tNN\n"), "training text: line 1: 3 columns instead of 7");
    assert_eq!(error("A\t1\tQQ\t0\tROOT\tO\tX\n"), "training text: line 1: unknown tag QQ");
    assert_eq!(
        error("A\t1\tNN\t9\tROOT\tO\tX\n\n"),
        "training text: line 2: a head beyond the sentence's 1 tokens"
    );
}

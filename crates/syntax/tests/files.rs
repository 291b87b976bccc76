//! CoNLL-U in and out, and model files that are wrong.

#![allow(clippy::expect_used, clippy::panic)]

use std::sync::LazyLock;
use verbale_syntax::{
    Analysis, AnalysisError, Label, ModelError, Parsed, Syntax, Tag, Token, Universal, conllu,
};

static SYNTAX: LazyLock<Syntax> = LazyLock::new(|| Syntax::english().expect("the embedded model loads"));
static MODEL: &[u8] = include_bytes!("../data/english.model");

#[test]
fn what_is_written_is_read_back() {
    for text in [
        "",
        "  Laos joined in 1997.\nIt's a back\\slash; a | bar.\n\n\tMs. Park (55) \u{A0}left.  \n",
        "A\u{2028}B  C\u{3000}D\u{85}E",
        "NO STOP\n\n• item one\n• item two",
    ] {
        let analysis = SYNTAX.analyze(text);
        let lines = conllu::write(&analysis);
        if analysis.sentences().len() > 0 {
            assert_eq!(conllu::read(&lines).expect("it is well formed"), analysis, "{lines}");
        }
    }
}

#[test]
fn files_of_others_are_read() {
    let text = "# text = He's in.\n1-2\tHe's\t_\t_\t_\t_\t_\t_\t_\t_\n1\tHe\the\tPRON\tPRP\t_\t3\tnsubj\t_\t_\n2\t's\tbe\tAUX\tVBZ\t_\t3\tcop\t_\t_\n3\tin\tin\tADP\tIN\t_\t0\troot\t_\tSpaceAfter=No\n4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n";
    let analysis = conllu::read(text).expect("it is well formed");
    let sentence = analysis.sentence(0).expect("a sentence");
    assert_eq!((sentence.len(), sentence.root(), sentence.head(1)), (4, 2, Some(2)));
}

#[test]
fn forms_stand_as_they_are() {
    let analysis = SYNTAX.analyze("C:\\new was\u{200B} read.");
    let lines = conllu::write(&analysis);
    assert!(lines.contains("# text = C:\\new was read."), "{lines}");
    // The words of a multi-word token touch; what follows them stands on the range.
    let text = "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tDo\tdo\tAUX\tVB\t_\t0\troot\t_\t_\n2\tn't\tnot\tPART\tRB\t_\t1\tneg\t_\t_\n3\t!\t!\tPUNCT\t.\t_\t1\tpunct\t_\t_\n4\tGo\tgo\tVERB\tVB\t_\t1\tROOT\t_\tSpaceAfter=No\n\n";
    let analysis = conllu::read(text).expect("it is well formed");
    assert_eq!(analysis.text(), "Don't! Go");
    assert_eq!(conllu::read(&conllu::write(&analysis)).expect("it is well formed"), analysis);
}

#[test]
fn broken_lines_are_named() {
    for (text, wanted) in [
        ("1\tA\n", "line 1: 2 columns instead of 10"),
        ("1\tA\ta\tX\tXX\t_\tx\troot\t_\t_\n", "line 1: head x is no number"),
        ("2\tA\ta\tX\tXX\t_\t0\troot\t_\t_\n", "line 1: token 2 where 1 is due"),
        (
            "1\tA\ta\tX\tXX\t_\t2\tdep\t_\t_\n2\tB\tb\tX\tXX\t_\t1\tdep\t_\t_\n",
            "sentence 0: the heads do not make a tree with one root, labelled ROOT as no other token is",
        ),
        (
            "1\tA\ta\tX\tXX\t_\t7\tdep\t_\t_\n2\tB\tb\tX\tXX\t_\t0\troot\t_\t_\n",
            "sentence 0: the heads do not make a tree with one root, labelled ROOT as no other token is",
        ),
    ] {
        assert_eq!(conllu::read(text).expect_err("it is broken").to_string(), wanted);
    }
}

#[test]
fn parts_that_make_no_analysis_are_refused() {
    let analysis = SYNTAX.analyze("Oman mediated.");
    let mut parts: Vec<_> = analysis.sentences().map(|s| (s.tokens().to_vec(), s.names().to_vec())).collect();
    parts[0].0[0].span = 0..400;
    let parsed = parts.into_iter().map(|(tokens, names)| verbale_syntax::Parsed { tokens, names }).collect();
    let error = Analysis::new("Oman mediated.".to_owned(), parsed).expect_err("the span is too long");
    assert!(matches!(error, AnalysisError::Span { sentence: 0, token: 0, .. }));
    for (label, start, lemma, wanted) in [
        (Label::Dep, 0, "Oman", AnalysisError::Tree(0)),
        (Label::Root, 1, "Oman", AnalysisError::Gap { sentence: 0, token: 0 }),
        (Label::Root, 0, "", AnalysisError::Word { sentence: 0, token: 0 }),
        (Label::Root, 0, "a\tb", AnalysisError::Word { sentence: 0, token: 0 }),
    ] {
        let token = Token {
            span: start..4,
            tag: Tag::NNP,
            universal: Universal::Propn,
            lemma: lemma.to_owned(),
            head: None,
            label,
        };
        let parsed = vec![Parsed { tokens: vec![token], names: Vec::new() }];
        assert_eq!(Analysis::new("Oman".to_owned(), parsed), Err(wanted));
    }
}

#[test]
fn wrong_models_are_refused() {
    let error = |bytes: &[u8]| Syntax::from_bytes(bytes).expect_err("it is wrong");
    assert_eq!(error(b""), ModelError::Magic);
    assert_eq!(error(b"something else entirely"), ModelError::Magic);
    let half = &MODEL[..MODEL.len() / 2];
    assert_eq!(error(half), ModelError::Length { found: half.len() as u64, wanted: MODEL.len() as u64 });
    let mut other = MODEL.to_vec();
    other[8] = 99;
    assert!(matches!(error(&other), ModelError::Format { found: 99, .. }));
    let mut damaged = MODEL.to_vec();
    let middle = damaged.len() / 2;
    damaged[middle] ^= 1;
    assert_eq!(error(&damaged), ModelError::Checksum);
}

#[test]
fn the_model_file_reads_as_the_embedded_model_does() {
    let syntax = Syntax::from_bytes(MODEL).expect("it is the model");
    assert_eq!(syntax.model_info(), SYNTAX.model_info());
    let text = include_str!("../benches/text.txt");
    assert_eq!(syntax.analyze(text), SYNTAX.analyze(text));
}

#[test]
fn the_model_says_how_good_it_is() {
    let info = SYNTAX.model_info();
    let figure = |name: &str| info.figures.iter().find(|f| f.0 == name).map_or(0, |f| f.1);
    assert!(
        figure("tags") >= 9750 && figure("uas") >= 9200 && figure("las") >= 9020 && figure("names") >= 8200,
        "{info:?}"
    );
    assert_ne!(info.data, 0);
}

#[test]
fn the_same_text_gives_the_same_analysis() {
    let text = "The Assembly, meeting in Addis Ababa, adopted two decisions; Mali abstained.";
    assert_eq!(SYNTAX.analyze(text), SYNTAX.analyze(text));
    let twice = format!("{text}\n\n{text}");
    let analysis = SYNTAX.analyze(&twice);
    let forms: Vec<Vec<_>> =
        analysis.sentences().map(|s| s.tokens().iter().map(|t| (t.tag, t.head, t.label)).collect()).collect();
    assert_eq!(forms[0], forms[1]);
}

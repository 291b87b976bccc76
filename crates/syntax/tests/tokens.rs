//! Tokens and sentences: what is split, what stays whole, where sentences end.

#![allow(clippy::expect_used, clippy::panic)]

use std::sync::LazyLock;
use verbale_syntax::Syntax;

static SYNTAX: LazyLock<Syntax> = LazyLock::new(|| Syntax::english().expect("the embedded model loads"));

fn words(text: &str) -> Vec<String> {
    let analysis = SYNTAX.analyze(text);
    analysis
        .sentences()
        .flat_map(|s| (0..s.len()).map(|t| s.form(t).to_owned()).collect::<Vec<_>>())
        .collect()
}

fn sentences(text: &str) -> Vec<String> {
    SYNTAX.analyze(text).sentences().map(|s| s.text().to_owned()).collect()
}

#[track_caller]
fn split(text: &str, wanted: &str) {
    assert_eq!(words(text).join(" "), wanted);
}

#[test]
fn contractions_and_possessives() {
    split(
        "They don't, can't and won't; I'd say it's Chad's.",
        "They do n't , ca n't and wo n't ; I 'd say it 's Chad 's .",
    );
    split("The ministers’ talks didn’t fail.", "The ministers ’ talks did n’t fail .");
    split("She'd met Sa'd.", "She 'd met Sa'd .");
    split("We cannot wait.", "We can not wait .");
}

#[test]
fn hyphens_dashes_and_ranges() {
    split("A 12-year-old cease-fire", "A 12 - year - old cease - fire");
    split("the 1998–2000 war, 1998-2000", "the 1998 – 2000 war , 1998 - 2000");
    split("Both sides—Peru and Ecuador—signed.", "Both sides — Peru and Ecuador — signed .");
    split("an AK-47 and T-72s", "an AK-47 and T-72s");
    split("Re-opened ports, pre-war re-election", "Re-opened ports , pre - war re-election");
}

#[test]
fn abbreviations_initials_and_symbols() {
    split("Gen. J. K. Mensah left the U.S. for Fiji.", "Gen. J. K. Mensah left the U.S. for Fiji .");
    split("Resolution No. 1234 (S/PRST/2020/9)", "Resolution No. 1234 ( S/PRST/2020/9 )");
    split("S/2020/123/Add.1 and A/HRC/45/L.22/Rev.1.", "S/2020/123/Add.1 and A/HRC/45/L.22/Rev.1 .");
    split("S/RES/1244(1999)", "S/RES/1244 ( 1999 )");
    split("S/PRST/2020/9–S/PRST/2020/12", "S/PRST/2020/9 – S/PRST/2020/12");
    split("and/or the US/UK note", "and / or the US / UK note");
    split("Lt.-Gen. Rao met anti-U.S. groups.", "Lt.-Gen. Rao met anti - U.S. groups .");
    split("No. They refused.", "No . They refused .");
    split("See paras. 4 and 5, e.g. at 9 a.m. today.", "See paras. 4 and 5 , e.g. at 9 a.m. today .");
}

#[test]
fn sums_dates_and_addresses() {
    split(
        "It cost $500 billion, or 5%, in US$20 notes.",
        "It cost $ 500 billion , or 5 % , in US$ 20 notes .",
    );
    split("$5–$10 or $5-$10, €3m–€5m", "$ 5 – $ 10 or $ 5 - $ 10 , € 3 m – € 5 m");
    split("10%-15% by 3:30pm", "10 % - 15 % by 3:30 pm");
    split("On 12.10.1999 at 14:30", "On 12.10.1999 at 14:30");
    split("See https://example.org/a?b=1.", "See https://example.org/a?b=1 .");
    split("Write to desk@example.org, please.", "Write to desk@example.org , please .");
}

#[test]
fn quotes_and_brackets() {
    split("“Never,” he said (twice).", "“ Never , ” he said ( twice ) .");
    split("the 'peace' plan, the \"road map\" [sic]", "the ' peace ' plan , the \" road map \" [ sic ]");
    split("«Non», dit-il.", "« Non » , dit - il .");
}

#[test]
fn every_token_cuts_its_text() {
    for text in [
        "",
        " \n\t ",
        "a",
        "…",
        "\u{FEFF}Tuvalu\u{200B} voted.\r\n\r\n",
        "ﬁn 日本語。テスト 🙂🙂",
        "'''''",
        "- - -",
        "((((((",
        "a\u{301}b’s",
        "....",
        "x’",
    ] {
        let analysis = SYNTAX.analyze(text);
        assert_eq!(analysis.text(), text);
        let mut end = 0;
        for sentence in analysis.sentences() {
            for token in sentence.tokens() {
                assert!(token.span.start >= end && !token.span.is_empty(), "{text:?}");
                assert!(
                    text[end..token.span.start]
                        .chars()
                        .all(|c| c.is_whitespace() || c.is_control() || "\u{FEFF}\u{200B}".contains(c)),
                    "{text:?}"
                );
                end = token.span.end;
            }
        }
    }
}

#[test]
fn sentences_end_at_stops_and_not_at_abbreviations() {
    assert_eq!(
        sentences(
            "Dr. Abebe met Lt. Col. Ruiz at 5 p.m. on Sept. 3. They spoke. Did it help? \"Yes!\" she said."
        ),
        [
            "Dr. Abebe met Lt. Col. Ruiz at 5 p.m. on Sept. 3.",
            "They spoke.",
            "Did it help?",
            "\"Yes!\" she said."
        ]
    );
    assert_eq!(
        sentences("He moved to the U.S. In 1990 he returned."),
        ["He moved to the U.S.", "In 1990 he returned."]
    );
    assert_eq!(sentences("The U.S. Navy sailed to St. Lucia."), ["The U.S. Navy sailed to St. Lucia."]);
    assert_eq!(
        sentences("They waited... Nothing came. \"We go.\" The talks ended."),
        ["They waited...", "Nothing came.", "\"We go.\"", "The talks ended."]
    );
    assert_eq!(
        sentences("The convoy left at noon. \"Hello,\" said Ito. The goods cost Rs. 500 in all."),
        ["The convoy left at noon.", "\"Hello,\" said Ito.", "The goods cost Rs. 500 in all."]
    );
    assert_eq!(
        sentences("They met (in Oslo. in May.) and left. They came (in June. The talks failed. They left."),
        ["They met (in Oslo. in May.) and left.", "They came (in June.", "The talks failed.", "They left."]
    );
    assert_eq!(
        sentences("The border was closed.12 Trade fell.[3] Prices rose."),
        ["The border was closed.12", "Trade fell.[3]", "Prices rose."]
    );
}

#[test]
fn headings_and_lists_need_no_stop() {
    assert_eq!(
        sentences(
            "Arms control\n\nBoth states signed the treaty.\n• Cuts in missiles\n• Inspections on site\n1. First phase\n2. Second phase"
        ),
        [
            "Arms control",
            "Both states signed the treaty.",
            "• Cuts in missiles",
            "• Inspections on site",
            "1. First phase",
            "2. Second phase"
        ]
    );
    // A line broken for want of room goes on.
    assert_eq!(
        sentences(
            "The two governments agreed on Monday to withdraw\ntheir forces from the strip along the river and to\nopen the road."
        ),
        [
            "The two governments agreed on Monday to withdraw\ntheir forces from the strip along the river and to\nopen the road."
        ]
    );
    assert_eq!(sentences("Introduction\nMethods of work\nResults\nLegal basis").len(), 4);
    assert_eq!(
        sentences("The parties shall:\na. withdraw their forces\nb. release all prisoners"),
        ["The parties shall:", "a. withdraw their forces", "b. release all prisoners"]
    );
    // A lone letter with a stop may be an initial.
    assert_eq!(
        sentences("The letter was handed over by the deputy minister\nA. Rahman on the same day.").len(),
        1
    );
    // A short line above a long one is a heading.
    assert_eq!(sentences("Background\nThe dispute over the islands goes back to the last century.").len(), 2);
}

#[test]
fn long_runs_lose_nothing() {
    for text in [
        "(".repeat(200_000),
        "'s".repeat(50_000),
        "n't".repeat(50_000),
        "a-".repeat(50_000),
        ".".repeat(100_000),
        "é".repeat(70_000),
    ] {
        assert!(words(&text).concat() == text, "a run of {}", &text[..2]);
    }
}

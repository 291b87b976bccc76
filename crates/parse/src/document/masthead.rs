//! The masthead: which of the first short lines are address, genre, organisation, person, date and title.

use super::BlockKind;
use super::draft::Draft;
use super::fields::{Class, classify, plain};
use super::headings::is_year;
use super::labels::date_label;
use super::levels::HeadStyle;
use super::notes::heading_key;
use super::text::{Ending, all_caps, ending, expects_more, is_abbreviation, starts_lower, words_up_to};
use super::word_lists::{HeadingClass, Label, word_lists};
use super::wrap::Metrics;

/// The drafts of the masthead, one class each; they are the first of the document.
pub(super) type Plan = Vec<Class>;

/// Drafts that a masthead has at most.
const LIMIT: usize = 40;

/// Finds the masthead, splits and joins its drafts so that each is one field, and marks them.
pub(super) fn plan(drafts: &mut Vec<Draft>, source: &str, metrics: Metrics) -> Plan {
    let zone = drafts.iter().take(LIMIT + 1).take_while(|d| !is_body(d, source)).count();
    let zone = first_part(drafts, source).map_or(zone, |part| part.min(zone));
    let has_title = drafts.iter().take(zone).any(|d| d.heading == Some(HeadStyle::Level(1)));
    if zone == 0 || zone > LIMIT || (zone == drafts.len() && !has_title) {
        return Plan::new();
    }
    let rest = drafts.split_off(zone);
    let (mut grouped, mut classes) = regroup(drafts, source, metrics);
    choose_title(&grouped, &mut classes, source);
    let keep = classes.iter().rposition(|c| *c != Class::Unknown).map_or(0, |last| last + 1);
    for (draft, class) in grouped.iter_mut().zip(&classes).take(keep) {
        if draft.kind != BlockKind::Heading {
            draft.kind = BlockKind::Masthead;
            draft.depth = 0;
        } else if *class != Class::Title {
            draft.heading = draft.heading.or(Some(HeadStyle::Plain));
        }
    }
    classes.truncate(keep);
    *drafts = grouped;
    drafts.extend(rest);
    classes
}

/// The year that heads the first part of a chronicle: it stands at the very top, a day without a year stands under it or begins what
/// does, or other years head further parts.
fn first_part(drafts: &[Draft], source: &str) -> Option<usize> {
    let is_part_of_year =
        |text: &str| !text.split(|char: char| !char.is_ascii_digit()).any(|digits| digits.len() > 2);
    let is_day = |draft: &Draft| {
        let text = draft.first(source);
        let label = || Some(text.get(..date_label(text)?.0)?.trim());
        classify(text) == Class::Date && is_part_of_year(text) || label().is_some_and(is_part_of_year)
    };
    let heads = |draft: &Draft| is_year(draft.first(source));
    let is_part = |pair: &[Draft]| matches!(pair, [year, day] if heads(year) && is_day(day));
    let is_first = drafts.first().is_some_and(heads);
    let has_others = || drafts.iter().filter(|draft| heads(draft)).nth(1).is_some();
    let first = || drafts.iter().take(LIMIT).position(heads).filter(|_| has_others());
    if is_first { Some(0) } else { drafts.windows(2).take(LIMIT).position(is_part).or_else(first) }
}

/// Whether a draft belongs to the body of the document.
fn is_body(draft: &Draft, source: &str) -> bool {
    match draft.kind {
        BlockKind::Heading => draft.heading != Some(HeadStyle::Level(1)),
        BlockKind::Paragraph => {
            let text = draft.joined(source);
            let words = words_up_to(&text, 31);
            let end = ending(draft.last(source));
            let last_word = text.rsplit(char::is_whitespace).next().unwrap_or("");
            let least = match end {
                Ending::Stop if text.ends_with('?') => 15,
                Ending::Stop if !is_abbreviation(last_word.trim_end_matches('.')) => 5,
                Ending::Stop | Ending::Colon => 10,
                _ => 31,
            };
            words >= least && (words > 30 || matches!(classify(&text), Class::Unknown | Class::Organisation))
        }
        _ => true,
    }
}

/// One draft a field: lines of different classes part, lines of one name join.
fn regroup(drafts: &[Draft], source: &str, metrics: Metrics) -> (Vec<Draft>, Vec<Class>) {
    let mut grouped: Vec<Draft> = Vec::new();
    let mut classes: Vec<Class> = Vec::new();
    for draft in drafts {
        for (i, piece) in draft.pieces.iter().enumerate() {
            let text = source.get(piece.clone()).unwrap_or("");
            let class = if draft.kind == BlockKind::Heading { Class::Title } else { classify(text) };
            let fresh = i == 0 && draft.fresh;
            if !fresh
                && let (Some(last), Some(last_class)) = (grouped.last_mut(), classes.last_mut())
                && joins(last.last(source), *last_class, text, class, metrics)
            {
                last.pieces.push(piece.clone());
                if *last_class != Class::Title {
                    *last_class = classify(&last.joined(source));
                }
                continue;
            }
            grouped.push(Draft { pieces: vec![piece.clone()], fresh, ..draft.clone() });
            classes.push(class);
        }
    }
    (grouped, classes)
}

/// Whether a line goes on with the field of the line above.
fn joins(above: &str, above_class: Class, text: &str, class: Class, metrics: Metrics) -> bool {
    if class == Class::Title || above_class == Class::Title {
        return false;
    }
    if expects_more(above) || starts_lower(text) || ending(above) == Ending::Comma && class == Class::Unknown
    {
        return true;
    }
    let loose = |c| matches!(c, Class::Unknown | Class::Organisation);
    let alike = all_caps(above) == all_caps(text);
    let incomplete = above_class == Class::Unknown || class == Class::Unknown;
    loose(above_class) && loose(class) && alike && incomplete && (all_caps(text) || metrics.wrapped)
}

/// Marks the title among the fields.
fn choose_title(drafts: &[Draft], classes: &mut [Class], source: &str) {
    if classes.contains(&Class::Title) || classes.contains(&Class::Labelled(Label::Title)) {
        return;
    }
    let texts: Vec<String> = drafts.iter().map(|d| plain(&d.joined(source)).to_lowercase()).collect();
    let classes_before = classes.to_vec();
    let allowed = |i: usize, c: Class| match c {
        // A second line below an organisation belongs to it: its name in another language, a department.
        Class::Unknown
            if i > 0
                && classes_before.get(i - 1) == Some(&Class::Organisation)
                && drafts.get(i).is_some_and(|d| !d.fresh) =>
        {
            false
        }
        Class::Unknown => texts.get(i).is_some_and(|t| {
            !word_lists().headings.has(&heading_key(t), HeadingClass::Generic) && ending(t) != Ending::Colon
        }),
        _ => false,
    };
    let twice = |i: usize| {
        texts.get(i).is_some_and(|t| t.len() > 8 && texts.iter().skip(i + 1).any(|other| other == t))
    };
    let repeated = (0..texts.len()).find(|&i| {
        twice(i) && classes.get(i).is_some_and(|c| !matches!(c, Class::Address | Class::Date | Class::Genre))
    });
    let others = classes.iter().any(|c| !matches!(c, Class::Unknown | Class::Genre));
    let chosen = repeated.or_else(|| {
        let unknown: Vec<usize> =
            classes.iter().enumerate().filter(|(i, c)| allowed(*i, **c)).map(|(i, _)| i).collect();
        if !others {
            return unknown.first().copied();
        }
        let weight =
            |i: usize| texts.get(i).map_or(0, String::len) * if unknown.first() == Some(&i) { 5 } else { 4 };
        unknown.iter().copied().rev().max_by_key(|&i| weight(i))
    });
    let chosen = chosen.or_else(|| {
        // A headline may look like a name of someone or something.
        let named = |c: &Class| matches!(c, Class::Person | Class::Organisation);
        let explicit = |i: usize| texts.get(i).is_some_and(|t| t.starts_with("by "));
        classes
            .iter()
            .enumerate()
            .find(|(i, c)| named(c) && !explicit(*i))
            .map(|(i, _)| i)
            .filter(|&i| i == 0 && classes.len() <= 3)
    });
    let Some(chosen) = chosen else { return };
    let title = texts.get(chosen).cloned().unwrap_or_default();
    for (class, text) in classes.iter_mut().zip(&texts) {
        if *text == title {
            *class = Class::Title;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_above_a_day_begins_a_chronicle() {
        let paragraph =
            "Fighting broke out in Lamu between the army and the rebels, and twelve people were killed.";
        let source =
            format!("LAMU: CHRONOLOGY OF EVENTS\n\n1993\n\n15 April\n{paragraph}\n\n22 April\n{paragraph}\n");
        let layout = crate::document::read(&source);
        let kinds: Vec<BlockKind> = layout.blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds[..3], [BlockKind::Masthead, BlockKind::Heading, BlockKind::Heading], "{kinds:?}");
        let entries =
            "2022\n\n- 28 March: Fighters stormed the post at Lamu.\n- 29 March: Twelve men died.\n";
        for entries in [entries, "2022\n\n- Fighters stormed the post.\n\n2023\n\n- Peace came.\n"] {
            let layout = crate::document::read(&format!("The rebellion: a timeline, 2022–2024\n\n{entries}"));
            assert!(layout.head.date.is_none(), "{:?}", layout.head.date);
            assert_eq!(layout.blocks[1].kind, BlockKind::Heading);
        }
    }
}

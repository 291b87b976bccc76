//! Trains the two name models together, from left to right, on their own earlier decisions.

use super::corpus::Sentence;
use super::learner::{Learner, Random};
use crate::hash::Features;
use crate::lists::NameKind;
use crate::model::shape::{KINDS, PLACES};
use crate::names::{self, Left, Part, View, features};
use crate::table::{Scores, Wide};

/// The names of a silver sentence: (first word, word after the last, kind).
pub(crate) fn spans(sentence: &Sentence) -> Vec<(usize, usize, NameKind)> {
    let mut out: Vec<(usize, usize, NameKind)> = Vec::new();
    for (at, token) in sentence.tokens.iter().enumerate() {
        match (token.name, out.last_mut()) {
            (Some((false, kind)), Some(last)) if last.1 == at && last.2 == kind => last.1 = at + 1,
            (Some((_, kind)), _) => out.push((at, at + 1, kind)),
            (None, _) => {}
        }
    }
    out
}

/// The place classes of a sentence of `n` words with these names.
fn places(n: usize, spans: &[(usize, usize, NameKind)]) -> Vec<usize> {
    let mut out = vec![0; n];
    for &(start, end, kind) in spans {
        for (at, slot) in out.iter_mut().enumerate().take(end).skip(start) {
            let part = match (at == start, at + 1 == end) {
                (true, true) => Part::Unit,
                (true, false) => Part::Begin,
                (false, true) => Part::Last,
                (false, false) => Part::Inside,
            };
            *slot = names::class(part, names::group(kind));
        }
    }
    out
}

/// How the name models are trained.
#[derive(Clone, Copy)]
pub(crate) struct Plan {
    pub(crate) place_bits: u32,
    pub(crate) kind_bits: u32,
    pub(crate) epochs: usize,
    pub(crate) least: u8,
    pub(crate) seed: u64,
}

/// Trains both tables.
pub(crate) fn train(
    views: &[View<'_>],
    spans: &[Vec<(usize, usize, NameKind)>],
    plan: Plan,
) -> (Wide<PLACES>, Wide<KINDS>) {
    let mut place_learner = Learner::<PLACES>::new(plan.place_bits, plan.least);
    let mut kind_learner = Learner::<KINDS>::new(plan.kind_bits, plan.least.min(2));
    let mut order: Vec<usize> = (0..views.len()).collect();
    let mut random = Random::new(plan.seed);
    let (mut f, mut g) = (Features::new(), Features::new());
    for epoch in 0..plan.epochs {
        random.shuffle(&mut order);
        for (view, spans) in order.iter().filter_map(|&i| Some((*views.get(i)?, spans.get(i)?))) {
            let n = view.len();
            let right_places = places(n, spans);
            let mut left = Left::default();
            for (at, &gold) in right_places.iter().enumerate() {
                features::place(view, at, &left, &mut f);
                let scores = place_learner.scores(f.as_slice());
                let guess = names::best_place(&scores, left.previous, at + 1 == n);
                // After a mistake the right class may be illegal; then there is nothing to learn here but to get out.
                let right = if names::legal(gold, left.previous, at + 1 == n) { Some(gold) } else { None };
                place_learner.tick(f.as_slice(), epoch == 0);
                if let Some(right) = right
                    && right != guess
                {
                    place_learner.update(f.as_slice(), right, guess);
                }
                left.step(at, guess, |start, end, class| {
                    features::kind(view, start, end, class, &mut g);
                    names::best_kind(&kind_learner.scores(g.as_slice()))
                });
            }
            for &(start, end, kind) in spans {
                features::kind(view, start, end, names::class(Part::Unit, names::group(kind)), &mut g);
                let guess = names::best_kind(&kind_learner.scores(g.as_slice()));
                kind_learner.correct(g.as_slice(), kind.index(), guess, epoch == 0);
            }
        }
    }
    (place_learner.finish(), kind_learner.finish())
}

//! Guesses the training text as if it were unseen, so that what is learned next meets the mistakes it will meet later.

/// Guesses every example with what was learned from the other folds.
pub(crate) fn jackknife<E: Copy, T>(
    examples: &[E],
    folds: usize,
    train: impl Fn(&[E]) -> T,
    mut guess: impl FnMut(E, &T, &mut Vec<u8>),
) -> Vec<Vec<u8>> {
    let mut out: Vec<Vec<u8>> = vec![Vec::new(); examples.len()];
    for fold in 0..folds {
        let numbered = || examples.iter().copied().enumerate();
        let rest: Vec<E> = numbered().filter(|(i, _)| fold_of(*i, folds) != fold).map(|(_, e)| e).collect();
        let learned = train(&rest);
        for ((i, example), slot) in numbered().zip(&mut out) {
            if fold_of(i, folds) == fold {
                guess(example, &learned, slot);
            }
        }
    }
    out
}

/// Blocks of neighbouring sentences share a fold, since they share their vocabulary.
fn fold_of(sentence: usize, folds: usize) -> usize {
    (sentence / 50) % folds.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_example_is_guessed_from_itself() {
        let examples: Vec<usize> = (0..230).collect();
        let guessed = jackknife(&examples, 3, <[usize]>::to_vec, |example, learned, slot| {
            assert!(!learned.contains(&example));
            slot.push(learned.len() as u8);
        });
        assert!(guessed.iter().all(|slot| slot.len() == 1));
    }
}

//! How wide the columns of a table may be.

/// Which column gives way, and down to what width, in this order: the words and the names first, since they can be cut and still
/// tell something.
const STEPS: [(usize, usize); 12] =
    [(4, 40), (2, 16), (3, 24), (4, 24), (2, 12), (3, 14), (4, 16), (0, 10), (1, 8), (2, 6), (3, 8), (4, 8)];

/// Widths that together, with `gap` between them, take no more than `available`; where that is too little for one column of the
/// screen each, they take that.
pub(super) fn fit(natural: [usize; 5], available: usize, gap: usize) -> [usize; 5] {
    let mut widths = natural;
    let last_resort = [4, 3, 2, 1, 0].map(|column| (column, 1));
    let gaps = gap * (widths.len() - 1);
    for (column, floor) in STEPS.into_iter().chain(last_resort) {
        let excess = (widths.iter().sum::<usize>() + gaps).saturating_sub(available);
        if excess == 0 {
            break;
        }
        if let Some(width) = widths.get_mut(column) {
            *width = width.saturating_sub(excess).max(floor).min(*width);
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_that_fits_keeps_its_widths() {
        assert_eq!(fit([10, 8, 8, 20, 30], 100, 2), [10, 8, 8, 20, 30]);
    }

    #[test]
    fn the_words_give_way_first_then_the_names() {
        assert_eq!(fit([10, 8, 8, 30, 200], 110, 2), [10, 8, 8, 30, 46]);
        assert_eq!(fit([10, 8, 8, 90, 200], 100, 2), [10, 8, 8, 26, 40]);
        assert_eq!(fit([10, 8, 8, 90, 200], 80, 2), [10, 8, 8, 22, 24]);
    }

    #[test]
    fn every_width_from_the_narrowest_on_is_kept() {
        for available in 13..300 {
            let widths = fit([21, 19, 40, 90, 200], available, 2);
            assert!(widths.iter().sum::<usize>() + 8 <= available, "{available}: {widths:?}");
        }
    }
}

//! Search in lists that are sorted by where their items stand, and whose items do not overlap.

use std::ops::Range;

/// The places in the list of the items that begin within a range.
pub(crate) fn within<T>(
    sorted: &[T],
    range: impl Fn(&T) -> &Range<usize>,
    outer: &Range<usize>,
) -> Range<usize> {
    let first = sorted.partition_point(|item| range(item).start < outer.start);
    let count = sorted[first..].iter().take_while(|item| range(item).start < outer.end).count();
    first..first + count
}

/// The first item that shares a byte with a range.
pub(crate) fn overlapping<'t, T>(
    sorted: &'t [T],
    range: impl Fn(&T) -> &Range<usize>,
    of: &Range<usize>,
) -> Option<&'t T> {
    let near = sorted.partition_point(|item| range(item).end <= of.start);
    sorted.get(near).filter(|item| range(item).start < of.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn touching_is_not_overlapping() {
        let sorted = [0..2, 4..6, 6..9];
        let found = |of: Range<usize>| overlapping(&sorted, |range| range, &of).cloned();
        assert_eq!(found(2..4), None);
        assert_eq!(found(1..5), Some(0..2));
        assert_eq!(found(5..7), Some(4..6));
        assert_eq!(found(9..12), None);
        assert_eq!(within(&sorted, |range| range, &(1..7)), 1..3);
    }
}

//! Who, by following references from entry to entry of a list, comes back to itself.

use std::collections::BTreeSet;

use crate::validate::Declared;

/// The indices of the entries that lie on a cycle; `references` gives, for each entry of the list in order, the numbers of the
/// ids that it refers to. An id that stands twice names its first entry; a reference to nothing leads nowhere.
pub(super) fn of<R>(declared: &Declared, references: impl Iterator<Item = R>) -> BTreeSet<usize>
where
    R: IntoIterator<Item = u32>,
{
    let entry = |number| declared.get(&number)?.first().copied();
    on_cycle(&references.map(|numbers| numbers.into_iter().filter_map(entry).collect()).collect::<Vec<_>>())
}

/// The nodes from which the edges lead back to themselves: those of a strongly connected component with more than one node, and
/// those with an edge to themselves (Kosaraju and Sharir). Linear, and without recursion: a chain may be as long as the record.
fn on_cycle(targets: &[Vec<usize>]) -> BTreeSet<usize> {
    let mut sources = vec![Vec::new(); targets.len()];
    for (node, targets) in targets.iter().enumerate() {
        targets.iter().for_each(|&target| sources[target].push(node));
    }
    let mut left = Vec::with_capacity(targets.len());
    let mut seen = vec![false; targets.len()];
    for root in 0..targets.len() {
        if std::mem::replace(&mut seen[root], true) {
            continue;
        }
        let mut path = vec![(root, 0)];
        while let Some((node, next)) = path.last_mut() {
            if let Some(&target) = targets[*node].get(*next) {
                *next += 1;
                if !std::mem::replace(&mut seen[target], true) {
                    path.push((target, 0));
                }
            } else {
                left.push(*node);
                path.pop();
            }
        }
    }
    // Backwards from the node left last, a search reaches exactly the component of its root: the others were searched before.
    let mut cyclic = BTreeSet::new();
    for &root in left.iter().rev() {
        if !std::mem::replace(&mut seen[root], false) {
            continue;
        }
        let mut component = vec![root];
        let mut next = 0;
        while let Some(&node) = component.get(next) {
            next += 1;
            let fresh = sources[node].iter().filter(|&&source| std::mem::replace(&mut seen[source], false));
            component.extend(fresh);
        }
        if component.len() > 1 || targets[root].contains(&root) {
            cyclic.extend(component);
        }
    }
    cyclic
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_only_leads_into_a_cycle_or_out_of_it_is_not_on_it() {
        // 0 leads to the cycle of 1 and 2, which leads to 3, which leads to the cycle of 4 alone.
        let targets = [vec![1], vec![2], vec![1, 3], vec![4], vec![4], vec![]];
        assert_eq!(on_cycle(&targets), [1, 2, 4].into());
    }

    #[test]
    fn a_chain_may_be_long() {
        let length = 200_000;
        let mut targets: Vec<Vec<usize>> = (1..length).map(|next| vec![next]).collect();
        targets.push(Vec::new());
        assert!(on_cycle(&targets).is_empty());
        targets[length - 1].push(1);
        assert_eq!(on_cycle(&targets), (1..length).collect());
    }

    proptest! {
        #[test]
        fn a_node_is_on_a_cycle_if_it_reaches_itself(
            targets in prop::collection::vec(prop::collection::vec(0..7usize, 0..3), 7)
        ) {
            let reaches_itself = |node: usize| {
                let (mut reached, mut open) = (BTreeSet::new(), targets[node].clone());
                while let Some(at) = open.pop() {
                    if reached.insert(at) {
                        open.extend(&targets[at]);
                    }
                }
                reached.contains(&node)
            };
            prop_assert_eq!(on_cycle(&targets), (0..7).filter(|&node| reaches_itself(node)).collect());
        }
    }
}

//! What the parser looks at to name an arc.

use super::features::{Atoms, distance};
use super::state::State;
use crate::hash::{Features, small};

/// The features of an arc that is about to be drawn.
#[inline]
pub(crate) fn features(atoms: &Atoms, state: &State, head_at: u32, child_at: u32, f: &mut Features) {
    let (h, c) = (atoms.get(head_at), atoms.get(child_at));
    let (nh, nc) = (state.node(head_at), state.node(child_at));
    let side = small(60, u64::from(head_at < child_at));
    let d = distance(head_at, child_at).wrapping_add(side);
    let (c1, c2) = (atoms.get(child_at + 1), atoms.get(child_at.wrapping_sub(1)));
    let (h1, h2) = (atoms.get(head_at + 1), atoms.get(head_at.wrapping_sub(1)));
    let (cl, cr) = (atoms.get(nc.left), atoms.get(nc.right));
    let hh = atoms.get(nh.head);
    let (lcl, lcr) =
        (small(44, u64::from(state.node(nc.left).label)), small(44, u64::from(state.node(nc.right).label)));
    let lh = small(44, u64::from(nh.label));
    let sets = small(61, nh.left_set).wrapping_add(side);
    let right_set = small(62, nh.right_set).wrapping_add(side);
    f.clear();
    f.two(1, h.both, side);
    f.two(2, h.form, side);
    f.two(3, c.both, side);
    f.two(4, c.form, side);
    f.three(5, h.tag, c.tag, side);
    f.three(6, h.both, c.tag, side);
    f.three(7, h.tag, c.both, side);
    f.three(8, h.form, c.form, side);
    f.four(9, h.form, c.form, h.tag, c.tag);
    f.three(10, h.tag, c.tag, d);
    f.three(11, h.cluster, c.cluster, side);
    f.three(12, h.tag, c.cluster, side);
    f.three(13, h.cluster, c.tag, side);
    f.four(14, h.tag, c.tag, c1.tag, side);
    f.four(15, h.tag, c.tag, c2.tag, side);
    f.four(16, h.tag, c.tag, h1.tag, side);
    f.four(17, h.tag, c.tag, h2.tag, side);
    f.three(18, c.both, c1.form, side);
    f.three(19, c.both, c2.form, side);
    f.four(20, h.tag, c.tag, cl.both, side);
    f.four(21, h.tag, c.tag, cr.both, side);
    f.four(22, h.tag, c.tag, lcl, lcr);
    f.three(23, h.tag, c.tag, sets);
    f.three(24, h.tag, c.tag, right_set);
    f.three(25, h.form, c.tag, sets);
    f.three(26, h.form, c.tag, right_set);
    f.four(27, hh.tag, lh, h.tag, c.tag);
    f.three(28, h.tag, c.tag, atoms.between(head_at.min(child_at), head_at.max(child_at)).wrapping_add(side));
    f.four(29, c.form, h.tag, small(63, nc.left_set), side);
    f.four(30, c.tag, h.tag, small(64, nc.left_set), side);
    f.four(31, c.form, h.tag, cr.form, side);
    f.four(32, c.form, h.form, cr.form, side);
    f.two(33, c.role, side);
    f.three(34, c.role, h.role, side);
    f.three(35, c.role, h.tag, c.tag);
    f.three(36, c.role, h.form, side);
    f.three(37, c.role, sets, h.tag);
    f.three(38, c.role, right_set, h.tag);
    f.three(39, c.role, c.form, side);
    f.four(40, c.role, h.role, lh, side);
}

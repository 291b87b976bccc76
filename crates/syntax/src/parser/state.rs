//! The parser's state: a stack, a buffer, and the arcs so far.

use crate::model::shape::ACTIONS;

/// A transition.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(crate) enum Action {
    /// The next word goes on the stack.
    Shift,
    /// The top of the stack, which has its head, leaves.
    Reduce,
    /// The next word becomes the head of the top of the stack, which leaves.
    Left,
    /// The top of the stack becomes the head of the next word, which goes on the stack.
    Right,
}

impl Action {
    pub(crate) const ALL: [Action; ACTIONS] = [Action::Shift, Action::Reduce, Action::Left, Action::Right];
}

/// What is known of one word while parsing.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node {
    pub(crate) head: u32,
    pub(crate) left: u32,
    pub(crate) left2: u32,
    pub(crate) right: u32,
    pub(crate) right2: u32,
    pub(crate) label: u8,
    pub(crate) lefts: u8,
    pub(crate) rights: u8,
    /// The labels of the children on each side, one bit each.
    pub(crate) left_set: u64,
    pub(crate) right_set: u64,
}

/// The label of a word that has no head yet.
pub(crate) const NO_LABEL: u8 = 63;

/// The parser's state over `n` words; place `n` is the root, behind the last word, place `n + 1` is nothing.
#[derive(Default)]
pub(crate) struct State {
    n: u32,
    next: u32,
    stack: Vec<u32>,
    nodes: Vec<Node>,
}

impl State {
    pub(crate) fn reset(&mut self, n: usize) {
        self.n = n as u32;
        self.next = 0;
        self.stack.clear();
        self.nodes.clear();
        let none = self.none();
        let node = Node {
            head: none,
            left: none,
            left2: none,
            right: none,
            right2: none,
            label: NO_LABEL,
            lefts: 0,
            rights: 0,
            left_set: 0,
            right_set: 0,
        };
        self.nodes.resize(n + 2, node);
    }

    pub(crate) fn root(&self) -> u32 {
        self.n
    }

    pub(crate) fn none(&self) -> u32 {
        self.n + 1
    }

    pub(crate) fn next(&self) -> u32 {
        self.next
    }

    /// The word `k` places behind the next, or the root, or nothing.
    pub(crate) fn ahead(&self, k: u32) -> u32 {
        (self.next + k).min(self.n + 1)
    }

    /// The `k`th word of the stack from the top.
    pub(crate) fn stacked(&self, k: usize) -> u32 {
        self.stack.len().checked_sub(k + 1).and_then(|at| self.stack.get(at)).copied().unwrap_or(self.none())
    }

    #[cfg(feature = "trainer")]
    pub(crate) fn stack(&self) -> &[u32] {
        &self.stack
    }

    pub(crate) fn node(&self, at: u32) -> Node {
        const NOTHING: Node = Node {
            head: 0,
            left: 0,
            left2: 0,
            right: 0,
            right2: 0,
            label: NO_LABEL,
            lefts: 0,
            rights: 0,
            left_set: 0,
            right_set: 0,
        };
        self.nodes.get(at as usize).copied().unwrap_or(NOTHING)
    }

    pub(crate) fn has_head(&self, at: u32) -> bool {
        self.node(at).head != self.none()
    }

    pub(crate) fn finished(&self) -> bool {
        self.next == self.n && self.stack.is_empty()
    }

    pub(crate) fn legal(&self, action: Action) -> bool {
        let top = self.stacked(0);
        match action {
            Action::Shift => self.next < self.n,
            Action::Right => self.next < self.n && top != self.none(),
            Action::Left => top != self.none() && !self.has_head(top),
            Action::Reduce => top != self.none() && self.has_head(top),
        }
    }

    /// The only legal action, if there is only one.
    pub(crate) fn forced(&self) -> Option<Action> {
        let top = self.stacked(0);
        if top == self.none() {
            Some(Action::Shift)
        } else if self.next == self.n {
            Some(if self.has_head(top) { Action::Reduce } else { Action::Left })
        } else {
            None
        }
    }

    /// The arc (head, child) that an action would draw; none for arcs from the root.
    pub(crate) fn arc(&self, action: Action) -> Option<(u32, u32)> {
        match action {
            Action::Left if self.next < self.n => Some((self.next, self.stacked(0))),
            Action::Right => Some((self.stacked(0), self.next)),
            _ => None,
        }
    }

    /// Does a legal action.
    pub(crate) fn apply(&mut self, action: Action, label: u8) {
        match action {
            Action::Shift => {
                self.stack.push(self.next);
                self.next += 1;
            }
            Action::Reduce => {
                self.stack.pop();
            }
            Action::Left => {
                if let Some(child) = self.stack.pop() {
                    self.draw(self.next, child, label);
                }
            }
            Action::Right => {
                self.draw(self.stacked(0), self.next, label);
                self.stack.push(self.next);
                self.next += 1;
            }
        }
    }

    fn draw(&mut self, head: u32, child: u32, label: u8) {
        if let Some(node) = self.nodes.get_mut(child as usize) {
            node.head = head;
            node.label = label;
        }
        if let Some(node) = self.nodes.get_mut(head as usize) {
            if child < head {
                node.left2 = node.left;
                node.left = child;
                node.lefts = node.lefts.saturating_add(1);
                node.left_set |= 1 << (label & 63);
            } else {
                node.right2 = node.right;
                node.right = child;
                node.rights = node.rights.saturating_add(1);
                node.right_set |= 1 << (label & 63);
            }
        }
    }

    /// Gives a word that hung on the root another head.
    pub(crate) fn hang(&mut self, child: u32, head: u32, label: u8) {
        self.draw(head, child, label);
    }

    /// Heads and labels of a finished parse; a head of `n` is the root.
    pub(crate) fn arcs(&self) -> impl Iterator<Item = (u32, u8)> + '_ {
        self.nodes.iter().take(self.n as usize).map(|node| (node.head, node.label))
    }
}

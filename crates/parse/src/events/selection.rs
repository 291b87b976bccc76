//! What is no event of its own: words that only recall one, or that are the content of another.

use super::EventDraft;
use super::scene::Scene;
use super::trigger::{Form, Found};

/// Whether a trigger reports an event.
pub(super) fn is_event(scene: &Scene<'_, '_>, found: &Found, triggers: &[Found], event: &EventDraft) -> bool {
    let _ = (scene, triggers, event);
    matches!(found.form, Form::Verb | Form::Noun)
}

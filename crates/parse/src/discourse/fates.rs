//! What became of the documents that somebody proposed: the sentences behind a proposal tell.

use verbale_core::{EventKind, InstrumentStatus, PloverType, Status};

use crate::events::EventDraft;
use crate::lexicon::Lexicon;
use crate::lexicon::frames::Frame;
use crate::text::Text;

/// How many sentences behind a proposal its outcome is looked for.
const REACH: usize = 3;

/// Gives each proposed document the fate that the sentences behind it tell, up to the next proposal or the end of the paragraph.
pub(crate) fn settle(text: &Text<'_>, lexicon: &Lexicon, events: &mut [EventDraft]) {
    let block = |event: &EventDraft| text.sentences().get(event.sentence).map(|sentence| sentence.block);
    for index in 0..events.len() {
        let (before, behind) = events.split_at_mut(index + 1);
        let Some(proposal) = before.last_mut().filter(|event| proposes(lexicon, event)) else { continue };
        let near = behind.iter().take_while(|event| {
            event.sentence <= proposal.sentence + REACH
                && block(event) == block(proposal)
                && (event.sentence == proposal.sentence || !proposes(lexicon, event))
        });
        let fate = near.filter_map(|event| outcome(lexicon, event)).next();
        if let Some(instrument) = &mut proposal.instrument {
            instrument.fate = fate;
        }
    }
}

fn proposes(lexicon: &Lexicon, event: &EventDraft) -> bool {
    lexicon.frames.get(event.frame).is_some_and(|frame| frame.kind == EventKind::Proposal)
}

/// What an event says of the document that was proposed before it.
fn outcome(lexicon: &Lexicon, event: &EventDraft) -> Option<InstrumentStatus> {
    let frame = lexicon.frames.get(event.frame)?;
    let told = of(frame, event);
    let known = !matches!(told, InstrumentStatus::Unknown | InstrumentStatus::Proposed | InstrumentStatus::Signed);
    let rejected = event.plover.is_some_and(|plover| plover.r#type() == PloverType::Reject);
    if known {
        Some(told)
    } else {
        rejected.then_some(InstrumentStatus::NotAdopted)
    }
}

/// What became of the document: what the frame says, if the event came about; a document that was to be adopted, signed or put in
/// force, and was not, is not adopted.
pub(crate) fn of(frame: &Frame, event: &EventDraft) -> InstrumentStatus {
    use InstrumentStatus::{Adopted, InForce, NotAdopted, Signed, Unknown};
    match (frame.instrument_status, event.status) {
        (Some(usual), Status::Occurred | Status::Ongoing) => usual,
        (Some(Adopted | Signed | InForce), Status::Negated | Status::Failed) => NotAdopted,
        _ => Unknown,
    }
}

//! What events of a kind have to do with places.

use verbale_core::EventKind;

/// Whether somebody or something moves in events of a kind.
pub(super) fn moves(kind: EventKind) -> bool {
    use EventKind::{
        Aid, Deployment, Detention, Expulsion, Inspection, JointExercise, Mobilization, Project, Protest,
        Release, Surrender, Training, Transfer, Visit, Withdrawal,
    };
    let list = [
        Aid,
        Deployment,
        Detention,
        Expulsion,
        Inspection,
        JointExercise,
        Mobilization,
        Project,
        Protest,
        Release,
        Surrender,
        Training,
        Transfer,
        Visit,
        Withdrawal,
    ];
    befalls(kind) || list.contains(&kind)
}

/// Whether events of a kind befall a place.
pub(super) fn befalls(kind: EventKind) -> bool {
    use EventKind::{
        Assassination, Attack, Blockade, Capture, CeasefireViolation, Clash, Inspection, Offensive,
        Surrender, Vandalism, Visit, Withdrawal,
    };
    let list = [
        Assassination,
        Attack,
        Blockade,
        Capture,
        CeasefireViolation,
        Clash,
        Inspection,
        Offensive,
        Surrender,
        Vandalism,
        Visit,
        Withdrawal,
    ];
    list.contains(&kind)
}

/// Whether events of a kind are held somewhere.
pub(super) fn happens(kind: EventKind) -> bool {
    use EventKind::{Election, JointExercise, Mediation, Meeting, Negotiation, Protest, Trial};
    matches!(kind, Election | JointExercise | Mediation | Meeting | Negotiation | Protest | Trial)
}

/// Whether an event of a kind says something.
pub(super) fn is_speech(kind: EventKind) -> bool {
    use EventKind::{
        Accusation, Announcement, Apology, Demand, Denial, Proposal, Recognition, Rejection, Request,
        Statement, Threat, Violation,
    };
    matches!(
        kind,
        Accusation
            | Announcement
            | Apology
            | Demand
            | Denial
            | Proposal
            | Recognition
            | Rejection
            | Request
            | Statement
            | Threat
            | Violation
    )
}

/// Whether words pass in events of a kind.
pub(super) fn is_talk(kind: EventKind) -> bool {
    use EventKind::{Adoption, Amendment, Mediation, Meeting, Negotiation, Signature};
    is_speech(kind) || matches!(kind, Adoption | Amendment | Mediation | Meeting | Negotiation | Signature)
}

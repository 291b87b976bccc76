//! The kinds of events, in the language of diplomacy.

use crate::vocabulary::vocabulary;

vocabulary! {
    /// What a group of kinds concerns.
    pub enum KindGroup {
        /// What is said and talked about.
        Talk = "talk",
        /// What happens to documents.
        Instruments = "instruments",
        /// Relations between states and bodies.
        Relations = "relations",
        /// Missions and offices.
        Missions = "missions",
        /// Arms and cooperation.
        Arms = "arms",
        /// The use of force and its end.
        Force = "force",
        /// Society.
        Society = "society",
        /// Economy.
        Economy = "economy",
    }
}

vocabulary! {
    /// What happened.
    pub enum EventKind {
        /// A meeting, session, summit or conference.
        Meeting = "meeting",
        /// A visit.
        Visit = "visit",
        /// Negotiations.
        Negotiation = "negotiation",
        /// Mediation or good offices.
        Mediation = "mediation",
        /// A statement of position, support or concern.
        Statement = "statement",
        /// An accusation, criticism or condemnation.
        Accusation = "accusation",
        /// A demand or call for action.
        Demand = "demand",
        /// A threat or ultimatum.
        Threat = "threat",
        /// A denial.
        Denial = "denial",
        /// An announcement.
        Announcement = "announcement",
        /// An apology.
        Apology = "apology",
        /// A document or measure is put forward.
        Proposal = "proposal",
        /// A document or measure is adopted.
        Adoption = "adoption",
        /// A document, proposal or request is rejected or vetoed.
        Rejection = "rejection",
        /// A document is signed or concluded.
        Signature = "signature",
        /// A document is ratified or enters into force.
        Ratification = "ratification",
        /// A document is amended.
        Amendment = "amendment",
        /// An agreement or a norm is violated.
        Violation = "violation",
        /// A request.
        Request = "request",
        /// A state, government or fact is recognised.
        Recognition = "recognition",
        /// Membership, work or validity is suspended.
        Suspension = "suspension",
        /// Something planned is called off.
        Cancellation = "cancellation",
        /// Relations are broken off.
        Severance = "severance",
        /// Relations are restored.
        Restoration = "restoration",
        /// Persons are expelled.
        Expulsion = "expulsion",
        /// Sanctions, an embargo or other penalties.
        Sanction = "sanction",
        /// A state joins a body or treaty.
        Accession = "accession",
        /// A state leaves a body or treaty.
        WithdrawalFromBody = "withdrawal_from_body",
        /// A mission or force is sent.
        Deployment = "deployment",
        /// A mission's mandate or size is changed or extended.
        MandateChange = "mandate_change",
        /// An inspection, investigation or monitoring.
        Inspection = "inspection",
        /// Someone is appointed.
        Appointment = "appointment",
        /// Someone resigns or is removed.
        Dismissal = "dismissal",
        /// A body, mission or office is set up.
        Establishment = "establishment",
        /// A contract for goods or services.
        Contract = "contract",
        /// Goods or arms are delivered.
        Transfer = "transfer",
        /// An offer.
        Offer = "offer",
        /// Training.
        Training = "training",
        /// Aid.
        Aid = "aid",
        /// A joint exercise.
        JointExercise = "joint_exercise",
        /// An attack by one side.
        Attack = "attack",
        /// Fighting between sides.
        Clash = "clash",
        /// An offensive, invasion or advance.
        Offensive = "offensive",
        /// A place is taken, or freed.
        Capture = "capture",
        /// Forces are raised or readied.
        Mobilization = "mobilization",
        /// A ceasefire, truce or armistice.
        Ceasefire = "ceasefire",
        /// A ceasefire is broken.
        CeasefireViolation = "ceasefire_violation",
        /// Forces are withdrawn.
        Withdrawal = "withdrawal",
        /// A surrender.
        Surrender = "surrender",
        /// People are arrested, captured or taken hostage.
        Detention = "detention",
        /// Captives are released.
        Release = "release",
        /// Prisoners or remains are exchanged.
        Exchange = "exchange",
        /// An assassination.
        Assassination = "assassination",
        /// A blockade or closure.
        Blockade = "blockade",
        /// A protest.
        Protest = "protest",
        /// Vandalism.
        Vandalism = "vandalism",
        /// An election or referendum.
        Election = "election",
        /// A trial or judgment.
        Trial = "trial",
        /// A media campaign.
        MediaCampaign = "media_campaign",
        /// A route, a pipeline, a plant.
        Project = "project",
        /// A discovery of resources.
        Discovery = "discovery",
        /// Tariffs, bans and other measures of trade.
        TradeMeasure = "trade_measure",
        /// A payment.
        Payment = "payment",
    }
}

impl EventKind {
    /// What the kind concerns.
    pub const fn group(self) -> KindGroup {
        use EventKind::*;
        match self {
            Meeting | Visit | Negotiation | Mediation | Statement | Accusation | Demand | Threat | Denial
            | Announcement | Apology => KindGroup::Talk,
            Proposal | Adoption | Rejection | Signature | Ratification | Amendment | Violation | Request => {
                KindGroup::Instruments
            }
            Recognition | Suspension | Cancellation | Severance | Restoration | Expulsion | Sanction
            | Accession | WithdrawalFromBody => KindGroup::Relations,
            Deployment | MandateChange | Inspection | Appointment | Dismissal | Establishment => {
                KindGroup::Missions
            }
            Contract | Transfer | Offer | Training | Aid | JointExercise => KindGroup::Arms,
            Attack | Clash | Offensive | Capture | Mobilization | Ceasefire | CeasefireViolation
            | Withdrawal | Surrender | Detention | Release | Exchange | Assassination | Blockade => {
                KindGroup::Force
            }
            Protest | Vandalism | Election | Trial | MediaCampaign => KindGroup::Society,
            Project | Discovery | TradeMeasure | Payment => KindGroup::Economy,
        }
    }
}

"""The closed vocabularies of the record, as types.

Each is a `Literal` of the words that the JSON has; `verbale.schema()` says what every word means. A type
checker then finds a comparison that can never be true. At run time, `typing.get_args` of a vocabulary gives
its words.
"""

from typing import Literal, TypeAlias

# fmt: off

ActorKind: TypeAlias = Literal[
    "state", "territory", "igo", "organ", "legislature", "government_body", "party", "armed_force",
    "non_state_group", "company", "ngo", "media", "institution", "person", "people", "group", "other",
]
"""What sort of actor."""

MentionBy: TypeAlias = Literal["name", "alias", "demonym", "description", "pronoun"]
"""By what words a mention names its actor."""

Sector: TypeAlias = Literal[
    "GOV", "JUD", "LEG", "MIL", "COP", "OPP", "PTY", "REB", "PRM", "SPY", "UAF", "CVL", "ELI", "BUS", "EDU",
    "MED", "LAB", "AGR", "JRN", "REF", "REL", "SOC", "CRM", "IGO", "NGO", "ISM", "IMG", "MNC",
]
"""The sector of an actor in PLOVER. Media are JRN; MED is medicine."""

PlaceKind: TypeAlias = Literal["settlement", "region", "country", "water", "facility", "border", "other"]
"""What sort of place."""

Precision: TypeAlias = Literal["day", "month", "season", "year", "decade", "century", "interval"]
"""The unit of the calendar that an EDTF expression names."""

Basis: TypeAlias = Literal["explicit", "inherited", "relative", "publication"]
"""How the calendar value of an expression was found out."""

Bound: TypeAlias = Literal["exact", "at_least", "over", "at_most", "under", "about"]
"""How the number relates to the true value, in the words of the text."""

EventKind: TypeAlias = Literal[
    "meeting", "visit", "negotiation", "mediation", "statement", "accusation", "demand", "threat", "denial",
    "announcement", "apology", "proposal", "adoption", "rejection", "signature", "ratification", "amendment",
    "violation", "request", "recognition", "suspension", "cancellation", "severance", "restoration",
    "expulsion", "sanction", "accession", "withdrawal_from_body", "deployment", "mandate_change",
    "inspection", "appointment", "dismissal", "establishment", "contract", "transfer", "offer", "training",
    "aid", "joint_exercise", "attack", "clash", "offensive", "capture", "mobilization", "ceasefire",
    "ceasefire_violation", "withdrawal", "surrender", "detention", "release", "exchange", "assassination",
    "blockade", "protest", "vandalism", "election", "trial", "media_campaign", "project", "discovery",
    "trade_measure", "payment",
]
"""What happened."""

PloverType: TypeAlias = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]
"""The sixteen event types of PLOVER."""

PloverMode: TypeAlias = Literal[
    "visit", "third-party", "multilateral", "phone", "economic", "military", "humanitarian", "asylum",
    "withdraw", "release", "return", "disarm", "ceasefire", "access", "resign", "assist", "change", "yield",
    "meet", "restrict", "ban", "arrest", "relations", "expel", "territory", "violence", "demo", "riot",
    "strike-gen", "strike-lim", "strike-hun", "boycott", "obstruct", "convict", "cancel", "sever", "troops",
    "weapons", "police", "confiscate", "censor", "curfew", "martial-law", "deport", "withhold", "abduct",
    "beat", "torture", "execute", "sexual", "assassinate", "destroy", "primitive", "firearms", "explosives",
    "suicide-attack", "heavy-weapons",
]
"""How an event was carried out. Each mode belongs to some event types of PLOVER."""

Quad: TypeAlias = Literal[
    "verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict",
]
"""The quad class of an event type of PLOVER."""

Context: TypeAlias = Literal[
    "political", "military", "intelligence", "peacekeeping", "economic", "diplomatic", "resource",
    "territory", "culture", "disease", "enviro_disaster", "migration", "humanitarian", "legal",
    "human_rights", "rights_freedoms", "gender", "lgbt", "terrorism", "human_security", "religion_ethnicity",
    "government", "election", "legislative", "cbrn", "cyber", "political_institutions", "corruption", "crime",
    "crime_murder", "crime_theft", "crime_drugs", "crime_sexual",
]
"""What an event is about (PLOVER's general contexts, with `territory` split from `resource`)."""

Role: TypeAlias = Literal[
    "actor", "recipient", "forum", "host", "mediator", "supporter", "opponent", "beneficiary", "subject",
    "supplier", "victim", "observer",
]
"""What a participant does in an event."""

ItemCategory: TypeAlias = Literal[
    "weapon", "missile", "ammunition", "vehicle", "aircraft", "vessel", "equipment", "personnel", "money",
    "relief", "commodity", "other",
]
"""What sort of thing is moved, sold or promised."""

InstrumentKind: TypeAlias = Literal[
    "resolution", "draft_resolution", "statement", "draft_statement", "presidential_statement",
    "press_statement", "joint_statement", "declaration", "treaty", "agreement", "contract",
    "letter_of_intent", "mandate", "partnership_document", "recommendation", "offer", "law", "report",
    "other",
]
"""What sort of document."""

InstrumentStatus: TypeAlias = Literal[
    "adopted", "not_adopted", "stalled", "withdrawn", "blocked", "weakened", "pending", "signed", "in_force",
    "proposed", "unknown",
]
"""What became of the document."""

Status: TypeAlias = Literal[
    "occurred", "ongoing", "planned", "attempted", "failed", "cancelled", "hypothetical", "negated",
]
"""Whether the event happened, as the text has it."""

Certainty: TypeAlias = Literal["asserted", "alleged", "denied", "disputed", "speculated"]
"""How a source puts what it says."""

RelationKind: TypeAlias = Literal[
    "part_of", "leads_to", "responds_to", "amends", "violates", "same_as", "precedes",
]
"""How an event relates to another one."""

QuotationKind: TypeAlias = Literal["speech", "title", "term", "scare"]
"""Why words are put between quotation marks."""

CitationKind: TypeAlias = Literal["footnote", "reference", "link"]
"""What sort of marker."""

FramingKind: TypeAlias = Literal["hedge", "distancing", "condemnation", "praise", "causal_blame"]
"""What the words do."""

DiagnosticCode: TypeAlias = Literal[
    "ambiguous-date", "unresolved-date", "old-style-date", "unresolved-actor",
    "dangling-footnote", "unused-note", "dangling-ibid", "unclosed-quotation", "conflicting-quantity",
]
"""The closed list of diagnostics."""

Severity: TypeAlias = Literal["info", "warning"]
"""How much a diagnostic matters."""

ProblemCode: TypeAlias = Literal[
    "invalid-json", "unsupported-format", "wrong-type", "missing-field", "unknown-field", "unknown-term",
    "empty-text", "empty-list", "bad-id", "duplicate-id", "dangling-actor", "dangling-place", "dangling-date",
    "dangling-quantity", "dangling-event", "dangling-section", "reversed-span", "span-outside-text",
    "quote-mismatch", "quote-conflict", "text-mismatch", "bad-edtf", "bad-date", "reversed-dates",
    "bounds-mismatch", "precision-mismatch", "missing-anchor", "copy-mismatch", "unknown-country",
    "unknown-currency", "unknown-language", "bad-wikidata", "bad-checksum", "bad-coordinates",
    "negative-number", "reversed-range", "member-cycle", "parent-cycle", "self-reference", "mode-mismatch",
    "quad-mismatch",
]
"""What can be wrong with a record; `verbale.problem_codes()` says what each code means."""

SchemaName: TypeAlias = Literal[
    "record", "document", "actor", "place", "date", "quantity", "event", "quotation", "citation", "framing",
    "diagnostic",
]
"""The types that have a JSON Schema."""

TableName: TypeAlias = Literal[
    "events", "documents", "participants", "actors", "mentions", "places", "event_places", "items",
    "relations", "quotations", "citations", "framing",
]
"""The flat tables."""

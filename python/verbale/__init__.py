"""English texts on diplomacy and conflict become typed, validated records.

>>> import verbale
>>> text = "On 26 March 1979 Egypt and Israel signed a peace treaty."
>>> record = verbale.extract(text, id="treaty")
>>> record.verify(text)
>>> verbale.Record.from_json(record.to_json()) == record
True

`extract` reads one text into a `Record`, whose parts are frozen dataclasses; `iter_records` reads many in
parallel. `extract_many` reads them into flat `Tables`, which become data frames or files;
`record.events.to_pandas()` does the same for one record. `write` writes records to a file as they come. An
`Extractor` is for reuse and for knowledge of your own. Positions count characters as Python does:
`text[span.start:span.end] == span.quote`.
"""

from verbale._errors import ExtractError, LexiconError, Problem, ValidationError
from verbale._events import (
    Attribution,
    Casualties,
    Citation,
    Event,
    EventPlace,
    Framing,
    Instrument,
    Item,
    Participant,
    Plover,
    Quotation,
    Relation,
)
from verbale._extract import Extractor, extract, extract_many, iter_records
from verbale._native import __version__
from verbale._record import Record
from verbale._rows import Rows
from verbale._schema import problem_codes, schema
from verbale._show import Page, show
from verbale._tables import Table, Tables, tables, tables_schema
from verbale._text import Text, read
from verbale._types import (
    Actor,
    Date,
    Diagnostic,
    Document,
    Mention,
    Place,
    Published,
    Quantity,
    Section,
    Span,
)
from verbale._vocabulary import (
    ActorKind,
    Basis,
    Bound,
    Certainty,
    CitationKind,
    Context,
    DiagnosticCode,
    EventKind,
    FramingKind,
    InstrumentKind,
    InstrumentStatus,
    ItemCategory,
    MentionBy,
    PlaceKind,
    PloverMode,
    PloverType,
    Precision,
    ProblemCode,
    Quad,
    QuotationKind,
    RelationKind,
    Role,
    SchemaName,
    Sector,
    Severity,
    Status,
    TableName,
)
from verbale._write import write

__all__ = [
    "Actor",
    "ActorKind",
    "Attribution",
    "Basis",
    "Bound",
    "Casualties",
    "Certainty",
    "Citation",
    "CitationKind",
    "Context",
    "Date",
    "Diagnostic",
    "DiagnosticCode",
    "Document",
    "Event",
    "EventKind",
    "EventPlace",
    "ExtractError",
    "Extractor",
    "Framing",
    "FramingKind",
    "Instrument",
    "InstrumentKind",
    "InstrumentStatus",
    "Item",
    "ItemCategory",
    "LexiconError",
    "Mention",
    "MentionBy",
    "Page",
    "Participant",
    "Place",
    "PlaceKind",
    "Plover",
    "PloverMode",
    "PloverType",
    "Precision",
    "Problem",
    "ProblemCode",
    "Published",
    "Quad",
    "Quantity",
    "Quotation",
    "QuotationKind",
    "Record",
    "Relation",
    "RelationKind",
    "Role",
    "Rows",
    "SchemaName",
    "Section",
    "Sector",
    "Severity",
    "Span",
    "Status",
    "Table",
    "TableName",
    "Tables",
    "Text",
    "ValidationError",
    "__version__",
    "extract",
    "extract_many",
    "iter_records",
    "problem_codes",
    "read",
    "schema",
    "show",
    "tables",
    "tables_schema",
    "write",
]

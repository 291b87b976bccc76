"""Prints a chronology of a text: when, what, who, and who says so.

python examples/python/first_look.py examples/texts/falklands-1982.txt
"""

import datetime
import sys
from pathlib import Path

import verbale


def teller(record: verbale.Record, event: verbale.Event) -> str:
    """Who says that the event happened, and how it is put."""
    source = event.attribution.source
    name = "the text" if source == "document" else record.actor(source).name
    return f"{event.attribution.certainty} by {name}"


def line(record: verbale.Record, event: verbale.Event, date: verbale.Date) -> str:
    """One event on one line."""
    who = [record.actor(participant.actor).name for participant in event.participants]
    return (
        f"{date.edtf:<24}{event.kind:<20}{', '.join(who) or '?'}  ({event.status}, {teller(record, event)})"
    )


def main(path: Path) -> None:
    """Reads the text and prints its dated events in order of time.

    Dates without a first day in Python's calendar (years BC among them) come first, in the order of the text.
    """
    record = verbale.extract(verbale.read(path))
    dated = [(event.date, event) for event in record.events if event.date is not None]
    print(f"{record.document.title or record.document.id}\n")
    for date, event in sorted(dated, key=lambda pair: pair[0].earliest or datetime.date.min):
        print(line(record, event, date))


if __name__ == "__main__":
    main(Path(sys.argv[1]))

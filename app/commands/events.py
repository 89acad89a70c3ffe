"""`dateline events`: what a library holds, for people, scripts and spreadsheets."""

from argparse import Namespace
from itertools import islice

from app.commands import output
from app.commands.arguments import DONE
from app.export.records import of_events
from app.export.to_csv import table
from storage.errors import WrongUse
from storage.library import Library
from widgets.dates import written
from widgets.words import kind_label

BATCH = 500


def run(told: Namespace) -> int:
    """Events in the order of time, undated ones last."""
    must_go_forward(told)
    library = Library.open(told.library, read_only=True)
    try:
        ids = chosen(library, told)
        if told.json:
            for record in of_events(library, ids):
                output.line(record)
        elif told.csv:
            output.text(table(of_events(library, ids)).removesuffix("\n"))
        else:
            _list(library, ids)
    finally:
        library.close()
    return DONE


def must_go_forward(told: Namespace) -> None:
    """WrongUse where the time asked for ends before it begins."""
    if told.first is not None and told.last is not None and told.first >= told.last:
        raise WrongUse("The day of --from lies behind that of --to. Exchange them.")


def chosen(library: Library, told: Namespace) -> list[int]:
    """The ids that the arguments ask for, in the order of time."""
    ids = library.select(
        kinds=frozenset(told.kinds) if told.kinds else None,
        text=getattr(told, "search", ""),
        first=told.first,
        last=told.last,
    )
    return [int(one) for one in ids]


def _list(library: Library, ids: list[int]) -> None:
    waiting = iter(ids)
    while batch := list(islice(waiting, BATCH)):
        events = {event.id: event for event in library.events(batch)}
        for one in batch:
            event = events[one]
            when = written(event.when) if event.when else "no date"
            output.text(f"{when:<26} {kind_label(event.kind):<13} {event.title}")

"""Events with their sources as one JSON document: exact, for programs."""

import json

from app.export.job import Export
from app.export.records import of_events


def write(export: Export) -> bytes:
    """A list of events in the order of time, indented so that it can be read and compared."""
    records = list(of_events(export.library, export.events))
    told = {"library": export.library.name, "events": records}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()

"""`dateline extract`: the dates and events of articles, without a library."""

from argparse import Namespace
from dataclasses import replace

from app.commands import output
from app.commands.arguments import DONE, SOME_FAILED
from app.export.records import of_article
from app.importing import Found
from app.reading.noted import Noted
from app.reading_aside import Told, read_aside
from app.workers import Workers
from storage.errors import CannotRead
from widgets.dates import written
from widgets.words import kind_label


def run(told: Namespace) -> int:
    """Print each article as soon as it is read; what cannot be read is named and the others go on."""
    failed = False
    workers = Workers(1)
    try:
        for path in told.articles:
            for one in read_aside(workers, path, told.published, told.explain):
                if isinstance(one, CannotRead):
                    output.trouble(one)
                    failed = failed or not isinstance(one, Noted)
                elif told.explain:
                    _explain(one)
                else:
                    _print(_of_kinds(one.found, told.kinds), one.path, told.json)
    finally:
        workers.close()
    return SOME_FAILED if failed else DONE


def _of_kinds(found: Found, kinds: list[str] | None) -> Found:
    if kinds is None:
        return found
    events = tuple(event for event in found.extraction.events if event.kind in kinds)
    return replace(found, extraction=replace(found.extraction, events=events))


def _explain(told: Told) -> None:
    output.text(f"{told.found.article.title}\n{told.path}")
    for line in told.explained:
        output.text(line)


def _print(found: Found, path: str, json: bool) -> None:
    if json:
        output.line(of_article(found, path))
        return
    published = found.article.published
    day = f"published {published.day.iso()} ({published.basis.value})" if published else "no publication date"
    output.text(f"{found.article.title}\n{path}, {day}")
    for event in found.extraction.events:
        when = written(event.when) if event.when else "no date"
        output.text(f"  {when:<26} {kind_label(event.kind):<13} {event.title}")
        if event.dating:
            output.text(f"  {'':<40} {event.dating.why}")

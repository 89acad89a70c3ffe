"""`dateline extract`: the dates and events of articles, without a library."""

from argparse import Namespace
from dataclasses import replace

from app.commands import output
from app.commands.arguments import DONE, SOME_FAILED
from app.export.records import of_article
from app.extraction.explain import explain
from app.importing import Found, read, sources_in
from app.reading.noted import Noted
from storage.errors import CannotRead
from widgets.dates import written
from widgets.words import kind_label


def run(told: Namespace) -> int:
    """Print each article as soon as it is read; what cannot be read is named and the others go on."""
    failed = False
    for path in told.articles:
        for source in sources_in(path):
            try:
                if isinstance(source, CannotRead):
                    raise source
                for found in read(source, told.published):
                    if told.explain:
                        _explain(found, source.origin)
                    else:
                        _print(_of_kinds(found, told.kinds), source.origin, told.json)
            except Noted as reason:
                output.trouble(reason)
            except CannotRead as reason:
                output.trouble(reason)
                failed = True
    return SOME_FAILED if failed else DONE


def _of_kinds(found: Found, kinds: list[str] | None) -> Found:
    if kinds is None:
        return found
    events = tuple(event for event in found.extraction.events if event.kind in kinds)
    return replace(found, extraction=replace(found.extraction, events=events))


def _explain(found: Found, path: str) -> None:
    article = found.article
    output.text(f"{article.title}\n{path}")
    for line in explain(article.text, article.published, found.extraction.language or None):
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

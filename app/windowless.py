"""What the window would have shown, where there is no display: the events in words, and the timeline as an image."""

import tempfile
from dataclasses import replace
from pathlib import Path

from app.addresses import begin, reaching
from app.commands import output
from app.commands.arguments import DONE, SOME_FAILED
from app.export.export import export_to
from app.export.job import Export
from app.fetching.address import Address
from app.importing import Given, Taken, counted, list_inputs, lost_to, seconds_for, take_any
from app.offscreen import prepare_for_figures
from app.storing import store
from app.workers import Workers
from resources.samples import sample_paths
from storage.library import Library
from storage.model import Fate
from widgets.dates import written
from widgets.words import kind_label

LIBRARY = ".dateline"
IMAGE = "timeline.png"
ALLOW = "“dateline import LIBRARY URL --allow-private” does."


def show_without_window(files: list[str]) -> int:
    """Add the articles to the library that is given, print its events, write the image here, say what was meant.

    Articles without a library leave nothing but the image; where nothing is given the samples are shown.
    """
    libraries = [Path(file) for file in files if file.endswith(LIBRARY)]
    articles = [file for file in files if not file.endswith(LIBRARY)]
    output.note("There is no display, so Dateline works without its window.")
    if libraries:
        new = articles and not libraries[0].exists()
        library = Library.create(libraries[0]) if new else Library.open(libraries[0], read_only=not articles)
        try:
            return _show(library, _fill(library, articles))
        finally:
            library.close()
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        library = Library.create(Path(folder) / "Timeline.dateline")
        try:
            failed = _fill(library, articles or [str(path) for path in sample_paths()])
            return _show(library, failed)
        finally:
            library.close()


def _fill(library: Library, files: list[str]) -> bool:
    """Whether something could not be read."""
    failed = False
    workers, network = Workers(1), reaching()
    try:
        for one in list_inputs(files):
            outcome = store(library, one if isinstance(one, Taken) else _taken(workers, network, one))
            output.note(f"{outcome.name}: {outcome.message}")
            failed = failed or outcome.status is Fate.FAILED
    finally:
        network.close()
        workers.close()
    return failed


def _taken(workers: Workers, network: Workers, one: Given) -> Taken:
    if isinstance(one, Address):
        taken = begin(network, workers, one).result()
        return replace(taken, trouble=f"{taken.trouble} {ALLOW}") if taken.asks else taken
    asked = workers.submit(take_any, one, seconds=seconds_for(one))
    trouble = asked.exception()
    return lost_to(one, trouble) if trouble else asked.result()


def _show(library: Library, failed: bool) -> int:
    ids = [int(one) for one in library.select()]
    for event in library.events(ids):
        when = written(event.when) if event.when else "no date"
        output.text(f"{when:<26} {kind_label(event.kind):<13} {event.title}")
    if ids:
        prepare_for_figures()
        path = _free(Path.cwd() / IMAGE)
        export_to(Export(library, ids), path)
        output.text(f"The timeline of {counted(len(ids), 'event')} is in {path}")
    else:
        output.text("No events were found.")
    output.note("With a display, Dateline would have opened its window with them.")
    return SOME_FAILED if failed else DONE


def _free(path: Path) -> Path:
    """A name that is not taken: nobody's image is written over."""
    number, free = 2, path
    while free.exists():
        free = path.with_stem(f"{path.stem}-{number}")
        number += 1
    return free

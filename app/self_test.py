"""`dateline --self-test`: whether everything that Dateline is made of is there and works, in this checkout or bundle.

Each look returns what it found and raises where something is wrong; nothing is written outside a folder of its own.
"""

import json
import os
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from app import __version__
from app.self_test_files import DAY, FILES, PLACE

DONE, FAILED = 0, 1
GRAB = (1200, 800)
FEWEST_LOCALES = 100
FEWEST_COLOURS = 20
"""A window with fewer colours than this shows no more than empty grounds."""


class Wrong(Exception):
    """What should be there is not; the message says what."""


def self_test() -> int:
    """Print one JSON object with all that was found; the exit code is 0 where nothing is wrong."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from app.desktop import make_application
    from widgets.fonts import add_fonts

    application = make_application()
    add_fonts()
    found: dict[str, Any] = {"dateline": __version__, "bundle": bool(getattr(sys, "frozen", False))}
    problems: dict[str, str] = {}
    for name, look in LOOKS.items():
        try:
            found[name] = look()
        except Exception as trouble:  # noqa: BLE001 - it is what this test is to tell
            problems[name] = f"{type(trouble).__name__}: {trouble}"
    application.processEvents()
    print(json.dumps({**found, "problems": problems, "ok": not problems}, ensure_ascii=False, indent=2))
    return FAILED if problems else DONE


def _versions() -> dict[str, str]:
    from PySide6 import QtCore, __version__

    return {
        "python": platform.python_version(),
        "qt": QtCore.qVersion(),
        "pyside": __version__,
        "sqlite": sqlite3.sqlite_version,
        "system": platform.platform(),
    }


def _languages() -> list[str]:
    """Every language with words of its own, and one that only dateparser's data knows."""
    from app.extraction.typed import read_date
    from resources.languages import language, languages

    for name in languages():
        dict(language(name))  # reads all its files
    _same("“16 grudnia 2016”", read_date("16 grudnia 2016", "pl", None), "2016-12-16")
    return list(languages())


def _locales() -> int:
    """How many languages whole dates can be read in."""
    from importlib import import_module

    codes = import_module("dateparser.data.languages_info").language_order
    for code in codes:
        import_module(f"dateparser.data.date_translation_data.{code}")
    if len(codes) < FEWEST_LOCALES:
        raise Wrong(f"dateparser knows {len(codes)} languages")
    return len(codes)


def _time_zones() -> int:
    from datetime import datetime
    from zoneinfo import ZoneInfo, available_timezones

    offset = datetime(2016, 12, 16, tzinfo=ZoneInfo("Asia/Damascus")).utcoffset()
    if offset is None or offset.total_seconds() != 7200:
        raise Wrong(f"Damascus was {offset} from Greenwich")
    return len(available_timezones())


def _fts5() -> str:
    with sqlite3.connect(":memory:") as db:
        db.execute("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='unicode61 remove_diacritics 2')")
        db.execute("INSERT INTO words VALUES ('Les pourparlers à Genève')")
        if db.execute("SELECT count(*) FROM words WHERE words MATCH 'geneve'").fetchone() != (1,):
            raise Wrong("a word was not found")
    db.close()
    return "ok"


def _gazetteer() -> str:
    from app.importing import read_text

    found = read_text(f"Talks began in {PLACE} on 3 May 2017.", None, "en").events
    places = [place for event in found for place in event.places]
    if PLACE not in places:
        raise Wrong(f"{PLACE} is not among the places {places}")
    return "ok"


def _readers() -> list[str]:
    """One small file of each sort, read in a worker process as foreign files are."""
    from app.importing import take_any
    from app.reading.read import FORMATS
    from app.workers import Workers

    for one in FORMATS:
        _ = one.read  # its module is there
    workers = Workers()
    try:
        with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
            asked = {}
            for ending, make in FILES.items():
                path = Path(folder) / f"article{ending}"
                path.write_bytes(make())
                asked[ending] = workers.submit(take_any, str(path))
            for ending, answer in asked.items():
                _has_event(ending, answer.result())
    finally:
        workers.close()
    return sorted(FILES)


def _has_event(ending: str, taken: Any) -> None:
    days = [event.when.edtf for one in taken.found for event in one.extraction.events if event.when]
    if DAY not in days:
        raise Wrong(f"{ending}: {taken.trouble or f'no event on {DAY}, but {days}'}")


def _sample() -> dict[str, int]:
    """The built-in articles, from their files to events in a library and a figure of them."""
    from app.export.export import export_to
    from app.export.job import Export
    from app.importing import take_file
    from app.storing import store
    from resources.samples import sample_paths
    from storage.library import Library

    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        path = Path(folder) / "Sample.dateline"
        library = Library.create(path)
        try:
            for sample in sample_paths():
                store(library, take_file(str(sample)))
            counts = library.counts()
            ids = [int(one) for one in library.select()]
            days = {one.when.edtf for one in library.events(ids) if one.when}
            figures = [path.with_suffix(ending) for ending in (".png", ".svg", ".pdf")]
            for figure in figures:
                export_to(Export(library, ids), figure)
        finally:
            library.close()
        sizes = {figure.suffix[1:]: figure.stat().st_size for figure in figures}
    if DAY not in days:
        raise Wrong(f"“On Friday” was not found to be {DAY}")
    return {"articles": counts.articles, "events": len(ids), **sizes}


def _icons() -> int:
    from PySide6.QtCore import QSize

    from resources.icons import icons
    from widgets.icons import icon, program_icon

    drawn = {name: icon(name) for name in icons()} | {"dateline": program_icon()}
    empty = [name for name, one in drawn.items() if not _has_ink(one.pixmap(QSize(16, 16)).toImage())]
    if empty:
        raise Wrong(f"these are not drawn: {', '.join(empty)}")
    return len(drawn)


def _has_ink(image: Any) -> bool:
    return any(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def _fonts() -> dict[str, str]:
    from widgets.fonts import families, figure_family, travels_along

    return {
        "interface": families("interface")[0],
        "source_text": families("source_text")[0],
        "figure": figure_family(),
        "from": "bundle" if travels_along() else "system",
    }


def _grab() -> dict[str, int]:
    """A picture of the window, with its timeline."""
    from PySide6.QtWidgets import QApplication

    from app.window import Window
    from resources.themes import theme
    from widgets.theme import apply_theme

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, theme("light"))
    window = Window()
    window.resize(*GRAB)
    window.add_timeline()
    window.show()
    application.processEvents()
    image = window.grab().toImage()
    window.jobs.close()
    window.hide()
    colours = {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}
    if len(colours) < FEWEST_COLOURS:
        raise Wrong(f"the window has {len(colours)} colours")
    return {"width": image.width(), "height": image.height(), "colours": len(colours)}


def _same(what: str, found: Any, wanted: str) -> None:
    if found is None or found.edtf != wanted:
        raise Wrong(f"{what} is {found and found.edtf}, not {wanted}")


LOOKS: dict[str, Callable[[], Any]] = {
    "versions": _versions,
    "languages": _languages,
    "locales": _locales,
    "time_zones": _time_zones,
    "fts5": _fts5,
    "gazetteer": _gazetteer,
    "readers": _readers,
    "sample": _sample,
    "icons": _icons,
    "fonts": _fonts,
    "grab": _grab,
}

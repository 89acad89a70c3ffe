"""Opens the window as `dateline` does and keeps telling where its parts are: `open_and_tell.py TOLD.json [FILE…]`.

A walk clicks on what it is told of, so that it holds for every font and size.
"""

import json
import sys
from itertools import count
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from app import desktop
from app.window import Window

EVERY_MS = 60

Box = tuple[int, int, int, int]


def box_on_screen(part: QWidget, rect: QRect | None = None) -> Box | None:
    """Left, top, width and height of what is seen of a part, or of a box in it."""
    if not part.isVisible():
        return None
    seen = (rect or part.rect()).intersected(part.visibleRegion().boundingRect())
    corner = part.mapToGlobal(seen.topLeft())
    return (corner.x(), corner.y(), seen.width(), seen.height()) if not seen.isEmpty() else None


def buttons(window: Window) -> dict[str, Box | None]:
    found = [*window.findChildren(QPushButton), *window.findChildren(QToolButton)]
    return {one.accessibleName() or one.text(): box_on_screen(one) for one in found if one.isVisible()}


def parts(window: Window) -> dict[str, Box | None]:
    told: dict[str, QWidget] = {
        "empty": window.empty,
        "ask field": window.ask_bar.field.line,
        "title": window.panel.page.title.label,
        "text": window.article.text.viewport(),
        "panel": window.panel,
    }
    if window.timeline is not None:
        told["lanes"] = window.timeline.lane_view.viewport()
    return {name: box_on_screen(part) for name, part in told.items()}


def events(window: Window) -> dict[str, dict[str, Any]]:
    """For each event by its id: where its mark is, and its words in the open text."""
    library, text = window.session.library, window.article.text
    if library is None:
        return {}
    told: dict[str, dict[str, Any]] = {}
    for event in library.all_events():
        here = [one for one in library.mentions_of_event(event.id) if one.article == window.session.article]
        boxes = text.boxes(here[0].span) if here else []
        words = box_on_screen(text.viewport(), boxes[0].toRect()) if boxes else None
        mark = window.timeline.lane_view.box_of(event.id) if window.timeline else None
        place = box_on_screen(window.timeline.lane_view.viewport(), mark) if mark and window.timeline else None
        told[str(event.id)] = {"title": event.title, "mark": place, "words": words}
    return told


_numbers = count()


def state(window: Window) -> dict[str, Any]:
    timeline = window.timeline
    span = timeline.visible_span if timeline else None
    lanes = timeline.lane_view if timeline else None
    left = lanes.viewport().mapToGlobal(QPoint(int(lanes.sizes.header), 0)).x() if lanes else 0
    return {
        "number": next(_numbers),
        "title": window.windowTitle(),
        "parts": parts(window),
        "buttons": buttons(window),
        "events": events(window),
        "chosen": window.session.chosen,
        "highlighted": [one.cursor.selectedText() for one in window.article.text.extraSelections()],
        "span": [span.start, span.end] if span else None,
        "lanes": [left, lanes.room] if lanes else None,
        "busy": window.intake.busy or window.panes._pause.isActive(),
    }


def tell(window: Window, path: Path) -> None:
    """All of it or nothing: who reads meanwhile must not find half."""
    half = path.with_suffix(".half")
    half.write_text(json.dumps(state(window)))
    half.replace(path)


def main(told: Path, files: list[str]) -> int:
    application = desktop.make_application()
    window = desktop.start(application, files)
    timer = QTimer(interval=EVERY_MS)
    timer.timeout.connect(lambda: tell(window, told))
    timer.start()
    window.show()
    code = application.exec()
    told.unlink(missing_ok=True)
    return code


if __name__ == "__main__":  # worker processes read this file as well
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))

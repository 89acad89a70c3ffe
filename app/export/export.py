"""Which exporter writes which file. A new format is one file `to_name.py` and one line in EXPORTERS."""

import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.export import to_csv, to_html, to_ics, to_json, to_pdf, to_png, to_svg
from app.export.job import Export
from storage.errors import CannotWrite, WrongUse


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format by its name for menus. `figure` draws the timeline, on several `pages`, in `dots` that can be many or few.

    `told` says what is in a file without a figure.
    """

    name: str
    write: Callable[[Export], bytes]
    told: str = ""
    figure: bool = False
    pages: bool = False
    dots: bool = False
    each: Callable[[Export], Sequence[bytes]] | None = None
    """For a figure of which a file holds but one page: the files of all pages; `write` gives the first."""


EXPORTERS: dict[str, Exporter] = {
    ".png": Exporter("PNG image", to_png.write, figure=True, dots=True, each=to_png.pages),
    ".svg": Exporter("SVG drawing", to_svg.write, figure=True, each=to_svg.pages),
    ".pdf": Exporter("PDF document", to_pdf.write, figure=True, pages=True),
    ".html": Exporter("Web page", to_html.write, figure=True),
    ".csv": Exporter(
        "CSV table", to_csv.write, "One row for each event, with its date, its first source and the quote."
    ),
    ".json": Exporter(
        "JSON data", to_json.write, "Each event with its dates and everyone who reports it, for programs."
    ),
    ".ics": Exporter("Calendar", to_ics.write, "Each event whose date is known to the day, for calendars."),
}


def exporter_for(path: Path) -> Exporter:
    """By the ending of the name; WrongUse for one that nobody writes."""
    found = EXPORTERS.get(path.suffix.lower())
    if found is None:
        raise WrongUse(
            f"Dateline cannot write “{path.name}”. Let its name end in one of these: {', '.join(EXPORTERS)}."
        )
    return found


def export_to(export: Export, path: Path) -> list[Path]:
    """Write the file as its name says, and tell it; CannotWrite leaves what stood there as it was.

    Images and drawings of more pages have files of their own beside it: "name-2.png".
    """
    exporter = exporter_for(path)
    files = exporter.each(export) if exporter.each else [exporter.write(export)]
    paths = [page_path(path, number) for number in range(len(files))]
    for each, data in zip(paths, files, strict=True):
        write_file(each, data)
    return paths


def page_path(path: Path, number: int) -> Path:
    """Where a page is written, whose number counts from 0."""
    return path if not number else path.with_stem(f"{path.stem}-{number + 1}")


def write_file(path: Path, data: bytes) -> None:
    """Write all of a file or nothing of it: CannotWrite leaves what stood there as it was."""
    try:
        _replace(path, data)
    except OSError as trouble:
        reason = (trouble.strerror or "the folder does not take it").lower()
        raise CannotWrite(f"“{path.name}” could not be written: {reason}. Choose another folder or name.") from trouble


def _replace(path: Path, data: bytes) -> None:
    """All of it or nothing: a full disk must not leave half a figure in place of a whole one."""
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".dateline-", suffix=path.suffix)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """What the user's new files leave out; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask

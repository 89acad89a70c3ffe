"""Which exporter writes which file. A new format is one file `to_name.py` and one line in EXPORTERS."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.export import to_csv, to_html, to_ics, to_json, to_pdf, to_png, to_svg
from app.export.job import Export
from app.export.writing import write_files
from storage.errors import WrongUse


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
    files = made(export, path)
    write_files(files)
    return [path for path, _ in files]


def made(export: Export, path: Path) -> list[tuple[Path, bytes]]:
    """What is to be written where; nothing is written yet."""
    exporter = exporter_for(path)
    files = exporter.each(export) if exporter.each else [exporter.write(export)]
    return [(page_path(path, number), data) for number, data in enumerate(files)]


def page_path(path: Path, number: int) -> Path:
    """Where a page is written, whose number counts from 0."""
    return path if not number else path.with_stem(f"{path.stem}-{number + 1}")

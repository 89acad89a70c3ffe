"""The timeline as PNG images, one for each page."""

from collections.abc import Sequence

from app.export.job import Export
from app.export.picture import figure_of


def write(export: Export) -> bytes:
    """The first page; Qt must have been started."""
    return pages(export, 1)[0]


def pages(export: Export, most: int | None = None) -> Sequence[bytes]:
    """All pages, or the first ones."""
    from widgets.figure.files import png  # Qt, which the tables do without

    figure = figure_of(export)
    return [png(figure, number) for number in range(len(figure.pages))[:most]]

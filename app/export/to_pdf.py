"""The timeline as a PDF page."""

from app.export.job import Export
from app.export.picture import figure_of


def write(export: Export) -> bytes:
    """All pages; Qt must have been started."""
    from widgets.figure.files import pdf  # Qt, which the tables do without

    return pdf(figure_of(export))

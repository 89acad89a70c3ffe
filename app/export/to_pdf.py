"""The timeline as a PDF page."""

from app.export.job import Export
from app.export.picture import sheet


def write(export: Export) -> bytes:
    """As wide as the job says; Qt must have been started."""
    from widgets.timeline.sheet import pdf  # Qt, which the tables do without

    return pdf(sheet(export))

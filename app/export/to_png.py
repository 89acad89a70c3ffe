"""The timeline as a PNG image."""

from app.export.job import Export
from app.export.picture import figure_of


def write(export: Export) -> bytes:
    """As wide as the job says; Qt must have been started."""
    from widgets.figure.files import png  # Qt, which the tables do without

    return png(figure_of(export))

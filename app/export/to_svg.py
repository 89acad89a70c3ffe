"""The timeline as an SVG drawing whose text stays text."""

from app.export.job import Export
from app.export.picture import figure_of


def write(export: Export) -> bytes:
    """As wide as the job says; Qt must have been started."""
    from widgets.figure.files import svg  # Qt, which the tables do without

    return svg(figure_of(export))

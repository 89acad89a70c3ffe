"""The one entrance to everything about time: the dates in a text, and a date that a person typed."""

from app.extraction.dating import find_dates
from app.extraction.typed import read_date

__all__ = ["find_dates", "read_date"]

"""Further pages of a figure: nobody named their files, so all they may replace are its pages from an earlier time."""

from collections.abc import Sequence
from pathlib import Path

from storage.errors import WrongUse


def must_be_earlier(files: Sequence[tuple[Path, bytes]]) -> None:
    """WrongUse where another file has the name of a further page; the first page has the name that was asked for."""
    for path, data in files[1:]:
        if path.is_file() and not _same_figure(path.read_bytes(), data):
            raise WrongUse(
                f"“{path.name}”, the name of a further page, is another file already. "
                "Choose another name for the figure, or say --force to replace it."
            )


def _same_figure(old: bytes, new: bytes) -> bool:
    """Whether both are Dateline's and have one title."""
    from widgets.figure.files import title_of  # Qt, which the tables do without

    title = title_of(old)
    return bool(title) and title == title_of(new)

"""The file that an article came from, given back byte for byte."""

import re
from pathlib import Path, PurePosixPath, PureWindowsPath
from urllib.parse import unquote, urlsplit

from platformdirs import user_documents_path
from PySide6.QtWidgets import QWidget

from app.export.writing import write_file
from app.saving import ask_where
from app.session import Session
from storage.errors import DatelineError
from storage.model import Article
from widgets.notice import Notice

LONGEST = 100
_UNFIT = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')  # 'a/b: "c"?' holds five; "Bericht (2).pdf" none
NOT_KEPT = "The library has no original of “{title}”: its file was too large to be kept. It came from {source}."


class Originals:
    """Asks where an original goes, and says where it is then."""

    def __init__(self, session: Session, notice: Notice, window: QWidget) -> None:
        self._session, self._notice, self._window = session, notice, window

    def save(self, article: int | None) -> None:
        """Write the bytes that an article came from into a file that the user names."""
        library = self._session.library
        found = library.articles([article]) if library and article is not None else []
        if library is None or not found:
            return
        try:
            data = library.original(found[0].sha256)
        except DatelineError as reason:
            self._notice.tell(str(reason))
            return
        if data is None:
            self._notice.tell(NOT_KEPT.format(title=found[0].title, source=found[0].source or "an unknown place"))
            return
        name = name_of(found[0])
        ending = Path(name).suffix.lower()
        path = ask_where(self._window, "Save original", user_documents_path() / name, f"The same (*{ending})", ending)
        if path is not None:
            self._write(path, data)

    def _write(self, path: Path, data: bytes) -> None:
        try:
            write_file(path, data)
        except DatelineError as reason:
            self._notice.tell(str(reason))
            return
        self._notice.say(f"“{path.name}” is in {path.parent}, byte for byte as it came.")


def name_of(article: Article) -> str:
    """A name for the file: its own where it had one, else the article's title; fit for any system."""
    whole = _whole(article)
    ending = f".{article.reader.partition(' ')[0] or 'txt'}"
    if "://" in whole:
        own = PurePosixPath(unquote(urlsplit(whole).path)).name[:LONGEST]
        own += ending if own and not PurePosixPath(own).suffix else ""
    else:
        own = PureWindowsPath(PurePosixPath(whole).name).name
    name = _UNFIT.sub(" ", own or f"{article.title[:LONGEST]}{ending}")
    return " ".join(name.split()).strip(" .") or "original.txt"


def _whole(article: Article) -> str:
    """Where the file came from in which the article stood: "cases/all.zip" of "cases/all.zip/a.txt" with the key "a.txt"."""
    place = article.key
    while place:
        if article.source.endswith(f"/{place}"):
            return article.source.removesuffix(f"/{place}")
        place = place.rpartition("/")[0]  # what is left out is the row of a table in the archive
    return article.source

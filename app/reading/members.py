"""Files inside of a file: the members of an archive, the mails of a mailbox, what is attached to a mail.

Each is read as if it had come by itself, one bad member costs itself only, and what is told at the end names it.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from app.reading.noted import Noted
from app.reading.source import Source
from app.worker_process import begin_part
from storage.errors import CannotRead
from storage.model import Article, Basis, Published

DEEPEST = 4
"""Archives and mails in each other that are still looked into."""
_TOLD = 3
# what mail programs attach by themselves, and pictures: no articles, and nothing to tell of
_QUIET = (".p7s", ".asc", ".sig", ".ics", ".vcf", ".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf")


def member(whole: Source, name: str, data: bytes) -> Source:
    """The source of a member of this name."""
    return Source(name.rpartition("/")[2], data, f"{whole.origin}/{name}", inside=whole.inside + 1)


def attached(whole: Source, name: str, data: bytes) -> Iterator[Source | CannotRead]:
    """What is attached to a mail under this name, if it may be an article; else a word on it, unless it is a picture."""
    from app.reading.read import can_read  # which reads mails with this

    name = name.replace("/", "_").replace("\\", "_")
    if "." in name and can_read(name):
        yield member(whole, name, data)
    elif not name.lower().endswith(_QUIET):
        yield Noted(f"“{name}”, attached to {whole.shown}, is no text, and passed over.")


def with_guess(article: Article, sent: Published | None) -> Article:
    """What is attached to a mail appeared on its day or before it: the last guess, where nothing better is known."""
    if sent is None or article.published or any(one.day.day == sent.day.day for one in article.candidates):
        return article
    return replace(article, candidates=(*article.candidates, Published(sent.day, Basis.GUESS, sent.words)))


def articles_in(whole: Source, members: Iterable[Source | CannotRead], sha256: str = "") -> Iterator[Article]:
    """The articles of all members. Afterwards CannotRead or Noted says what could not be read, if anything.

    The bytes that are kept for each are those of the whole, and its key is the place in it.
    """
    from app.reading.read import read_source  # which reads archives with this

    sha256 = sha256 or hashlib.sha256(whole.data).hexdigest()
    troubles: list[CannotRead] = []
    good = 0
    for one in members:
        begin_part()
        if isinstance(one, CannotRead):
            troubles.append(one)
            continue
        place = one.path.removeprefix(whole.origin).lstrip("/")
        try:
            if one.inside > DEEPEST:
                raise CannotRead(f"{one.shown} stands too deep in other archives or mails. Unpack it and add it.")
            for article in read_source(one):
                good += 1
                key = f"{place}/{article.key}" if article.key else place
                yield replace(article, sha256=sha256, key=key)
        except CannotRead as trouble:
            troubles.append(trouble)
    raise_for(whole, troubles, good)


def raise_for(whole: Source, troubles: list[CannotRead], good: int) -> None:
    """Say what went wrong with members, if anything did: Noted if they all gave what they had."""
    if not troubles:
        return
    sentences = dict.fromkeys(str(one).removesuffix(" …") for one in troubles[:_TOLD])
    told = " ".join(sentences) + (" …" if len(troubles) > _TOLD else "")
    bad = sum(not isinstance(one, Noted) for one in troubles)
    if not bad:
        raise Noted(told)
    if not good:
        raise CannotRead(told)
    raise CannotRead(f"{bad:,} of the parts of {whole.shown} could not be read. {told}")

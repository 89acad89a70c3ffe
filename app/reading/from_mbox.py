"""Mailboxes: many mails in one file, each an article with what is attached to it."""

import hashlib
import re
from collections.abc import Iterator

from app.reading.from_eml import mail
from app.reading.members import raise_for
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article

# "From jane@example.org Fri Dec 16 10:00:00 2016" after an empty line; not "From Friday on it was calm"
_FROM = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\n]{1,400}\d\d?:\d\d[^\n]{0,60}\r?\n")
# ">From the city", which a mailbox writes for "From the city"
_GUARDED = re.compile(rb"^>(>*From )", re.MULTILINE)


def read(source: Source) -> Iterator[Article]:
    """The articles of all mails; at the end what could not be read is said."""
    sha256 = hashlib.sha256(source.data).hexdigest()
    troubles: list[CannotRead] = []
    good = 0
    for number, data in enumerate(_mails(source.data), 1):
        one = Source(f"mail {number} of {source.name}", data, f"{source.origin}/{number}", inside=source.inside + 1)
        try:
            for found in mail(one, sha256, str(number)):
                good += 1
                yield found
        except CannotRead as trouble:
            troubles.append(trouble)
    if not good and not troubles:
        raise CannotRead(f"{source.shown} holds no mails. Look whether it was copied completely.")
    raise_for(source, troubles, good)


def _mails(data: bytes) -> Iterator[bytes]:
    places = [found.span() for found in _FROM.finditer(data)]
    if not places:
        yield data  # one mail, saved with the ending of many
    ends = [start for start, _ in places[1:]] + [len(data)]
    for (_, begin), end in zip(places, ends, strict=False):
        if data[begin:end].strip():
            yield _GUARDED.sub(rb"\1", data[begin:end])

"""Mails: what was written, by whom and when; attached articles become articles of their own."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from app.reading import dates
from app.reading.articles import Facts, article
from app.reading.mail_parts import Limits, Part, parse, sender_of, without_files
from app.reading.mail_words import words_in
from app.reading.members import articles_in, attached, member, raise_for, with_guess
from app.reading.noted import Noted
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article, Basis, Published

READER = "eml 1"


def read(source: Source) -> Iterator[Article]:
    """The mail if it has words, then what is attached; at the end what could not be read is said."""
    yield from mail(source, hashlib.sha256(source.data).hexdigest())


def mail(source: Source, sha256: str, key: str = "") -> Iterator[Article]:
    """The articles of one mail; `sha256` and `key` say which bytes are kept for it, and which mail in them it is."""
    limits = Limits()
    whole = parse(source.data, limits)
    facts = _facts(whole, key)
    if not whole.headers.keys() and not whole.parts:
        raise CannotRead(f"{source.shown} is no mail: it has no headers. Save the mail again, or its words as text.")
    troubles: list[CannotRead] = []
    good = 0
    try:
        yield article(source, without_files(words_in(whole)), READER, facts, sha256)
        good = 1
    except CannotRead as trouble:
        troubles.append(trouble)
    try:
        for found in articles_in(source, _attached(source, whole), sha256):
            good += 1
            one = with_guess(found, facts.published)
            yield replace(one, key=f"{key}/{one.key}") if key else one
    except CannotRead as trouble:
        troubles.append(trouble)
    if good:  # a letter without words around an article is none
        troubles = [one for one in troubles if "has no words" not in str(one)]
    if limits.reached:
        troubles.append(Noted(f"{source.shown} has more parts than any mail. The first ones were read."))
    raise_for(source, troubles, good)


def _facts(whole: Part, key: str) -> Facts:
    words = whole.told("date")
    day = dates.written(words)
    sender = sender_of(whole)
    return Facts(
        key=key,
        title=whole.told("subject"),
        author=sender,
        language=whole.told("content-language").partition(",")[0],
        published=Published(day, Basis.METADATA, words.strip()) if day else None,
    )


def _attached(source: Source, part: Part) -> Iterator[Source | CannotRead]:
    """What is attached, with the mails in it; pictures and the like are no articles."""
    for one in part.parts:
        yield from _attached(source, one)
    if part.parts or part.kind.startswith(("multipart/", "image/", "audio/", "video/")):
        return
    if part.kind == "message/rfc822":
        yield member(source, part.name or "attached.eml", part.bytes())
    elif part.name and (part.attached or not part.kind.startswith("text/")):
        yield from attached(source, part.name, part.bytes())

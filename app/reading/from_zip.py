"""Zip archives: each member that is an article. Nothing is unpacked to the disk, so no name can lead anywhere."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from app.reading.members import articles_in, member
from app.reading.noted import Noted
from app.reading.passing_over import hidden, of_a_page
from app.reading.safe_zip import Archive, open_archive, shown
from app.reading.source import Source
from storage.errors import CannotRead
from storage.model import Article

if TYPE_CHECKING:
    from zipfile import ZipInfo

_TOLD = 3


def read(source: Source) -> Iterator[Article]:
    """The articles of all members; what could not be read, and what is no article, is said at the end."""
    archive = open_archive(source)
    yield from articles_in(source, _members(source, archive))


def _members(source: Source, archive: Archive) -> Iterator[Source | CannotRead]:
    from app.reading.read import can_read, endings  # which reads archives with this

    found = False
    passed: list[str] = []
    names = {PurePosixPath(_name(one)) for one in archive.members}
    beside: dict[PurePosixPath, set[str]] = {}
    for path in names:
        beside.setdefault(path.parent, set()).add(path.name.lower())
    seen: set[str] = set()
    for one in sorted(archive.members, key=lambda one: one.filename):
        name = _name(one)
        path = PurePosixPath(name)
        if _no_article(path, beside):
            continue
        if not can_read(path.name):
            passed.append(shown(name))
            continue
        found = True
        if path.is_absolute() or ".." in path.parts:
            yield CannotRead(f"“{shown(name)}” in {source.shown} names a place outside of it, as a trap does.")
        elif name in seen:
            yield CannotRead(f"“{shown(name)}” stands in {source.shown} more than once. The first was read.")
        elif one.external_attr >> 16 & 0o170000 == 0o120000:
            yield CannotRead(f"“{shown(name)}” in {source.shown} is a link to another place. It was not followed.")
        else:
            yield _unpacked(source, archive, one, name)
        seen.add(name)
    if not found:
        yield CannotRead(f"{source.shown} holds no articles. Dateline reads {endings()}.")
    elif passed:
        more = f" and {len(passed) - _TOLD:,} more" if len(passed) > _TOLD else ""
        listed = ", ".join(f"“{one}”" for one in passed[:_TOLD])
        yield Noted(
            f"In {source.shown}, {listed}{more} {'is' if len(passed) == 1 else 'are'} no text, and passed over."
        )


def _unpacked(source: Source, archive: Archive, one: "ZipInfo", name: str) -> Source | CannotRead:
    try:
        return member(source, shown_whole(name), archive.unpack(one))
    except CannotRead as trouble:
        return trouble


def shown_whole(name: str) -> str:
    """The name with nothing in it that cannot be printed or stored."""
    return "".join(letter for letter in name.encode("utf-8", "replace").decode() if letter.isprintable())


def _name(one: "ZipInfo") -> str:
    return one.filename.replace("\\", "/")


def _no_article(path: PurePosixPath, beside: Mapping[PurePosixPath, Collection[str]]) -> bool:
    """Whether it is hidden, or part of a saved page."""
    if any(hidden(part) for part in path.parts if part != ".."):
        return True
    return any(of_a_page(above.name, beside.get(above.parent, ())) for above in path.parents if above.name)

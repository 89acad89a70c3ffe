"""Which article is there already: the same words, unless they are known to have appeared on another day or elsewhere. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage.model import Article, Basis

if TYPE_CHECKING:
    from storage.library import Library


class Known:
    """The articles of a library and those that come in with one another, by their words."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._of_text: dict[str, list[tuple[int, Article]]] = {}

    def find(self, article: Article) -> int | None:
        """The id of the one that is the same, the first if there are several."""
        return next((number for number, one in self._with_text(article.text) if _is_same(article, one)), None)

    def add(self, number: int, article: Article) -> None:
        """One that came in."""
        self._with_text(article.text).append((number, article))

    def _with_text(self, text: str) -> list[tuple[int, Article]]:
        if text not in self._of_text:
            ids = self._library.articles_of_text(text)
            self._of_text[text] = [(one.id, one) for one in self._library.articles(ids)] if ids else []
        return self._of_text[text]


def _is_same(one: Article, other: Article) -> bool:
    """A day that a person set tells nothing of what the article itself says."""
    publishers = {one.publisher.casefold(), other.publisher.casefold()} - {""}
    days = {day for day in (_own_day(one), _own_day(other)) if day is not None}
    return len(publishers) < 2 and len(days) < 2


def _own_day(article: Article) -> int | None:
    day = article.published
    return day.day.day if day and day.basis is not Basis.USER else None


def unused_day(article: Article, there: Article) -> str:
    """That a day which a person gave with an article changes nothing of the one that is there; else nothing."""
    given, kept = article.published, there.published
    if not given or given.basis is not Basis.USER or (kept and kept.day.day == given.day.day):
        return ""
    known = f"Its publication day there stays {kept.day}" if kept else "It stays without a publication day there"
    return f"{known}; {given.day} was not used. Open the article in the window to change its day."

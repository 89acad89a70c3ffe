"""Title, publisher and author of an article, as a person says them."""

from dataclasses import replace

from storage.change import describe_article
from storage.library import Library
from storage.model import Article

SAID = ("Convoy stopped", "The Aleppo Courier", "R. Haddad")


def test_an_article_is_called_otherwise_and_filters_and_counts_follow(library: Library) -> None:
    before = library.articles(library.article_order().tolist())[0]
    assert "The Aleppo Courier" not in library.counts().sources
    library.apply(describe_article(before, *SAID))
    after = library.article(before.id)
    assert after == replace(before, title=SAID[0], publisher=SAID[1], author=SAID[2])
    assert "The Aleppo Courier" in library.counts().sources
    library.undo()
    assert library.article(before.id) == before
    assert "The Aleppo Courier" not in library.counts().sources


def test_what_is_the_same_changes_nothing() -> None:
    article = Article(1, "text", *SAID)
    assert not describe_article(article, *SAID).steps

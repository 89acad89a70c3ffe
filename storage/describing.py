"""What a person says of an article itself: how it is called, who published it and who wrote it."""

from dataclasses import replace

from storage.model import Article
from storage.steps import Change, Step, change


def describe_article(article: Article, title: str, publisher: str, author: str) -> Change:
    """Say title, publisher and author. Nothing reads them anew from the file, so they stay without being pinned."""
    said = replace(article, title=title, publisher=publisher, author=author)
    return change("Edit the article", [Step(article, said)])

"""The day on which a page says that its article appeared, with what tells it; all other days stay candidates."""

import json

import pytest

from app.reading.read import read_source
from app.reading.source import Source
from storage.model import Article, Basis

PARAGRAPHS = "".join(
    f"<p>{words}</p>\n"
    for words in (
        "The bridge over the river was closed to lorries in the morning, a spokeswoman of the district said.",
        "It had been hit twice since the beginning of the fighting, and its middle pier is held by cables.",
        "Buses with families crossed it on foot of the hill until 5 March 2017, when the shelling began again.",
    )
)
TITLE = "Bridge closed to lorries"


def page(above: str = "", below: str = "", head: str = "", foot: str = "", lang: str = "en") -> Article:
    site = "<div class='logo'>The Courier</div><nav><a href='/'>Home</a><span class='date'>1 January 2020</span></nav>"
    data = (
        f"<!DOCTYPE html><html lang='{lang}'><head><meta charset='utf-8'><title>{TITLE} - The Courier</title>{head}</head>"
        f"<body>{site}<main>{above}<h1>{TITLE}</h1>{below}{PARAGRAPHS}{foot}</main></body></html>"
    )
    (article,) = read_source(Source("page.html", data.encode()))
    return article


def script(*told: object) -> str:
    return "".join(f"<script type='application/ld+json'>{json.dumps(one)}</script>" for one in told)


ARTICLE = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2017-03-06T09:00:00+03:00"}
OTHER = {"@type": "NewsArticle", "headline": "Rain expected", "datePublished": "2017-03-09"}
IN_SCRIPTS = {
    "one article": [ARTICLE],
    "in a graph": [{"@graph": [{"@type": "Organization", "name": "The Courier"}, ARTICLE]}],
    "among others": [[OTHER, ARTICLE]],
    "before others": [ARTICLE, {"@type": "ItemList", "itemListElement": [OTHER]}],
    "with comments": [ARTICLE | {"comment": [{"@type": "Comment", "datePublished": "2017-03-10"}]}],
    "with a film": [{"@type": "VideoObject", "datePublished": "2017-01-01"}, ARTICLE],
    "several kinds": [ARTICLE | {"@type": ["Article", "Thing"]}],
    "changed later": [ARTICLE | {"dateModified": "2017-03-12"}],
    "the page alone": [{"@type": "WebPage", "url": "https://a.example/", "datePublished": "2017-03-06"}],
}


@pytest.mark.parametrize("told", IN_SCRIPTS.values(), ids=IN_SCRIPTS)
def test_the_day_of_the_article_in_linked_data(told: list[object]) -> None:
    published = page(head=script(*told)).published
    assert published is not None
    assert (published.day.iso(), published.basis) == ("2017-03-06", Basis.METADATA)


def test_linked_data_that_is_no_json_is_read_all_the_same() -> None:
    broken = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2017-03-06", }</script>'
    published = page(head=broken).published
    assert published is not None
    assert published.day.iso() == "2017-03-06"


NO_DAYS = {
    "of a film": [{"@type": "VideoObject", "datePublished": "2017-03-06", "uploadDate": "2017-03-06"}],
    "of other articles": [{"@type": "ItemList", "itemListElement": [OTHER]}],
    "of articles that are not this one": [[OTHER, OTHER | {"headline": "Snow", "datePublished": "2017-03-08"}]],
    "of a change": [{"@type": "NewsArticle", "dateModified": "2017-03-12"}],
    "no text": [{"@type": "NewsArticle", "datePublished": 5}],
}


@pytest.mark.parametrize("told", NO_DAYS.values(), ids=NO_DAYS)
def test_linked_data_without_the_day_of_the_article(told: list[object]) -> None:
    assert page(head=script(*told)).published is None


def meta(name: str, content: str) -> str:
    return f"<meta name='{name}' content='{content}'>"


METAS = {
    "article:published_time": "2017-03-06T09:00:00Z",
    "DC.date.issued": "2017-03-06",
    "parsely-pub-date": "2017-03-06T09:00:00Z",
    "pubdate": "Mon, 06 Mar 2017 09:00:00 GMT",
    "publish-date": "March 6, 2017",
    "publication_date": "6 mars 2017",
    "cXenseParse:recs:publishtime": "2017-03-06T09:00:00.000Z",
    "article.published": "1488790800",
    "date": "2017/03/06",
}


@pytest.mark.parametrize(("name", "content"), METAS.items())
def test_the_day_in_a_meta_element(name: str, content: str) -> None:
    published = page(head=meta(name, content)).published
    assert published is not None
    assert (published.day.iso(), published.basis) == ("2017-03-06", Basis.METADATA)


@pytest.mark.parametrize("name", ["article:modified_time", "og:updated_time", "last-modified", "dateUpdate"])
def test_the_day_of_a_change_is_a_guess(name: str) -> None:
    article = page(head=meta(name, "2017-03-12"))
    assert article.published is None
    assert ("2017-03-12", Basis.GUESS) in [(one.day.iso(), one.basis) for one in article.candidates]


@pytest.mark.parametrize("name", ["video:release_date", "video:publish_date", "expires", "viewport"])
def test_other_meta_elements_tell_no_day(name: str) -> None:
    assert page(head=meta(name, "2017-03-12")).published is None


LINES = {
    "a class": "<span class='news-list-date'>6 March 2017</span>",
    "a line of its own": "<p>6 March 2017</p>",
    "a byline": "<p>By Jane Doe | 6 March 2017 | 10:30</p>",
    "words of publication": "<div>Published by the desk of the Courier on 6 March 2017, 10:30</div>",
    "a first and a last day": "<p>Published: 6 March 2017. Last updated: 12 March 2017</p>",
    "in parts": "<div class='date'><b>6</b> <i>March</i> <u>2017</u></div>",
    "a time": "<time datetime='2017-03-06T10:00:00Z'>three hours ago</time>",
    "microdata": "<span itemprop='datePublished' content='2017-03-06'>Monday</span>",
    "microformat": "<abbr class='published' title='2017-03-06T10:21:40Z'>Monday</abbr>",
    "a habit of blogs": "<span class='entry-date updated'>March 6, 2017</span>",
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_the_line_under_the_headline_tells_the_day(line: str) -> None:
    published = page(below=line).published
    assert published is not None
    assert published.day.iso() == "2017-03-06"


@pytest.mark.parametrize(
    ("line", "lang"),
    [
        ("Veröffentlicht am 6. März 2017", "de"),
        ("Publié le 6 mars 2017 à 10h30", "fr"),
        ("Publicado el 6 de marzo de 2017", "es"),
        ("Опубликовано 6 марта 2017", "ru"),
        ("6 Mart 2017 Pazartesi", "tr"),
        ("6 آذار 2017", "ar"),
        ("2017年3月6日", "ja"),
    ],
)
def test_the_line_speaks_the_language_of_the_page(line: str, lang: str) -> None:
    published = page(below=f"<p>{line}</p>", lang=lang).published
    assert published is not None
    assert (published.day.iso(), published.basis) == ("2017-03-06", Basis.DATELINE)


def test_the_line_above_the_headline_and_far_below_it() -> None:
    above = page(above="<p class='date'>6 March 2017</p>").published
    below = page(foot="<p>Published on 6 March 2017</p>").published
    assert above
    assert below
    assert (above.day.iso(), below.day.iso()) == ("2017-03-06", "2017-03-06")


NO_LINES = {
    "a change": "<p class='date'>Last updated: 6 March 2017</p>",
    "a class of change": "<span class='lastmod'>6 March 2017</span>",
    "a range": "<p class='date'>6 March 2017 – 9 March 2017</p>",
    "a list": "<ul><li>6 March 2017</li><li>7 March 2017</li><li>8 March 2017</li></ul>",
    "a comment": "<div class='comments'><span class='date'>6 March 2017</span></div>",
    "another article": "<div class='related-teaser'><time datetime='2017-03-06'>6 March 2017</time></div>",
    "a sentence": "<p>The mayor was elected on 6 March 2017 with the votes of the north.</p>",
    "a life": "<p>* 6 March 1950, † 2016</p>",
    "words that count from now": "<p class='date'>2 hours ago</p>",
}


@pytest.mark.parametrize("line", NO_LINES.values(), ids=NO_LINES)
def test_other_days_are_not_taken_for_that_of_the_article(line: str) -> None:
    assert page(below=line).published is None


def test_a_page_that_contradicts_itself_keeps_every_day() -> None:
    article = page(head=script(ARTICLE) + meta("date", "2017-03-07"), below="<p class='date'>8 March 2017</p>")
    assert article.published
    assert article.published.day.iso() == "2017-03-06"
    found = [(one.day.iso(), one.basis) for one in article.candidates]
    assert found == [("2017-03-07", Basis.METADATA), ("2017-03-08", Basis.DATELINE)]


def test_the_title_is_the_heading_without_the_name_of_the_site() -> None:
    assert page().title == TITLE

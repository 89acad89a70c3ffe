"""Events as one web page that needs nothing else: the figure, and below it each event with its sources."""

from dataclasses import replace
from html import escape
from string import Template

from app.export import to_svg
from app.export.addresses import link
from app.export.job import Export
from app.export.records import Record, of_events
from storage.moment import Moment
from storage.when import Precision, When
from widgets.dates import day, written_out
from widgets.figure.options import FigureOptions, Paper, Sources

_PAGE = Template("""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Dateline">
<title>$title</title>
<style>
body { margin: 0 auto; max-width: 80rem; padding: 2rem 1.5rem; font: 1rem/1.5 Inter, system-ui, sans-serif; color: #1b1c1e; }
h1 { font-size: 1.8rem; }
figure { margin: 0 0 2rem; overflow-x: auto; }
figure svg { width: 100%; min-width: 50rem; height: auto; }
article { border-top: 1px solid #e6e5e1; padding: 0.9rem 0; }
h2 { font-size: 1.05rem; margin: 0.1rem 0; }
p { margin: 0.1rem 0; color: #505359; }
blockquote { margin: 0.4rem 0 0; padding-left: 0.8rem; border-left: 2px solid #d4d3ce; }
blockquote { font-family: "Source Serif 4", Georgia, serif; }
cite { font: 0.85rem Inter, system-ui, sans-serif; color: #62656b; }
a { color: #1d4e9e; }
</style>
</head>
<body>
<h1>$title</h1>
<figure>$figure</figure>
<main>
$events
</main>
</body>
</html>
""")


def write(export: Export) -> bytes:
    """No script, nothing loaded from elsewhere; words of articles are escaped."""
    drawing = to_svg.write(replace(export, figure=_for_a_screen(export.figure))).decode()
    figure = drawing[drawing.index("<svg") :]
    events = "\n".join(_event(record) for record in of_events(export.library, export.events))
    title = escape(export.figure.title or export.library.name)
    return _PAGE.substitute(title=title, figure=figure, events=events).encode()


def _for_a_screen(asked: FigureOptions) -> FigureOptions:
    """One page as wide as was asked and as high as it needs; the sources stand below it anyway."""
    return replace(asked, page=Paper.PIXELS, height=None, pages=1, sources=Sources.NONE)


def _event(record: Record) -> str:
    sources = "".join(_source(source) for source in record["sources"])
    facts = " · ".join(escape(part) for part in (record["kind"], record["status"], *record["places"]))
    return (
        f'<article id="event-{record["id"]}"><p>{escape(_when(record))}</p>'
        f"<h2>{escape(record['title'])}</h2><p>{facts}</p>{sources}</article>"
    )


def _when(record: Record) -> str:
    told = record["when"]
    if told is None:
        return "No date"
    first, last = (Moment.parse(told[end]) if told[end] else None for end in ("earliest", "latest"))
    return written_out(When(first, last, Precision(told["precision"]), told["approximate"]))


def _source(source: Record) -> str:
    named = escape(source["publisher"] or source["title"])
    if address := link(source["url"] or ""):
        named = f'<a href="{escape(address)}" rel="noreferrer">{named}</a>'
    published = f", {escape(day(Moment.parse(source['published'])))}" if source["published"] else ""
    return f"<blockquote>{escape(source['quote'])}<br><cite>{named}{published}</cite></blockquote>"

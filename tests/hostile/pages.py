"""Web pages, Markdown and rich text that are traps or broken."""

import json

from tests.hostile.case import ANY, FAILED, GOOD, Case, Cases
from tests.hostile.plain import INJECTED

BODY = f"<article><h1>Convoy</h1><p>{GOOD}</p><p>{GOOD}</p></article>"
LAUGHS = (
    "<!DOCTYPE html [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9))
    + "]>"
)
FILE = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def page(body: str, head: str = "", before: str = "<!DOCTYPE html>") -> bytes:
    return f"{before}<html lang='en'><head>{head}</head><body>{body}</body></html>".encode("utf-8", "surrogatepass")


def linked(value: object) -> str:
    words = value if isinstance(value, str) else json.dumps(value)
    return f"<script type='application/ld+json'>{words}</script>"


PAGES = {
    "laughs": page(BODY + "&j;", before=LAUGHS),
    "file": page(BODY + "&x;", before=FILE),
    "deep": page("<div>" * 20_000 + BODY),
    "deep-tables": page("<table><tr><td>" * 2000 + BODY),
    "deep-fonts": page("<b><i><font>" * 5000 + BODY),
    "attributes": page("<p " + " ".join(f"a{n}=1" for n in range(5000)) + ">" + BODY),
    "long-attribute": page(f"<img src='data:image/png;base64,{'A' * 1_000_000}'>" + BODY),
    "links": page(BODY + "<a href='http://x.example/'>x</a>" * 2000),
    "open-comment": page(BODY + "<!-- " + "-" * 50_000),
    "open-attribute": page(BODY + "<a href='" + "x" * 50_000),
    "numbers": page("&#0;&#xD800;&#x110000;&#99999999999;&#x;" + BODY),
    "zeros": page(BODY).replace(b"<p>", b"<p\0>\0"),
    "cut": page(BODY)[:120] + GOOD.encode(),
    "script": page("<script>while(1){}</script><style>*{}</style>" + BODY + "<iframe srcdoc='<p>x'></iframe>"),
    "svg": page("<svg><script>x</script><text>y</text></svg><math><mi>z</mi></math>" + BODY),
    "base": page(BODY, "<base href='javascript:alert(1)'><meta http-equiv=refresh content='0;url=file:///etc/passwd'>"),
    "utf7": page(BODY, "<meta charset='utf-7'>"),
    "utf16-said": page(BODY, "<meta charset='utf-16'>"),
    "no-charset": page(BODY, "<meta charset='no-such-thing\0'>"),
    "linked-deep": page(BODY, linked("[" * 100_000)),
    "linked-deep-objects": page(BODY, linked('{"a":' * 50_000)),
    "linked-numbers": page(BODY, linked('{"datePublished": 1e999999, "headline": ' + "9" * 5000 + "}")),
    "linked-halves": page(BODY, linked('{"headline": "\\ud800 x", "author": {"name": "\\udfff"}}')),
    "linked-types": page(BODY, linked([{"datePublished": [{}], "author": 5, "headline": None, "@graph": "x"}])),
    "linked-minus": page(BODY, linked({"datePublished": "-0005-01-01T00:00:00Z"})),
    "linked-9999": page(BODY, linked({"datePublished": "9999-12-31T23:59:59-14:00"})),
    "day-0": page(BODY, "<meta property='article:published_time' content='0000-00-00T00:00:00Z'>"),
    "day-far": page(BODY, "<meta name='date' content='99999-01-01'><time datetime='-5'>x</time>"),
    "day-long": page(BODY, f"<meta name='date' content='{'9' * 100_000}'>"),
    "title-long": page(BODY, f"<title>{'long ' * 100_000}</title>"),
    "title-lines": page(BODY, "<title>a\n\n\u2028b\u202e\t=1</title>"),
    "frames": b"<html><frameset><frame src='http://x.example/'></frameset><noframes>" + GOOD.encode(),
    "xml": b"<?xml version='1.0' encoding='utf-32'?>" + page(BODY),
    "selects": page("<select>" + "<option>x" * 5000 + "</select>" + BODY),
    "dates": page(BODY + "<time datetime='2017-05-03'>3 May</time>" * 5000),
    "ends": page(BODY + "</div></p></body></html>" * 10_000),
    "unknown": page("<x-a><blink>" + BODY),
}
NO_WORDS = {
    "only-script": page("<script>var a = 'words'</script>"),
    "only-tags": page("<div></div>" * 1000),
    "only-doctype": b"<!DOCTYPE html>",
    "only-open": b"<html><",
    "only-pictures": page("<img src=a.png>"),
}
NOTES = {
    "quotes": ">" * 5000 + GOOD,
    "lists": "".join(" " * (2 * n) + "- x\n" for n in range(300)) + GOOD,
    "brackets": "[" * 20_000 + GOOD,
    "stars": "*a " * 20_000 + GOOD,
    "ticks": "`" * 20_001 + GOOD,
    "links": "[a](<" * 10_000 + GOOD,
    "rows": "|" * 20_000 + "\n" + GOOD,
    "underscores": "_a__b" * 20_000 + GOOD,
    "references": "[a]: <b>\n" * 5000 + GOOD,
    "page": "<div>" * 5000 + "\n\n" + GOOD,
    "laughs": "---\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\ntitle: *b\n---\n" + GOOD,
    "python": "---\ntitle: !!python/object/apply:os.system [id]\n---\n" + GOOD,
    "open": "---\ntitle: x\n" + GOOD,
    "day": "---\ndate: 0000-99-99\n---\n" + GOOD,
    "day-9999": "---\ndate: 9999-12-31\n---\n" + GOOD,
    "keys": "---\n" + "a: b\n" * 20_000 + "---\n" + GOOD,
    "script": "[x](javascript:alert(1)) ![y](file:///etc/passwd)\n\n" + GOOD,
}
RICH = {
    "open": "{" * 100_000 + GOOD,
    "closed": "}" * 100_000 + GOOD,
    "bin": "\\bin2147483647 " + GOOD,
    "bin-minus": "\\bin-5 " + GOOD,
    "signs": "\\u-99999999999 ?\\u1114112?\\u55357?" + GOOD,
    "hex": "\\'zz\\'f" + GOOD,
    "skip": "\\uc999999 " + GOOD,
    "fonts": "{\\fonttbl" + "{\\f1\\fcharset999 A;}" * 5000 + "}" + GOOD,
    "object": "{\\object{\\*\\objdata " + "41" * 50_000 + "}}" + GOOD,
    "picture": "{\\pict\\pngblip " + "89" * 50_000 + "}" + GOOD,
    "word": "\\" + "a" * 100_000 + " " + GOOD,
    "number": "\\fs" + "9" * 100_000 + " " + GOOD,
    "day": "{\\info{\\creatim\\yr0\\mo99\\dy99}{\\title \\u-3? x}}" + GOOD,
    "day-9999": "{\\info{\\creatim\\yr99999\\mo1\\dy1}}" + GOOD,
    "cells": "\\trowd" + "\\cellx1" * 20_000 + "\\cell" * 20_000 + GOOD,
}


def cases() -> Cases:
    """All of them."""
    for name, data in PAGES.items():
        yield Case(f"page-{name}.html", data)
    for name, data in NO_WORDS.items():
        yield Case(f"page-{name}.html", data, FAILED)
    for name, text in INJECTED.items():
        yield Case(f"page-injected-{name}.html", page(f"<h1>{text}</h1><p>{GOOD} {text}", f"<title>{text}</title>"))
    for name, text in NOTES.items():
        yield Case(f"notes-{name}.md", text.encode())
    for name, text in RICH.items():
        yield Case(f"rich-{name}.rtf", b"{\\rtf1\\ansi " + text.encode() + b"}", ANY)
    yield Case("rich-cut.rtf", b"{\\rtf1\\ansi " + GOOD.encode())
    yield Case("rich-alone.rtf", b"{\\rtf1", FAILED)
    yield Case("page-large.html", lambda: page(f"<p>{GOOD}</p>" * 100_000), ANY, large=True)
    yield Case(
        "page-names.html", lambda: page("<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">"), FAILED, large=True
    )

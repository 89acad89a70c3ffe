"""Tables of articles that are traps or broken."""

import json

from tests.hostile.case import ANY, FAILED, GOOD, SKIPPED, WORDS, Case, Cases
from tests.hostile.plain import INJECTED


def row(**fields: object) -> str:
    return json.dumps({"text": GOOD, **fields}) + "\n"


def published(*days: object) -> str:
    return "".join(row(id=number, text=f"{GOOD} {number}", published=day) for number, day in enumerate(days))


LINES = {
    "deep": ('{"text": ' + "[" * 100_000 + "\n", FAILED),
    "deep-objects": ('{"text": "a", "x": ' + '{"a":' * 50_000 + "1" + "}" * 50_001 + "\n" + row(), ANY),
    "number": (row()[:-2] + ', "id": ' + "9" * 5000 + "}\n", ANY),
    "float": (row()[:-2] + ', "id": 1e999999, "published": -1e999999}\n', ANY),
    "not-a-number": (row(id=float("nan"), published=float("inf")), ANY),
    "halves": ('{"text": "It left \\ud83d on Friday \\udc00\\ud800 ' + GOOD.strip() + '", "title": "\\ud800"}\n', ANY),
    "zeros": ('{"text": "a\\u0000b ' + GOOD.strip() + '"}\n', ANY),
    "twice": ('{"text": "a", "text": "' + GOOD.strip() + '"}\n', ANY),
    "list": ("[" + row().strip() + "]\n", FAILED),
    "nothing": ('null\ntrue\n5\n"x"\n', FAILED),
    "empty-objects": ("{}\n" * 500, FAILED),
    "kinds": ('{"text": 5}\n{"text": ["a"]}\n{"text": {"a": 1}}\n{"text": null}\n', FAILED),
    "no-text": ('{"body": "a"}\n', FAILED),
    "days": (published("0000-00-00", "9999-12-31", "-5", "99999-01-01", 1e20, True, [], {}, "x" * 9999), ANY),
    "bad-rows": (row() + "{\n" * 5000, ANY),
    "cut": (row() + row()[:30], ANY),
    "mark": ("\ufeff" + row(), ANY),
    "old-mac": ((row(id=1) + row(id=2, text="Talks began on 4 May 2017.")).replace("\n", "\r"), ANY),
    "fields": (row(title=["a"] * 9000, author={"a": 1}, url=5, language="x" * 9999, publisher=None, id="\n\0"), ANY),
    "keys": (json.dumps({"text": GOOD, **{f"k{n}": n for n in range(50_000)}}) + "\n", ANY),
    "file": (row(url="file:///etc/passwd"), ANY),
    "script": (row(url="javascript:alert(1)"), ANY),
    "same": (row() * 500, ANY),
    "names": (json.dumps({" TEXT ": GOOD}) + "\n", ANY),
    "pretty": (json.dumps({"text": GOOD}, indent=2), FAILED),
}
SHEETS = {
    "columns": ("text" + "," * 1_000_000 + "\n" + GOOD.strip().replace(",", ";") + "\n", ANY),
    "zeros": ("text\nIt left\0 on Friday " + "x" * 99 + "\n", ANY),
    "open": ('text\n"' + GOOD, FAILED),
    "quotes": ("text\n" + '"' * 100_001 + "\n", ANY),
    "no-column": ("id,body\n1,x\n", FAILED),
    "head-alone": ("text\n", FAILED),
    "twice": ("text,text\na," + GOOD.strip().replace(",", ";") + "\n", ANY),
    "semicolons": ("text;id\n" + GOOD.strip() + ";1\n", ANY),
    "long-field": ("text\n" + "a " * 6_000_000 + "\n", ANY),
    "old-mac": ("text\r" + GOOD.strip().replace(",", ";") + "\r", ANY),
    "wrong-quotes": ('text\na"b"c ' + GOOD.strip().replace(",", ";") + '\n"a"b\n', ANY),
    "short-rows": ("id,text,title\n1\n2," + GOOD.strip().replace(",", ";") + "\n3,a,b,c,d,e\n", ANY),
    "blank-rows": ("text\n" + "\n" * 100_000 + GOOD.strip().replace(",", ";") + "\n", ANY),
    "days": (
        "text,published\n"
        + "".join(
            f"{GOOD.strip().replace(',', ';')} {n},{day}\n"
            for n, day in enumerate(("0", "9999-12-31", "-5", "99999", "2017-02-30"))
        ),
        ANY,
    ),
}


def cases() -> Cases:
    """All of them."""
    for name, (text, fate) in LINES.items():
        yield Case(f"lines-{name}.jsonl", text.encode("utf-8", "surrogatepass"), fate)
    for name, (text, fate) in SHEETS.items():
        yield Case(f"table-{name}.csv", text.encode(), fate)
    for encoding in ("utf-16", "cp1251", "utf-8-sig"):
        yield Case(
            f"table-{encoding}.csv", ("text\nОбстрел города начался 3 мая 2017 года; сообщили.\n").encode(encoding)
        )
    words = "".join(
        row(id=name, title=text, text=f"{GOOD.strip()} {text}", publisher=text, author=text)
        for name, text in INJECTED.items()
    )
    yield Case("lines-injected.jsonl", words.encode())
    yield Case("table-page.csv", b"<html><body><table><tr><td>text</td></tr></table>", ANY)
    yield Case("table-list.json", b"[" + row().strip().encode() + b"]", SKIPPED)
    yield Case("table-words.jsonl", WORDS, FAILED)
    many = 200_000
    yield Case(
        "lines-many.jsonl",
        lambda: "".join(row(id=n, text=f"It rained in place {n}.") for n in range(many)).encode(),
        ANY,
        large=True,
    )
    yield Case("table-huge.csv", lambda: b"text\n" + WORDS * 4_000_000, FAILED, "is larger than", large=True)

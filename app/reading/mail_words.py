"""What a mail says: its plain words where it has them, else those of its page."""

import re
from collections.abc import Sequence

from app.reading.bare_text import bare_text
from app.reading.from_html import words_of_page
from app.reading.mail_parts import Part

_FEW = 200  # letters: "Your program cannot show this mail"
_KEPT = 0.6  # share of a page's words that its article must have, for a mail has no menus

_LETTER = re.compile(r"\w")


def words_in(part: Part) -> str:
    """The words of a part and the parts in it, without those that are attached."""
    if part.attached or (part.name and not part.kind.startswith("text/")):
        return ""
    if part.kind == "multipart/alternative":
        return _best(part.parts)
    if part.parts:
        return "\n\n".join(filter(None, map(words_in, part.parts)))
    if part.kind in ("text/html", "application/xhtml+xml"):
        return _of_page(part)
    if part.kind in ("text/plain", "text/enriched", "text", "plain/text", "text/x-markdown", "text/markdown"):
        return _of_plain(part)
    if part.kind.startswith("multipart/"):  # one that never says where its parts begin
        return part.text()
    return ""


def _best(parts: Sequence[Part]) -> str:
    """The same said in several ways: plainly if that is no mere notice."""
    plain = "\n\n".join(filter(None, (words_in(one) for one in parts if one.kind == "text/plain")))
    if _letters(plain) >= _FEW:
        return plain
    others = (words_in(one) for one in parts if one.kind != "text/plain")
    richest = max((*others, plain), key=_letters)
    return richest if _letters(richest) > 3 * _letters(plain) else plain


def _of_plain(part: Part) -> str:
    text = part.text()
    if part.kind == "text/enriched":
        return bare_text(text)
    return _unfolded(text, part.parameter("delsp").lower() == "yes") if _flows(part) else text


def _flows(part: Part) -> bool:
    return part.parameter("format").lower() == "flowed"


def _unfolded(text: str, blanks_go: bool) -> str:
    """Paragraphs whose lines end with a blank where they go on (RFC 3676)."""
    lines: list[str] = []
    goes_on = False
    for line in text.replace("\r\n", "\n").split("\n"):
        if goes_on and line.strip() and not line.startswith(">"):
            lines[-1] += line.removeprefix(" ")
        else:
            lines.append(line)
        goes_on = line.endswith(" ") and line != "-- " and not line.startswith(">")
        if goes_on and blanks_go:
            lines[-1] = lines[-1][:-1]
    return "\n".join(lines)


def _of_page(part: Part) -> str:
    page = part.text()
    bare = bare_text(page)
    body = words_of_page(page)
    return body if _letters(body) >= _KEPT * _letters(bare) else bare


def _letters(text: str) -> int:
    return len(_LETTER.findall(text))

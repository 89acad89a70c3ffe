"""The one place where text is cleaned. Afterwards it never changes, because spans point into it."""

import re
import unicodedata

_LONGEST_PILE = 30  # marks on one letter; the limit of Unicode's stream-safe text, above it normalising is quadratic

# "a\r\nb", "a\x0cb" (page break); not "a\nb"
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\u2028\u2029]")
# "evacu\u00adation" (soft hyphen), "\x00", "\u202e" (turns shown letters round); not "\u200d" inside an emoji
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u202a-\u202e\u2060\u2066-\u2069\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
# "a\n\n\n\nb"; not "a\n\nb"
_MANY_BLANK_LINES = re.compile("\n{3,}")
# "\ud83d" alone; not an emoji, which is one code point
_SURROGATES = re.compile("[\ud800-\udfff]")
_SPACES = re.compile(r"\s+")


def clean(text: str, as_given: bool = False) -> str:
    """The text as it is kept: whole code points, `\\n` between lines, nothing unseen, composed letters (NFC).

    Blanks at the ends of lines, and more than one empty line, go too, unless the text is to stay `as_given`.
    """
    if _SURROGATES.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _UNSEEN.sub(_seen, _LINE_ENDS.sub("\n", text))
    if as_given:
        return _composed(text)
    # a pattern for blanks before line ends would be quadratic in a long run of them
    lines = "\n".join(line.rstrip() for line in _composed(text).split("\n"))
    return _MANY_BLANK_LINES.sub("\n\n", lines).strip("\n")


def one_line(text: str, longest: int = 500) -> str:
    """A title or a name: cleaned, on one line, cut at `longest`."""
    line = _SPACES.sub(" ", clean(text)).strip()
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def _seen(found: re.Match[str]) -> str:
    """What stands for an unseen character: C1 controls are quotes and dashes of Windows that were read as Latin-1."""
    character = found.group()
    if not "\x80" <= character <= "\x9f":
        return ""
    return character.encode("latin-1").decode("cp1252", "ignore")


def _composed(text: str) -> str:
    if text.isascii():
        return text
    text = _without_piles(text)
    return unicodedata.normalize("NFC", text)


def _without_piles(text: str) -> str:
    """Without the marks that stand on a letter above the thirtieth."""
    kept: list[str] = []
    pile = start = 0
    for place, character in enumerate(text):
        if character < "\u0300" or not unicodedata.combining(character):
            pile = 0
            continue
        pile += 1
        if pile > _LONGEST_PILE:
            kept.append(text[start:place])
            start = place + 1
    return "".join((*kept, text[start:])) if kept else text

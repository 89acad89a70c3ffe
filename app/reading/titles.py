"""A title for an article that brings none: its first line if that reads like a headline, else its file name."""

import re
from pathlib import PurePath

from app.reading.clean import one_line

_LONGEST = 160
_FEWEST = 12  # letters; shorter first lines are section names ("World")

# meant for "Published 17 December 2016", "By Jane Doe", "Updated: …"; not "Bystanders watch convoy leave"
_BYLINE = re.compile(r"(?:published|updated|posted|by|date|source)\b", re.IGNORECASE)
# meant for "ALEPPO, Syria —", "…he said.", "as follows:"; not "Convoy leaves city", "Is it over?"
_RUNS_ON = re.compile(r"[.,;:،؛。—–-][\"'”’»)]*$")
# "# Convoy leaves", "**Convoy leaves**"; not "#aleppo"
_MARKUP = re.compile(r"^(?:#{1,6}\s+|[*_]{2})|[*_]{2}$|\s+#+$")
# "Microsoft Word - note.doc", "Document1", "untitled", "note.indd"; not "Document of the siege"
_MADE_UP = re.compile(
    r"microsoft \w+ - .*|(?:untitled|document|unbenannt|dokument|sans titre|title|titel|slide|presentation)\W*\d*"
    r"|powerpoint presentation|word document|(?:about|https?|file):.*|[^\s]*\.(?:docx?|indd|qxd|pdf|rtf|odt|tex|html?|dvi|pub)",
    re.IGNORECASE,
)
_JOINTS = re.compile(r"[-_\s]+")


def headline(text: str) -> str:
    """The first line if it reads like a headline with a text below it, else nothing."""
    first, _, rest = text.partition("\n")
    if len(first) > 2 * _LONGEST or not rest.strip():
        return ""
    line = _MARKUP.sub("", first.strip()).strip()
    letters = sum(character.isalpha() for character in line)
    fits = letters >= _FEWEST and len(line) <= _LONGEST and letters > len(line) / 2
    return one_line(line) if fits and not _BYLINE.match(line) and not _RUNS_ON.search(line) else ""


def title_from_name(name: str) -> str:
    """The file name without its ending, with spaces for its hyphens."""
    return one_line(_JOINTS.sub(" ", PurePath(name).stem))


def first_words(text: str, longest: int = 80) -> str:
    """The beginning of a text that has neither headline nor name, cut at a word."""
    line = one_line(text[: 10 * longest].partition("\n")[0], 10 * longest)
    if len(line) <= longest:
        return line
    return line[:longest].rpartition(" ")[0].rstrip(" ,;:") + "…" if " " in line[:longest] else line[:longest] + "…"


def sensible(title: str) -> str:
    """A document's own title, unless a program made it up: "Microsoft Word - note.doc", "Untitled"."""
    title = one_line(title)
    return "" if _MADE_UP.fullmatch(title) or not any(map(str.isalpha, title)) else title

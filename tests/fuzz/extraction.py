"""Coverage-guided search for texts on which the extraction fails or breaks what it promises for every text.

Needs atheris (`pip install atheris`), which is no dependency of the project. Run it with `python tests/fuzz/extraction.py`;
options of libFuzzer may follow, without any it stops after five minutes. A text that fails is printed: once mended, it
belongs among the cases of tests/app/extraction/test_hostile.py.
"""

import sys
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

with atheris.instrument_imports(include=["app.extraction"]):
    from app.extraction.extract import extract
    from app.extraction.publication import publication_candidates

from resources.languages import language, languages  # noqa: E402
from storage.model import Basis, Moment, Published  # noqa: E402

LANGUAGES = ("", *languages())
SIGNS = (
    *".,;:!?()[]\"'’“”«»-–—/|\t\n%$",
    "\n\n",
    ". ",
    "...",
    "\u0301",
    "\u200f",
    "İ",
    "ß",
    "\U0001f600",
    "\0",
    "٣",
    "²",
)
NUMBERS = ("0", "1", "12", "31", "99", "1999", "2016", "20152016", "1,900", "3.10.", "12:", "0000", "9" * 20)
WORDS_MOST = 60


def _words(name: str) -> tuple[str, ...]:
    """What the data of a language hold, at every depth: words, phrases and patterns of words."""
    return tuple(dict.fromkeys(_leaves(language(name)) if name else ()))


def _leaves(data: object) -> list[str]:
    if isinstance(data, dict):
        return [leaf for key, value in data.items() for leaf in (str(key), *_leaves(value))]
    if isinstance(data, list | tuple | frozenset | set):
        return [leaf for value in data for leaf in _leaves(value)]
    return data.split("|") if isinstance(data, str) else []


WORDS = {name: _words(name) for name in LANGUAGES}


def text_of(provider: atheris.FuzzedDataProvider, name: str) -> str:
    """A text of words that the language knows, figures, signs and any letters, in any order."""
    choices = (WORDS[name] or NUMBERS, NUMBERS, SIGNS)
    parts = []
    for _ in range(provider.ConsumeIntInRange(0, WORDS_MOST)):
        sort = provider.ConsumeIntInRange(0, 11)
        if sort == 11:
            part = provider.ConsumeUnicodeNoSurrogates(4)
        else:
            among = choices[0 if sort < 6 else 1 if sort < 8 else 2]
            part = among[provider.ConsumeIntInRange(0, len(among) - 1)]
        parts.append(part.capitalize() if provider.ConsumeBool() else part)
        parts.append("" if provider.ConsumeIntInRange(0, 5) == 0 else " ")
    return "".join(parts)


def test_one_input(data: bytes) -> None:
    """One text: whatever it is, extraction ends without an exception, and every span gives its words."""
    provider = atheris.FuzzedDataProvider(data)
    name = LANGUAGES[provider.ConsumeIntInRange(0, len(LANGUAGES) - 1)]
    day = provider.ConsumeIntInRange(-800_000, 800_000)
    published = Published(Moment(day), Basis.USER) if provider.ConsumeBool() else None
    text = text_of(provider, name)
    try:
        found = extract(text, published, name or None)
        publication_candidates(text, found.language)
        assert all(date.span.of(text) == date.text for date in found.dates), "a date is not where it says"
        assert all(event.span.of(text) == event.quote for event in found.events), "an event is not where it says"
        assert all(event.title and 0 <= event.importance <= 1 for event in found.events), "a title or weight is wrong"
        assert list(found.dates) == sorted(found.dates, key=lambda date: date.span), "dates are out of order"
    except Exception:
        print(f"failed on ({name!r}, {published!r}, {text!r})")
        raise


if __name__ == "__main__":
    atheris.Setup(
        sys.argv if len(sys.argv) > 1 else [*sys.argv, "-max_total_time=300", "-max_len=1000", "-len_control=0"],
        test_one_input,
    )
    atheris.Fuzz()

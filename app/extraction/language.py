"""The language of a text, told by its most frequent short words and names of days; the words are data of each language."""

import re
from collections import Counter
from functools import cache

from app.extraction.letters import folded
from app.extraction.lexicon import spellings
from resources.languages import language, languages

_SAMPLE = 20_000
_FEWEST_WORDS = 12
_FEWEST_DIFFERENT = 2
"""One short word alone is a word of many languages: "a"."""
_LEAST_SHARE = 0.12
_SHORT = 1.5
"""How much more a text of fewer words must have."""
_LEAST_LEAD = 1.3

_WORD = re.compile(r"[^\W\d_]+")
"""A run of letters of any script: "été"; not "12"."""


def detect_language(text: str) -> str:
    """The code of the language, among those with a folder; "" when unsure."""
    words = [folded(word) for word in _WORD.findall(text[:_SAMPLE])]
    if not words:
        return ""
    shares = sorted(((_share(words, name), name) for name in languages()), reverse=True)
    best, name = shares[0]
    runner_up = shares[1][0] if len(shares) > 1 else 0.0
    if len(_profile(name).intersection(words)) < _FEWEST_DIFFERENT:
        return ""
    enough = len(words) >= _FEWEST_WORDS and best >= _LEAST_SHARE
    return name if (enough or best >= _SHORT * _LEAST_SHARE) and best >= _LEAST_LEAD * runner_up else ""


def _share(words: list[str], name: str) -> float:
    counts = Counter(words)
    return sum(counts[word] for word in _profile(name)) / len(words)


@cache
def _profile(name: str) -> frozenset[str]:
    """Short words, and the names of weekdays and months, which hold out in a headline of four words."""
    words = language(name)["time"]["words"] if "time" in language(name) else {}
    listed = (*words.get("WEEKDAY", {}), *words.get("MONTH", {}))
    named = (folded(spelt) for one in listed for spelt in spellings(one) if " " not in spelt)
    return frozenset(language(name)["language"]["stopwords"]).union(named)

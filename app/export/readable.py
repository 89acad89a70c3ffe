"""Foreign words made fit for a figure: nothing in them steers a renderer, breaks a line or turns what stands beside."""

import re

_UNREADABLE = re.compile(
    # controls, halves of letters, signs that turn the direction of what follows, what no letter was ever given
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_SPACES = re.compile(r"\s+")
LONGEST = 2000
"""Letters of a text that are looked at; no figure has room for more."""


def readable(text: str, longest: int = LONGEST) -> str:
    """In one line, without such signs; "…" where it was longer."""
    cleaned = _SPACES.sub(" ", _UNREADABLE.sub(" ", text[: 2 * longest])).strip()
    return cleaned if len(cleaned) <= longest else cleaned[:longest].rstrip() + "…"

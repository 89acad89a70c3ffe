"""Values of the domain as plain JSON values and back, for the columns and the change log that hold whole values."""

import json
from typing import Any

from storage.model import Alternative, Anchor, Basis, Dating, Precision, Published, Span, When
from storage.moment import Moment

Plain = dict[str, Any]
"""What JSON can hold, by name."""


def dumps(value: object) -> str:
    """Compact JSON in which text stays readable."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def plain_moment(moment: Moment | None) -> str | None:
    """ISO 8601, null for none."""
    return moment.iso() if moment else None


def moment_of(text: str | None) -> Moment | None:
    """The moment that `plain_moment` wrote."""
    return Moment.parse(text) if text is not None else None


def plain_when(when: When | None) -> Plain | None:
    """Bounds as ISO 8601, null for an open end."""
    if when is None:
        return None
    return {
        "earliest": plain_moment(when.earliest),
        "latest": plain_moment(when.latest),
        "precision": when.precision.value,
        "approximate": when.approximate,
    }


def when_of(plain: Plain | None) -> When | None:
    """The When that `plain_when` wrote."""
    if plain is None:
        return None
    bounds = moment_of(plain["earliest"]), moment_of(plain["latest"])
    return When(*bounds, Precision(plain["precision"]), bool(plain["approximate"]))


def plain_published(published: Published) -> Plain:
    """A day of publication with its basis and words."""
    return {"day": published.day.iso(), "basis": published.basis.value, "words": published.words}


def published_of(plain: Plain) -> Published:
    """What `plain_published` wrote."""
    return Published(Moment.parse(plain["day"]), Basis(plain["basis"]), plain["words"])


def plain_dating(dating: Dating) -> Plain:
    """Everything that tells why a date is what it is."""
    return {
        "words": dating.words,
        "span": _plain_span(dating.span),
        "rule": dating.rule,
        "why": dating.why,
        "anchor": _plain_anchor(dating.anchor),
        "alternatives": [{"when": plain_when(one.when), "reason": one.reason} for one in dating.alternatives],
        "needs_publication": dating.needs_publication,
    }


def dating_of(plain: Plain) -> Dating:
    """What `plain_dating` wrote."""
    alternatives = tuple(Alternative(_certain(one["when"]), one["reason"]) for one in plain["alternatives"])
    return Dating(
        plain["words"],
        _span_of(plain["span"]),
        plain["rule"],
        plain["why"],
        _anchor_of(plain["anchor"]),
        alternatives,
        plain["needs_publication"],
    )


def _plain_anchor(anchor: Anchor | None) -> Plain | None:
    if anchor is None:
        return None
    basis = anchor.basis.value if anchor.basis else None
    return {"when": plain_when(anchor.when), "basis": basis, "span": _plain_span(anchor.span)}


def _anchor_of(plain: Plain | None) -> Anchor | None:
    if plain is None:
        return None
    basis = Basis(plain["basis"]) if plain["basis"] is not None else None
    return Anchor(_certain(plain["when"]), basis, _span_of(plain["span"]))


def _plain_span(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _span_of(plain: list[int] | None) -> Span | None:
    return Span(plain[0], plain[1]) if plain else None


def _certain(plain: Plain) -> When:
    when = when_of(plain)
    if when is None:
        raise ValueError("a date that must be there is missing")
    return when

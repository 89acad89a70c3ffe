"""Titles that were asked for once: while one zooms, each frame asks for nearly the same ones."""

from collections.abc import Sequence

from storage.columns import TitlesOf

MOST = 20_000


def remembered(titles_of: TitlesOf) -> TitlesOf:
    """The same answers, each asked for once; for as long as the events stay what they are."""
    known: dict[int, str] = {}

    def answer(ids: Sequence[int]) -> dict[int, str]:
        new = [one for one in ids if one not in known]
        if new:
            if len(known) > MOST:
                known.clear()
                new = list(ids)
            known.update(titles_of(new))
        return {one: known[one] for one in ids if one in known}

    return answer

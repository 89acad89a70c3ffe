"""Who gets room in a lane: marks by importance into rows, rows by need to lanes, and what gives way when room is short."""

from dataclasses import dataclass, field

from widgets.timeline.drafts import Draft
from widgets.timeline.labels import drop_label, shorten_label
from widgets.timeline.rows import Rows, shared_out
from widgets.timeline.sizes import Sizes
from widgets.timeline.words import Measure

MOST_ROWS = 12
LEAST_ROWS = 3
"""So many rows a lane keeps before the lanes scroll."""
LEAST_CROWDED = 2
"""So many one with a density band keeps: with that it is nearly as high, and its most important events keep their names."""


@dataclass(slots=True, eq=False)
class Competition:
    """A lane while its drafts, the most important first, compete for its rows; `inside` counts all its events in view."""

    number: int
    kind: str
    drafts: list[Draft]
    inside: int
    sizes: Sizes
    rows: Rows
    folded: bool = False
    """One low row for all events; only chosen ones have rows besides."""
    most: int = MOST_ROWS
    """Rows that it has at the most."""
    wanted: int = 1
    given: int = 1
    ghosts: list[Draft] = field(default_factory=list)
    """What is filtered out and has found a place."""

    @property
    def complete(self) -> bool:
        """Whether all events in view have a draft."""
        return len(self.drafts) == self.inside

    @property
    def crowded(self) -> bool:
        """Whether some events have no row even of all that a lane can have."""
        return not self.complete or any(draft.place < 0 for draft in self.drafts)

    def placed(self) -> list[Draft]:
        """The drafts that have a row."""
        return [draft for draft in self.drafts if draft.place >= 0]

    def middle(self, draft: Draft, top: float) -> float:
        """The middle of a draft's row, down from the top of the lane."""
        return top + self.sizes.title + self.sizes.pad + (draft.place + 0.5) * self.sizes.row

    def pack(self) -> None:
        """Whole labels only, each in the first row that is free there."""
        if self.folded:
            self.wanted = 0
            return
        for draft in self.drafts:
            row = self.rows.first_free(draft.left, draft.right, self.most)
            if row is not None:
                self._take(draft, row)
        self.wanted = max(1, len(self.rows))

    def squeeze(self, titles: dict[int, str], measure: Measure, chosen: frozenset[int]) -> None:
        """Find places in the given rows for what has none there: shorter, without label, or none (a tick)."""
        homeless = [draft for draft in self.drafts if not 0 <= draft.place < self.given]
        if not homeless:
            return
        kept, self.rows = [draft for draft in self.drafts if 0 <= draft.place < self.given], Rows(self.sizes.gap)
        for draft in kept:
            self._take(draft, draft.place)
        for draft in homeless:
            row = self._shorter(draft, titles.get(draft.id, ""), measure)
            if row is None:
                row = self._row_of_its_own(draft) if draft.id in chosen else self._without_label(draft)
            self._take(draft, row)
        self.given = max(self.given, len(self.rows))

    def put_in_order(self) -> None:
        """Rows in the order of what is first in each: it is all the same to what stands in them which one is above."""
        firsts = dict[int, float]()
        for draft in self.placed():
            firsts[draft.place] = min(draft.glyph_x, firsts.get(draft.place, draft.glyph_x))
        new = {row: place for place, row in enumerate(sorted(firsts, key=lambda row: (firsts[row], row)))}
        for draft in self.placed():
            draft.place = new[draft.place]

    def haunt(self, drafts: list[Draft]) -> None:
        """Let ghosts stand where nothing else does; those without such a place are not seen."""
        for draft in drafts:
            drop_label(draft, self.sizes)
            row = self.rows.first_free(draft.left, draft.right, self.given)
            if row is not None:
                self._take(draft, row)
                self.ghosts.append(draft)

    def _take(self, draft: Draft, row: int | None) -> None:
        draft.place = -1 if row is None else row
        if row is not None:
            self.rows.take(row, draft.left, draft.right)

    def _shorter(self, draft: Draft, title: str, measure: Measure) -> int | None:
        """The row with the most room, after the label was made to fit there."""
        if draft.flipped or not draft.label or not self.given:
            return None
        right = max(draft.glyph_x + self.sizes.half, draft.x1)
        reaches = [self.rows.room(row, draft.left, right) for row in range(self.given)]
        row = max(range(self.given), key=reaches.__getitem__)
        fits = shorten_label(draft, title, min(reaches[row], draft.right), self.sizes, measure)
        return row if fits else None

    def _without_label(self, draft: Draft) -> int | None:
        drop_label(draft, self.sizes)
        return self.rows.first_free(draft.left, draft.right, self.given)

    def _row_of_its_own(self, draft: Draft) -> int | None:
        """Below the others, which stay where they are: choosing an event moves no other."""
        return self.rows.first_free(draft.left, draft.right, max(self.given, len(self.rows)) + 1)


def share(lanes: list[Competition], height: float | None, least_rows: int = LEAST_ROWS, least_crowded: int = 0) -> None:
    """Say how many rows each lane gets of a height; down to `least_rows` they give way, those with a band further."""
    wanted = [lane.wanted for lane in lanes]
    given = wanted if height is None else _within(height, lanes, wanted, least_rows, least_crowded)
    for lane, rows in zip(lanes, given, strict=True):
        lane.given = rows


def _within(
    height: float, lanes: list[Competition], wanted: list[int], least_rows: int, least_crowded: int
) -> list[int]:
    sizes, crowded = lanes[0].sizes, [lane.crowded for lane in lanes]
    least = [min(lane.wanted, least_rows if lane.complete else least_crowded) for lane in lanes]
    cost = [0.0 if full else sizes.band_strip / sizes.row for full in crowded]
    strips = [full or lane.folded for full, lane in zip(crowded, lanes, strict=True)]
    besides = sum(2 * sizes.pad for lane in lanes if lane.inside and not lane.folded) + sum(strips) * sizes.band_strip
    besides += len(lanes) * sizes.title
    return shared_out(wanted, least, cost, (height - besides) / sizes.row)

"""Rows in which stretches of px stand side by side without touching."""

from bisect import bisect_left
from heapq import heapify, heappop, heapreplace


class Rows:
    """What is taken in each row; `gap` is kept free between neighbours."""

    def __init__(self, gap: float) -> None:
        self.gap = gap
        self._starts: list[list[float]] = []
        self._ends: list[list[float]] = []

    def __len__(self) -> int:
        return len(self._starts)

    def first_free(self, left: float, right: float, limit: int) -> int | None:
        """The first of `limit` rows in which a stretch has room."""
        before, after = left - self.gap, right + self.gap
        for row, starts in enumerate(self._starts[:limit]):
            place = bisect_left(starts, after)
            if not place or self._ends[row][place - 1] <= before:
                return row
        return len(self._starts) if len(self._starts) < limit else None

    def room(self, row: int, left: float, right: float) -> float:
        """How far to the right a stretch that is `left` to `right` at least could reach in a row; -inf if not so far."""
        if row >= len(self._starts):
            return float("inf")
        starts, ends = self._starts[row], self._ends[row]
        place = bisect_left(starts, right + self.gap)
        if place and ends[place - 1] > left - self.gap:
            return float("-inf")
        return starts[place] - self.gap if place < len(starts) else float("inf")

    def take(self, row: int, left: float, right: float) -> None:
        """Mark a stretch as taken."""
        while len(self._starts) <= row:
            self._starts.append([])
            self._ends.append([])
        place = bisect_left(self._starts[row], left)
        self._starts[row].insert(place, left)
        self._ends[row].insert(place, right)


def shared_out(wanted: list[int], least: list[int], cost: list[float], room: float) -> list[int]:
    """How many rows each lane gets: what it wants if that fits, else the tallest lanes give way down to their least.

    `cost` is what a lane needs besides once it has to give rows up; a row costs 1.
    """
    given = list(wanted)
    need = float(sum(given))
    able = [(least[lane] - given[lane], lane) for lane in range(len(given)) if given[lane] > least[lane]]
    heapify(able)
    while need > room and able:
        lane = able[0][1]
        if given[lane] == wanted[lane]:
            need += cost[lane]
        given[lane] -= 1
        need -= 1
        if given[lane] > least[lane]:
            heapreplace(able, (least[lane] - given[lane], lane))
        else:
            heappop(able)
    return given

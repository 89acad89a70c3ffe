"""Which events the window can export: everything, what the filters let through, what is in view, what is chosen."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.export.job import Export
from app.session import Session
from storage.catalogue import Catalogue
from storage.library import Library
from widgets.export.choices import Scope
from widgets.figure.options import FigureOptions, What
from widgets.filters import Filters
from widgets.timeline.arrangement import Arrangement
from widgets.timeline.spans import Span

WORDS = {
    What.EVERYTHING: "Everything",
    What.FILTER: "Current filters",
    What.VISIBLE: "Time in view",
    What.CHOSEN: "Chosen events",
}


@dataclass(frozen=True, slots=True)
class Looked:
    """A library and how it is looked at in the window; `visible` is the time in view, None where there is no timeline."""

    session: Session
    library: Library
    visible: Span | None = None

    def scopes(self) -> list[Scope]:
        """All of them, with their numbers of events."""
        return [self._scope(what) for what in WORDS]

    def job(self, options: FigureOptions) -> Export:
        """What is to be exported."""
        session, filters = self.session, self._filters(options.what)
        return Export(
            library=self.library,
            events=self._events(options.what).tolist(),
            first=filters.first,
            last=filters.last,
            figure=options,
            day_zero=session.day_zero,
            arrangement=session.arrangements.get(options.lanes, Arrangement()),
        )

    def _scope(self, what: What) -> Scope:
        if reason := self._missing(what):
            return Scope(what, WORDS[what], reason=reason)
        ids = self._events(what)
        return Scope(what, WORDS[what], _dated(self.library.catalogue, ids), len(ids))

    def _missing(self, what: What) -> str:
        """Why these cannot be had; "" where they can."""
        if what is What.FILTER and self.session.filters.all:
            return "no filter is set"
        if what is What.VISIBLE and self.visible is None:
            return "the timeline is not there yet"
        if what is What.CHOSEN and not self.session.selection:
            return "nothing is chosen"
        return ""

    def _filters(self, what: What) -> Filters:
        """What is chosen needs none, because it can be seen."""
        if what in (What.EVERYTHING, What.CHOSEN):
            return Filters()
        filters = self.session.filters
        if what is What.VISIBLE and self.visible is not None:
            return filters.narrowed(self.visible.start, self.visible.end)
        return filters

    def _events(self, what: What) -> NDArray[np.int64]:
        """Their ids in the order of time, undated ones last."""
        if what is not What.CHOSEN:
            return self.library.select(**self._filters(what).restrictions())
        catalogue = self.library.catalogue
        rows = catalogue.rows.rows(np.array(self.session.selection, np.int64))
        return catalogue.events.ids[np.sort(rows[rows >= 0])]


def _dated(catalogue: Catalogue, ids: NDArray[np.int64]) -> int:
    return int(np.count_nonzero(catalogue.rows.rows(ids) < catalogue.dated))

from collections.abc import Callable

import pytest

from storage.columns import Columns
from storage.model import Precision
from tests.widgets.timeline.conftest import DAY, KINDS, Hand
from widgets.timeline.spans import Span
from widgets.timeline.view import Timeline


@pytest.mark.parametrize("pixels", [*range(1, 51, 7), 50])
def test_panning_changes_no_label_of_an_event_that_stays_in_view(
    hand: Hand, columns_of: Callable[..., Columns], fill: Callable[[Timeline, Columns], None], pixels: int
) -> None:
    days = [(DAY + n % 12, DAY + n % 12 + 1, Precision.DAY, KINDS[n % 4], n / 90) for n in range(90)]
    timeline = hand.timeline
    fill(timeline, columns_of(days))
    timeline.set_span(Span(DAY - 1, DAY + 13))
    view = timeline.lane_view
    before, seen = {mark.id: mark for mark in view.lanes.marks}, view.seen
    timeline.set_span(timeline.visible_span.moved(pixels / view.room))
    assert view.seen.left == pytest.approx(seen.left + pixels)
    after = {mark.id: mark for mark in view.lanes.marks}
    stays = [one for one, mark in before.items() if mark.x0 >= view.seen.left and mark.right <= view.seen.right]
    assert len(stays) > 20
    assert [(after[one].label, after[one].row) for one in stays] == [
        (before[one].label, before[one].row) for one in stays
    ]

"""How every measurement ends: a table for people and, as the last line, one JSON object for programs."""

import json
import os
from collections.abc import Collection, Mapping

Figures = Mapping[str, float | None]


def spent() -> float:
    """CPU seconds of this process and of the children it has waited for, user and system."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def tell(benchmark: str, figures: Figures, targets: Mapping[str, float], at_least: Collection[str] = ()) -> None:
    """Print both; a target is the most that its figure may be, or the least where it is among `at_least`.

    A figure that could not be measured is None and unmet.
    """
    print(f"\n{'figure':24s}{'measured':>10s}{'target':>10s}")
    reached = {name: within(figures.get(name), aim, name in at_least) for name, aim in targets.items()}
    for name, aim in targets.items():
        value = figures.get(name)
        told = "–" if value is None else f"{value:.2f}"
        remark = "not measured" if value is None else "" if reached[name] else "not reached"
        print(f"{name:24s}{told:>10s}{aim:>10.2f}  {remark}")
    met = all(reached.values())
    print(json.dumps({"benchmark": benchmark, "figures": dict(figures), "targets": dict(targets), "met": met}))


def within(value: float | None, aim: float, at_least: bool = False) -> bool:
    """Whether a figure reaches its target."""
    return value is not None and (value >= aim if at_least else value <= aim)

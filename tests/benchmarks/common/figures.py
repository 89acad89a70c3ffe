"""How every measurement ends: a table for people and, as the last line, one JSON object for programs."""

import json
import os
from collections.abc import Mapping

Figures = Mapping[str, float | None]


def spent() -> float:
    """CPU seconds of this process and of the children it has waited for, user and system."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def tell(benchmark: str, figures: Figures, targets: Mapping[str, float]) -> None:
    """Print both; a target is the most that its figure may be. A figure that could not be measured is None and unmet."""
    print(f"\n{'figure':24s}{'measured':>10s}{'at most':>10s}")
    for name, most in targets.items():
        value = figures.get(name)
        told = "–" if value is None else f"{value:.2f}"
        print(f"{name:24s}{told:>10s}{most:>10.2f}  {_remark(value, most)}")
    met = all(within(figures.get(name), most) for name, most in targets.items())
    print(json.dumps({"benchmark": benchmark, "figures": dict(figures), "targets": dict(targets), "met": met}))


def _remark(value: float | None, most: float) -> str:
    return "not measured" if value is None else "" if within(value, most) else "not reached"


def within(value: float | None, most: float) -> bool:
    """Whether a figure reaches its target."""
    return value is not None and value <= most

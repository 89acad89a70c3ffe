"""Words of `dateline export` that would change nothing are refused: whoever says one expects it to do something."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.commands.figure_arguments import NAMES
from storage.errors import WrongUse

SHEETS = ("a4", "a3", "letter")


class Rule(NamedTuple):
    """Names of arguments, where they apply (what was said, the ending of the file), and why they do not elsewhere."""

    names: Sequence[str]
    applies: Callable[[Namespace, str], bool]
    why: str


RULES = (
    Rule(NAMES, lambda _, ending: ending in (".png", ".svg", ".pdf", ".html"), "a {ending} file holds no figure"),
    Rule(
        ("page", "landscape", "portrait", "columns", "height", "pages"),
        lambda _, ending: ending != ".html",
        "a web page is as wide as --width says and as high as it needs",
    ),
    Rule(("sources", "quotes"), lambda _, ending: ending != ".html", "a web page has all sources with their words anyway"),
    Rule(("scale",), lambda _, ending: ending == ".png", "only a .png is made of dots"),
    Rule(("width", "height"), lambda told, _: told.page is None, "a page of --page {page} has a size of its own"),
    Rule(("columns",), lambda told, _: told.page == "column", "columns are those of --page column"),
    Rule(
        ("landscape", "portrait"),
        lambda told, _: told.page in SHEETS,
        f"only paper can be turned: --page {', '.join(SHEETS[:-1])} or {SHEETS[-1]}",
    ),
)  # fmt: skip


def must_apply(told: Namespace) -> None:
    """WrongUse for the first argument that was said in vain."""
    ending = told.output.suffix.lower()
    for rule in RULES:
        said = [name for name in rule.names if getattr(told, name) is not None]
        if said and not rule.applies(told, ending):
            why = rule.why.format(ending=ending, page=told.page)
            raise WrongUse(f"{_flag(said[0])} does not apply here, because {why}. Leave it out.")


def _flag(name: str) -> str:
    return {"text": "--text-size", "legend": "--no-legend", "look": "--theme"}.get(name, f"--{name}")

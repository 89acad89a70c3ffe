"""No pattern of the program can be made to run for ever by a text: each is read, and none can match in endlessly many ways."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.extraction.absolute import _pattern as of_dates
from app.extraction.lexicon import lexicon
from app.extraction.sentences import _word as of_words
from app.extraction.vocabulary import vocabulary
from resources.languages import languages
from tests.ambiguity import Automaton

ROOT = Path(__file__).parent.parent
FLOORS = ("app", "storage", "resources", "widgets")
FOREIGN = ("", "fi", "pl", "vi", "zh", "hi")
"""Languages without a folder, of which the names of months have endings, marks or no letters."""
IN_USE = {"compile", "findall", "finditer", "fullmatch", "match", "search", "split", "sub"}


def _modules() -> Iterator[str]:
    for floor in FLOORS:
        found = pkgutil.walk_packages([str(ROOT / floor)], f"{floor}.")
        yield from (one.name for one in found if not one.name.endswith("__main__"))


def _of_module(name: str) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    """What a module keeps, and what it writes out where it uses it."""
    module = importlib.import_module(name)
    yield from (one for one in vars(module).values() if isinstance(one, re.Pattern))
    for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in IN_USE:
            said = node.args[0] if node.args and isinstance(node.func.value, ast.Name) else None
            if isinstance(said, ast.Constant) and ast.unparse(node.func.value) == "re":
                yield re.compile(said.value)


def _ambiguous(pattern: re.Pattern[str] | re.Pattern[bytes]) -> bool:
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    return Automaton(source, pattern.flags).ambiguous() is not None


@pytest.mark.parametrize("name", sorted(_modules()))
def test_no_pattern_of_a_module_matches_in_endlessly_many_ways(name: str) -> None:
    assert not [one.pattern for one in _of_module(name) if _ambiguous(one)]


@pytest.mark.parametrize("name", languages())
def test_no_pattern_of_a_language_matches_in_endlessly_many_ways(name: str) -> None:
    words = lexicon(name)
    patterns = (words.token, words.lead, of_words(vocabulary(name).spelling.elisions))
    assert not [one.pattern for one in patterns if one and _ambiguous(one)]


@pytest.mark.parametrize("name", FOREIGN)
def test_no_pattern_of_foreign_dates_matches_in_endlessly_many_ways(name: str) -> None:
    assert not _ambiguous(of_dates(name))


@pytest.mark.parametrize(
    "source",
    [
        r"(a*)*b",
        r"(a|a?)+b",
        r"(?:ab?|a)+c",
        r"(?:\w+\s?)*$",
        r"(?:\d+,?)+x",
        r"(?:.*?,)*x",
        r"(?:\d{1,30})*x",
        r"x(?=(?:ab|[ac]b)*c)",
        r"(?:[^,]|\s)*x",
    ],
)
def test_what_can_be_split_in_many_ways_is_seen(source: str) -> None:
    assert Automaton(source).ambiguous()


@pytest.mark.parametrize(
    "source",
    [
        r"(?:[^,]*,)*x",
        r"\d+(?:[.,]\d+)*",
        r"[a-z]+(?:-[a-z]+)*",
        r"(?:a|b)*c",
        r"(?:a{1,3}b)*",
        r"(?:[^\W\d_]\.){2,}",
        r"(?:1(?=a)|2)*",
    ],
)
def test_what_can_be_split_in_one_way_is_none_of_these(source: str) -> None:
    assert Automaton(source).ambiguous() is None


def test_capitals_are_told_apart_only_where_the_pattern_does() -> None:
    assert Automaton(r"(?:ab|AB)*c", re.IGNORECASE).ambiguous()
    assert Automaton(r"(?:ab|AB)*c").ambiguous() is None

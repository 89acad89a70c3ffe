"""What a worker process sends is data: what would be more is refused, and nothing of it happens."""

import os
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.answers import VALUES, NotData, may_be_sent, packed, unpacked
from app.importing import take
from app.reading.noted import Noted
from app.reading.source import Source
from app.worker_process import Said
from app.workers import WorkerDied, Workers
from storage.model import Article, Moment, Span


class Deed:
    """A value that, unpickled as Python does it, does what its maker wants."""

    def __init__(self, what: Callable[..., Any], *values: Any) -> None:
        self.what, self.values = what, values

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        return self.what, self.values


def spoiled_span() -> bytes:
    """The class itself, with an attribute to be set: GLOBAL, then BUILD."""
    return b"cstorage.model\nSpan\n(N}X\x02\x00\x00\x00ofX\x07\x00\x00\x00spoiledstb."


def deed(path: str) -> Deed:
    return Deed(os.mkdir, path)


def deeds(path: str) -> Iterator[Any]:
    yield 1
    yield Deed(os.mkdir, path)


def raise_deed(path: str) -> None:
    raise ValueError(Deed(os.mkdir, path))


def deed_in_value(path: str) -> tuple[Span, list[Any]]:
    return Span(1, 2), [Deed(os.mkdir, path)]


@pytest.fixture
def workers() -> Iterator[Workers]:
    made = Workers(1)
    yield made
    made.close()


@pytest.mark.parametrize("work", [deed, deed_in_value])
def test_a_worker_that_sends_a_deed_is_replaced_and_the_deed_not_done(
    workers: Workers, tmp_path: Path, work: Callable[[str], Any]
) -> None:
    process = workers.submit(os.getpid).result()
    with pytest.raises(WorkerDied, match="no answer"):
        workers.submit(work, str(tmp_path / "done")).result()
    assert list(tmp_path.iterdir()) == []
    assert workers.submit(os.getpid).result() != process


def test_the_same_holds_for_what_comes_in_parts(workers: Workers, tmp_path: Path) -> None:
    parts = workers.submit(deeds, str(tmp_path / "done")).parts()
    assert next(parts) == 1
    with pytest.raises(WorkerDied, match="no answer"):
        next(parts)
    assert list(tmp_path.iterdir()) == []


def test_an_error_that_holds_a_deed_comes_as_its_name(workers: Workers, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"^builtins\.ValueError$"):
        workers.submit(raise_deed, str(tmp_path / "done")).result()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "what",
    [os.system, eval, exec, getattr, open, print, __import__, type, SystemExit, KeyboardInterrupt, Path, Workers],
    ids=lambda what: what.__name__,
)
def test_whatever_else_a_pickle_names_is_refused(what: Callable[..., Any]) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        with pytest.raises(NotData):
            unpacked(pickle.dumps(Deed(what, "1"), protocol))


def test_classes_cannot_be_changed_by_what_is_sent() -> None:
    assert pickle.loads(b"cstorage.model\nSpan\n.") is Span
    with pytest.raises(NotData):
        unpacked(spoiled_span())
    assert Span(0, 1).of("words") == "w"


@pytest.mark.parametrize("sent", [b"", b"hello", b"\x80\x05", b"\x80\x05."])
def test_bytes_that_are_no_answer_are_no_answer(sent: bytes) -> None:
    with pytest.raises(NotData):
        unpacked(sent)


def test_values_come_out_as_they_went_in() -> None:
    day = Moment(17_000, 5)
    text = "Shelling of the quarter killed 5 people on 3 May 2017, officials said. It ended on Friday.\n"
    taken = take(Source("a.txt", text.encode()), day)
    assert taken.found[0].extraction.events
    for value in (taken, Said.DONE, Article(1, "a", "b"), day, (None, 1.5, b"x", {"a": {1}})):
        assert unpacked(packed(value)) == value


@pytest.mark.parametrize(
    "trouble", [OSError(2, "no such file", "a"), UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")]
)
def test_errors_of_python_come_out_as_they_were(trouble: Exception) -> None:
    assert may_be_sent(trouble)
    assert str(unpacked(packed(trouble))) == str(trouble)


def test_sentences_of_ours_come_out_and_ends_of_the_program_do_not() -> None:
    assert str(unpacked(packed(Noted("One sentence.")))) == "One sentence."
    assert not may_be_sent(SystemExit(1))
    assert not may_be_sent(KeyboardInterrupt())
    assert not may_be_sent(pytest.UsageError("another's"))


def test_every_value_of_the_list_is_there_and_frozen_or_an_error() -> None:
    from dataclasses import is_dataclass
    from enum import Enum
    from importlib import import_module

    for module, names in VALUES.items():
        for name in names:
            kind = getattr(import_module(module), name)
            assert issubclass(kind, Enum | Exception) or (
                is_dataclass(kind) and getattr(kind, "__dataclass_params__").frozen  # noqa: B009 - mypy knows it not
            )

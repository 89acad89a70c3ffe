import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import crash
from app.workers import Workers
from storage.errors import CannotRead

SECRET = "a girl was killed in Midan"


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return crash.log_path()


@pytest.fixture(autouse=True)
def hooks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(crash, "_tellers", [])
    before = sys.excepthook, threading.excepthook
    yield
    sys.excepthook, threading.excepthook = before


def mistake() -> Exception:
    try:
        try:
            raise KeyError(SECRET)
        except KeyError as inner:
            raise RuntimeError(SECRET) from inner
    except RuntimeError as trouble:
        return trouble


def test_the_log_says_where_and_of_which_type_but_no_word_of_an_article(log: Path) -> None:
    crash.report(mistake())
    text = log.read_text()
    assert "builtins.RuntimeError" in text
    assert "because of KeyError" in text
    assert f"{Path(__file__).name}:" in text
    assert "in mistake" in text
    assert SECRET not in text
    assert not any(word in text for word in SECRET.split() if len(word) > 4)


def test_whoever_wants_to_know_is_told_where_the_log_is(log: Path) -> None:
    told: list[str] = []
    crash.install(told.append)
    sys.excepthook(RuntimeError, mistake(), None)
    assert len(told) == 1
    assert str(log) in told[0]
    assert SECRET not in told[0]


def test_a_mistake_in_a_worker_process_is_logged_with_its_place(log: Path) -> None:
    workers = Workers(1)
    with pytest.raises(ValueError) as caught:
        workers.submit(int, SECRET).result()
    workers.close()
    crash.report(caught.value)
    text = log.read_text()
    assert "in outcome" in text
    assert "builtins.ValueError" in text
    assert SECRET not in text


def test_trouble_of_the_world_is_told_and_not_logged(log: Path) -> None:
    told: list[str] = []
    crash.install(told.append)
    crash.report(CannotRead("“a.txt” is empty."))
    assert told == ["“a.txt” is empty."]
    assert not log.exists()


def test_without_a_window_the_terminal_is_told(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    crash.install()
    sys.excepthook(RuntimeError, mistake(), None)
    out = capsys.readouterr()
    assert out.err.startswith("dateline: ")
    assert str(log) in out.err
    assert "Traceback" not in out.err


def test_a_mistake_in_a_thread_is_logged_too(log: Path) -> None:
    told: list[str] = []
    crash.install(told.append)

    def work() -> None:
        raise mistake()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert len(told) == 1
    assert "in work" in log.read_text()


def test_a_log_that_has_grown_begins_anew_and_the_old_one_is_kept(log: Path) -> None:
    log.parent.mkdir(parents=True)
    log.write_bytes(b"x" * (crash.LARGEST + 1))
    crash.report(mistake())
    assert log.stat().st_size < 10_000
    assert log.with_suffix(".old.log").stat().st_size == crash.LARGEST + 1


def test_a_log_that_cannot_be_written_hides_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    crash.report(mistake())
    err = capsys.readouterr().err
    assert "builtins.RuntimeError" in err
    assert SECRET not in err


def test_ctrl_c_is_no_mistake(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    crash.install()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert "KeyboardInterrupt" in capsys.readouterr().err
    assert not log.exists()

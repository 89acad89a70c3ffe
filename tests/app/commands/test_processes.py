"""The program as others start it: another process, pipes, locks, signals."""

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from resources.samples import sample_paths

ROOT = Path(__file__).parents[3]
DEADLY = """
import os, sys, time
import network_guard
network_guard.close()
def _look(event, arguments):
    if event == "open" and str(arguments[0]).endswith("deadly.txt"):
        os._exit(7)
    if event == "open" and str(arguments[0]).endswith("endless.txt"):
        time.sleep(600)
sys.addaudithook(_look)
"""
"""What a reader might do with one file, put into every Python that is started."""


def dateline(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "app", *arguments]
    given = options.pop("env", {})
    path = os.pathsep.join((*given.pop("PATHS", ()), str(ROOT), os.environ["PYTHONPATH"]))
    environment = {**os.environ, "PYTHONPATH": path, **given}
    return subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=60, check=False, **options
    )


def test_words_of_any_language_come_out_whatever_the_system_says(tmp_path: Path) -> None:
    article = tmp_path / "ä.txt"
    article.write_text("حلب 🙂 Shells fell on Aleppo on 16 December 2016.\n", "utf-8")
    done = dateline("extract", str(article), "--json", env={"LC_ALL": "C", "PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["text"].startswith("حلب 🙂")


def test_a_reader_that_has_seen_enough_is_no_trouble() -> None:
    many = [str(sample_paths()[0])] * 60
    command = [sys.executable, "-m", "app", "extract", *many, "--json"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as running:
        assert running.stdout
        assert running.stderr
        assert json.loads(running.stdout.readline())["events"]
        running.stdout.close()
        assert running.stderr.read() == ""
        assert running.wait(60) == 1


def test_a_library_that_another_process_writes_to_is_left_to_it(path: Path, dump: Callable[[Path], Any]) -> None:
    hold = "import sys; from pathlib import Path; from storage.library import Library\n"
    hold += "library = Library.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    before = dump(path)
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout
        assert holder.stdout.readline() == "open\n"
        done = dateline("import", str(path), str(sample_paths()[0]), cwd=ROOT)
        read = dateline("events", str(path), cwd=ROOT)
        holder.communicate("")
    assert (done.returncode, done.stdout) == (1, "")
    assert "“Aleppo 2016.dateline”" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert (read.returncode, len(read.stdout.splitlines())) == (0, 5)
    assert dump(path) == before


def test_a_file_that_ends_its_reader_costs_itself_only(tmp_path: Path) -> None:
    (tmp_path / "python").mkdir()
    (tmp_path / "python" / "sitecustomize.py").write_text(DEADLY)
    folder = tmp_path / "articles"
    folder.mkdir()
    names = [*"abc", "deadly", *"efghxyz"]
    for name in names:
        (folder / f"{name}.txt").write_text(f"Shelling of the quarter {name} began on 3 May 2017.\n")
    env = {"PATHS": (str(tmp_path / "python"),)}
    done = dateline("import", str(tmp_path / "l.dateline"), str(folder), "--json", env=env)
    assert (done.returncode, done.stderr) == (1, "")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    became = [(Path(line["path"]).stem, line["status"]) for line in lines]
    assert became == [(name, "failed" if name == "deadly" else "imported") for name in names]
    assert "“deadly.txt” could not be read: its reader stopped in the middle." in lines[3]["message"]


def test_what_is_only_looked_at_is_read_aside_too(tmp_path: Path) -> None:
    (tmp_path / "python").mkdir()
    (tmp_path / "python" / "sitecustomize.py").write_text(DEADLY)
    for name in ("a", "deadly", "z"):
        (tmp_path / f"{name}.txt").write_text(f"Shelling of the quarter {name} began on 3 May 2017.\n")
    env = {"PATHS": (str(tmp_path / "python"),)}
    done = dateline("extract", *(str(tmp_path / f"{name}.txt") for name in ("a", "deadly", "z")), "--json", env=env)
    assert [Path(json.loads(line)["path"]).stem for line in done.stdout.splitlines()] == ["a", "z"]
    assert "“deadly.txt” could not be read: its reader stopped in the middle." in done.stderr
    assert done.returncode == 1
    without = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": "", "PATHS": (str(tmp_path / "python"),)}
    shown = dateline(str(tmp_path / "deadly.txt"), str(tmp_path / "a.txt"), env=without, cwd=tmp_path)
    assert "“deadly.txt” could not be read: its reader stopped in the middle." in shown.stderr
    assert "3 May 2017" in shown.stdout
    assert shown.returncode == 1


@pytest.mark.parametrize("others", ["", "abcdefgh"])
def test_a_file_that_takes_too_long_costs_itself_only(tmp_path: Path, others: str) -> None:
    (tmp_path / "python").mkdir()
    sooner = "import app.importing\napp.importing.LONGEST = 8.0\n"
    (tmp_path / "python" / "sitecustomize.py").write_text(DEADLY + sooner)
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in (*others, "endless"):
        (folder / f"{name}.txt").write_text(f"Shelling of the quarter {name} began on 3 May 2017.\n")
    env = {"PATHS": (str(tmp_path / "python"),)}
    done = dateline("import", str(tmp_path / "l.dateline"), str(folder), "--json", env=env)
    assert (done.returncode, done.stderr) == (1, "")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    became = [(Path(line["path"]).stem, line["status"]) for line in lines]
    assert sorted(became) == sorted([*((name, "imported") for name in others), ("endless", "failed")])
    (lost,) = [line["message"] for line in lines if line["status"] == "failed"]
    assert "“endless.txt” could not be read: its reading took too long." in lost


def test_an_import_that_was_killed_goes_on(tmp_path: Path) -> None:
    folder, path = tmp_path / "articles", tmp_path / "l.dateline"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(f"Shelling number {number} began on 3 May 2017.\n" * 50)
    command = [sys.executable, "-m", "app", "import", str(path), str(folder), "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, start_new_session=True) as running:
        assert running.stdout
        stored = [running.stdout.readline() for _ in range(5)]
        os.killpg(running.pid, 9)
    assert all(json.loads(line)["status"] == "imported" for line in stored)
    again = dateline("import", str(path), str(folder), "--json", cwd=ROOT)
    assert (again.returncode, again.stderr) == (0, "")
    became = [json.loads(line)["status"] for line in again.stdout.splitlines()]
    assert became[:5] == ["duplicate"] * 5
    assert len(became) == 60
    checked = dateline("check", str(path), cwd=ROOT)
    assert checked.returncode == 0, checked.stdout
    assert "60 articles" in checked.stdout


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_ctrl_c_stops_an_import_without_a_traceback(tmp_path: Path) -> None:
    folder, path = tmp_path / "articles", tmp_path / "l.dateline"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number:02}.txt").write_text(f"Shelling number {number} began on 3 May 2017.\n" * 50)
    with subprocess.Popen(
        [sys.executable, "-m", "app", "import", str(path), str(folder)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True,
    ) as running:  # fmt: skip
        assert running.stdout
        running.stdout.readline()
        os.killpg(running.pid, signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert (running.returncode, said.strip()) == (130, "Stopped.")
    assert dateline("check", str(path), cwd=ROOT).returncode == 0


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only the superuser can become nobody")
def test_a_library_that_may_not_be_changed_is_told_so(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process, because it has read the program already, which nobody may not be allowed to."""
    from app.commands import add, output
    from app.main import main

    assert add.run
    said: list[str] = []
    monkeypatch.setattr(output, "note", said.append)
    with tempfile.TemporaryDirectory(prefix="dateline-test-") as name:
        folder, state = Path(name), Path(name) / "state"
        folder.chmod(0o755)
        state.mkdir()
        state.chmod(0o777)
        monkeypatch.setenv("XDG_STATE_HOME", str(state))
        library = folder / path.name
        library.write_bytes(path.read_bytes())
        article = folder / "a.txt"
        article.write_text("Shelling began on 3 May 2017.\n")
        os.setresuid(65534, 65534, 0)
        try:
            code = main(["import", str(library), str(article)])
        finally:
            os.setresuid(0, 0, 0)
        assert library.read_bytes() == path.read_bytes()
    assert code == 1
    assert "can be read here but not changed" in said[0]


def test_the_version_and_the_help_are_told() -> None:
    version, told = dateline("--version", cwd=ROOT), dateline("--help", cwd=ROOT)
    assert version.stdout.startswith("Dateline ")
    assert "dateline extract" in told.stdout
    assert (version.returncode, told.returncode) == (0, 0)


def test_a_mistake_of_ours_goes_to_the_log_without_a_word_of_the_article(tmp_path: Path) -> None:
    """Standing for any mistake: extraction fails in a process whose Python was told to let it fail."""
    (tmp_path / "python").mkdir()
    broken = (
        "import app.importing\ndef read(*_):\n    raise RuntimeError('the secret words')\napp.importing.read = read\n"
    )
    (tmp_path / "python" / "sitecustomize.py").write_text(broken)
    environment = {"PATHS": (str(tmp_path / "python"),), "XDG_STATE_HOME": str(tmp_path / "state")}
    done = dateline("extract", str(sample_paths()[0]), env=environment)
    assert (done.returncode, done.stdout) == (1, "")
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 2  # where it is described, and which file it was
    assert f"“{sample_paths()[0].name}”" in done.stderr
    (log,) = (tmp_path / "state").rglob("dateline.log")
    assert str(log) in done.stderr
    assert "builtins.RuntimeError" in log.read_text()
    assert "secret" not in log.read_text()

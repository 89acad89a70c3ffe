"""`run.py` must start Dateline on a bare Python, and mend whatever an earlier start left behind."""

import ast
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent

# A project that installs without the network: its build backend is its own, and its lock files are empty.
PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "dateline"
version = "1"
"""
BACKEND = """
import zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    files = {
        "dateline_there.py": "import sys\\ndef main(): print('started with', *sys.argv[1:])\\n",
        "dateline-1.dist-info/METADATA": "Metadata-Version: 2.1\\nName: dateline\\nVersion: 1\\n",
        "dateline-1.dist-info/WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
        "dateline-1.dist-info/entry_points.txt": "[console_scripts]\\ndateline = dateline_there:main\\n",
    }
    record = "".join(f"{name},,\\n" for name in files) + "dateline-1.dist-info/RECORD,,\\n"
    with zipfile.ZipFile(f"{folder}/dateline-1-py3-none-any.whl", "w") as wheel:
        for name, text in {**files, "dateline-1.dist-info/RECORD": record}.items():
            wheel.writestr(name, text)
    return "dateline-1-py3-none-any.whl"
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project around the real run.py, set up once, in a folder with spaces and accents in its name."""
    folder = tmp_path_factory.mktemp("run") / "Datelines de l'été"
    folder.mkdir()
    shutil.copy(ROOT / "run.py", folder)
    (folder / "pyproject.toml").write_text(PYPROJECT)
    (folder / "backend.py").write_text(BACKEND)
    for name in ("requirements.lock", "requirements-dev.lock"):
        (folder / name).write_text("# nothing\n")
    assert started(folder) == "started with extract a b.txt --json"
    return folder


def started(folder: Path) -> str:
    """What Dateline says when it is started from the folder."""
    done = subprocess.run(
        [sys.executable, str(folder / "run.py"), "extract", "a b.txt", "--json"],
        cwd=folder.parent,
        env={**os.environ, "PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def bin_of(folder: Path) -> Path:
    return folder / ".venv" / ("Scripts" if os.name == "nt" else "bin")


def test_the_second_start_installs_nothing(project: Path) -> None:
    stamp = project / ".venv" / "dateline-stamp-run"
    before = stamp.stat().st_mtime_ns
    assert started(project) == "started with extract a b.txt --json"
    assert stamp.stat().st_mtime_ns == before


def test_a_changed_lock_file_is_installed(project: Path) -> None:
    stamp = project / ".venv" / "dateline-stamp-run"
    before = stamp.read_text()
    (project / "requirements.lock").write_text("# nothing, but newer\n")
    assert started(project) == "started with extract a b.txt --json"
    assert stamp.read_text() != before


def test_an_interrupted_setup_is_made_anew(project: Path) -> None:
    (project / ".venv" / "dateline-unfinished").touch()
    for script in bin_of(project).glob("dateline*"):
        script.write_text("half a scr")
    assert started(project) == "started with extract a b.txt --json"
    assert not (project / ".venv" / "dateline-unfinished").exists()


@pytest.mark.skipif(os.name == "nt", reason="a venv has no links there")
def test_a_python_that_vanished_is_replaced(project: Path) -> None:
    for link in bin_of(project).glob("python*"):
        link.unlink()
    (bin_of(project) / "python").symlink_to("/nowhere/python")
    assert started(project) == "started with extract a b.txt --json"


def test_a_moved_folder_starts_again(project: Path) -> None:
    there = project.rename(project.parent / "moved")
    assert started(there) == "started with extract a b.txt --json"
    there.rename(project)


@pytest.fixture(scope="module")
def run() -> ModuleType:
    """run.py as a module."""
    specification = importlib.util.spec_from_file_location("dateline_run", ROOT / "run.py")
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_an_old_python_can_read_it_and_it_needs_no_package() -> None:
    tree = ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 8))
    imported = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    taken = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported | taken} <= sys.stdlib_module_names


def test_an_old_python_is_told_so(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 1))
    with pytest.raises(SystemExit):
        run.set_up("run")
    assert "Dateline needs Python 3.11 or newer" in capsys.readouterr().err


@pytest.mark.skipif(not shutil.which("apt-get"), reason="elsewhere the sentence names the packages without a command")
def test_without_rights_the_one_command_is_named(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(SystemExit):
        run.install_packages(["libegl1", "fonts-dejavu-core"], "what the window needs from the system")
    last = capsys.readouterr().err.strip().split("\n")[-1]
    assert last.strip() == "sudo apt-get install -y --no-install-recommends libegl1 fonts-dejavu-core"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there Qt needs libraries of the system")
def test_a_library_is_there_or_not(run: ModuleType) -> None:
    assert run.loads("libc.so.6")
    assert not run.loads("libdateline-nowhere.so.9")


def test_ci_installs_all_that_the_window_needs(run: ModuleType) -> None:
    installed = set((ROOT / ".ci" / "run").read_text(encoding="utf-8").split())
    assert {*run.LIBRARIES.values(), *run.WINDOW_LIBRARIES.values(), run.FONT_PACKAGE} <= installed


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_lock_files_are_exact_and_name_no_place(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    packages = [line for line in lines if not line.startswith(" ")]
    assert all(re.match(r"[\w-]+==[\w.]+ ", package) for package in packages)
    assert len(packages) < len(lines)
    assert not re.search(r"://|file:|--index|--find-links", text)
    assert "pyside6-essentials==6.12.0" not in text


def test_lock_files_cover_every_requirement() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for name, wanted in {
        "requirements.lock": project["project"]["dependencies"],
        "requirements-dev.lock": project["project"]["dependencies"] + project["dependency-groups"]["dev"],
    }.items():
        locked = set(re.findall(r"^([\w-]+)==", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))
        asked = {re.split(r"[^\w.-]", one)[0].lower().replace("_", "-") for one in wanted}
        assert asked <= locked


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize(("version", "ours"), [(sys.version, True), ("3.8.1 (another one)", False)])
def test_the_venv_belongs_here_if_its_python_says_so_however_its_lines_end(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, end: str, version: str, ours: bool
) -> None:
    python = tmp_path / f"python{run.EXE}"
    said = tmp_path / "said"
    said.write_bytes(f"{version}{end}/somewhere{end}".encode())
    python.write_text(f"#!/bin/sh\ncat '{said}'\n")
    python.chmod(0o755)
    monkeypatch.setattr(run, "BIN", tmp_path)
    monkeypatch.setattr(run, "VENV", tmp_path)
    if sys.platform == "win32":
        pytest.skip("needs a program that says what it is told")
    assert run.belongs_here() is ours

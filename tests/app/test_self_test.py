"""The self-test of the program, run as a user runs it, where nothing of the system's time zones is to be had."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_all_is_well_in_this_checkout(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONTZPATH": "", "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "app", "--self-test"],
        env=environment,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(done.stdout)
    assert found["problems"] == {}
    assert (done.returncode, found["ok"], found["bundle"]) == (0, True, False)
    assert found["sample"]["articles"] == 3
    assert found["time_zones"] > 400
    assert not list(tmp_path.rglob("*.dateline")), "it leaves nothing behind"


def test_what_is_missing_is_told_and_the_exit_code_says_so(tmp_path: Path) -> None:
    code = "import sys; sys.modules['sqlite_utils'] = None; from app.main import main; sys.exit(main(['--self-test']))"
    environment = {**os.environ, "HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    found = json.loads(done.stdout)
    assert (done.returncode, found["ok"]) == (1, False)
    assert "sqlite_utils" in found["problems"]["sample"]
    assert found["fts5"] == "ok", "everything else is still looked at"

"""`dateline export`: what it writes over, what it refuses, what it says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.main import main

pytestmark = pytest.mark.usefixtures("qapp")
PAGES = ("--page", "a4", "--pages", "2")


@pytest.mark.parametrize("ending", [".png", ".svg"])
def test_a_further_page_replaces_no_file_of_another(
    ending: str, path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / f"mine{ending}", tmp_path / f"mine-2{ending}"
    second.write_bytes(b"a picture of my own")
    asked = ["export", str(path), "-o", str(first), *PAGES]
    assert main(asked) == 2
    assert f"“mine-2{ending}”, the name of a further page, is another file already." in capsys.readouterr().err
    assert not first.exists()
    assert second.read_bytes() == b"a picture of my own"
    second.write_bytes(b"")
    assert main(asked) == 2
    assert main([*asked, "--force"]) == 0
    made = second.read_bytes()
    assert main(asked) == 0, "its own pages are replaced"
    assert main([*asked, "--title", "Another figure"]) == 2
    assert second.read_bytes() == made


def test_no_page_is_replaced_where_another_cannot_be(path: Path, tmp_path: Path) -> None:
    first = tmp_path / "pp.svg"
    first.write_bytes(b"old")
    (tmp_path / "pp-2.svg").mkdir()
    assert main(["export", str(path), "-o", str(first), *PAGES]) == 1
    assert first.read_bytes() == b"old"


@pytest.mark.parametrize(("name", "words", "told"), [
    ("a.png", ["--page", "a4", "--width", "300"], "--width does not apply here, because a page of --page a4 has"),
    ("a.png", ["--columns", "4"], "--columns does not apply here, because columns are those of --page column"),
    ("a.pdf", ["--portrait"], "--portrait does not apply here, because only paper can be turned"),
    ("a.svg", ["--scale", "4"], "--scale does not apply here, because only a .png is made of dots"),
    ("a.csv", ["--quotes"], "--quotes does not apply here, because a .csv file holds no figure"),
    ("a.json", ["--theme", "dark"], "--theme does not apply here, because a .json file holds no figure"),
    ("a.html", ["--page", "a4"], "--page does not apply here, because a web page is as wide as --width says"),
    ("a.html", ["--sources"], "--sources does not apply here, because a web page has all sources"),
])  # fmt: skip
def test_what_would_change_nothing_is_refused(
    name: str, words: list[str], told: str, path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(path), "-o", str(tmp_path / name), *words]) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(("name", "words"), [
    ("a.svg", ["--page", "column", "--columns", "3", "--no-legend"]),
    ("a.svg", ["--page", "a4", "--portrait", "--sources", "--text-size", "1.2"]),
    ("a.png", ["--width", "900", "--height", "700", "--scale", "1.5", "--transparent"]),
    ("a.html", ["--width", "900", "--lanes", "place", "--theme", "dark"]),
])  # fmt: skip
def test_what_applies_is_taken(name: str, words: list[str], path: Path, tmp_path: Path) -> None:
    assert main(["export", str(path), "-o", str(tmp_path / name), *words]) == 0
    assert (tmp_path / name).exists()


@pytest.mark.skipif(sys.platform != "linux", reason="only there fonts are told by such a file")
def test_a_system_without_fonts_is_told(path: Path, tmp_path: Path) -> None:
    known, out = tmp_path / "fonts.conf", tmp_path / "out.svg"
    known.write_text(
        f"<fontconfig><dir>{tmp_path / 'none'}</dir><cachedir>{tmp_path / 'cache'}</cachedir></fontconfig>"
    )
    told = {**os.environ, "FONTCONFIG_FILE": str(known), "PYTHONPATH": os.pathsep.join(sys.path)}
    asked = [sys.executable, "-m", "app", "export", str(path), "-o", str(out)]
    done = subprocess.run(asked, env=told, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "No fonts were found on this system" in done.stderr
    assert "''" not in out.read_text("utf-8")

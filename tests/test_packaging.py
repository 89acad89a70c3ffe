"""What the desktop is told of Dateline must be right, and travel whole; the bundle itself is tested where it is built."""

import configparser
import io
import os
import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PIL import Image

from app import __version__
from app.reading.read import FORMATS
from storage.schema import APPLICATION_ID

ROOT = Path(__file__).parent.parent
PACKAGING = ROOT / "packaging"
LINUX = PACKAGING / "linux"
METAINFO = next(LINUX.glob("*.metainfo.xml"))


def run(*command: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **variables}
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)


def launcher() -> configparser.SectionProxy:
    parsed = configparser.ConfigParser(interpolation=None)
    parsed.optionxform = str  # type: ignore[assignment,method-assign]  # keys of launchers have capitals
    parsed.read(LINUX / "dateline.desktop", encoding="utf-8")
    return parsed["Desktop Entry"]


@pytest.mark.skipif(
    not shutil.which("desktop-file-validate"), reason="needs desktop-file-utils, which .ci/run installs"
)
def test_the_launcher_is_valid() -> None:
    done = run("desktop-file-validate", LINUX / "dateline.desktop")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(not shutil.which("appstreamcli"), reason="needs appstream, which .ci/run installs")
def test_the_description_for_software_shops_is_valid() -> None:
    done = run("appstreamcli", "validate", "--no-net", METAINFO)
    assert done.returncode == 0, done.stdout


def test_the_launcher_takes_files_and_is_known_by_its_window() -> None:
    assert launcher()["Exec"].split()[1:] == ["%F"]
    assert launcher()["StartupWMClass"] == "Dateline"


def test_a_library_is_known_by_its_bytes_and_its_name() -> None:
    names = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    kind = ET.parse(LINUX / "dateline.xml").find("m:mime-type", names)
    assert kind is not None
    inner = kind.find("m:magic/m:match/m:match", names)
    glob, parent = kind.find("m:glob", names), kind.find("m:sub-class-of", names)
    assert inner is not None
    assert glob is not None
    assert parent is not None
    assert inner.get("offset") == "68"
    assert inner.get("value", "").encode() == struct.pack(">I", APPLICATION_ID)
    assert glob.get("pattern") == "*.dateline"
    assert parent.get("type") == "application/vnd.sqlite3"
    assert str(kind.get("type")) in launcher()["MimeType"].split(";")


def test_versions_are_told_alike() -> None:
    assert f"Dateline {__version__}" in (LINUX / "dateline.1").read_text("utf-8").splitlines()[0]
    releases = [one.get("version") for one in ET.parse(METAINFO).iter("release")]
    assert __version__ == releases[0]
    assert f'#define Version "{__version__}"' in (PACKAGING / "windows" / "dateline.iss").read_text("utf-8")


def test_everything_beside_the_code_travels() -> None:
    spec = (PACKAGING / "dateline.spec").read_text("utf-8")
    listed = re.search(r"RESOURCES = \((.*?)\)", spec, re.DOTALL)
    assert listed
    names = re.findall(r'"([^"]+)"', listed[1])
    resources = ROOT / "resources"
    beside = {path for path in resources.rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")}
    travelling = {path for name in names for path in [resources / name, *(resources / name).rglob("*")]}
    assert beside <= travelling
    assert all((resources / name).exists() for name in names)


@pytest.fixture(scope="module")
def icons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("icons")
    done = run(sys.executable, PACKAGING / "draw_icons.py", folder)
    assert done.returncode == 0, done.stderr
    return folder


def opened(path: Path) -> Image.Image:
    image = Image.open(io.BytesIO(path.read_bytes()))
    image.load()
    return image


@pytest.mark.parametrize("name", ["dateline", "document"])
def test_icons_are_drawn_in_all_sizes(icons: Path, name: str) -> None:
    for size in (16, 24, 48, 256):
        image = opened(icons / f"{name}-{size}.png").convert("RGBA")
        colours = image.getcolors(1 << 16)
        assert image.size == (size, size)
        assert colours
        assert len(colours) > 5
    assert opened(icons / f"{name}.ico").info["sizes"] >= {(16, 16), (32, 32), (48, 48), (256, 256)}
    assert max(opened(icons / f"{name}.icns").info["sizes"])[0] >= 512


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="for desktops of Linux")
def test_a_user_has_launcher_icons_and_file_type_without_root_and_loses_them_again(tmp_path: Path) -> None:
    own = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "share"), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    script = PACKAGING / "user_desktop.py"
    done = run(sys.executable, script, **own)
    assert done.returncode == 0, done.stderr
    there = {str(path.relative_to(tmp_path / "share")) for path in (tmp_path / "share").rglob("*") if path.is_file()}
    ours = {
        "applications/dateline.desktop",
        "mime/packages/dateline.xml",
        "icons/hicolor/scalable/apps/dateline.svg",
        "icons/hicolor/16x16/mimetypes/application-vnd.dateline.png",
    }
    assert ours <= there
    assert ".venv/bin/dateline" in (tmp_path / "share/applications/dateline.desktop").read_text("utf-8")
    assert run(sys.executable, script, "--remove", **own).returncode == 0
    assert not [path for path in (tmp_path / "share").rglob("*") if "dateline" in path.name]


def test_every_format_is_tried_by_the_self_test_or_has_no_writer_here() -> None:
    from app.self_test_files import FILES

    without = {".mhtml", ".doc", ".odt", ".epub", ".msg", ".mbox", ".xlsx"}
    assert {one.endings[0] for one in FORMATS} == set(FILES) | without

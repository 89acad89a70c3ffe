"""The package for Debian and its kin, made from a bundle without root."""

import platform
import shutil
import subprocess
import tempfile
from importlib.metadata import version
from pathlib import Path

from linux_files import files, more_files, put

ROOT = Path(__file__).parent.parent
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}

# What the bundle leaves to the system: the C library, the display, fonts and messages between programs.
NEEDED = (
    "libc6 (>= {glibc})", "libegl1", "libgl1", "libglib2.0-0t64 | libglib2.0-0", "libdbus-1-3", "libfontconfig1",
    "libfreetype6", "libx11-6", "libx11-xcb1", "libxcb1",
)  # fmt: skip
CONTROL = """Package: dateline
Version: {version}
Architecture: {architecture}
Maintainer: The authors of Dateline <dateline@localhost>
Installed-Size: {size}
Depends: {needed}
Recommends: fonts-noto-core | fonts-dejavu-core, libcups2t64 | libcups2
Section: misc
Priority: optional
Description: timeline of what news articles report
 Drop in news articles and get a timeline on which every mark can be traced to
 the words it came from. Dateline finds dated events such as talks, sieges,
 attacks and ceasefires, and resolves words such as "on Friday" against the day
 of publication. Everything stays on this machine.
"""


def make(bundle: Path, folder: Path) -> Path:
    """Write `dateline_VERSION_ARCHITECTURE.deb` into a folder."""
    machine = platform.machine()
    package = folder / f"dateline_{version('dateline')}_{ARCHITECTURES.get(machine, machine)}.deb"
    with tempfile.TemporaryDirectory(prefix="dateline-deb-") as made:
        root = Path(made) / "root"
        _fill(root, bundle)
        _describe(root, ARCHITECTURES.get(machine, machine))
        command = ["dpkg-deb", "--build", "--root-owner-group", "-Zzstd", "-z12", str(root), str(package)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return package


def _fill(root: Path, bundle: Path) -> None:
    shutil.copytree(bundle, root / "usr" / "lib" / "dateline", symlinks=True)
    program = root / "usr" / "bin" / "dateline"
    program.parent.mkdir(parents=True)
    program.symlink_to("../lib/dateline/dateline")
    put(root / "usr" / "share", files("dateline"))
    put(root / "usr" / "share", more_files())
    licence = root / "usr" / "share" / "doc" / "dateline" / "copyright"
    licence.parent.mkdir(parents=True)
    shutil.copy(ROOT / "LICENSE", licence)
    for path in (root, *root.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path.stat().st_mode & 0o100 else 0o644)


def _describe(root: Path, architecture: str) -> None:
    size = sum(path.lstat().st_size for path in root.rglob("*")) // 1024
    needed = ", ".join(NEEDED).format(glibc=platform.libc_ver()[1])
    told = CONTROL.format(version=version("dateline"), architecture=architecture, size=size, needed=needed)
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN").chmod(0o755)
    (root / "DEBIAN" / "control").write_text(told, encoding="utf-8")

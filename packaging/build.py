"""`python3 run.py package`: the bundle in dist/dateline, its test, and on Debian and its kin a package of it.

python packaging/build.py [--bundle-only]
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
BUNDLE = ROOT / "dist" / "dateline"
EXE = ".exe" if os.name == "nt" else ""
LARGEST = 210
"""Megabytes that the bundle may take on the disk."""


def main() -> int:
    """Build, test, pack; the exit code says whether the bundle is sound."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # for drawing icons
    from draw_icons import draw

    draw(ROOT / "build" / "icons")
    build()
    if sys.platform.startswith("linux"):
        strip()
    size = sum(path.lstat().st_size for path in BUNDLE.rglob("*")) / 1e6
    say(f"{BUNDLE} takes {size:.0f} MB.")
    if size > LARGEST:
        say(f"That is more than {LARGEST} MB. See in packaging/dateline.spec what may stay behind.")
        return 1
    if code := self_test():
        say("The bundle is not sound: see above.")
        return code
    if sys.platform.startswith("linux") and shutil.which("dpkg-deb") and "--bundle-only" not in sys.argv[1:]:
        from debian import make

        say(f"The package is {make(BUNDLE, ROOT / 'dist')}.")
    return 0


def build() -> None:
    """Let PyInstaller collect what the program needs."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    command += ["--distpath", str(ROOT / "dist"), "--workpath", str(ROOT / "build"), "packaging/dateline.spec"]
    subprocess.run(command, check=True, cwd=ROOT)


def strip() -> None:
    """Python's own libraries carry the names of all their functions, which nobody needs here. Others are left as they came."""
    inside = BUNDLE / "_internal"
    libraries = [*inside.glob("libpython*.so*"), *inside.glob("python*/lib-dynload/*.so")]
    if shutil.which("strip"):
        subprocess.run(["strip", "--strip-unneeded", *map(str, libraries)], check=True)


def self_test() -> int:
    """Let the bundle look at itself, without the system's time zones and without this checkout."""
    program = "dateline-console" if os.name == "nt" else "dateline"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_"))}
    environment["PYTHONTZPATH"] = ""
    return subprocess.run([BUNDLE / (program + EXE), "--self-test"], env=environment, cwd=BUNDLE.parent).returncode


def say(words: str) -> None:
    """At once, among the words of the programs that are run."""
    print(words, flush=True)


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Start Dateline from its folder: sets everything up the first time, then opens the window.

    python3 run.py [ARTICLE|LIBRARY ...]   open the window
    python3 run.py extract FILE --json     the same words as the command `dateline`
    python3 run.py setup | lint | test [PYTEST ARGUMENTS] | bench NAME
    python3 run.py package                 a bundle that needs no Python, and on Debian a package of it
    python3 run.py desktop [--remove]      launcher, icons and file type for this user, without root (Linux)

Standard library only, and old Pythons must be able to read it far enough to be told that they are too old.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
EXE = ".exe" if os.name == "nt" else ""
STAMP = "dateline-stamp"
UNFINISHED = VENV / "dateline-unfinished"
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}
PARTS = ("app", "widgets", "storage", "resources")
OLDEST = (3, 11)

# What Qt needs from the system, and the Debian package that brings it. Some names end in t64 since Ubuntu 24.04.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_ENDINGS = (".ttf", ".otf", ".ttc", ".pfb")
FONT_PACKAGE = "fonts-dejavu-core"
WITHOUT_QT = ("extract", "import", "events", "check", "--help", "-h", "--version")


def main(arguments: list[str]) -> int:
    """Do what the first word says; anything else is for Dateline."""
    word = arguments[0] if arguments else ""
    if word == "setup":
        set_up("run")
        look_for_libraries(window=has_display())
        say("Dateline is set up. Start it with: python3 run.py")
        return 0
    if word == "lint":
        set_up("dev")
        return lint()
    if word == "test":
        set_up("dev")
        look_for_libraries(window=False)
        return test(arguments[1:])
    if word == "bench":
        set_up("dev")
        return bench(arguments[1:])
    if word == "package":
        set_up("dev")
        look_for_libraries(window=False)
        return packaging("build.py", arguments[1:])
    set_up("run")
    if word == "desktop":
        return packaging("user_desktop.py", arguments[1:])
    if word not in WITHOUT_QT:
        look_for_libraries(window=has_display() and word != "export")
    return start(arguments)


def start(arguments: list[str]) -> int:
    """Become Dateline, where the system allows it, so that signals and the exit code are its own."""
    program = str(BIN / ("dateline" + EXE))
    if os.name != "nt":
        os.execv(program, [program, *arguments])
    return subprocess.call([program, *arguments])


def lint() -> int:
    """Style, types and floors; each says ok or what is wrong."""
    checks = {
        "ruff check": [tool("ruff"), "check"],
        "ruff format": [tool("ruff"), "format", "--check"],
        "mypy": [tool("mypy")],
        "import floors": [tool("lint-imports"), "--no-cache"],
    }
    failed = []
    for name, command in checks.items():
        if not succeeds(command):
            failed.append(name)
        say(f"{name:<14} {'FAILED' if name in failed else 'ok'}")
    say("Failed: " + ", ".join(failed) + "." if failed else "All checks passed.")
    return 1 if failed else 0


def test(arguments: list[str]) -> int:
    """Lint, then the tests, so that the last line is pytest's own."""
    linted = lint()
    workers = [] if arguments else ["-n", "2", "--dist", "loadfile"]
    tested = subprocess.call([tool("pytest"), *workers, *arguments], cwd=str(ROOT))
    return tested or linted


def bench(arguments: list[str]) -> int:
    """Run one measurement of the folder tests/benchmarks."""
    benches = {path.stem: path for path in sorted((ROOT / "tests" / "benchmarks").glob("*.py"))}
    if not arguments or arguments[0] not in benches:
        fail("Say which measurement: " + ", ".join(benches) + ".")
    return subprocess.call([tool("python"), str(benches[arguments[0]]), *arguments[1:]], cwd=str(ROOT))


def packaging(script: str, arguments: list[str]) -> int:
    """Run a script of the folder packaging."""
    return subprocess.call([tool("python"), str(ROOT / "packaging" / script), *arguments], cwd=str(ROOT))


# ---- the folder .venv ----


def set_up(which: str) -> None:
    """Make .venv complete; at once where it is. A half-finished or foreign one is made anew."""
    if sys.version_info < OLDEST:
        fail(f"Dateline needs Python {'.'.join(map(str, OLDEST))} or newer, and this is {sys.version.split()[0]}.")
    if is_ready(which):
        return
    if UNFINISHED.exists() or not belongs_here():
        make_venv()
    say("Setting Dateline up. This takes a minute or two, once.")
    if not install(which):
        make_venv()
        if not install(which):
            fail("Dateline could not be set up: see above. Is there a way to the Internet? Then start this again.")
    (VENV / f"{STAMP}-{which}").write_text(stamp(which), encoding="utf-8")


def is_ready(which: str) -> bool:
    """Whether .venv holds what the lock file says; the developers' set holds all of the other."""
    if UNFINISHED.exists() or not (BIN / f"python{EXE}").exists() or not (BIN / f"dateline{EXE}").exists():
        return False
    return any(written(name) == stamp(name) for name in {which, "dev"})


def belongs_here() -> bool:
    """Whether .venv is one of this Python, made in this place, whose Python still starts."""
    try:
        said = subprocess.run(
            [str(BIN / f"python{EXE}"), "-c", "import sys, pip; print(sys.version); print(sys.prefix)"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError:
        return False
    # line by line, because they end otherwise on Windows
    same = said.stdout.decode("utf-8", "replace").splitlines()[:1] == sys.version.splitlines()[:1]
    return same and was_made_here()


def was_made_here() -> bool:
    """Scripts name the place where they were made; after the folder was moved they lead nowhere."""
    stamps = [name for name in LOCKS if written(name)]
    return all(written(name).endswith(str(ROOT)) for name in stamps)


def make_venv() -> None:
    """A new .venv, whatever stood there."""
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        install_packages([package], "Python's part for virtual environments")
    say("Making the folder .venv …")
    shutil.rmtree(str(VENV), ignore_errors=True)
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        fail(f"The folder {VENV} could not be made: see above.")
    UNFINISHED.touch()


def install(which: str) -> bool:
    """Exactly the packages of the lock file, then Dateline itself."""
    UNFINISHED.touch()
    pip = [str(BIN / f"python{EXE}"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    locked = [*pip, "--no-deps", "--require-hashes", "-r", str(LOCKS[which])]
    itself = [*pip, "--no-deps", "--no-build-isolation", "-e", str(ROOT)]
    done = all(succeeds(command) for command in (locked, itself))
    if done:
        compile_parts()
        UNFINISHED.unlink()
    return done


def compile_parts() -> None:
    """The first start is as quick as the others then, and so are all where Python may keep nothing beside its files."""
    parts = [name for name in PARTS if (ROOT / name).is_dir()]
    if parts:
        succeeds([str(BIN / f"python{EXE}"), "-m", "compileall", "-q", *parts])


def succeeds(command: list[str]) -> bool:
    """Run it and print its words only if it fails."""
    done = subprocess.run(command, cwd=str(ROOT), stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        say(done.stdout.decode("utf-8", "replace").rstrip())
    return done.returncode == 0


def stamp(which: str) -> str:
    """What .venv was made from, and where."""
    parts = [(ROOT / "pyproject.toml").read_bytes(), LOCKS[which].read_bytes(), sys.version.encode()]
    return hashlib.sha256(b"\0".join(parts)).hexdigest() + " " + str(ROOT)


def written(which: str) -> str:
    """The stamp that stands in .venv, or nothing."""
    try:
        return (VENV / f"{STAMP}-{which}").read_text(encoding="utf-8")
    except OSError:
        return ""


def tool(name: str) -> str:
    """The path of a program in .venv."""
    return str(BIN / (name + EXE))


# ---- what Qt needs from the system ----


def has_display() -> bool:
    """Whether a window is to be expected at all; Dateline itself looks whether the display answers."""
    return not sys.platform.startswith("linux") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def look_for_libraries(window: bool) -> None:
    """Linux only: elsewhere Qt brings everything."""
    if not sys.platform.startswith("linux"):
        return
    wanted = {**LIBRARIES, **(WINDOW_LIBRARIES if window else {})}
    missing = [package for library, package in wanted.items() if not loads(library)]
    if not has_font():
        missing.append(FONT_PACKAGE)
    if missing:
        install_packages(missing, "what the window needs from the system")


def loads(library: str) -> bool:
    """Whether the system has a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_font() -> bool:
    """Whether there is a single font: without one Qt draws no letters."""
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    return any(
        file.lower().endswith(FONT_ENDINGS) for top in folders for _, _, files in os.walk(str(top)) for file in files
    )


def install_packages(packages: list[str], purpose: str) -> None:
    """As root on Debian and its kin; otherwise say the one command to type."""
    if shutil.which("apt-get") is None:
        fail(f"Dateline misses {purpose}. On Debian these packages bring it: {' '.join(packages)}.")
    packages = [today(package) for package in packages]
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        fail(f"Dateline misses {purpose}. Type this, then start again:\n    sudo {' '.join(command)}")
    say(f"Installing {purpose}: {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    if run_quietly(command, quiet) and (run_quietly(["apt-get", "update"], quiet) or run_quietly(command, quiet)):
        fail(f"That did not work. Type this to see why, then start again:\n    {' '.join(command)}")


def today(package: str) -> str:
    """The package's name in this release."""
    newer = package + "t64"
    known = shutil.which("apt-cache") and run_quietly(["apt-cache", "show", newer], dict(os.environ)) == 0
    return newer if known else package


def run_quietly(command: list[str], environment: dict[str, str]) -> int:
    """The exit code of a command that prints nothing."""
    done = subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    return done.returncode


def say(words: str) -> None:
    """To stderr, so that what `dateline` prints can be piped."""
    print(words, file=sys.stderr, flush=True)


def fail(words: str) -> NoReturn:
    """Say it and end."""
    say(words)
    raise SystemExit(1)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        say("\nStopped. Start again to go on.")
        sys.exit(130)

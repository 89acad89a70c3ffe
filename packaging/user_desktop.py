"""`python3 run.py desktop`: launcher, icons and file type in the user's own folders, for who runs Dateline from a checkout.

python packaging/user_desktop.py [--remove]
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from linux_files import files, put

ROOT = Path(__file__).parent.parent
MIME = "application/vnd.dateline"


def share() -> Path:
    """The user's own `share`."""
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def program() -> str:
    """How the launcher starts this checkout, quoted as launchers want it."""
    path = str(ROOT / ".venv" / "bin" / "dateline")
    for sign in ("\\", '"', "`", "$"):
        path = path.replace(sign, "\\" + sign)
    path = path.replace("\\", "\\\\").replace("%", "%%")
    return f'"{path}"' if any(not (sign.isalnum() or sign in "/._-") for sign in path) else path


def install() -> None:
    """Put everything there, and let Dateline open its libraries."""
    put(share(), files(program()))
    _refresh()
    _quietly("xdg-mime", "default", "dateline.desktop", MIME)
    print(f"Dateline is in the menu now, and opens .dateline files. Its launcher is in {share() / 'applications'}.")


def remove() -> None:
    """Take away what `install` put there."""
    for name, _ in files(program()):
        (share() / name).unlink(missing_ok=True)
    _refresh()
    print("Dateline's launcher, icons and file type are gone from your folders.")


def _refresh() -> None:
    """What desktops keep of these folders is made anew; where a tool is missing they look for themselves, later."""
    _quietly("update-desktop-database", str(share() / "applications"))
    _quietly("update-mime-database", str(share() / "mime"))
    _quietly("gtk-update-icon-cache", "-q", "-t", "-f", str(share() / "icons" / "hicolor"))


def _quietly(*command: str) -> None:
    if shutil.which(command[0]):
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)


if __name__ == "__main__":
    if not sys.platform.startswith("linux"):
        sys.exit("This is for Linux. On Windows and macOS the installer tells the system of Dateline.")
    remove() if "--remove" in sys.argv[1:] else install()

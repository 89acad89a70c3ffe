"""What holds in every test: no display, no network, none of the user's own settings.

That a Qt warning fails a test is said in pyproject.toml."""

import os
import sys
import tempfile
from pathlib import Path

from hypothesis import settings

# The same examples each time, however long they take: what passed here passes elsewhere. DATELINE_TEST_RANDOM looks further.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("random", deadline=None)
settings.load_profile("random" if os.environ.get("DATELINE_TEST_RANDOM") else "steady")

# Before Qt is imported anywhere. A run that wants real windows sets DATELINE_TEST_PLATFORM, to "xcb" for one.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("DATELINE_TEST_PLATFORM", "offscreen")
os.environ["PYTEST_QT_API"] = "pyside6"

_HOME = tempfile.TemporaryDirectory(prefix="dateline-tests-")
for _variable, _folder in {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "appdata",
    "LOCALAPPDATA": "localappdata",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
}.items():
    _path = Path(_HOME.name) / _folder
    _path.mkdir(parents=True, exist_ok=True, mode=0o700)
    os.environ[_variable] = str(_path)

# Children of the tests are kept from the network too: each Python begins with the sitecustomize.py of this folder.
_GUARD = str(Path(__file__).parent / "guard")
sys.path.insert(0, _GUARD)
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (_GUARD, os.environ.get("PYTHONPATH"))))


def pytest_configure() -> None:
    """Close the network for the whole run, collection included."""
    import network_guard

    network_guard.close()


def pytest_unconfigure() -> None:
    """Open it again, for whoever runs pytest inside another program."""
    import network_guard

    network_guard.open_again()

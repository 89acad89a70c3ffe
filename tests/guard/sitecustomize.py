"""Python reads this first in every process that a test starts, because `tests/conftest.py` names the folder to it."""

import network_guard

network_guard.close()

"""What a worker process gives up before it sees foreign bytes, so that a reader that goes wrong can do no harm.

Every system: a bound on its memory, no memory left on the disk, no bytes written to a file. Linux, as far as its kernel
knows how: no rights by other programs, no life without the parent, no file made, changed or run (Landlock), and no
network, no process and nothing else that leads out (seccomp, see `system_calls.py`). What a kernel lacks is gone without.
Reading files stays allowed, because a worker opens the file that it is told to read: with nothing it can write to but
the line to its parent, what it reads goes nowhere else. A process that fetches addresses keeps the way out. It is
given addresses and nothing else, and takes nothing apart but HTTP.
"""

import ctypes
import os
import signal
import sys
from contextlib import suppress

from app.system_calls import program

MEMORY = 1 << 30
"""Bytes that a process may write to: what it has taken and not only reserved."""
ADDRESSES = 4 << 30
"""Bytes of address space, which libraries reserve freely; the bound that more systems know."""

# The names of linux/prctl.h, linux/landlock.h and the calls of Landlock, the same on every machine.
_DIE_WITH_PARENT, _NO_NEW_RIGHTS, _FILTER_CALLS, _BY_PROGRAM = 1, 38, 22, 2
_NEW_RULES, _OBEY_RULES = 444, 446
_ASK_VERSION = 1
_FILES = 0b1_1111_1111_0011
"""Run a program, write a file, remove and make anything; the two bits between are reading files and folders."""
_FILES_SINCE = {2: 1 << 13, 3: 1 << 14, 5: 1 << 15}  # move to another folder, truncate, command a device
_NETWORK_SINCE, _NETWORK, _BIND = 4, 0b11, 0b01  # bind and connect, bind alone
_OTHERS_SINCE, _OTHERS = 6, 0b11  # sockets without a name in a folder, signals to others


class _Rules(ctypes.Structure):
    """What Landlock is to refuse unless a rule allows it; there are no rules."""

    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("others", ctypes.c_uint64))


def confine(reaching: bool = False, rules: bool = True, calls: bool = True) -> None:
    """Give it all up, for good; whatever else the process needs to open or set must be there before.

    A process that is `reaching` may still call others, and nobody may call it. Without the `rules` of Landlock or the
    program for `calls` the other must hold alone, as it does on a kernel that lacks one; a worker always has both.
    """
    _bound()
    if sys.platform == "linux":
        library = _kernel()
        library.prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
        if library.prctl(_NO_NEW_RIGHTS, 1, 0, 0, 0) == 0:  # without it nobody may ask for the others
            if rules:
                _keep_files(library, reaching)
            if calls:
                _keep_calls(library, reaching)


def _bound() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits
        return
    bounds = {"RLIMIT_CORE": 0, "RLIMIT_FSIZE": 0, "RLIMIT_DATA": MEMORY, "RLIMIT_AS": ADDRESSES}
    for name, most in bounds.items():
        which = getattr(resource, name, None)
        if which is None:
            continue
        _, highest = resource.getrlimit(which)
        least = most if highest == resource.RLIM_INFINITY else min(most, highest)
        with suppress(OSError, ValueError):  # a system that knows the name and refuses the limit
            resource.setrlimit(which, (least, least))


def _kernel() -> ctypes.CDLL:
    """The C library of this process, whose calls take whole registers."""
    library = ctypes.CDLL(None)
    library.prctl.argtypes = (ctypes.c_int, *(ctypes.c_ulong,) * 4)
    library.syscall.argtypes = (ctypes.c_long, *(ctypes.c_ulong,) * 3)
    library.syscall.restype = ctypes.c_long
    return library


def _keep_files(library: ctypes.CDLL, reaching: bool) -> None:
    version = library.syscall(_NEW_RULES, 0, 0, _ASK_VERSION)
    if version < 1:
        return
    files = _FILES + sum(bit for since, bit in _FILES_SINCE.items() if version >= since)
    network = 0 if version < _NETWORK_SINCE else _BIND if reaching else _NETWORK
    rules = _Rules(files, network, _OTHERS if version >= _OTHERS_SINCE else 0)
    size = 24 if version >= _OTHERS_SINCE else 16 if version >= _NETWORK_SINCE else 8
    handle = library.syscall(_NEW_RULES, ctypes.addressof(rules), size, 0)
    if handle >= 0:
        library.syscall(_OBEY_RULES, handle, 0, 0)
        os.close(handle)


def _keep_calls(library: ctypes.CDLL, reaching: bool) -> None:
    refusing = program(reaching)
    if refusing is not None:
        library.prctl(_FILTER_CALLS, _BY_PROGRAM, ctypes.addressof(refusing), 0, 0)

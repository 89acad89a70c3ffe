"""Which calls of the Linux kernel a worker process is refused, as the small program (BPF) that the kernel runs for each.

Everything is allowed but what leads out of the process: the network, other programs and processes, other people's
memory, memory that no limit counts, writing files, and the corners of the kernel that no reader needs and that break
most often. A refused call fails with an error number as any call may, so libraries that try one go on.
"""

import ctypes
import os
import platform
from collections.abc import Iterable

# Numbers on x86_64 and aarch64; None where a machine has no such call.
_CALLING_OUT = {
    "socket": (41, 198), "connect": (42, 203), "bind": (49, 200), "sendto": (44, 206), "sendmsg": (46, 211),
    "sendmmsg": (307, 269),
}  # fmt: skip
_REFUSED = {
    "listen": (50, 201), "accept": (43, 202), "accept4": (288, 242),
    "execve": (59, 221), "execveat": (322, 281), "fork": (57, None), "vfork": (58, None),
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "process_madvise": (440, 440), "pidfd_open": (434, 434), "pidfd_getfd": (438, 438),
    "pidfd_send_signal": (424, 424), "tkill": (200, 130), "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240), "setrlimit": (160, 164),
    "creat": (85, None), "truncate": (76, 45), "rename": (82, None), "renameat": (264, 38), "renameat2": (316, 276),
    "link": (86, None), "linkat": (265, 37), "symlink": (88, None), "symlinkat": (266, 36), "unlink": (87, None),
    "unlinkat": (263, 35), "mkdir": (83, None), "mkdirat": (258, 34), "rmdir": (84, None), "mknod": (133, None),
    "mknodat": (259, 33), "chmod": (90, None), "fchmod": (91, 52), "fchmodat": (268, 53), "fchmodat2": (452, 452),
    "chown": (92, None), "fchown": (93, 55), "lchown": (94, None), "fchownat": (260, 54), "utime": (132, None),
    "utimes": (235, None), "utimensat": (280, 88), "futimesat": (261, None), "setxattr": (188, 5),
    "lsetxattr": (189, 6), "fsetxattr": (190, 7), "setxattrat": (463, 463), "removexattr": (197, 14),
    "lremovexattr": (198, 15), "fremovexattr": (199, 16), "removexattrat": (466, 466),
    "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51), "unshare": (272, 97),
    "setns": (308, 268), "fsopen": (430, 430), "fsconfig": (431, 431), "fsmount": (432, 432),
    "move_mount": (429, 429), "open_tree": (428, 428), "mount_setattr": (442, 442), "swapon": (167, 224),
    "swapoff": (168, 225), "acct": (163, 89), "quotactl": (179, 60), "quotactl_fd": (443, 443),
    "bpf": (321, 280), "perf_event_open": (298, 241), "userfaultfd": (323, 282), "io_uring_setup": (425, 425),
    "io_uring_enter": (426, 426), "io_uring_register": (427, 427), "keyctl": (250, 219), "add_key": (248, 217),
    "request_key": (249, 218), "init_module": (175, 105), "finit_module": (313, 273), "delete_module": (176, 106),
    "kexec_load": (246, 104), "kexec_file_load": (320, 294), "open_by_handle_at": (304, 265), "reboot": (169, 142),
    "sethostname": (170, 161), "setdomainname": (171, 162), "settimeofday": (164, 170), "clock_settime": (227, 112),
    "clock_adjtime": (305, 266), "adjtimex": (159, 171), "syslog": (103, 116), "iopl": (172, None),
    "ioperm": (173, None), "personality": (135, 92),
    "shmget": (29, 194), "shmat": (30, 196), "shmctl": (31, 195), "msgget": (68, 186), "msgsnd": (69, 189),
    "semget": (64, 190), "mq_open": (240, 180), "mq_unlink": (241, 181), "memfd_create": (319, 279),
    "memfd_secret": (447, 447), "setpriority": (141, 140), "ioprio_set": (251, 30), "sched_setparam": (142, 118),
    "sched_setscheduler": (144, 119), "sched_setaffinity": (203, 122), "sched_setattr": (314, 274),
    "remap_file_pages": (216, 234), "move_pages": (279, 239), "migrate_pages": (256, 238),
}  # fmt: skip
# What they are asked for stands behind a pointer, where the kernel's program cannot look: told that there is no such
# call, the C library takes the older one of the next table.
_UNKNOWN = {"clone3": (435, 435), "openat2": (437, 437)}
_MMAP = (9, 222)
_OPEN, _OPENAT, _CLONE = (2, None), (257, 56), (56, 220)
_KILL, _TGKILL, _PRLIMIT, _IOCTL = (62, 129), (234, 131), (302, 261), (16, 29)

_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
"""The column of the tables, and how the kernel calls the machine."""
_X32 = 0x40000000  # above it the calls of another way to use x86_64 begin
_WRITING = (
    os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND | 0o20000000
)  # the last makes a nameless file
_UNCOUNTED = 0x01 | 0x100  # MAP_SHARED, MAP_GROWSDOWN: memory that no limit of a process counts
_THREAD = 0x10000  # CLONE_THREAD: no new process
_TIOCSTI, _TIOCLINUX = 0x5412, 0x541C  # they type into the terminal

_NO, _NO_SUCH_CALL = 1, 38  # EPERM, ENOSYS

# The instructions of the kernel's program that are used here.
_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_CALL, _MACHINE, _ARGUMENTS = 0, 4, 16  # places in what it looks at
_ALLOW, _ERROR = 0x7FFF0000, 0x00050000


class Step(ctypes.Structure):
    """One instruction: what to do, how many to skip if a test holds and if not, and its number."""

    _fields_ = (("code", ctypes.c_uint16), ("yes", ctypes.c_uint8), ("no", ctypes.c_uint8), ("k", ctypes.c_uint32))


class Program(ctypes.Structure):
    """The instructions as the kernel takes them."""

    _fields_ = (("length", ctypes.c_uint16), ("steps", ctypes.POINTER(Step)))


def program(reaching: bool = False) -> Program | None:
    """The program for this machine and process; None on a machine whose calls are not known here.

    A process that is `reaching` may call out.
    """
    known = _MACHINES.get(platform.machine())
    if known is None:
        return None
    column, machine = known
    steps = [(_LOAD, 0, 0, _MACHINE), (_EQUAL, 1, 0, machine), _refuse(_NO), (_LOAD, 0, 0, _CALL)]
    if column == 0:
        steps += [(_AT_LEAST, 0, 1, _X32), _refuse(_NO)]
    refused = _REFUSED if reaching else _REFUSED | _CALLING_OUT
    for table, error in ((refused, _NO), (_UNKNOWN, _NO_SUCH_CALL)):
        for numbers in table.values():
            steps += _call(numbers[column], [_refuse(error)])
    for numbers, tests in _looked_into():
        steps += _call(numbers[column], tests)
    steps.append((_RETURN, 0, 0, _ALLOW))
    return Program(len(steps), (Step * len(steps))(*(Step(*step) for step in steps)))


Line = tuple[int, int, int, int]


def _looked_into() -> Iterable[tuple[tuple[int, int | None], list[Line]]]:
    """Calls that are refused for some of what they are asked for."""
    allow = (_RETURN, 0, 0, _ALLOW)
    for numbers, place in ((_OPEN, 1), (_OPENAT, 2)):
        yield numbers, [_argument(place), (_ANY_BIT, 0, 1, _WRITING), _refuse(_NO), allow]
    yield _MMAP, [_argument(3), (_ANY_BIT, 0, 1, _UNCOUNTED), _refuse(_NO), allow]
    yield _CLONE, [_argument(0), (_ANY_BIT, 1, 0, _THREAD), _refuse(_NO), allow]
    for numbers in (_KILL, _TGKILL):
        yield numbers, [_argument(0), (_EQUAL, 1, 0, os.getpid()), _refuse(_NO), allow]
    yield _PRLIMIT, [_argument(2), (_EQUAL, 1, 0, 0), _refuse(_NO), allow]  # to ask is allowed
    yield _IOCTL, [_argument(1), (_EQUAL, 1, 0, _TIOCSTI), (_EQUAL, 0, 1, _TIOCLINUX), _refuse(_NO), allow]


def _call(number: int | None, then: list[Line]) -> list[Line]:
    """What is done for the call of this number; `then` ends in a return."""
    return [] if number is None else [(_EQUAL, 0, len(then), number), *then]


def _argument(place: int) -> Line:
    """Take the lower half of an argument; both machines store it first."""
    return (_LOAD, 0, 0, _ARGUMENTS + 8 * place)


def _refuse(error: int) -> Line:
    return (_RETURN, 0, 0, _ERROR | error)

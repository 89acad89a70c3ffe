"""What a worker process cannot do, tried in real ones: each work below is what a reader gone wrong might do."""

import ctypes
import mmap
import os
import platform
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.confinement import MEMORY
from app.workers import Workers

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in ("x86_64", "aarch64"), reason="only Linux knows these limits"
)


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    made = Workers(1)
    yield made
    made.close()


def write(path: str) -> None:
    Path(path).write_bytes(b"x")


def append(path: str) -> None:
    with Path(path).open("ab") as file:
        file.write(b"x")


def make_anything(path: str) -> list[str]:
    """The ways to change a folder that were not refused."""
    ways: dict[str, Callable[[], Any]] = {
        "folder": Path(path + "-folder").mkdir,
        "link": lambda: Path(path + "-link").symlink_to("/etc/passwd"),
        "second name": lambda: os.link(path, path + "-name"),
        "pipe": lambda: os.mkfifo(path + "-pipe"),
        "move": lambda: Path(path).rename(path + "-moved"),
        "remove": Path(path).unlink,
        "cut": lambda: os.truncate(path, 0),
        "rights": lambda: Path(path).chmod(0o777),
        "times": lambda: os.utime(path, (0, 0)),
        "nameless": lambda: os.open(Path(path).parent, os.O_TMPFILE | os.O_WRONLY),
        "attribute": lambda: os.setxattr(path, "user.x", b"x"),
    }
    done = []
    for name, way in ways.items():
        try:
            way()
        except OSError:
            continue
        done.append(name)
    return done


def connect(port: int) -> None:
    with socket.socket() as outward:
        outward.connect(("127.0.0.1", port))


def listen() -> None:
    with socket.create_server(("127.0.0.1", 0)):
        pass


def resolve() -> int:
    return len(socket.getaddrinfo("localhost", 80))


def execute() -> None:
    os.execv(sys.executable, [sys.executable, "-c", "pass"])


def spawn() -> None:
    subprocess.run([sys.executable, "-c", "pass"], check=False)


def raise_limit() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_DATA, (1 << 20, 1 << 20))


def trace(process: int) -> int:
    return int(ctypes.CDLL(None).ptrace(16, process, 0, 0))


def count_in_thread() -> int:
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(sum(range(10))))
    thread.start()
    thread.join()
    return found[0]


def rights() -> dict[str, str]:
    """What the kernel says of the process."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def share_memory() -> mmap.mmap:
    return mmap.mmap(-1, 1 << 20)


def share_device() -> mmap.mmap:
    with Path("/dev/zero").open("rb") as zeros:
        return mmap.mmap(zeros.fileno(), 1 << 20, access=mmap.ACCESS_READ)


def grow_down() -> mmap.mmap:
    return mmap.mmap(-1, 1 << 20, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | 0x100)


def name_memory() -> int:
    return os.memfd_create("a")


def call_for_memory(name: str) -> tuple[int, int]:
    """What comes of a call of the old ways to share memory and messages, and its error number."""
    library = ctypes.CDLL(None, use_errno=True)
    got = getattr(library, name)(0, 1 << 16, 0o1600) if name != "msgget" else library.msgget(0, 0o1600)
    return got, ctypes.get_errno()


def filled(size: int) -> int:
    """Take memory of one's own and write to all of it."""
    taken = bytearray(size)
    for place in range(0, size, 4096):
        taken[place] = 1
    return len(taken)


def slow_others() -> None:
    os.setpriority(os.PRIO_PROCESS, os.getppid(), 19)


def bind_others() -> None:
    os.sched_setaffinity(os.getppid(), {0})


@pytest.mark.parametrize("work", [share_memory, share_device, grow_down, name_memory], ids=lambda work: work.__name__)
def test_no_memory_is_taken_that_no_limit_counts(workers: Workers, work: Callable[[], Any]) -> None:
    with pytest.raises(PermissionError):
        workers.submit(work).result()


@pytest.mark.parametrize("name", ["shmget", "msgget", "semget"])
def test_no_memory_outlives_the_process(workers: Workers, name: str) -> None:
    assert workers.submit(call_for_memory, name).result() == (-1, 1)


@pytest.mark.parametrize("work", [slow_others, bind_others], ids=lambda work: work.__name__)
def test_no_other_process_is_slowed(workers: Workers, work: Callable[[], None]) -> None:
    with pytest.raises(PermissionError):
        workers.submit(work).result()


def test_memory_ends_at_its_limit_and_not_before(workers: Workers) -> None:
    """The limit itself, in bytes: a larger one would let a file take the memory of the whole machine."""
    assert MEMORY == 1 << 30
    assert workers.submit(filled, 600 << 20).result() == 600 << 20
    with pytest.raises(MemoryError):
        workers.submit(filled, 1 << 30).result()


@pytest.mark.parametrize("work", [write, append], ids=lambda work: work.__name__)
@pytest.mark.parametrize("there", [True, False], ids=["there", "new"])
def test_no_file_is_written(workers: Workers, tmp_path: Path, work: Callable[[str], None], there: bool) -> None:
    path = tmp_path / "a.txt"
    if there:
        path.write_bytes(b"words")
    with pytest.raises(PermissionError):
        workers.submit(work, str(path)).result()
    assert [one.read_bytes() for one in tmp_path.iterdir()] == ([b"words"] if there else [])


def test_a_folder_stays_as_it_is(workers: Workers, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"words")
    path.chmod(0o644)
    before = path.stat()
    assert workers.submit(make_anything, str(path)).result() == []
    assert [one.name for one in tmp_path.iterdir()] == ["a.txt"]
    after = path.stat()
    assert (after.st_mode, after.st_mtime_ns, after.st_size) == (before.st_mode, before.st_mtime_ns, 5)


def test_files_are_read(workers: Workers, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"words")
    assert workers.submit(Path.read_bytes, tmp_path / "a.txt").result() == b"words"
    assert workers.submit(os.listdir, str(tmp_path)).result() == ["a.txt"]


def test_no_line_leads_out_not_even_to_this_machine(workers: Workers) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        with pytest.raises(PermissionError):
            workers.submit(connect, server.getsockname()[1]).result()
        server.settimeout(0)
        with pytest.raises(BlockingIOError):
            server.accept()


@pytest.mark.parametrize("kind", [socket.AF_INET, socket.AF_INET6, socket.AF_UNIX, socket.AF_NETLINK])
def test_no_socket_is_opened(workers: Workers, kind: int) -> None:
    with pytest.raises(PermissionError):
        workers.submit(socket.socket, kind).result()


@pytest.mark.parametrize("work", [os.fork, spawn, execute], ids=lambda work: work.__name__)
def test_no_other_program_or_process_begins(workers: Workers, work: Callable[[], Any]) -> None:
    process = workers.submit(os.getpid).result()
    with pytest.raises(PermissionError):
        workers.submit(work).result()
    assert workers.submit(os.getpid).result() == process


def test_no_other_process_is_touched(workers: Workers) -> None:
    with pytest.raises(PermissionError):
        workers.submit(os.kill, os.getpid(), signal.SIGCONT).result()
    assert workers.submit(trace, os.getpid()).result() == -1


def test_limits_are_not_changed_any_more(workers: Workers) -> None:
    with pytest.raises((PermissionError, ValueError)):
        workers.submit(raise_limit).result()


def test_threads_go_on_working(workers: Workers) -> None:
    assert workers.submit(count_in_thread).result() == 45


def test_the_kernel_says_so_too(workers: Workers) -> None:
    told = workers.submit(rights).result()
    assert told["NoNewPrivs"] == "1"
    assert told["Seccomp"] == "2"
    assert rights()["Seccomp"] == "0"  # this process gave up nothing


def test_a_process_that_fetches_may_call_out_and_nothing_else(tmp_path: Path) -> None:
    reaching = Workers(1, reaching=True)
    path = tmp_path / "a.txt"
    try:
        with socket.create_server(("127.0.0.1", 0)) as server:
            reaching.submit(connect, server.getsockname()[1]).result()
        assert reaching.submit(resolve).result()
        refused: list[tuple[Callable[..., Any], tuple[Any, ...]]] = [
            (write, (str(path),)), (execute, ()), (spawn, ()), (listen, ())
        ]  # fmt: skip
        for work, values in refused:
            with pytest.raises(OSError, match=r"not permitted|denied"):
                reaching.submit(work, *values).result()
    finally:
        reaching.close()
    assert not path.exists()


ALONE = """
import os, socket, sys
from pathlib import Path
from app.confinement import confine
path, port, kept = Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
import resource
resource.setrlimit = lambda *_: None  # the limit of bytes in a file would hold without either
confine(rules=kept == "rules", calls=kept == "calls")
def tried(name, way):
    try:
        way()
    except OSError as reason:
        print(name, reason.errno)
    else:
        print(name, "done")
def call():
    with socket.socket() as outward:
        outward.connect(("127.0.0.1", port))
print("read", path.read_bytes().decode())
tried("write", lambda: os.close(os.open(path, os.O_WRONLY)))
tried("new", lambda: os.close(os.open(str(path) + "-new", os.O_RDONLY | os.O_CREAT)))
tried("folder", lambda: os.mkdir(str(path) + "-folder"))
tried("remove", lambda: os.unlink(path))
tried("call", call)
tried("run", lambda: os.execv("/bin/true", ["true"]))
"""


def tried_with(kept: str, path: Path, port: int) -> dict[str, str]:
    """What came of each deed in a process that is held by one of the two alone."""
    done = subprocess.run(
        [sys.executable, "-u", "-c", ALONE, str(path), str(port), kept], cwd=ROOT, capture_output=True, text=True,
        timeout=60, check=True,
    )  # fmt: skip
    return dict(line.split(" ", 1) for line in done.stdout.splitlines())


def landlock() -> int:
    """The version of Landlock that this kernel knows; none below 1."""
    return int(ctypes.CDLL(None).syscall(444, 0, 0, 1))


@pytest.fixture
def words(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(b"words")
    return path


@pytest.mark.skipif(sys.platform == "linux" and landlock() < 1, reason="this kernel has no Landlock, or it is off")
def test_landlock_keeps_files_alone(words: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        tried = tried_with("rules", words, server.getsockname()[1])
    call = "13" if landlock() >= 4 else "done"  # older ones do not know the network
    refused = dict.fromkeys(("write", "new", "folder", "remove", "run"), "13")
    assert tried == {"read": "words", **refused, "call": call}
    assert [one.name for one in words.parent.iterdir()] == ["a.txt"]


def test_the_program_for_calls_keeps_files_and_network_alone(words: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        tried = tried_with("calls", words, server.getsockname()[1])
    assert tried == {"read": "words"} | dict.fromkeys(("write", "new", "folder", "remove", "call", "run"), "1")
    assert [one.name for one in words.parent.iterdir()] == ["a.txt"]


def test_without_either_all_of_it_is_done(words: Path) -> None:
    """So the two tests before mean something."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        tried = tried_with("none", words, server.getsockname()[1])
    assert tried == {"read": "words"} | dict.fromkeys(("write", "new", "folder", "remove", "call"), "done")

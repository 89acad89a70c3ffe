"""What a worker process cannot do, tried in real ones: each work below is what a reader gone wrong might do."""

import ctypes
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

from app.workers import Workers

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

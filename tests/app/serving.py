"""A server in this process that answers as it is told, and notes what it was asked."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

WORDS = "Gunmen attacked a convoy near Idlib on 3 May 2017, officials said, and envoys met in Geneva the next day. "
PAGE = f"<html><head><title>Convoy hit</title></head><body><article><p>{WORDS * 6}</p></article></body></html>".encode()

Headers = dict[str, str]
Write = Callable[[bytes], Any]


@dataclass
class Answer:
    """What is sent; without a length of its own the right one is told."""

    body: bytes = PAGE
    headers: Headers = field(default_factory=lambda: {"Content-Type": "text/html"})
    status: int = 200
    length: int | None = None
    write: Callable[[Write], None] | None = None
    """Sends the body in its own way, without a length."""


class Server(ThreadingHTTPServer):
    """Knows a page for each path."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages: dict[str, Answer] = {}
        self.asked: list[tuple[str, Headers]] = []
        self.over = threading.Event()

    def add(self, path: str = "/a", *arguments: Any, **rest: Any) -> str:
        """The address of a page that is answered so."""
        self.pages[path] = Answer(*arguments, **rest)
        return self.address(path)

    def address(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.server_address[1]}{path}"


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        answer = self.server.pages.get(self.path, Answer(b"", {}, 404))
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.write is None:
            self.send_header("Content-Length", str(len(answer.body) if answer.length is None else answer.length))
        self.end_headers()
        with suppress(OSError):  # it hung up, as some of these answers deserve
            (answer.write or (lambda write: write(answer.body)))(self.wfile.write)
        self.close_connection = True

    def log_message(self, format: str, *arguments: Any) -> None:
        """Nobody looks."""


@contextmanager
def serving() -> Iterator[Server]:
    """A server while it is needed."""
    made = Server()
    thread = threading.Thread(target=made.serve_forever, daemon=True)
    thread.start()
    yield made
    made.over.set()
    made.shutdown()
    made.server_close()
    thread.join()

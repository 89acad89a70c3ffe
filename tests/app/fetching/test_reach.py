"""Whom an address leads to: who is asked about first, and who must prove a name."""

import shutil
import socket
import ssl
import subprocess
from pathlib import Path
from typing import Any

import pytest

from app.fetching.address import Address, CannotFetch, NotPublic
from app.fetching.fetch import fetch
from app.fetching.reach import is_public
from app.reading.source import Source
from tests.app.serving import PAGE, Server


def get(address: str) -> Source:
    return fetch(Address(address, anywhere=True))


def test_nobody_there_and_no_such_name_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(CannotFetch, match="takes no calls there"):
        get(f"http://127.0.0.1:{port}/")
    monkeypatch.setattr(socket, "getaddrinfo", no_name)
    with pytest.raises(CannotFetch, match=r"No computer called “nowhere\.example” was found.*online"):
        get("https://nowhere.example/")


def no_name(*_: Any, **__: Any) -> Any:
    raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def test_this_computer_is_asked_about_before_anything_is_sent(server: Server) -> None:
    address = server.add()
    for given in (address, address.replace("127.0.0.1", "localhost")):
        with pytest.raises(NotPublic, match=r"is this computer \((127\.0\.0\.1|::1)\), so nothing was asked") as asked:
            fetch(Address(given))
    assert server.asked == []
    assert fetch(Address(address, allowed=("127.0.0.1",))).data == PAGE
    with pytest.raises(NotPublic):
        fetch(Address(address, allowed=("10.0.0.1",)))
    assert asked.value.place in ("127.0.0.1", "::1")


def test_a_name_is_resolved_once_and_what_was_checked_is_connected_to(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who answers with another place the second time, to get past the question, is never asked a second time."""
    places = ["127.0.0.1", "10.0.0.1"]

    def resolve(host: str, port: int, **_: Any) -> Any:
        assert host == "wire.example"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (places.pop(0), port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    address = server.add("/a").replace("127.0.0.1", "wire.example")
    source = fetch(Address(address, allowed=("127.0.0.1",)))
    assert (source.data, source.url, places) == (PAGE, address, ["10.0.0.1"])
    assert server.asked[0][1]["Host"] == address.split("/")[2]
    server.add("/b", b"", {"Location": "/a"}, 302)
    places[:] = ["127.0.0.1", "10.0.0.1"]
    with pytest.raises(
        NotPublic, match=r"It leads on to .* is in your own network, not on the web \(10\.0\.0\.1\)"
    ):  # each address that it leads to is looked at
        fetch(Address(address.replace("/a", "/b"), allowed=("127.0.0.1",)))


def test_a_name_that_leads_to_several_places_needs_all_of_them_on_the_open_web(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, 1, 6, "", (place, 80)) for place in ("198.41.0.4", "192.168.1.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(NotPublic, match=r"192\.168\.1\.1"):
        fetch(Address("http://wire.example/"))


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Of a server called localhost, which nobody has signed but itself."""
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("no openssl to make a certificate with")
    path = tmp_path / "both.pem"
    subprocess.run(
        [program, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", path, "-out", tmp_path / "c"],
        check=True, capture_output=True,
    )  # fmt: skip
    path.write_bytes(path.read_bytes() + (tmp_path / "c").read_bytes())
    return path


def test_a_server_must_prove_its_name(server: Server, certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    names: list[str | None] = []
    context.sni_callback = lambda _sock, name, _context: names.append(name)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    address = server.add("/a").replace("http://127.0.0.1", "https://localhost")
    with pytest.raises(
        CannotFetch,
        match=r"could not prove that it is who it says, so nothing was asked there: self.signed certificate",
    ):
        get(address)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    assert get(address).data == PAGE
    assert names == ["localhost", "localhost"]
    with pytest.raises(CannotFetch, match=r"could not prove that it is who it says.*not valid for '127\.0\.0\.1'"):
        get(address.replace("localhost", "127.0.0.1"))
    assert len(server.asked) == 1


def test_a_server_that_speaks_in_the_open_where_it_should_not_is_told(server: Server) -> None:
    with pytest.raises(CannotFetch, match=r"No secure connection to “127\.0\.0\.1”"):
        get(server.add("/a").replace("http:", "https:"))


PLACES = {
    "8.8.8.8": True,
    "2606:4700::1": True,
    "64:ff9b::808:808": True,
    "2002:808:808::1": True,
    "127.0.0.1": False,
    "0.0.0.0": False,
    "10.1.2.3": False,
    "172.16.0.1": False,
    "192.168.0.1": False,
    "169.254.169.254": False,
    "100.64.0.1": False,
    "224.0.1.1": False,
    "233.252.0.1": False,
    "255.255.255.255": False,
    "240.0.0.1": False,
    "::1": False,
    "::": False,
    "fe80::1%eth0": False,
    "fc00::1": False,
    "ff0e::1": False,
    "::ffff:127.0.0.1": False,
    "::ffff:10.0.0.1": False,
    "::127.0.0.1": False,
    "64:ff9b::7f00:1": False,
    "2002:7f00:1::1": False,
    "2001:0:7f00:1::": False,
}


@pytest.mark.parametrize(("place", "public"), PLACES.items())
def test_what_belongs_to_the_open_web(place: str, public: bool) -> None:
    assert is_public(place) == public

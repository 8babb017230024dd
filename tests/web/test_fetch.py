"""Fetching a chain from a real host over TLS, in every mood such a host can have."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from bench.load.chain_host import ChainHost, Page, file, running, status
from bench.load.chains import pem
from bench.load.envelopes import encoded
from skill.web.verification import ChainFetcher
from skill.web.verification.errors import (
    ChainRefusedError,
    ChainUnavailableError,
    HostUnreachableError,
    RequestRefusedError,
)
from skill.web.verification.fetch import MAX_CHAIN_BYTES
from tests.web.pki import Pki
from tests.web.service import Service

PATH = "/echo.api/echo-api-cert-12.pem"
URL = f"https://s3.amazonaws.com{PATH}"
PATIENCE = 0.3
"""Seconds: hosts that are slow on purpose are slower than this for ever."""


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChainHost]:
    with running(ChainHost(tmp_path_factory.mktemp("host"))) as started:
        yield started


@pytest.fixture
def fetcher(host: ChainHost) -> ChainFetcher:
    host.asked.clear()
    return ChainFetcher(address=host.address, ca_file=host.ca_file, seconds=PATIENCE)


def drip(handler: BaseHTTPRequestHandler, start: bytes) -> None:
    """Send a byte now and then, each well within any time-out, for ever."""
    with suppress(OSError):
        handler.wfile.write(start)
        while True:
            handler.wfile.write(b"x")
            threading.Event().wait(PATIENCE / 10)


def silent(handler: BaseHTTPRequestHandler) -> None:
    with suppress(OSError):
        handler.rfile.read(1)


def written(content: bytes) -> Page:
    return lambda handler: void(handler.wfile.write(content))


def void(_: object) -> None:
    return None


OK = b"HTTP/1.1 200 OK\r\n"


def flood(handler: BaseHTTPRequestHandler) -> None:
    with suppress(OSError):
        handler.wfile.write(OK + b"\r\n")
        while True:
            handler.wfile.write(b"x" * 65_536)


MOODS: list[tuple[type[RequestRefusedError], str, Page]] = [
    (ChainRefusedError, "not there", status(404)),
    (ChainRefusedError, "forbidden", status(403)),
    (ChainRefusedError, "moved", status(302, Location="https://s3.amazonaws.com/echo.api/b.pem")),
    (ChainRefusedError, "moved elsewhere", status(301, Location="https://evil.example/a.pem")),
    (ChainRefusedError, "no content", status(204)),
    (ChainRefusedError, "too large", file(b"x" * (MAX_CHAIN_BYTES + 1))),
    (ChainRefusedError, "endless", flood),
    (ChainUnavailableError, "in trouble", status(500)),
    (ChainUnavailableError, "busy", status(503)),
    (HostUnreachableError, "silent", silent),
    (
        HostUnreachableError,
        "dripping a body",
        lambda h: drip(h, OK + b"Content-Length: 9999\r\n\r\n"),
    ),
    (HostUnreachableError, "dripping a header", lambda h: drip(h, OK + b"X-A: ")),
    (HostUnreachableError, "hangs up", written(b"")),
    (HostUnreachableError, "cut off", written(OK + b"Content-Length: 99\r\n\r\nabc")),
    (HostUnreachableError, "no HTTP", written(b"nonsense\r\n\r\n")),
    (HostUnreachableError, "headers without end", written(OK + b"X: y\r\n" * 200)),
]


@pytest.mark.parametrize(("error", "mood"), [pytest.param(e, m, id=n) for e, n, m in MOODS])
def test_mood(
    host: ChainHost, fetcher: ChainFetcher, error: type[RequestRefusedError], mood: Page
) -> None:
    host.pages[PATH] = mood
    with pytest.raises(RequestRefusedError) as raised:
        fetcher.fetch(URL)
    assert type(raised.value) is error
    assert host.asked == {PATH: 1}


def test_fetched(host: ChainHost, fetcher: ChainFetcher, pki: Pki) -> None:
    host.pages[PATH] = file(pki.chain)
    assert fetcher.fetch(URL) == pki.chain


def test_the_host_must_be_amazons(tmp_path: Path, pki: Pki) -> None:
    with running(ChainHost(tmp_path, name="s3.evil.example")) as other:
        other.pages[PATH] = file(pki.chain)
        fetcher = ChainFetcher(address=other.address, ca_file=other.ca_file)
        with pytest.raises(HostUnreachableError):
            fetcher.fetch(URL)
        assert not other.asked


def test_the_host_must_be_vouched_for(host: ChainHost, tmp_path: Path, pki: Pki) -> None:
    host.asked.clear()
    (tmp_path / "other.pem").write_bytes(pem(pki.root))
    for ca_file in (str(tmp_path / "other.pem"), None):
        with pytest.raises(HostUnreachableError):
            ChainFetcher(address=host.address, ca_file=ca_file).fetch(URL)
    assert not host.asked


def nobody() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
    yield port


def mute() -> Iterator[int]:
    """Listen and accept, but never speak TLS."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


@pytest.mark.parametrize("peer", [nobody, mute])
def test_no_host(peer: Callable[[], Iterator[int]]) -> None:
    for port in peer():
        fetcher = ChainFetcher(address=("127.0.0.1", port), seconds=PATIENCE)
        with pytest.raises(HostUnreachableError):
            fetcher.fetch(URL)


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (400, ChainRefusedError("nothing there")),
        (503, ChainUnavailableError("trouble")),
        (503, HostUnreachableError("no answer")),
    ],
)
def test_a_failed_fetch_is_answered_clearly(
    service: Service, caplog: pytest.LogCaptureFixture, code: int, error: RequestRefusedError
) -> None:
    service.shelf.special[URL] = error
    answer = service.send(encoded(service.envelope()))
    assert answer.status_code == code
    assert answer.text == f"{error}\n"
    assert service.saves == []
    assert [record.exc_info for record in caplog.records] == [None]
    assert str(error) in caplog.text

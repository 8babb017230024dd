"""The server as it runs: processes, signals, and senders that don't behave."""

import http.client
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from flask import Flask

from bench.load.stage import Stage, honest_requests, stage
from skill.web.server import ServeError, listen, serve
from skill.web.turn_view import MAX_BODY_BYTES
from skill.web.workers import MAX_WORKERS


@pytest.fixture(scope="module")
def service() -> Iterator[Stage]:
    with stage(workers=2) as started:
        yield started


def exchanged(port: int, sent: bytes) -> bytes:
    """Send bytes; return all that comes until the other side closes or stops."""
    with socket.create_connection(("127.0.0.1", port), timeout=15) as sock:
        sock.sendall(sent)
        sock.shutdown(socket.SHUT_WR)
        received = b""
        while chunk := sock.recv(65_536):
            received += chunk
        return received


def test_a_turn(service: Stage) -> None:
    answer = exchanged(service.port, honest_requests(service.key)())
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK")
    assert b"<speak>Next.</speak>" in body
    assert b"server:" not in head.lower()


POST = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"

MISBEHAVIOUR = [
    (b"400", "not HTTP", b"\x16\x03\x01\x02\x00\r\n\r\n"),
    (b"400", "unsigned", POST + b"Content-Length: 2\r\n\r\n{}"),
    (b"400", "chunked", POST + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n"),
    (b"400", "a length that is no number", POST + b"Content-Length: x\r\n\r\n{}"),
    (b"400", "large", POST + b"Content-Length: %d\r\n\r\n" % (MAX_BODY_BYTES + 1) + b"x" * 131_073),
    (b"413", "huge", POST + b"Content-Length: 50000000\r\n\r\n"),
    (b"501", "an unknown encoding", POST + b"Transfer-Encoding: gzip\r\n\r\n"),
]


@pytest.mark.parametrize(("status", "sent"), [pytest.param(s, b, id=n) for s, n, b in MISBEHAVIOUR])
def test_misbehaviour(service: Stage, status: bytes, sent: bytes) -> None:
    assert exchanged(service.port, sent).startswith((b"HTTP/1.1 " + status, b"HTTP/1.0 " + status))
    assert b"200 OK" in exchanged(service.port, honest_requests(service.key)())


def test_a_huge_header_ends_the_connection(service: Stage) -> None:
    with socket.create_connection(("127.0.0.1", service.port), timeout=15) as sock:
        with suppress(OSError):
            sock.sendall(POST + b"X: " + b"x" * 1_000_000)
        with suppress(ConnectionResetError):
            assert b"200 OK" not in sock.recv(65_536)
    assert b"200 OK" in exchanged(service.port, honest_requests(service.key)())


def test_slow_senders_do_not_keep_others_waiting(service: Stage) -> None:
    slow = [socket.create_connection(("127.0.0.1", service.port)) for _ in range(40)]
    try:
        for sock in slow:
            sock.sendall(POST + b"Content-Length: 5000\r\n\r\n{")
        assert b"200 OK" in exchanged(service.port, honest_requests(service.key)())
    finally:
        for sock in slow:
            sock.close()


def workers_of(parent: int) -> list[int]:
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text()
    return [int(child) for child in children.split()]


def test_a_worker_that_ends_is_replaced(service: Stage) -> None:
    [first, second] = workers_of(service.process)
    os.kill(first, signal.SIGKILL)
    until = time.monotonic() + 20
    while first in (now := workers_of(service.process)) or len(now) < 2:
        assert time.monotonic() < until
        time.sleep(0.05)
    assert second in now
    assert b"200 OK" in exchanged(service.port, honest_requests(service.key)())


def test_it_stops_when_told() -> None:
    with stage(workers=2) as service:
        workers = workers_of(service.process)
        connection = http.client.HTTPConnection("127.0.0.1", service.port)
        connection.request("GET", "/healthz")
        with connection.getresponse() as response:
            assert response.read() == b'{"alive":true,"database":true}'
        connection.close()
    assert [worker for worker in workers if Path(f"/proc/{worker}").exists()] == []


def never() -> Flask:
    raise AssertionError


WRONG: list[tuple[str, Callable[[int], None]]] = [
    ("HIP_COACH_PORT=70000", lambda _: serve(never, host="127.0.0.1", port=70_000)),
    ("HIP_COACH_PORT=-1", lambda _: serve(never, host="127.0.0.1", port=-1)),
    ("HIP_COACH_WORKERS=0", lambda _: serve(never, host="127.0.0.1", port=0, workers=0)),
    (
        f"HIP_COACH_WORKERS={MAX_WORKERS + 1}",
        lambda _: serve(never, host="127.0.0.1", port=0, workers=MAX_WORKERS + 1),
    ),
    ("Address already in use", lambda port: serve(never, host="127.0.0.1", port=port)),
    ("HIP_COACH_HOST=192.0.2.1", lambda _: serve(never, host="192.0.2.1", port=0)),
]


@pytest.mark.parametrize(("sentence", "start"), WRONG)
def test_wrong_settings(sentence: str, start: Callable[[int], None]) -> None:
    with listen("127.0.0.1", 0) as taken, pytest.raises(ServeError, match=sentence):
        start(taken.getsockname()[1])

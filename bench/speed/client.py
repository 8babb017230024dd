"""Sends signed requests over kept-alive connections, with as little work of its own as can be.

`bench.load.sender` does the same with asyncio, whose own time is a fifth of a turn's: enough for
load, too much beside the thing measured.
"""

import selectors
import socket
import time
from collections.abc import Iterator, Sequence

import msgspec

OK = b"HTTP/1.1 200"
_LENGTH = b"content-length:"


class NotAnswered(Exception):
    """A server refused or hung up; the message says how."""


class Phase(msgspec.Struct, frozen=True):
    """What a server did in a stretch of time."""

    turns: int
    seconds: float
    waits: list[float]
    """Seconds a turn took, each."""

    @property
    def rate(self) -> float:
        """Turns a second."""
        return self.turns / self.seconds


class _Connection:
    def __init__(self, port: int, requests: Iterator[bytes]) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.requests = requests
        self.got = b""
        self.sent_at = 0.0

    def send(self) -> bool:
        """Send the next request; tell whether there was one."""
        request = next(self.requests, b"")
        self.got = b""
        self.sent_at = time.perf_counter()
        if request:
            self.socket.sendall(request)
        return bool(request)

    def receive(self) -> bool:
        """Take in what came; tell whether the answer is whole."""
        more = self.socket.recv(262_144)
        self.got += more
        head, found, body = self.got.partition(b"\r\n\r\n")
        if not more or (found and not head.startswith(OK)):
            raise NotAnswered(f"not a 200 but {self.got[:300]!r}")
        return bool(found) and len(body) >= _length(head)


def _length(head: bytes) -> int:
    _, _, rest = head.lower().partition(_LENGTH)
    return int(rest.partition(b"\r\n")[0])


def drive(port: int, lines: Sequence[Sequence[bytes]], seconds: float) -> Phase:
    """Send each line of requests over a connection of its own, for so long or until one is empty.

    Raises:
        NotAnswered: an answer was not a 200.
    """
    connections = [_Connection(port, iter(line)) for line in lines]
    with selectors.DefaultSelector() as selector:
        for one in connections:
            selector.register(one.socket, selectors.EVENT_READ, one)
        start = time.perf_counter()
        for one in connections:
            one.send()
        waits = _turns(selector, start + seconds)
        taken = time.perf_counter() - start
    for one in connections:
        one.socket.close()
    return Phase(len(waits), taken, waits)


def _turns(selector: selectors.BaseSelector, until: float) -> list[float]:
    waits: list[float] = []
    while True:
        for key, _ in selector.select():
            connection: _Connection = key.data
            if connection.receive():
                now = time.perf_counter()
                waits.append(now - connection.sent_at)
                if now >= until or not connection.send():
                    return waits

"""Rounds over HTTP: each server in turn has a stretch of time, and then again, and again."""

import random
import time
from collections.abc import Iterator, Sequence
from itertools import chain

import msgspec
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from bench.load.envelopes import signed_headers
from bench.load.sender import http_post
from bench.speed.client import NotAnswered, drive
from bench.speed.servers import Running
from bench.speed.session import People

CONNECTIONS = (1, 8)
ROUNDS = 5
SECONDS = 1.0
"""Of a server with so many connections, in a round."""
WARM_SECONDS = 2.0
SESSIONS = 48
"""Had in a stretch, at most: over 2,400 turns, more than any of the servers gets through."""


class Stretch(msgspec.Struct, frozen=True):
    """What a server did in a round, with so many connections."""

    server: str
    connections: int
    round: int
    rate: float
    """Turns a second."""
    processor_us: float
    """Of the processor, a turn."""
    waits_ms: list[float]
    """Milliseconds a turn took, in order of size."""


def stretches(servers: Sequence[Running], people: People, key: RSAPrivateKey) -> Iterator[Stretch]:
    """Warm all servers up, then measure them in rounds, in a new order each time."""
    for server in servers:
        sessions = _signed_sessions(people, key)
        _see_that_it_checks(server, sessions[0][0])
        drive(server.port, _dealt(sessions, max(CONNECTIONS)), WARM_SECONDS)
    for number in range(ROUNDS):
        fresh = {connections: _signed_sessions(people, key) for connections in CONNECTIONS}
        for server in random.sample(servers, len(servers)):
            for connections in CONNECTIONS:
                lines = _dealt(fresh[connections], connections)
                yield _stretch(server, lines, number)


def _stretch(server: Running, lines: list[list[bytes]], number: int) -> Stretch:
    used = server.processor_seconds()
    phase = drive(server.port, lines, SECONDS)
    used = server.processor_seconds() - used
    return Stretch(
        server=server.server.name,
        connections=len(lines),
        round=number,
        rate=phase.rate,
        processor_us=used / phase.turns * 1e6,
        waits_ms=sorted(wait * 1000 for wait in phase.waits),
    )


def _signed_sessions(people: People, key: RSAPrivateKey) -> list[list[bytes]]:
    """Return sessions of new people as whole HTTP requests, all of them fresh."""
    start = time.time() - len(people)
    return [
        [http_post(body, signed_headers(key, body)) for body in people.bodies(start)]
        for _ in range(SESSIONS)
    ]


def _dealt(sessions: list[list[bytes]], connections: int) -> list[list[bytes]]:
    """Deal sessions out to connections; each has its own one after another."""
    lines = (sessions[first::connections] for first in range(connections))
    return [list(chain.from_iterable(line)) for line in lines]


def _see_that_it_checks(server: Running, request: bytes) -> None:
    """See that a changed body is refused, where signatures are checked: else it is no comparison.

    Raises:
        RuntimeError: it was answered.
    """
    forged = request.replace(b'"version":"1.0"', b'"version":"1.1"')
    try:
        drive(server.port, [[forged]], WARM_SECONDS)
    except NotAnswered:
        return
    if server.server.is_checked:
        raise RuntimeError(f"{server.server.name} answered a request with a wrong signature")

"""Sends requests over kept-alive connections and keeps count of what comes back."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

REPLY_SECONDS = 8.0
"""Alexa waits no longer."""


class Target(NamedTuple):
    """Where the service listens; `fill` returns the bytes of the next request to send."""

    port: int
    fill: Callable[[], bytes]


class Tally:
    """Answers by status (0: none came) and their times in seconds."""

    def __init__(self) -> None:
        self.statuses: Counter[int] = Counter()
        self.seconds: list[float] = []

    def add(self, status: int, seconds: float) -> None:
        """Count an answer."""
        self.statuses[status] += 1
        self.seconds.append(seconds)

    def quantile(self, share: float) -> float:
        """Return the time, in milliseconds, that this share of the answers kept within."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def http_post(body: bytes, headers: dict[str, str], path: str = "/") -> bytes:
    """Write a request."""
    lines = [f"POST {path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {len(body)}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body


async def send(target: Target, tally: Tally, until: float, pause: float = 0.0) -> None:
    """Send one request after the other on a connection until a time of `time.monotonic`.

    `pause` is the seconds between an answer and the next request.
    """
    while time.monotonic() < until:
        try:
            await _use_connection(target, tally, until, pause)
        except (OSError, EOFError, TimeoutError, ValueError):
            tally.add(0, 0.0)
            await asyncio.sleep(0.05)


async def _use_connection(target: Target, tally: Tally, until: float, pause: float) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", target.port)
    try:
        while time.monotonic() < until:
            started = time.perf_counter()
            writer.write(target.fill())
            status, stays = await asyncio.wait_for(_answer(reader), REPLY_SECONDS)
            tally.add(status, time.perf_counter() - started)
            if not stays:
                return
            if pause:
                await asyncio.sleep(pause)
    finally:
        writer.close()


async def _answer(reader: asyncio.StreamReader) -> tuple[int, bool]:
    """Read an answer; return its status and whether the connection stays open."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = int(head.partition(b"content-length: ")[2].partition(b"\r\n")[0])
    await reader.readexactly(length)
    return int(head[9:12]), b"connection: close" not in head

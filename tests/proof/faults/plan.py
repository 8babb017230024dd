"""What a server is told that faults are to happen to, and the clock it goes by."""

import mmap
import os
import struct
import time
from pathlib import Path

import msgspec

from bench.speed.chain import Chain

SLOTS = 4
"""Skews on a board; a worker goes by the one that its process id leads to."""

_BOARD = struct.Struct(f"<{3 + SLOTS}d")


class Plan(msgspec.Struct, frozen=True):
    """How a server runs."""

    chain: Chain
    board: str
    """File of the clock."""
    workers: int = 2
    doom: float = 0.0
    """How likely a worker kills itself, each time it comes to a spot where that would hurt."""
    deaths: str = ""
    """File to which it adds the spot before it does."""


class Board:
    """A clock that a test sets and the workers of a server look at, each with a skew of its own.

    `speed` is how much faster than real time it runs; at 0 it stands until it is moved.
    """

    def __init__(self, path: Path) -> None:
        with path.open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), _BOARD.size)

    @classmethod
    def make(cls, path: Path, speed: float) -> "Board":
        """Make the file of one that begins now."""
        now = time.time()
        path.write_bytes(_BOARD.pack(now, now, speed, *[0.0] * SLOTS))
        return cls(path)

    def now(self) -> float:
        """Return the time without a skew, in seconds since the epoch."""
        at, since, speed, *_ = _BOARD.unpack(self._map)
        return float(at + (time.time() - since) * speed)

    def skewed(self) -> float:
        """Return the time as this process believes it to be."""
        skews = _BOARD.unpack(self._map)[3:]
        return self.now() + float(skews[os.getpid() % SLOTS])

    def move(self, seconds: float) -> None:
        """Let time go by, on a clock that stands."""
        at, *rest = _BOARD.unpack(self._map)
        self._map[:] = _BOARD.pack(at + seconds, *rest)

    def skew(self, seconds: list[float]) -> None:
        """Set the skews."""
        running = _BOARD.unpack(self._map)[:3]
        self._map[:] = _BOARD.pack(*running, *seconds)

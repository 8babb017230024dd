"""A way to the database on which it is fine at times, and at times anything happens."""

import time
from collections import Counter
from random import Random
from threading import Lock, local

from tests.progress.proxy import Mode, Proxy

MODES: tuple[Mode, ...] = ("silent", "reset", "cut", "stalled", "deaf", "slow", "error")
ERRORS = (
    (400, "ProvisionedThroughputExceededException"),
    (400, "ThrottlingException"),
    (400, "RequestLimitExceeded"),
    (400, "TransactionCanceledException None ThrottlingError"),
    (400, "TransactionInProgressException"),
    (500, "InternalServerError"),
    (503, "ServiceUnavailable"),
)
LATE_S = (0.05, 1.5)
"""How late an answer comes: in time, or after the store has given up (1 s)."""
SHOWERS = 0.3
"""Of the requests in unsettled weather, so many have a fault."""


class Drawn(local):
    """What was drawn for the request that a thread of the proxy is at: each is at one."""

    error = ERRORS[0]
    late_s = LATE_S[0]


class Weather(Proxy):
    """Changes every now and then: fine, faults among the requests, or one fault for all of them."""

    def __init__(self, upstream: str, random: Random, lasts_s: tuple[float, float]) -> None:
        self._drawn = Drawn()
        super().__init__(upstream)
        self.faults: Counter[str] = Counter()
        """Injected, by kind; errors by their name."""
        self.is_over = False
        self._random = random
        self._lasts_s = lasts_s
        self._lock = Lock()
        self._until = 0.0
        self._likely = 0.0
        self._modes: tuple[Mode, ...] = ()

    @property
    def error(self) -> tuple[int, str]:
        """Status and name of the error of this thread's request."""
        return self._drawn.error

    @error.setter
    def error(self, error: tuple[int, str]) -> None:
        self._drawn.error = error

    @property
    def late_s(self) -> float:
        """How late the answer to this thread's request is."""
        return self._drawn.late_s

    @late_s.setter
    def late_s(self, late_s: float) -> None:
        self._drawn.late_s = late_s

    def next_mode(self) -> Mode:
        """Return what happens to the next request."""
        with self._lock:
            if self.is_over:
                return "pass"
            self._change()
            if self._random.random() >= self._likely:
                return "pass"
            mode = self._random.choice(self._modes)
            self.error = self._random.choice(ERRORS)
            self.late_s = self._random.uniform(*LATE_S)
            self.faults[self.error[1] if mode == "error" else mode] += 1
            return mode

    def _change(self) -> None:
        if time.monotonic() < self._until:
            return
        self._until = time.monotonic() + self._random.uniform(*self._lasts_s)
        outage: tuple[Mode, ...] = (self._random.choice(MODES),)
        self._likely, self._modes = self._random.choice(
            [(0.0, MODES), (SHOWERS, MODES), (SHOWERS, MODES), (1.0, outage), (1.0, outage)]
        )

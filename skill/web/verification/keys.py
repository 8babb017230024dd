"""Alexa's public keys by certificate URL: fetched once, verified once, kept until they expire."""

import time
from collections.abc import Callable
from concurrent.futures import Future
from threading import Lock
from typing import Protocol

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from skill.web.verification.chain import VerifiedKey
from skill.web.verification.errors import ChainUnavailableError, RequestRefusedError
from skill.web.verification.failures import Failures
from skill.web.verification.lanes import WAIT_SECONDS, FetchLanes, is_usual

MAX_KEYS = 16
"""Keys kept; only chains that verified get in, and Amazon uses one or two at a time."""

Flight = Future[VerifiedKey | RequestRefusedError]


class Chains(Protocol):
    """Where chains come from, such as `ChainFetcher`."""

    def fetch(self, url: str) -> bytes:
        """Return the chain at a normalised URL, or raise a `RequestRefusedError`."""


class Trust(Protocol):
    """Who decides about chains, such as `ChainVerifier`."""

    def verify(self, pem: bytes, now: float) -> VerifiedKey:
        """Return the key of a good chain, or raise a `RequestRefusedError`."""


class KeyCache:
    """Verified keys, shared by all threads of a process."""

    def __init__(
        self, chains: Chains, trust: Trust, clock: Callable[[], float] = time.time
    ) -> None:
        """Keep where chains come from, who decides, and the clock (seconds since 1970)."""
        self._chains = chains
        self._trust = trust
        self._clock = clock
        self._lanes = FetchLanes()
        self._lock = Lock()
        self._keys: dict[str, VerifiedKey] = {}
        self._flights: dict[str, Flight] = {}
        self._failures = Failures()

    def __len__(self) -> int:
        """Return how many keys are kept."""
        return len(self._keys)

    @property
    def failures(self) -> int:
        """How many failures are remembered."""
        return len(self._failures)

    def key(self, url: str) -> RSAPublicKey:
        """Return the key of a normalised URL; only the first call for it takes long.

        Raises:
            ChainRefusedError: the chain is not trusted, now or a short while ago.
            ChainUnavailableError: the chain can't be had at the moment.
        """
        known = self._keys.get(url)
        if known is not None and self._clock() < known.good_until:
            return known.key
        flight, ours = self._board(url)
        if ours:
            self._fly(url, flight)
        outcome = self._landed(url, flight, ours=ours)
        if isinstance(outcome, RequestRefusedError):
            raise type(outcome)(str(outcome))
        return outcome.key

    def _board(self, url: str) -> tuple[Flight, bool]:
        """Join the fetch of a URL, or begin it; the second value tells which."""
        with self._lock:
            flight = self._flights.get(url)
            if flight is not None:
                return flight, False
            flight = Future()
            settled = self._settled(url)
            if settled is not None:
                flight.set_result(settled)
                return flight, False
            self._flights[url] = flight
            return flight, True

    def _settled(self, url: str) -> VerifiedKey | RequestRefusedError | None:
        """Return what another thread found out in the meantime, or a recent failure."""
        now = self._clock()
        known = self._keys.get(url)
        if known is not None and now < known.good_until:
            return known
        return self._failures.recent(url, now)

    def _fly(self, url: str, flight: Flight) -> None:
        """Fetch and verify for everybody who waits; whatever happens, nobody waits on."""
        outcome: VerifiedKey | RequestRefusedError = ChainUnavailableError("The fetch broke off.")
        try:
            with self._lanes.turn(url):
                outcome = self._fetched(url)
        except ChainUnavailableError as error:
            outcome = error
        finally:
            with self._lock:
                del self._flights[url]
            flight.set_result(outcome)

    def _fetched(self, url: str) -> VerifiedKey | RequestRefusedError:
        try:
            found = self._trust.verify(self._chains.fetch(url), self._clock())
        except RequestRefusedError as error:
            with self._lock:
                self._failures.add(url, error, self._clock())
            return error
        with self._lock:
            self._keys.pop(url, None)
            self._keys[url] = found
            if len(self._keys) > MAX_KEYS:
                del self._keys[next(iter(self._keys))]
        return found

    def _landed(self, url: str, flight: Flight, *, ours: bool) -> VerifiedKey | RequestRefusedError:
        """Wait for a fetch, but not at a stranger's wish."""
        patience = WAIT_SECONDS if ours or is_usual(url) else 0.0
        try:
            return flight.result(timeout=patience)
        except TimeoutError:
            return ChainUnavailableError("The certificate chain is still being fetched.")

"""Remembers for a short while which certificate URLs failed, so that each isn't tried each time."""

from skill.web.verification.errors import (
    ChainUnavailableError,
    HostUnreachableError,
    RequestRefusedError,
)

REFUSED_SECONDS = 60.0
"""For a URL without a good chain: only a clock set right or a new file would change that."""

UNAVAILABLE_SECONDS = 5.0
"""For trouble on the way: short, since real people wait behind it."""

MAX_FAILURES = 256
"""URLs remembered; the oldest goes first."""

_EVERY_URL = ""


class Failures:
    """Failures by URL. Not safe for threads by itself: its owner holds a lock."""

    def __init__(self) -> None:
        self._by_url: dict[str, tuple[float, float, type[RequestRefusedError], str]] = {}

    def __len__(self) -> int:
        return len(self._by_url)

    def add(self, url: str, error: RequestRefusedError, now: float) -> None:
        """Remember that a URL failed; an unreachable host stands for every URL on it."""
        if isinstance(error, HostUnreachableError):
            url = _EVERY_URL
        brief = isinstance(error, ChainUnavailableError)
        until = now + (UNAVAILABLE_SECONDS if brief else REFUSED_SECONDS)
        self._by_url.pop(url, None)
        self._by_url[url] = (now, until, type(error), str(error))
        if len(self._by_url) > MAX_FAILURES:
            del self._by_url[next(iter(self._by_url))]

    def recent(self, url: str, now: float) -> RequestRefusedError | None:
        """Return the failure of a URL if it is still fresh, as a new error each time.

        New, because an error raised in many threads collects all their tracebacks.
        """
        for key in (_EVERY_URL, url):
            since, until, kind, message = self._by_url.get(key, (0, 0, RequestRefusedError, ""))
            # One from the future is from before this machine's clock was set right.
            if since <= now < until:
                return kind(message)
        return None

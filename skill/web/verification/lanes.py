"""Bounds how many threads fetches can keep busy, whoever asks for them.

An unsigned request can name any URL below Amazon's folder, and each unknown one means a fetch. So a
URL named as Amazon names its chains waits for its turn; any other is fetched when nothing else of
its kind is, and otherwise refused at once, with a status that lets an honest sender come again.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from skill.web.verification.errors import ChainUnavailableError

USUAL_FETCHES = 2
"""At a time, of URLs named as Amazon's are; the rest wait."""

WAIT_SECONDS = 2.0
"""For a turn to fetch, or for somebody else's fetch of the same URL."""

_USUAL = re.compile(r".*/echo\.api/echo-api-cert(?:-\d{1,3})?\.pem", re.ASCII)


def is_usual(url: str) -> bool:
    """Tell whether a URL is named as Amazon names its chains (seen: ``echo-api-cert-12.pem``)."""
    return _USUAL.fullmatch(url) is not None


class FetchLanes:
    """Two lanes to Amazon's host: one for URLs as Amazon names them, a narrow one for the rest."""

    def __init__(self) -> None:
        self._usual = BoundedSemaphore(USUAL_FETCHES)
        self._strange = BoundedSemaphore(1)

    @contextmanager
    def turn(self, url: str) -> Iterator[None]:
        """Hold a place in the URL's lane.

        Raises:
            ChainUnavailableError: the lane is full.
        """
        usual = is_usual(url)
        lane = self._usual if usual else self._strange
        free = lane.acquire(timeout=WAIT_SECONDS) if usual else lane.acquire(blocking=False)
        if not free:
            raise ChainUnavailableError("Too many certificate chains are being fetched.")
        try:
            yield
        finally:
            lane.release()

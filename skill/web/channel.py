"""A connection of waitress's that a sender can't hold open by sending slowly or not at all.

Waitress reads whole requests before a thread sees them, so a slow sender costs no thread. But its
idle time-out starts anew with every byte, and connections are limited: this bounds a whole request.
"""

from time import monotonic

from waitress.channel import HTTPChannel  # type: ignore[import-untyped]

REQUEST_SECONDS = 10.0
"""For one request to arrive whole, and for the first to begin. Alexa's arrive in one piece."""


class BoundedChannel(HTTPChannel):  # type: ignore[misc]  # Waitress has no types.
    """A connection that closes when a request takes too long to arrive."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        """Start the time of the first request."""
        super().__init__(*args, **kwargs)
        self._awaited_since: float | None = monotonic()

    def received(self, data: bytes) -> bool:
        """Take bytes in, and note when the request that they belong to began."""
        if self._awaited_since is None:
            self._awaited_since = monotonic()
        taken: bool = super().received(data)
        if self.request is None:
            self._awaited_since = None
        return taken

    def readable(self) -> bool:
        """Tell whether to go on reading; the server asks at least once a second."""
        since = self._awaited_since
        if since is not None and not self.requests and monotonic() - since > REQUEST_SECONDS:
            self.will_close = True
        readable: bool = super().readable()
        return readable

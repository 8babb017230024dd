"""Whether the service can do its work, asked of the database but rarely."""

import logging
import time
from collections.abc import Callable
from threading import Lock

LOGGER = logging.getLogger("hip_coach.health")

MEMORY_SECONDS = 2.0
"""How long an answer of the database's stands: strangers may ask too, as often as they like."""


class Health:
    """Remembers for a moment whether the database answers."""

    def __init__(
        self, is_ready: Callable[[], bool], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Keep how to ask the database, and a clock in seconds."""
        self._is_ready = is_ready
        self._clock = clock
        self._lock = Lock()
        self._asked: float | None = None
        self._ready = False

    def ready(self) -> bool:
        """Tell whether the database answered lately; an error of its is a no."""
        with self._lock:
            if self._asked is None or self._clock() - self._asked >= MEMORY_SECONDS:
                self._ready = self._ask()
                self._asked = self._clock()
            return self._ready

    def _ask(self) -> bool:
        try:
            return self._is_ready()
        except Exception as error:  # noqa: BLE001  Whatever is wrong, the answer is no.
            LOGGER.error("The database does not answer (%s).", type(error).__name__)
            return False

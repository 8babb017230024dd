"""A store whose process kills itself in the middle of turns, where that would hurt most."""

import os
import random
import signal
from pathlib import Path

from skill.coach.progress import Progress
from skill.progress.sqlite.store import SqliteProgress
from skill.progress.store import ProgressStore, Request, Update

READ, IN_WRITE, WRITTEN = "between read and write", "within the write", "between write and answer"
INSTRUCTIONS = 10
"""Of SQLite's machine: between so many it looks whether to die. A write has a hundred or so."""
MOST_STEPS = 6
SPOTS = (READ, IN_WRITE, WRITTEN)


class Doomed:
    """Stands in front of a real store; `chance` is that of each spot, each time."""

    def __init__(self, store: ProgressStore, chance: float, deaths: Path) -> None:
        self._store = store
        self._chance = chance
        self._deaths = deaths
        self._random = random.SystemRandom()
        self._steps_left = 0
        if isinstance(store, SqliteProgress):
            with store._connection() as connection:
                connection.set_trace_callback(self._statement)
                connection.set_progress_handler(self._midway, INSTRUCTIONS)

    def load(self, request: Request) -> Progress:
        """Read, and perhaps die of it."""
        progress = self._store.load(request)
        self._perhaps(READ)
        return progress

    def save(self, request: Request, update: Update) -> None:
        """Write, and perhaps die before, in the middle, or after."""
        self._perhaps(READ)
        if self._is_due():
            self._steps_left = self._random.randint(1, MOST_STEPS)
        self._store.save(request, update)
        self._steps_left = 0
        self._perhaps(WRITTEN)

    def forget(self, user: str) -> None:
        """Delete, and perhaps die after it."""
        self._store.forget(user)
        self._perhaps(WRITTEN)

    def export(self, user: str) -> dict[str, object]:
        """Read everything."""
        return self._store.export(user)

    def is_ready(self) -> bool:
        """Return whether the store answers now."""
        return self._store.is_ready()

    def _statement(self, text: str) -> None:
        """Die when everything is written but the end of the transaction."""
        if text == "COMMIT":
            self._perhaps(IN_WRITE)

    def _midway(self) -> None:
        """Die in the middle of a statement."""
        if self._steps_left:
            self._steps_left -= 1
            if not self._steps_left:
                self._die(IN_WRITE)

    def _is_due(self) -> bool:
        return self._random.random() < self._chance

    def _perhaps(self, spot: str) -> None:
        if self._is_due():
            self._die(spot)

    def _die(self, spot: str) -> None:
        note = os.open(self._deaths, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(note, f"{spot}\n".encode())
        os.kill(os.getpid(), signal.SIGKILL)

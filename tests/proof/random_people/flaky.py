"""A store that fails when it is told to, and remembers what it was asked."""

from typing import Literal

from skill.coach.progress import Progress
from skill.progress.store import ProgressStore, ProgressUnavailable, Request, Update

Mood = Literal["up", "down", "deaf"]
"""`deaf`: it writes, and then says that it could not be reached."""


class Flaky:
    """Stands in front of a real store."""

    def __init__(self, store: ProgressStore) -> None:
        self.store = store
        self.mood: Mood = "up"
        self.loads = 0
        self.saves = 0
        self.written: list[tuple[Request, Update]] = []
        """What reached the store since the person was last forgotten."""
        self.acknowledged = False
        """Whether the last save was."""
        self.forgotten = 0

    def begin_turn(self) -> None:
        """Count from here."""
        self.loads = self.saves = 0
        self.acknowledged = False

    def load(self, request: Request) -> Progress:
        """Read, unless it is down."""
        self.loads += 1
        self._fail_if("down")
        return self.store.load(request)

    def save(self, request: Request, update: Update) -> None:
        """Write, unless it is down."""
        self.saves += 1
        self._fail_if("down")
        self.store.save(request, update)
        self.written.append((request, update))
        self._fail_if("deaf")
        self.acknowledged = True

    def forget(self, user: str) -> None:
        """Delete, unless it is down."""
        self._fail_if("down")
        self.store.forget(user)
        self.written.clear()
        self.forgotten += 1
        self._fail_if("deaf")

    def export(self, user: str) -> dict[str, object]:
        """Read everything."""
        return self.store.export(user)

    def is_ready(self) -> bool:
        """Return whether it is up."""
        return self.mood == "up"

    def _fail_if(self, mood: Mood) -> None:
        if self.mood == mood:
            raise ProgressUnavailable("it is so in this test")

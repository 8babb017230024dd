"""A simple model of what must be remembered: all that was acknowledged, and each set once."""

from typing import Any

from skill.alexa.memory import Kept
from skill.coach.progress import Bookmark, Progress
from skill.progress.store import ProgressStore, Request


class Remembered:
    """Of one person, on however many devices."""

    def __init__(self) -> None:
        self.finished: set[str] = set()
        """Sets acknowledged as saved."""
        self.place: Bookmark | None = None
        """As the last turn left it that moved it and was acknowledged as saved."""
        self.trail: list[tuple[str, str, bool, int]] = []
        """What was said in which session, whether it was saved, and when: for a failure to tell."""
        self.unsaved_turns = 0
        """Turns that were answered without the store."""
        self._last: dict[str, Progress | None] = {}
        """By session: what was saved last. A turn that changes nothing of it writes nothing."""
        self._waiting: dict[str, set[str]] = {}
        """By session: sets that were finished in it, and could not be saved yet."""

    def note(self, session: str, said: str, kept: Kept) -> None:
        """Note what a turn says is kept."""
        self.trail.append((session[-4:], said, kept.is_saved, kept.at_ms))
        place = kept.state.progress.bookmark
        counted = {f"{place.run}.{key}" for key in place.counted} if place is not None else set()
        waiting = self._waiting.setdefault(session, set())
        waiting |= counted | {one.key for one in kept.unsaved}
        if kept.is_saved:
            assert not kept.unsaved
            self.finished |= waiting
            waiting.clear()
            if self._last.get(session) != kept.state.progress:
                self.place = place
        else:
            self.unsaved_turns += 1
        self._last[session] = kept.state.progress if kept.is_saved else None

    def check(self, store: ProgressStore, user: str, now_ms: int) -> None:
        """Assert that all of it is in a store, and every set counted once."""
        exported: Any = store.export(user)
        keys = exported["finished_sets"]
        assert self.finished <= set(keys), self.finished - set(keys)
        progress = store.load(Request(user, "look", now_ms))
        assert progress.history.sets == len(keys) == len(set(keys)), (progress.history, keys)
        assert progress.bookmark == self.place, self.trail[-8:]

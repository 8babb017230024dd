"""The protocol every store of progress follows; `tests/progress/` holds each one to it.

Writes commute, so that two devices of one account never undo each other: finished sets are
added under a unique key and counted once, and of the rest the last one to move wins.
"""

from typing import Protocol

import msgspec

from skill.coach.progress import FinishedSet, Progress


class ProgressUnavailable(Exception):
    """The store did not answer in time or at all; the turn goes on without it."""


class Request(msgspec.Struct, frozen=True):
    """The request a read or a write belongs to."""

    user: str
    """The id Alexa gives this person in this skill: the key, never logged."""
    id: str
    """Id of the request; delivered twice, it must change nothing the second time."""
    at_ms: int
    """When the person spoke, in milliseconds since the epoch, by the request's timestamp."""


class Update(msgspec.Struct, frozen=True):
    """What a turn wants remembered."""

    progress: Progress
    """Everything but its `history`, which stores keep themselves from the finished sets."""
    finished: tuple[FinishedSet, ...] = ()
    """Sets finished since the last write that was acknowledged."""
    before: Progress | None = None
    """In the turn that opens a session: what was read. A second delivery of the same request
    reads this again, and so gives the same answer."""


class ProgressStore(Protocol):
    """Keeps the progress of everybody."""

    def load(self, request: Request) -> Progress:
        """Read a person's progress; an unknown person's is `Progress()`.

        Delivered a second time, the request that opened a session reads what it read at first.

        Raises:
            ProgressUnavailable: the store cannot be reached in time.

        """

    def save(self, request: Request, update: Update) -> None:
        """Write a turn. One older than what is there moves no bookmark, yet its sets count.

        Raises:
            ProgressUnavailable: it is not known to be written; the caller keeps the update.

        """

    def forget(self, user: str) -> None:
        """Delete everything of a person; it is no error if there is nothing.

        Raises:
            ProgressUnavailable: it is not known to be deleted.

        """

    def export(self, user: str) -> dict[str, object]:
        """Return everything kept of a person, in plain types, for the person who asks for it.

        Raises:
            ProgressUnavailable: the store cannot be reached in time.

        """

    def is_ready(self) -> bool:
        """Return whether the store answers now."""

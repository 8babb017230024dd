"""What a session carries with it, and when it is read from and written to the store.

One read when a session opens, at most one write a turn. A store that is slow or gone never stops
the coaching: the state rides in the session attributes, and what could not be written is written
at the next turn that can.
"""

import logging
from typing import Annotated, Any

import msgspec
from msgspec.structs import replace

from skill.alexa.envelope import Incoming
from skill.coach.merging import merged
from skill.coach.progress import FinishedSet, Progress
from skill.coach.state import Outcome, State
from skill.progress.store import ProgressStore, ProgressUnavailable, Update

log = logging.getLogger(__name__)

ATTRIBUTE = "coach"
"""The one session attribute: JSON in a text, since the SDK copies attributes deeply each turn."""


class Kept(msgspec.Struct, frozen=True, omit_defaults=True):
    """What rides in the session attributes."""

    state: State = State()
    is_read: bool = True
    """Whether what is remembered was read; if not, the store is asked again before a write."""
    unsaved: tuple[FinishedSet, ...] = ()
    """Finished sets the store does not know of yet."""
    at_ms: Annotated[int, msgspec.Meta(ge=0, lt=2**53)] = 0
    """When the last turn was, so that time never goes backwards within a session. In milliseconds
    since the epoch; stores keep numbers of 64 bits."""
    read: Progress | None = None
    """What the store was read to hold in this very turn: delivered twice, it reads that again."""
    is_dirty: bool = False
    """Whether the last write failed."""
    is_told: bool = False
    """Whether the person has heard that saving does not work; once is enough."""

    @property
    def is_saved(self) -> bool:
        """Whether the store has answered every time so far."""
        return self.is_read and not self.is_dirty


_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Kept).decode


def attributes_of(kept: Kept) -> dict[str, Any]:
    """Return the session attributes that carry what is kept."""
    return {ATTRIBUTE: _encode(kept).decode()}


class Memory:
    """Reads and writes what is kept of the person of a turn."""

    def __init__(self, store: ProgressStore) -> None:
        self._store = store

    def recall(self, turn: Incoming) -> Kept:
        """Return what is kept: from the session, or at its opening from the store."""
        carried = None if turn.opens else _carried(turn.attributes)
        if carried is not None and carried.is_read:
            return carried
        try:
            stored = self._store.load(turn.request)
        except ProgressUnavailable:
            log.warning("progress could not be read")
            return carried or Kept(is_read=False)
        if carried is None:
            return Kept(State(stored), read=stored)
        progress = merged(stored, carried.state.progress, carried.unsaved)
        state = replace(carried.state, progress=progress)
        return replace(carried, state=state, is_read=True, read=stored)

    def keep(self, turn: Incoming, before: Kept, outcome: Outcome) -> Kept:
        """Write what a turn changed, if it changed anything; return what the session carries on."""
        unsaved = before.unsaved + outcome.finished
        request = replace(turn.request, at_ms=max(turn.request.at_ms, before.at_ms))
        kept = replace(before, state=outcome.state, unsaved=unsaved, at_ms=request.at_ms, read=None)
        changed = outcome.state.progress != before.state.progress
        if not (changed or unsaved or before.is_dirty):
            return kept
        if not before.is_read:
            return replace(kept, is_dirty=True)
        update = Update(outcome.state.progress, unsaved, before.read)
        try:
            self._store.save(request, update)
        except ProgressUnavailable:
            log.warning("progress could not be written")
            return replace(kept, is_dirty=True)
        return replace(kept, unsaved=(), is_dirty=False, is_told=False)

    def forget(self, user: str) -> None:
        """Delete everything of a person.

        Raises:
            ProgressUnavailable: it is not known to be deleted.

        """
        self._store.forget(user)


def _carried(attributes: dict[str, Any]) -> Kept | None:
    """Read the session attributes; those of another version of the skill are as good as none."""
    text = attributes.get(ATTRIBUTE)
    if not isinstance(text, str):
        return None
    try:
        return _decode(text)
    except (msgspec.DecodeError, ValueError):
        log.warning("session attributes could not be read")
        return None

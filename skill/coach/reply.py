"""What the coach answers: cues, perhaps a prompt, perhaps something to read."""

import msgspec

from skill.coach.cues import Cue
from skill.coach.sides import Side


class Card(msgspec.Struct, frozen=True):
    """Something that reading helps with, for the companion app."""

    title: str
    text: str


class View(msgspec.Struct, frozen=True):
    """Where the coaching is when this reply begins, for a screen."""

    move: str
    side: Side
    step: str
    number: int
    """Number of the step, from one."""
    of: int


class Listing(msgspec.Struct, frozen=True):
    """Moves that this reply is about, for a screen."""

    moves: tuple[str, ...]
    finished: tuple[str, ...] = ()
    routine: str = ""
    """Id of the routine they are, if they are one."""
    ends: bool = False
    """Whether a run is summed up."""


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """One answer. The microphone opens exactly when there is a prompt."""

    cues: tuple[Cue, ...]
    prompt: str = ""
    """A question, or what can be said now; spoken last."""
    reprompt: tuple[Cue, ...] = ()
    """Patient: quiet first, then another short prompt. Never empty when `prompt` is not."""
    card: Card | None = None
    view: View | None = None
    muscles: tuple[str, ...] = ()
    """Ids of the muscles that this reply is about, for a screen."""
    listing: Listing | None = None
    forget: bool = False
    """The person wants everything that is kept of them deleted."""

    @property
    def listens(self) -> bool:
        """Whether the session stays open."""
        return bool(self.prompt)

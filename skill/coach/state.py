"""The state of a conversation: what is remembered, and what only this session knows."""

from typing import Literal

import msgspec

from skill.coach.events import Asked, Incomplete, Start
from skill.coach.progress import FinishedSet, Progress
from skill.coach.reply import Reply

Mode = Literal["idle", "coaching", "paused", "hurt"]
"""`idle`: no run is under way. `hurt`: something hurt, and no clear wish was said since."""

Question = Literal[
    "",
    "which",  # which routine or move?
    "resume",  # shall we go on where you were?
    "again",  # shall we do the same as last time?
    "next",  # are you ready for what comes next?
    "go_on",  # shall we go on from here?
    "pain_idle",  # stop, or something else once the person feels well?
    "start_anyway",  # do you feel well enough for what was just wished for?
    "value",  # what was left out of a wish or a question?
    "keep_going",  # there is more of this step to come
    "pain",  # leave it out, finish, or carry on?
    "carry_on",  # do you really want to carry on with what hurt?
    "substitute",  # is there something that will do for what this move needs?
    "skipped",  # shall we do what was skipped?
    "forget",  # shall everything be deleted?
]
"""What a yes or a no would answer."""


class Session(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is forgotten when the session ends."""

    mode: Mode = "idle"
    asking: Question = ""
    turn: int = 0
    """Number of turns so far; with the run's id it chooses among wordings."""
    coached: int = 0
    """Number of prompts for the next step so far: they get shorter."""
    lost: int = 0
    """How many turns in a row were not understood."""
    wish: Start | None = None
    """What was wished for while something hurt, until it is confirmed."""
    offered: tuple[str, ...] = ()
    """Skipped moves that the person was asked about."""
    answered: Asked | Incomplete | None = None
    """The question that the last reply answered, or the wish it asked back for: "pardon" does so
    again."""


class State(msgspec.Struct, frozen=True, omit_defaults=True):
    """Everything the next turn depends on."""

    progress: Progress = Progress()
    session: Session = Session()


class Moment(msgspec.Struct, frozen=True):
    """The world at a turn, as data."""

    now_ms: int
    """When the person spoke, in milliseconds since the epoch."""
    day: int
    """The local day, as the proleptic ordinal of `datetime.date`."""
    request: str = ""
    """Unique to the request; names a new run."""


class Outcome(msgspec.Struct, frozen=True):
    """What a turn leads to."""

    state: State
    reply: Reply
    finished: tuple[FinishedSet, ...] = ()
    """Sets finished since the turn before."""

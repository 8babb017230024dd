"""What is remembered of a person between sessions.

Nothing about pain, injury, or why a move was left out is ever part of it.
Fields may be added with a default; a field that older code does not know is ignored by it.
"""

from datetime import date
from typing import Annotated, Literal

import msgspec

from skill.coach.sides import Side

Guidance = Literal["stepwise", "continuous"]


class Preferences(msgspec.Struct, frozen=True, omit_defaults=True):
    """What a person has set by voice."""

    guidance: Guidance = "stepwise"
    first_side: Side = "right"
    pace: Annotated[int, msgspec.Meta(gt=0, le=1_000)] = 100
    """Percent of the usual time a rep or a change of position takes (`wishes.py` has the range
    that can be asked for)."""
    doses: dict[str, int] = {}
    """Move id to reps or seconds a side, where a wish differs from the usual."""
    lacks: tuple[str, ...] = ()
    """Ids of equipment the person does not have."""
    each_step: bool = False
    """The person asked to stop after each step: setup steps heard before don't come in one go."""


class Mark(msgspec.Struct, frozen=True, array_like=True):
    """Where the coaching is at a time of a response: from `at_ms` on, for `ms`."""

    at_ms: int
    ms: int
    move: int
    side: Side
    step: int
    done: int
    """Reps, or milliseconds, done of this step when the mark begins."""
    amount: int
    """Reps, or milliseconds, done of this step when the mark ends."""


class Bookmark(msgspec.Struct, frozen=True, omit_defaults=True):
    """A run through a routine, and the place in it, exact to the rep and the second."""

    run: str
    """Id of this run: a finished set is counted once under it, from whatever device."""
    routine: str
    """Id of the routine, or of the one move."""
    moves: tuple[str, ...]
    side: Side
    move: int = 0
    step: int = 0
    done: int = 0
    """Reps (counted steps) or milliseconds (timed ones) of this step that are behind; 1 for a
    setup step that was said to its end."""
    closed: tuple[Side, ...] = ()
    """Sides of this move that are finished or were left."""
    skipped: tuple[str, ...] = ()
    """Moves left out by the person in this run."""
    counted: tuple[str, ...] = ()
    """Finished sets of this run, by `set_key`."""
    spent_ms: int = 0
    """Time spent in this run, breaks not included."""
    credited_ms: int = 0
    """The part of `spent_ms` that finished sets have been credited with."""
    sent_ms: int = 0
    """When the last response of this run was sent, in milliseconds since the epoch."""
    playing: tuple[Mark, ...] = ()
    """What that response leads through: it tells how far the person is, later."""


def set_key(move: int, side: Side) -> str:
    """Return the name of a set within its run: the number of its move, and the side's initial."""
    return f"{move}{side[0]}"


class FinishedSet(msgspec.Struct, frozen=True):
    """One move done on one side. `key` is unique: the same set is never counted twice."""

    key: str
    move: str
    day: Annotated[int, msgspec.Meta(gt=0, le=date.max.toordinal())]
    """Local day, as the proleptic ordinal of `datetime.date`."""
    ms: Annotated[int, msgspec.Meta(ge=0, lt=2**53)]
    """Stores sum it up in numbers of 64 bits."""


class History(msgspec.Struct, frozen=True, omit_defaults=True):
    """Sums over all finished sets. Stores add to them; nobody overwrites them."""

    sets: int = 0
    ms: int = 0
    streak: int = 0
    """Days in a row up to `last_day`."""
    best: int = 0
    """The longest streak there was."""
    last_day: int = 0
    """Ordinal of the last day with a finished set; 0 for none."""


class Progress(msgspec.Struct, frozen=True, omit_defaults=True):
    """All that is kept of one person."""

    preferences: Preferences = Preferences()
    bookmark: Bookmark | None = None
    known: tuple[str, ...] = ()
    """Ids of the moves that were gone through once: short cues from then on."""
    sessions: int = 0
    """How often the skill was opened; 0 means the disclaimer was not heard yet."""
    zone: str = ""
    """Name of the time zone in which days are counted, as the device told it."""
    last_routine: str = ""
    last_moves: tuple[str, ...] = ()
    """What was done last time, for "the same as last time"."""
    history: History = History()


def credited(history: History, finished: FinishedSet) -> History:
    """Return the history with one more finished set."""
    gap = finished.day - history.last_day
    if gap < 0:
        streak, day = history.streak, history.last_day
    else:
        streak = {0: max(history.streak, 1), 1: history.streak + 1}.get(gap, 1)
        day = finished.day
    return History(
        sets=history.sets + 1,
        ms=history.ms + finished.ms,
        streak=streak,
        best=max(history.best, streak),
        last_day=day,
    )

"""What a screen shows of the coaching: the place, what is under way, what is done, what is set.

Read-only, and in words of the person's language. It comes from the session attributes, which any
device holds: so the page knows no more of the skill than an Echo does.
"""

from typing import Literal

import msgspec

from skill.coach.catalog import StepKind
from skill.web.browser.drawings import Drawing


class Place(msgspec.Struct, frozen=True, rename="camel"):
    """A step of a set."""

    move: int
    """Its number in the run, from zero."""
    set: int
    """The number of the side among the move's, from zero."""
    name: str
    """Of the move."""
    side: str
    step: int
    """From one."""
    steps: int
    at: str
    """Step of steps, in words."""
    line: str
    """What to do, in one line."""
    figure: Drawing
    kind: StepKind
    total: int
    """Reps, or milliseconds, of the whole step; 1 for a setup."""
    ahead: str
    """What comes after it; empty at the end of the run."""


class Stretch(msgspec.Struct, frozen=True, rename="camel"):
    """A stretch of a response in which something is done (`progress.Mark`)."""

    at_ms: int
    ms: int
    done: int
    amount: int
    unit: str
    """What stands under its number."""
    place: Place


class Muscles(msgspec.Struct, frozen=True):
    """The muscles that an answer is about."""

    title: str
    figure: Drawing


class SetRow(msgspec.Struct, frozen=True, rename="camel"):
    """A side of a move."""

    side: str
    is_done: bool


class MoveRow(msgspec.Struct, frozen=True, rename="camel"):
    """A move of the run."""

    name: str
    dose: str
    sets: tuple[SetRow, ...]
    is_current: bool
    is_skipped: bool


class Setting(msgspec.Struct, frozen=True):
    """A setting as it is."""

    label: str
    value: str


class Sums(msgspec.Struct, frozen=True):
    """What was done in all."""

    days: int
    best: int
    sets: int
    minutes: int


class Glimpse(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    """All of it."""

    mode: Literal["idle", "coaching", "paused", "hurt"]
    routine: str = ""
    moves: tuple[MoveRow, ...] = ()
    place: Place | None = None
    stretches: tuple[Stretch, ...] = ()
    muscles: Muscles | None = None
    """Shown in place of the step for as long as the answer is about them."""
    left_ms: int = 0
    """How long the rest of the run takes, from the beginning of the response on."""
    sums: Sums
    settings: tuple[Setting, ...]

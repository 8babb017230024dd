"""Cues: the smallest things the coach does, each with the time it takes.

A hold, a count and a change of position are sequences of cues whose times add up exactly; how
they sound on a platform is the business of `skill/speech/`.
"""

from typing import Literal

import msgspec

QuietFor = Literal["hold", "work", "rep", "settle", "wait"]
"""What a silence is for: a screen shows a hold as a count-down, a settling as nothing."""


class Say(msgspec.Struct, frozen=True, tag="say"):
    """Speak a text; `ms` is an estimate."""

    text: str
    ms: int


class Silence(msgspec.Struct, frozen=True, tag="silence"):
    """Say nothing for exactly `ms`."""

    ms: int
    purpose: QuietFor = "settle"


class Count(msgspec.Struct, frozen=True, tag="count"):
    """Speak the number of a rep, or of a second in a count-down; `ms` is an estimate."""

    number: int
    text: str
    ms: int


Cue = Say | Silence | Count


def length(cues: tuple[Cue, ...] | list[Cue]) -> int:
    """Return the time cues take together, in milliseconds."""
    return sum(cue.ms for cue in cues)

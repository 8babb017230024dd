"""Finds the words of a script in its sound, and tells when each was heard."""

from collections.abc import Sequence

import msgspec
import numpy as np

from tests.ears.script import Words
from tests.ears.voice import RATE, Sound, audible, words_ms


class Heard(msgspec.Struct, frozen=True):
    """Words in the sound."""

    text: str
    begins_ms: float
    ends_ms: float
    meant_quiet_ms: int
    """The silence that was meant after them."""
    pause_ms: float
    """The longest silence inside them."""


def heard(sound: Sound, words: Sequence[Words], language: str, words_a_minute: int) -> list[Heard]:
    """Return when words are heard.

    Each stretch of words is looked for where the one before it ends; how long it is, is known from
    the voice saying it alone, to well within half of the silence after it. So the end is the last
    sound before the middle of that silence.
    """
    loud = audible(sound) * 1000 / RATE
    found: list[Heard] = []
    position = 0
    for one in words:
        begins = float(loud[position])
        middle = begins + words_ms(one.text, language, words_a_minute) + one.quiet_ms / 2
        following = int(np.searchsorted(loud, middle)) if one.quiet_ms else len(loud)
        own = loud[position:following]
        pause = float(np.max(np.diff(own), initial=0))
        found.append(Heard(one.text, begins, float(own[-1]), one.quiet_ms, pause))
        position = following
    assert position == len(loud), "there is more to hear than the script has"
    return found

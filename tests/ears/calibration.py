"""The pace at which the voice is heard.

How long words take is an estimate, in `content/<language>/language.yaml`, of how a device speaks;
the synthetic voice has a pace of its own. So it is set to the pace at which all the words that
accompany work take, together, what they are estimated to take. What is measured then is everything
but that one factor: single words that are longer or shorter than estimated, the silences, and the
sums.
"""

import functools
from collections.abc import Collection

from skill.coach.timing import speaking_ms
from skill.coach.words import Voice
from tests.ears.voice import words_ms

SLOWEST, FASTEST = 90, 220
"""Words a minute, between which the pace is looked for."""


def pace(texts: Collection[str], language: str, voice: Voice) -> int:
    """Return the words a minute at which texts take what they are estimated to, together."""
    estimated = sum(speaking_ms(text, voice) for text in texts)

    @functools.cache
    def taken(words_a_minute: int) -> float:
        return sum(words_ms(text, language, words_a_minute) for text in texts)

    low, high = SLOWEST, FASTEST
    assert taken(high) < estimated < taken(low), "the voice can't be set to the estimated pace"
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if taken(middle) > estimated else (low, middle)
    return min((low, high), key=lambda one: abs(taken(one) - estimated))

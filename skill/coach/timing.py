"""How long things take, in milliseconds.

Speech is estimated from its letters and its punctuation with the figures of the language; a
silence is exact. Estimates are taken off the silences around the words, so that a hold lasts
what was promised.
"""

import functools
import re

from skill.coach.words import Voice

SECOND = 1_000
MINUTE = 60 * SECOND

_DIGITS = re.compile(r"\d+")
LETTERS_A_DIGIT = 6
"""A digit is spoken as a word of about so many letters: "7" as "seven", "20" as "twenty"."""


@functools.lru_cache(maxsize=4096)
def speaking_ms(text: str, voice: Voice) -> int:
    """Estimate how long a voice takes to say a text."""
    digits = sum(len(found) for found in _DIGITS.findall(text))
    letters = len(text) + digits * (LETTERS_A_DIGIT - 1)
    commas = text.count(",")
    sentences = text.count(".") + text.count("?")
    word = 0 if text.endswith((".", "?")) else voice.ms_per_word
    return (
        word
        + letters * voice.ms_per_letter
        + commas * voice.ms_per_comma
        + sentences * voice.ms_per_sentence
    )


def rounded_minutes(ms: int) -> int:
    """Return whole minutes, at least one."""
    return max(1, round(ms / MINUTE))

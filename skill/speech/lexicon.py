"""Pronunciations: words a voice would get wrong, and how they sound."""

import functools
import re
from collections.abc import Callable, Iterable
from xml.sax.saxutils import escape, quoteattr

from skill.coach.words import MuscleWords

Speller = Callable[[str], str]


def speller(muscles: Iterable[MuscleWords]) -> Speller:
    """Return the function that turns plain text into SSML text.

    It escapes everything, and puts the name of a muscle into `<phoneme>`, longest name first.
    """
    sounds = {words.name.lower(): words.ipa for words in muscles if words.ipa}
    if not sounds:
        return escape
    names = sorted(sounds, key=len, reverse=True)
    pattern = re.compile("|".join(re.escape(name) for name in names), re.IGNORECASE)

    @functools.lru_cache(maxsize=4096)
    def spell(text: str) -> str:
        parts: list[str] = []
        end = 0
        for found in pattern.finditer(text):
            name = found.group()
            parts.append(escape(text[end : found.start()]))
            sound = quoteattr(sounds[name.lower()])
            parts.append(f'<phoneme alphabet="ipa" ph={sound}>{escape(name)}</phoneme>')
            end = found.end()
        parts.append(escape(text[end:]))
        return "".join(parts)

    return spell

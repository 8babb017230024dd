"""Texts to cues, in one language: wordings chosen, numbers and lists and amounts put into words."""

import functools
import re
from collections.abc import Sequence

from skill.coach.cues import Count, Cue, Say, Silence
from skill.coach.phrases import Wordings
from skill.coach.sides import Side
from skill.coach.timing import SECOND, speaking_ms
from skill.coach.words import Lexicon

_BEGINNING = re.compile(r"(?:^|(?<=[.?] ))[^\W\d_]")


class Speaking:
    """Puts things into the words of one language. `seed` chooses among wordings, evenly."""

    def __init__(self, lexicon: Lexicon, seed: int) -> None:
        self.lexicon = lexicon
        self.seed = seed

    def wording(self, wordings: Wordings, **values: object) -> str:
        """Return one of the wordings of a phrase, filled in."""
        return wordings[self.seed % len(wordings)].format(**values)

    def say(self, text: str) -> Say:
        """Return the cue that speaks a text, with a capital where a sentence begins."""
        text = _with_capitals(text)
        return Say(text, speaking_ms(text, self.lexicon.language.voice))

    def word(self, text: str) -> Say:
        """Return the cue that speaks a word or two in the middle of counting."""
        return Say(text, speaking_ms(text, self.lexicon.language.voice))

    def count(self, number: int, text: str) -> Count:
        """Return the cue that counts a rep or a second aloud."""
        return Count(number, text, speaking_ms(text, self.lexicon.language.voice))

    def number(self, number: int) -> str:
        """Return a number as it is counted aloud."""
        numbers = self.lexicon.language.numbers
        return numbers[number] if number < len(numbers) else str(number)

    def listed(self, items: Sequence[str]) -> str:
        """Return items as a list that can be spoken: "a, b and c"."""
        if len(items) < 2:
            return "".join(items)
        language = self.lexicon.language
        return language.list_comma.join(items[:-1]) + language.list_and + items[-1]

    def side(self, side: Side) -> str:
        """Return the name of a side as it stands in a sentence."""
        return self.lexicon.language.side_names[side]

    def time(self, ms: int) -> str:
        """Return a time in minutes and seconds, to the second."""
        units = self.lexicon.phrases.units
        minutes, seconds = divmod(round(ms / SECOND), 60)
        if not minutes:
            return units.seconds.of(seconds)
        if not seconds:
            return units.minutes.of(minutes)
        return units.minutes_and_seconds.format(
            minutes=units.minutes.of(minutes), seconds=units.seconds.of(seconds)
        )

    def patient(self, text: str, quiet_ms: int) -> tuple[Cue, ...]:
        """Return a reprompt that is quiet first."""
        return (Silence(quiet_ms, "wait"), self.say(text))


@functools.lru_cache(maxsize=4096)
def _with_capitals(text: str) -> str:
    """The same sentences are said again and again."""
    return _BEGINNING.sub(lambda found: found.group().upper(), text)

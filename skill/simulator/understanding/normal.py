"""One form for what can be written in many: lower case, no punctuation, numbers in words."""

import re
import unicodedata

from skill.simulator.understanding.language import LanguageData
from skill.simulator.understanding.numbers import Numbers, Tokens

_INITIALS = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_THOUSANDS = re.compile(r"(?<=\d)[,.](?=\d{3}\b)")
_MINUS = re.compile(r"(?<![\w])[-\u2212](?=\d)")
_NUMBER_BESIDE_LETTER = re.compile(r"(?<=\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d)")
_NOT_SPOKEN = re.compile(r"[^\w'{}]+")
_LONGEST = 1_000
"""Characters looked at; nobody says more in one breath, and work must stay bounded."""


class Normaliser:
    """Brings samples, values and utterances of a language to the same form."""

    def __init__(self, data: LanguageData, numbers: Numbers) -> None:
        self._fold = {ord(letter): plain for letter, plain in data.fold.items()}
        self._contractions = {
            short: tuple(long.split()) for short, long in data.contractions.items()
        }
        self._minus = data.numbers.minus[0]
        self._numbers = numbers

    def tokens(self, text: str) -> Tokens:
        """Return the words of an utterance; slots in braces stay as they are."""
        said = unicodedata.normalize("NFKC", text[:_LONGEST]).casefold()
        said = said.replace("\u2019", "'").replace("\u2018", "'")
        said = _INITIALS.sub(lambda found: found.group().replace(".", ""), said)
        said = _MINUS.sub(f" {self._minus} ", _THOUSANDS.sub("", said)).translate(self._fold)
        said = _NUMBER_BESIDE_LETTER.sub(" ", said)
        words = _NOT_SPOKEN.sub(" ", said).split()
        return tuple(token for word in words for token in self._word(word))

    def _word(self, word: str) -> Tokens:
        if word.startswith("{"):
            return (word,)
        if word in self._contractions:
            return self._contractions[word]
        if word.isdecimal():
            return self._numbers.words(word)
        plain = word.replace("'", "").replace("_", "").replace("{", "").replace("}", "")
        return (plain,) if plain else ()

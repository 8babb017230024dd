"""What words weigh, and which are alike.

Words weigh by how few intents use them; a word no sample has weighs most, so talk that is not
for the coach stays far from every sample. Misheard and inflected words count by their likeness.
"""

import math
from collections import defaultdict
from typing import NamedTuple

from rapidfuzz import fuzz, process

from skill.simulator.understanding.templates import Template

_UNKNOWN = 3.0
"""Weight of a word that is like none in any sample."""
_LIKE = 80.0
"""Percent from which a word no sample has stands for one that some have."""
_INFLECTED = 88.0
"""The same for a word samples have: "hurt" is like "hurts", "start" is not like "restart"."""
_SHORT = 4
"""Letters from which words are compared; shorter ones are like too many others."""
_ALTERNATIVES = 4
"""Most words one can stand for."""
_REMEMBERED = 10_000
"""Words whose likes are kept: all of a language's that anybody says."""


class Likes(NamedTuple):
    """What a word can stand for."""

    weight: float
    """Of the word itself."""
    words: dict[str, float]
    """What each word of the samples it can stand for then weighs, the likest first."""


class Words:
    """The words of all samples."""

    def __init__(self, templates: list[Template]) -> None:
        self.weights = _weights(templates)
        self._vocabulary = list(self.weights)
        self._known: dict[str, Likes] = {}

    def likes(self, word: str) -> Likes:
        """Return what a word can stand for."""
        if word not in self._known:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            self._known[word] = self._look_up(word)
        return self._known[word]

    def _look_up(self, word: str) -> Likes:
        alike = self._alike(word)
        weight = max((self.weights[other] for other in alike), default=_UNKNOWN)
        likest = sorted(alike, key=lambda other: -alike[other])
        return Likes(weight, {other: self.weights[other] * alike[other] for other in likest})

    def _alike(self, word: str) -> dict[str, float]:
        if len(word) < _SHORT:
            return {word: 1.0} if word in self.weights else {}
        least = _INFLECTED if word in self.weights else _LIKE
        near = process.extract(
            word, self._vocabulary, scorer=fuzz.ratio, score_cutoff=least, limit=_ALTERNATIVES
        )
        return {other: (score / 100) ** 2 for other, score, _ in near if len(other) >= _SHORT - 1}


def _weights(templates: list[Template]) -> dict[str, float]:
    users: defaultdict[str, set[str]] = defaultdict(set)
    for template in templates:
        for word in template.literals:
            users[word].add(template.intent)
    intents = len({template.intent for template in templates})
    return {
        word: 0.15 + 3 * math.log(1 + intents / len(using)) / math.log(1 + intents)
        for word, using in users.items()
    }

"""How likely words are said for each intent: naive Bayes over words and pairs of words.

It looks at all samples of an intent together, where `near` looks at the single nearest one; the
two err differently, so what both hold for likely can be trusted at a lower score.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from skill.simulator.understanding.templates import Template

_SMOOTHING = 0.1
"""Added to every count, so that a word new to an intent makes it unlikely, not impossible."""


class Likelihood:
    """The words of all samples, counted."""

    def __init__(self, templates: list[Template]) -> None:
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        totals: Counter[str] = Counter()
        for template in templates:
            for feature in _features(template.words):
                counts[feature][template.intent] += 1
                totals[template.intent] += 1
        self._intents = list(totals)
        floors = {i: totals[i] + _SMOOTHING * len(counts) for i in totals}
        # A row an intent-wise logarithm: adding rows multiplies likelihoods.
        self._rows = {
            feature: [
                math.log((found[intent] + _SMOOTHING) / floors[intent]) for intent in self._intents
            ]
            for feature, found in counts.items()
        }

    def of(self, words: Sequence[str]) -> dict[str, float]:
        """Return how likely each intent is, from 0 to 1, all together 1."""
        rows = [self._rows[feature] for feature in _features(words) if feature in self._rows]
        sums = [sum(column) for column in zip(*rows, strict=True)]
        if not sums:
            return dict.fromkeys(self._intents, 0.0)
        highest = max(sums)
        weights = [math.exp(value - highest) for value in sums]
        whole = sum(weights)
        return dict(zip(self._intents, (weight / whole for weight in weights), strict=True))


def _features(words: Sequence[str]) -> Iterator[str]:
    yield from words
    bounded = ("", *words, "")
    for first, second in pairwise(bounded):
        yield f"{first} {second}"

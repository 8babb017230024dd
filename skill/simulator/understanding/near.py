"""Near misses: how much of what was said, and of a sample, is the same.

What words weigh, and which are alike, is in `words`.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from heapq import nlargest
from typing import NamedTuple

from rapidfuzz import fuzz

from skill.simulator.understanding.numbers import Tokens
from skill.simulator.understanding.result import SlotValue
from skill.simulator.understanding.templates import SlotRef, Template
from skill.simulator.understanding.values import Values
from skill.simulator.understanding.words import Words

_SLOT_WEIGHT = 2.0
_MISSING_SLOT_WEIGHT = 4.0
"""A sample's slot that nothing fills: "my {equipment} is broken" is not "my chair is broken"."""
_CANDIDATES = 24
_ORDER_SHARE = 0.2
"""How much the order of words and letters counts beside the words themselves."""

_TURNED_ROUND = 0.8
"""What is left of the nearness when one of the two is negated."""


class Nearest(NamedTuple):
    """The sample closest to an utterance."""

    score: float
    """0 to 1."""
    intent: str
    slots: dict[str, SlotValue]
    words: list[str]
    """The utterance, with a slot's type in the place of its value."""


class _Span(NamedTuple):
    start: int
    end: int
    value: SlotValue


class Near:
    """Finds the sample that is nearest to an utterance."""

    def __init__(
        self,
        templates: list[Template],
        values: Values,
        fillers: frozenset[str],
        negations: frozenset[str],
    ) -> None:
        self._values = values
        self._negations = negations
        self._negated = [not negations.isdisjoint(t.literals) for t in templates]
        self._fillers = fillers
        self._templates = templates
        self._words = Words(templates)
        self._literals = [
            Counter(self._content(template.literals, len(template.slots))) for template in templates
        ]
        self._totals = [
            sum(self._words.weights[word] * count for word, count in literals.items())
            for literals in self._literals
        ]
        self._spelled = [" ".join(template.words) for template in templates]
        self._types = sorted({slot.type for t in templates for slot in t.slots})
        self._postings: defaultdict[str, list[int]] = defaultdict(list)
        for index, template in enumerate(templates):
            for word in {*self._literals[index], *(slot.type for slot in template.slots)}:
                self._postings[word].append(index)

    def best(self, tokens: Tokens) -> list[Nearest]:
        """Return the nearest samples, at most one an intent, the nearest first."""
        if self._fillers.issuperset(tokens):
            return []
        said = tuple(self._content(tokens))
        spans = self._spans(said)
        by_intent: dict[str, Nearest] = {}
        for index in self._candidates(said, spans):
            near = self._compared(index, said, spans)
            if near.score > by_intent.get(near.intent, near).score or (
                near.intent not in by_intent
            ):
                by_intent[near.intent] = near
        return sorted(by_intent.values(), key=lambda near: -near.score)

    def _content(self, words: Sequence[str], slots: int = 0) -> list[str]:
        content = [word for word in words if word not in self._fillers]
        # What is left of two words is too little to tell one wish from another by.
        return content if len(content) + slots > 1 else list(words)

    def _spans(self, said: Tokens) -> dict[str, _Span]:
        found = ((type_, self._values.longest(type_, said)) for type_ in self._types)
        # A vague number ("a few") is too common a word to be evidence of a number.
        return {type_: _Span(*span) for type_, span in found if span and span[2].value != "?"}

    def _candidates(self, said: Tokens, spans: dict[str, _Span]) -> list[int]:
        scores: defaultdict[int, float] = defaultdict(float)
        for token in set(said):
            for word, weight in self._words.likes(token).words.items():
                for index in self._postings[word]:
                    scores[index] += weight
        for type_ in spans:
            for index in self._postings[type_]:
                scores[index] += _SLOT_WEIGHT
        return nlargest(
            _CANDIDATES, scores, key=lambda index: scores[index] / (2.0 + self._totals[index])
        )

    def _compared(self, index: int, said: Tokens, spans: dict[str, _Span]) -> Nearest:
        template = self._templates[index]
        used = _apart({slot: spans[slot.type] for slot in template.slots if slot.type in spans})
        covered = {at for span in used.values() for at in range(span.start, span.end)}
        rest = [token for at, token in enumerate(said) if at not in covered]
        words = _with_types(said, used)
        score = self._nearness(index, rest, len(used), " ".join(words))
        slots = {slot.name: span.value for slot, span in used.items()}
        return Nearest(score, template.intent, slots, words)

    def _nearness(self, index: int, rest: list[str], filled: int, spelled: str) -> float:
        missing = len(self._templates[index].slots) - filled
        same = self._same(rest, self._literals[index])
        if self._literals[index] and not same:
            # A value alone ("twenty", "knee") is no wish.
            return 0.0
        same += _SLOT_WEIGHT * filled
        spoken = sum(self._words.likes(token).weight for token in rest) + _SLOT_WEIGHT * filled
        sample = self._totals[index] + _SLOT_WEIGHT * filled + _MISSING_SLOT_WEIGHT * missing
        words = 2 * same / (spoken + sample)
        order = fuzz.ratio(spelled, self._spelled[index]) / 100
        score = (1 - _ORDER_SHARE) * words + _ORDER_SHARE * order
        if self._negated[index] == self._negations.isdisjoint(rest):
            return score * _TURNED_ROUND
        return score

    def _same(self, rest: list[str], literals: Counter[str]) -> float:
        left = literals.copy()
        same = 0.0
        for token in rest:
            for word, weight in self._words.likes(token).words.items():
                if left[word] > 0:
                    left[word] -= 1
                    same += weight
                    break
        return same


def _apart(wanted: dict[SlotRef, _Span]) -> dict[SlotRef, _Span]:
    """Leave out spans that overlap a longer one."""
    kept: dict[SlotRef, _Span] = {}
    for slot, span in sorted(wanted.items(), key=lambda item: item[1].start - item[1].end):
        if all(span.end <= other.start or other.end <= span.start for other in kept.values()):
            kept[slot] = span
    return kept


def _with_types(said: Tokens, used: dict[SlotRef, _Span]) -> list[str]:
    words = list(said)
    for slot, span in sorted(used.items(), key=lambda item: -item[1].start):
        words[span.start : span.end] = [slot.type]
    return words

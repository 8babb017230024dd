"""Slot values in an utterance: which stretch of words is a value of which type."""

from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from skill.interaction import Model
from skill.interaction.model import BUILT_IN, Value
from skill.simulator.understanding.durations import Durations
from skill.simulator.understanding.normal import Normaliser
from skill.simulator.understanding.numbers import Numbers, Tokens
from skill.simulator.understanding.result import SlotValue

NUMBER = "AMAZON.NUMBER"
DURATION = "AMAZON.DURATION"
ValueSpan = tuple[int, SlotValue]
"""Where a value ends (exclusive), and the value."""

_NEAR_ENOUGH = 84.0
"""Likeness in percent from which misheard words are taken for a value; measured on the sets."""
_SHORTEST_MISHEARD = 5
"""Letters: shorter words are like too many others."""


class Values:
    """The values of all slot types of a model."""

    def __init__(
        self, model: Model, normaliser: Normaliser, numbers: Numbers, durations: Durations
    ) -> None:
        self._numbers = numbers
        self._durations = durations
        self._known: dict[str, dict[Tokens, tuple[Value, str]]] = {}
        self._by_first: dict[str, dict[str, list[Tokens]]] = {}
        for type_ in model.types:
            phrases = {
                normaliser.tokens(words): (value, words)
                for value in type_.values
                for words in value.words()
            }
            self._known[type_.name] = phrases
            self._by_first[type_.name] = _by_first(phrases)
        self._spelled = {
            name: {" ".join(phrase): phrase for phrase in phrases}
            for name, phrases in self._known.items()
        }
        self.words = {word for known in self._known.values() for p in known for word in p}
        """Words that are never taken for misheard ones: the values', and any that are added."""

    def spans(self, type_: str, tokens: Tokens, start: int) -> list[ValueSpan]:
        """Return the values of a type that begin at a token, the longest first."""
        if type_ == NUMBER:
            return [(end, SlotValue(v)) for end, v in self._numbers.spans(tokens, start)]
        if type_ == DURATION:
            return [(end, SlotValue(v)) for end, v in self._durations.spans(tokens, start)]
        phrases = self._by_first.get(type_, {}).get(tokens[start], ())
        return [
            (start + len(phrase), self._value(type_, phrase))
            for phrase in phrases
            if tokens[start : start + len(phrase)] == phrase
        ]

    def longest(self, type_: str, tokens: Tokens) -> tuple[int, int, SlotValue] | None:
        """Return where the longest value of a type stands, and the value; misheard ones last."""
        found = [
            (start, end, value)
            for start in range(len(tokens))
            for end, value in self.spans(type_, tokens, start)[:1]
        ]
        if found:
            return max(found, key=lambda span: span[1] - span[0])
        return None if type_.startswith(BUILT_IN) else self._misheard(type_, tokens)

    def unknown(self, words: Tokens) -> SlotValue:
        """Return what Alexa sends for words that are no value of the type."""
        return SlotValue(" ".join(words), status="ER_SUCCESS_NO_MATCH")

    def _value(self, type_: str, phrase: Tokens, spoken: Tokens = ()) -> SlotValue:
        value, words = self._known[type_][phrase]
        return SlotValue(
            " ".join(spoken) or words,
            id=value.id,
            name=value.name.value,
            status="ER_SUCCESS_MATCH",
        )

    def _misheard(self, type_: str, tokens: Tokens) -> tuple[int, int, SlotValue] | None:
        best: tuple[float, int, int, Tokens] | None = None
        for start, end in _windows(len(tokens)):
            spoken = tokens[start:end]
            if all(word in self.words for word in spoken) or len("".join(spoken)) < (
                _SHORTEST_MISHEARD
            ):
                continue
            near = process.extractOne(
                " ".join(spoken),
                self._spelled[type_].keys(),
                scorer=fuzz.ratio,
                score_cutoff=max(_NEAR_ENOUGH, best[0] if best else 0),
            )
            if near:
                best = (near[1], start, end, self._spelled[type_][near[0]])
        if best is None:
            return None
        _, start, end, phrase = best
        return start, end, self._value(type_, phrase, tokens[start:end])


def _windows(length: int) -> Iterable[tuple[int, int]]:
    for size in (3, 2, 1):
        for start in range(length - size + 1):
            yield start, start + size


def _by_first(phrases: Iterable[Tokens]) -> dict[str, list[Tokens]]:
    index: defaultdict[str, list[Tokens]] = defaultdict(list)
    for phrase in sorted(phrases, key=len, reverse=True):
        if phrase:
            index[phrase[0]].append(phrase)
    return dict(index)

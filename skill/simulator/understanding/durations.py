"""Lengths of time in words, to ISO 8601 as AMAZON.DURATION gives them (`PT1M30S`)."""

from skill.simulator.understanding.language import DurationData
from skill.simulator.understanding.numbers import Numbers, Span, Tokens

_ORDER = "HMS"
_HALF = {"H": ("M", 30), "M": ("S", 30), "S": ("S", 0)}
"""What half of a unit is."""


class Durations:
    """The words for lengths of time of a language."""

    def __init__(self, data: DurationData, numbers: Numbers) -> None:
        self._data = data
        self._numbers = numbers
        self._phrases = {tuple(phrase.split()): iso for phrase, iso in data.phrases.items()}
        self._half = [tuple(phrase.split()) for phrase in data.half]

    def spans(self, tokens: Tokens, start: int) -> list[Span]:
        """Return the lengths of time that begin at a token, the longest first."""
        found = [
            (start + len(phrase), iso)
            for phrase, iso in self._phrases.items()
            if tokens[start : start + len(phrase)] == phrase
        ]
        for end, amount, unit in self._simple(tokens, start):
            if amount == "?":
                found.append((end, "?"))
                continue
            parts = {unit: int(amount)}
            found.append((end, _iso(parts)))
            found += self._longer(tokens, end, parts, unit)
        return sorted(found, key=lambda span: -span[0])

    def _simple(self, tokens: Tokens, start: int) -> list[tuple[int, str, str]]:
        counts = self._numbers.spans(tokens, start)
        if tokens[start] in self._data.one:
            counts = [*counts, (start + 1, "1")]
        return [
            (end + 1, amount, self._data.units[tokens[end]])
            for end, amount in counts
            if end < len(tokens) and tokens[end] in self._data.units
        ]

    def _longer(self, tokens: Tokens, end: int, parts: dict[str, int], unit: str) -> list[Span]:
        longer: list[Span] = []
        for half in self._half:
            if tokens[end : end + len(half)] == half:
                smaller, amount = _HALF[unit]
                longer.append((end + len(half), _iso({**parts, smaller: amount})))
        follow = end + 1 if end < len(tokens) and tokens[end] in self._data.joins else end
        if follow < len(tokens):
            for last, amount_, smaller in self._simple(tokens, follow):
                if _ORDER.index(smaller) > _ORDER.index(unit) and amount_ != "?":
                    longer.append((last, _iso({**parts, smaller: int(amount_)})))
        return longer


def _iso(parts: dict[str, int]) -> str:
    return "PT" + "".join(f"{parts[unit]}{unit}" for unit in _ORDER if unit in parts)

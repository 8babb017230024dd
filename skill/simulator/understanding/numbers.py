"""Numbers between words and digits, in any language whose rules the data gives."""

import re
from itertools import product

from skill.simulator.understanding.language import NumberData

Tokens = tuple[str, ...]
Span = tuple[int, str]
"""Where a span ends (exclusive), and its value."""

MOST = 999_999
"""The largest number that is put into words."""


class Numbers:
    """The number words of a language."""

    def __init__(self, data: NumberData) -> None:
        self._words = _below_hundred(data)
        self._hundreds(data)
        self._data = data
        self._values: dict[Tokens, int] = {}
        for value, phrases in self._words.items():
            for phrase in phrases:
                self._values.setdefault(tuple(phrase.split()), value)
        self._add(data.others)
        self._thousands(data)
        self._add(data.ordinals)
        self._vague = {tuple(phrase.split()) for phrase in data.vague}
        known = self._values.keys() | self._vague
        self._longest = max(map(len, known))
        self._starts = {phrase[0] for phrase in known} | set(data.minus)

    def words(self, digits: str) -> Tokens:
        """Return a number's words as they are spoken; digits beyond `MOST` one by one."""
        value = int(digits)
        if value in self._words:
            return tuple(self._words[value][0].split())
        if value > MOST:
            return tuple(self._words[int(digit)][0] for digit in digits)
        thousands, rest = divmod(value, 1000)
        head = self._data.thousands[0].replace("{below_thousand}", self._before(thousands))
        return (*head.split(), *(self._words[rest][0].split() if rest else ()))

    def _before(self, count: int) -> str:
        return _inside(self._data, count) if count < 10 else self._words[count][0]

    def spans(self, tokens: Tokens, start: int) -> list[Span]:
        """Return the numbers that begin at a token, the longest first; `?` for a vague one."""
        if tokens[start] not in self._starts:
            return []
        if tokens[start] in self._data.minus:
            rest = self.spans(tokens, start + 1) if start + 1 < len(tokens) else []
            return [(end, f"-{value}") for end, value in rest if value.isdigit()]
        ends = range(min(len(tokens), start + self._longest), start, -1)
        found = ((end, self._value(tokens[start:end])) for end in ends)
        return [(end, value) for end, value in found if value is not None]

    def _value(self, phrase: Tokens) -> str | None:
        if phrase in self._values:
            return str(self._values[phrase])
        return "?" if phrase in self._vague else None

    def _add(self, words: dict[str, int]) -> None:
        for phrase, value in words.items():
            self._values.setdefault(tuple(phrase.split()), value)

    def _hundreds(self, data: NumberData) -> None:
        small = dict(self._words)
        for unit in range(1, 10):
            word = _inside(data, unit)
            heads = [p.replace("{unit}", word) for p in data.hundreds if unit == 1 or "{" in p]
            self._words[unit * 100] = heads
            for rest in range(1, 100):
                self._words[unit * 100 + rest] = [
                    pattern.replace("{hundreds}", head).replace("{rest}", small[rest][0])
                    for head, pattern in product(heads, data.hundreds_and)
                ]

    def _thousands(self, data: NumberData) -> None:
        for pattern in data.thousands:
            if "{" not in pattern:
                self._values[tuple(pattern.split())] = 1000
                continue
            for count in (*range(1, 21), *range(30, 100, 10), *range(100, 1000, 100)):
                phrase = pattern.replace("{below_thousand}", self._before(count))
                self._values[tuple(phrase.split())] = count * 1000


def _below_hundred(data: NumberData) -> dict[int, list[str]]:
    words = {value: [word] for value, word in enumerate(data.units)}
    for ten, value in data.tens.items():
        words[value] = [ten]
        for unit in range(1, 10):
            words[value + unit] = [
                re.sub(r"\{tens\}", ten, pattern).replace("{unit}", _inside(data, unit))
                for pattern in data.below_hundred
            ]
    return words


def _inside(data: NumberData, unit: int) -> str:
    return data.inside.get(data.units[unit], data.units[unit])

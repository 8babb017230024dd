"""Calls by the invocation name: "open hip coach", "ask hip coach to resume"."""

from collections.abc import Iterable, Iterator

from skill.simulator.understanding.language import LanguageData
from skill.simulator.understanding.normal import Normaliser
from skill.simulator.understanding.numbers import Tokens


class Invocation:
    """Finds the invocation name in an utterance, and the wish that comes with it."""

    def __init__(self, name: str, language: LanguageData, normaliser: Normaliser) -> None:
        data = language.invocation
        self._name = normaliser.tokens(name)
        self._joined = ("".join(self._name),)
        self._launch = _phrases(data.launch, normaliser)
        self._ask = _phrases(data.ask, normaliser)
        self._connectors = _phrases(data.connectors, normaliser)
        self._after = _phrases(data.after, normaliser)
        self._tails = _phrases(language.tails, normaliser)

    def is_launch(self, tokens: Tokens) -> bool:
        """Whether this opens the skill without a wish."""
        return any(
            before in self._launch and (not after or after in self._tails)
            for before, after in self._around(tokens)
        )

    def wishes(self, tokens: Tokens) -> Iterator[Tokens]:
        """Yield every reading of the wish that is said along with the name."""
        for before, after in self._around(tokens):
            if before in self._ask:
                yield from self._connected(after)
            if not after or after in self._tails:
                yield from (
                    before[:-size]
                    for size in (1, 2)
                    if before[-size:] in self._after and len(before) > size
                )

    def _around(self, tokens: Tokens) -> Iterator[tuple[Tokens, Tokens]]:
        for name in (self._name, self._joined):
            for start in range(len(tokens) - len(name) + 1):
                end = start + len(name)
                if tokens[start:end] == name:
                    yield tokens[:start], tokens[end:]

    def _connected(self, after: Tokens) -> Iterator[Tokens]:
        for size in range(min(3, len(after) - 1), -1, -1):
            if after[:size] in self._connectors:
                yield after[size:]


def _phrases(phrases: Iterable[str], normaliser: Normaliser) -> frozenset[Tokens]:
    return frozenset(normaliser.tokens(phrase) for phrase in phrases)

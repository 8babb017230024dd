"""What is said around a wish without changing it: wake words, lead-ins and tails."""

from collections.abc import Iterable, Iterator

from skill.simulator.understanding.language import LanguageData
from skill.simulator.understanding.normal import Normaliser
from skill.simulator.understanding.numbers import Tokens

_MOST_TAKEN_OFF = 4
"""Lead-ins (and tails) taken off one after the other; more is no longer polite but talk."""


class Politeness:
    """Takes the frills off an utterance."""

    def __init__(self, language: LanguageData, normaliser: Normaliser) -> None:
        self._wake_words = frozenset(language.wake_words)
        self._lead_ins = _phrases(language.lead_ins, normaliser)
        self._tails = _phrases(language.tails, normaliser)

    def without_wake_word(self, tokens: Tokens) -> Tokens:
        """Return an utterance without the wake word before it."""
        return tokens[1:] if tokens and tokens[0] in self._wake_words else tokens

    def shorter(self, tokens: Tokens) -> list[Tokens]:
        """Return an utterance with less and less around it, first itself, never empty."""
        shorter = {
            rest: None
            for lead in self._without_lead_ins(tokens)
            for rest in self._without_tails(lead)
        }
        return sorted(shorter, key=len, reverse=True)

    def shortest(self, tokens: Tokens) -> Tokens:
        """Return an utterance with all lead-ins and tails taken off."""
        return self.shorter(tokens)[-1]

    def _without_lead_ins(self, tokens: Tokens) -> Iterator[Tokens]:
        for _ in range(_MOST_TAKEN_OFF + 1):
            yield tokens
            lengths = [n for n in range(1, len(tokens)) if tokens[:n] in self._lead_ins]
            if not lengths:
                return
            tokens = tokens[max(lengths) :]

    def _without_tails(self, tokens: Tokens) -> Iterator[Tokens]:
        for _ in range(_MOST_TAKEN_OFF + 1):
            yield tokens
            lengths = [n for n in range(1, len(tokens)) if tokens[-n:] in self._tails]
            if not lengths:
                return
            tokens = tokens[: -max(lengths)]


def _phrases(phrases: Iterable[str], normaliser: Normaliser) -> frozenset[Tokens]:
    return frozenset(normaliser.tokens(phrase) for phrase in phrases)

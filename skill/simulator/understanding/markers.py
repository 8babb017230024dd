"""Words that decide by themselves what a sentence means: pain, stop, openings ("hang on")."""

from skill.simulator.understanding.language import LanguageData
from skill.simulator.understanding.normal import Normaliser
from skill.simulator.understanding.numbers import Tokens


class Markers:
    """Finds the deciding words of a language."""

    def __init__(self, language: LanguageData, normaliser: Normaliser) -> None:
        self._urgent = [
            (normaliser.tokens(words), intent, urgent.most_words)
            for intent, urgent in language.urgent.items()
            for words in urgent.words
        ]
        self._openings = {
            normaliser.tokens(words): intent
            for intent, openings in language.openings.items()
            for words in openings
        }

    def urgent(self, tokens: Tokens, length: int) -> str | None:
        """Return the intent of an urgent word in an utterance, if it is short enough for one.

        `length` is that of the utterance in words, without the frills.
        """
        padded = f" {' '.join(tokens)} "
        for words, intent, most in self._urgent:
            if f" {' '.join(words)} " in padded and (not most or length <= most):
                return intent
        return None

    def opening(self, readings: list[Tokens]) -> str | None:
        """Return the intent of what one of an utterance's readings opens with, if that decides."""
        starts = (tokens[:size] for tokens in readings for size in range(len(tokens), 0, -1))
        return next((self._openings[start] for start in starts if start in self._openings), None)

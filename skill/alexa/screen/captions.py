"""The words that stand at a figure and at a number, the same on every screen."""

from collections.abc import Collection

import msgspec

from skill.alexa.screen.words import ScreenWords
from skill.coach.catalog import Catalog
from skill.coach.progress import Mark
from skill.coach.sides import Side, for_side
from skill.coach.words import Lexicon


class Caption(msgspec.Struct, frozen=True):
    """The words of a step."""

    title: str
    badge: str
    """Its side, or both of them."""
    step: str
    """Step of steps."""
    line: str
    """What to do, in one line."""
    alternative: str
    """What its figure shows, for who cannot see it."""


class Captions:
    """Makes captions in one language."""

    def __init__(self, catalog: Catalog, lexicon: Lexicon, words: ScreenWords) -> None:
        self._catalog = catalog
        self._lexicon = lexicon
        self._words = words

    def of(self, move_id: str, side: Side, number: int) -> Caption:
        """Return the words of a step; its `number` is counted from zero."""
        words, said = self._words, self._lexicon.moves[move_id]
        move = self._catalog.moves[move_id]
        step = move.steps[number].id
        return Caption(
            title=said.name,
            badge=words.both_sides if move.sides == "alternating" else words.side[side],
            step=words.step.format(number=number + 1, of=len(move.steps)),
            line=for_side(said.steps[step].brief, side),
            alternative=for_side(words.figures[move_id][step], side),
        )

    def of_muscles(self, ids: Collection[str]) -> str:
        """Return what the picture of muscles shows, for who cannot see it."""
        names = ", ".join(self._lexicon.muscles[id].name for id in ids)
        return self._words.muscles.format(muscles=names)

    def unit(self, move_id: str, mark: Mark) -> str:
        """Return what stands under the number of a mark; nothing where nothing is counted."""
        kind = self._catalog.moves[move_id].steps[mark.step].kind
        if kind == "setup":
            return ""
        return self._words.reps.format(amount=mark.amount) if kind == "rep" else self._words.time

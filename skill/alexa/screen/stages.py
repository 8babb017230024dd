"""The stages of a response, in time with its speech: which step, and what is counted when.

All times are milliseconds from the beginning of the response, as in `progress.Mark`.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

import msgspec

from skill.alexa.screen.words import ScreenWords
from skill.coach.catalog import Catalog, Move
from skill.coach.progress import Bookmark, Mark
from skill.coach.sides import Side, for_side
from skill.coach.timing import MINUTE, SECOND
from skill.coach.words import Lexicon

FOREVER = 24 * 60 * MINUTE
"""The last stage stays."""


class Counter(msgspec.Struct, frozen=True):
    """What a number on the screen does: after `at`, it changes by `by` every `unit`."""

    at: int
    unit: int = SECOND
    count: int = 0
    """So many changes; 0 for no number at all."""
    lead: int = 0
    """Changes at once when it begins: the first rep counts as it starts."""
    first: int = 0
    by: int = 1
    clock: bool = False
    """Whether it is shown as minutes and seconds."""
    amount: str = ""


class Stage(msgspec.Struct, frozen=True):
    """What is shown from one time to another."""

    move: str
    name: str
    """Of the step."""
    side: Side
    begins: int
    ends: int
    title: str
    badge: str
    step: str
    line: str
    alternative: str
    counter: Counter

    @property
    def figure(self) -> str:
        """The name of its picture."""
        return f"{self.move}-{self.name}"


class Stages:
    """Makes stages in one language."""

    def __init__(self, catalog: Catalog, lexicon: Lexicon, words: ScreenWords) -> None:
        self._catalog = catalog
        self._lexicon = lexicon
        self._words = words

    def of(self, bookmark: Bookmark) -> list[Stage]:
        """Return the stages of the response that a bookmark says is playing."""
        marks = bookmark.playing
        begins = [0, *(mark.at_ms + mark.ms for mark in marks[:-1])]
        times = pairwise([*begins, FOREVER])
        return [
            self._stage(mark, bookmark.moves[mark.move], *time)
            for mark, time in zip(marks, times, strict=True)
        ]

    def _stage(self, mark: Mark, move_id: str, begins: int, ends: int) -> Stage:
        words, move, said = self._words, self._catalog.moves[move_id], self._lexicon.moves[move_id]
        step = move.steps[mark.step]
        alternating = move.sides == "alternating"
        return Stage(
            move=move_id,
            name=step.id,
            side=mark.side,
            begins=begins,
            ends=ends,
            title=said.name,
            badge=words.both_sides if alternating else words.side[mark.side],
            step=words.step.format(number=mark.step + 1, of=len(move.steps)),
            line=for_side(said.steps[step.id].brief, mark.side),
            alternative=for_side(words.figures[move_id][step.id], mark.side),
            counter=_counter(mark, move, words),
        )


def _counter(mark: Mark, move: Move, words: ScreenWords) -> Counter:
    kind, left = move.steps[mark.step].kind, mark.amount - mark.done
    if kind == "setup" or left <= 0:
        return Counter(at=mark.at_ms)
    if kind == "rep":
        amount = words.reps.format(amount=mark.amount)
        return Counter(mark.at_ms, mark.ms // left, left, 1, mark.done, 1, amount=amount)
    seconds = ceil(left / SECOND)
    # The rest of a hold may begin with a part of a second; counted down, it ends with the speech.
    at = mark.at_ms + left - seconds * SECOND
    return Counter(at, SECOND, seconds, 0, seconds, -1, clock=seconds >= 60, amount=words.time)


Picture = tuple[str, str, Side]
"""Move, step and side."""


def pictures(shown: Sequence[Stage]) -> dict[str, Picture]:
    """Return the pictures of stages by name, those that are seen longest first.

    Each step is drawn once, for the side that comes first: a screen can mirror it.
    """
    drawn: dict[str, Picture] = {}
    for stage in shown:
        drawn.setdefault(stage.figure, (stage.move, stage.name, stage.side))
    worked = {stage.figure for stage in shown if stage.counter.count}
    return dict(sorted(drawn.items(), key=lambda item: item[0] not in worked))

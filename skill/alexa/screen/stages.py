"""The stages of a response, in time with its speech: which step, and what is counted when.

All times are milliseconds from the beginning of the response, as in `progress.Mark`.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

import msgspec

from skill.alexa.screen.captions import Caption, Captions
from skill.coach.catalog import Catalog, StepKind
from skill.coach.progress import Bookmark, Mark
from skill.coach.sides import Side
from skill.coach.timing import MINUTE, SECOND

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
    caption: Caption
    counter: Counter

    @property
    def figure(self) -> str:
        """The name of its picture."""
        return f"{self.move}-{self.name}"


class Stages:
    """Makes stages, with the captions of one language."""

    def __init__(self, catalog: Catalog, captions: Captions) -> None:
        self._catalog = catalog
        self._captions = captions

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
        step = self._catalog.moves[move_id].steps[mark.step]
        return Stage(
            move=move_id,
            name=step.id,
            side=mark.side,
            begins=begins,
            ends=ends,
            caption=self._captions.of(move_id, mark.side, mark.step),
            counter=_counter(mark, step.kind, self._captions.unit(move_id, mark)),
        )


def _counter(mark: Mark, kind: StepKind, unit: str) -> Counter:
    left = mark.amount - mark.done
    if kind == "setup" or left <= 0:
        return Counter(at=mark.at_ms)
    if kind == "rep":
        return Counter(mark.at_ms, mark.ms // left, left, 1, mark.done, 1, amount=unit)
    seconds = ceil(left / SECOND)
    # The rest of a hold may begin with a part of a second; counted down, it ends with the speech.
    at = mark.at_ms + left - seconds * SECOND
    return Counter(at, SECOND, seconds, 0, seconds, -1, clock=seconds >= 60, amount=unit)


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

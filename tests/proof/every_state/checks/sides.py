"""The side named is the side worked."""

import functools
import re
from collections.abc import Iterator

import msgspec

from skill.coach.catalog import Move
from skill.coach.coach import Coach
from skill.coach.progress import Mark
from skill.coach.sides import SIDES, Side, for_side, other
from skill.coach.words import StepWords
from tests.proof.every_state.transition import Transition


class Names(msgspec.Struct, frozen=True):
    """A text that names a side, as it is heard when one side works."""

    text: str
    side: Side
    whole: bool
    """Whether it is a cue of its own; a longer one may stand among other sentences."""


def check_sides(done: Transition) -> Iterator[str]:
    """Check every text of a step that is led through against the side it is led through on."""
    if not done.marks:
        return
    together = " / ".join(_heard(done))
    worked = {(done.coach, _move_id(done, mark), mark.step, mark.side) for mark in done.marks}
    worked |= _into_position(done, done.marks[0])
    yield from _mistaken(done, worked)
    yield from _announced(done, together)
    yield from _instructed(done, together)
    if (view := done.reply.view) is not None and not _is_first(done, done.marks[0]):
        yield f"the screen shows {view}, the coaching begins at {done.marks[0]}"


Worked = set[tuple[Coach, str, int, Side]]


def _heard(done: Transition) -> list[str]:
    return [text.lower() for text in (*done.texts(), *done.later_texts())]


def _mistaken(done: Transition, worked: Worked) -> Iterator[str]:
    """A text of a step is heard for the side that works.

    What is rightly said is taken out first: two moves may share a sentence, each on its own side.
    """
    heard = _heard(done)
    texts: dict[bool, set[str]] = {True: set(), False: set()}
    for coach, move, step, side in worked:
        for names in _sided(coach, move, step):
            if names.side == side:
                texts[names.whole].add(names.text)
    whole, together = set(heard) - texts[True], " / ".join(heard)
    for text in sorted(texts[False], key=len, reverse=True):
        together = together.replace(text, "")
    for coach, move, step, side in worked:
        for names in _sided(coach, move, step):
            if names.side != side and names.text in (whole if names.whole else together):
                yield f"{names.text!r} is said while the {side} side works"


def _into_position(done: Transition, mark: Mark) -> Worked:
    """Return the steps before the first one: they may be told again to get into position."""
    return {(done.coach, _move_id(done, mark), step, mark.side) for step in range(mark.step)}


def _announced(done: Transition, together: str) -> Iterator[str]:
    """A side that is announced as the one now coming is worked in this answer."""
    worked = {mark.side for mark in done.marks}
    for side in SIDES:
        if side not in worked:
            for text in _announcements(done.coach, side):
                if text in together:
                    yield f"{text!r} is announced, {worked} is worked"


def _instructed(done: Transition, together: str) -> Iterator[str]:
    """What is led through is told: the step's words, or how much is left of it."""
    for mark in done.marks:
        move = _move_id(done, mark)
        words = _words(done.coach, move, mark.step)
        texts = [for_side(text, mark.side).lower() for text in (words.full, words.brief)]
        if not mark.done and not any(text in together for text in texts):
            yield f"step {mark.step + 1} of {move} is led through without its words"


def _is_first(done: Transition, mark: Mark) -> bool:
    view, steps = done.reply.view, _move(done, mark).steps
    assert view is not None
    shown = (view.move, view.side, view.step, view.number, view.of)
    move = _move_id(done, mark)
    return shown == (move, mark.side, steps[mark.step].id, mark.step + 1, len(steps))


def _move(done: Transition, mark: Mark) -> Move:
    return done.coach.catalog.moves[_move_id(done, mark)]


def _move_id(done: Transition, mark: Mark) -> str:
    assert done.place is not None
    return done.place.moves[mark.move]


def _words(coach: Coach, move: str, step: int) -> StepWords:
    return coach.lexicon.moves[move].steps[coach.catalog.moves[move].steps[step].id]


@functools.cache
def _sided(coach: Coach, move: str, step: int) -> tuple[Names, ...]:
    """Return the texts that tell one side from the other.

    A beat of an alternating move that another beat mirrors is heard on both, and tells nothing.
    """
    words = _words(coach, move, step)
    texts = (words.full, words.brief, words.release, *words.beats)
    heard = {side: [for_side(text, side).lower() for text in texts] for side in SIDES}
    return tuple(
        Names(text, side, whole=texts[number] in words.beats)
        for side in SIDES
        for number, text in enumerate(heard[side])
        if text not in heard[other(side)]
    )


@functools.cache
def _announcements(coach: Coach, side: Side) -> tuple[str, ...]:
    phrases = coach.lexicon.phrases.steps
    name = re.escape(coach.lexicon.language.side_names[side])
    wordings = (*phrases.first_side, *phrases.other_side, *phrases.switched)
    return tuple(text.format(side=name).lower() for text in wordings)

"""There is always something to do: no amount of zero is said, and no work of zero is begun."""

import functools
import re
from collections.abc import Iterator

from skill.coach.coach import Coach
from skill.coach.phrases import Amount
from tests.proof.every_state.transition import Transition


def check_doses(done: Transition) -> Iterator[str]:
    """Check what is said and shown of amounts, and what the answer leads through."""
    zero, card = _zero(done.coach), done.reply.card
    shown = (card.title, card.text) if card is not None else ()
    for text in (*done.texts(), *done.later_texts(), *shown):
        if found := zero.search(text):
            yield f"an amount of zero, {found[0]!r}, in {text!r}"
    yield from _begun(done)


def _begun(done: Transition) -> Iterator[str]:
    """Work has a length, in what is counted of it and in time; a setup may be over at once."""
    place, moves = done.place, done.coach.catalog.moves
    for mark in done.marks:
        assert place is not None
        is_work = moves[place.moves[mark.move]].steps[mark.step].kind != "setup"
        if is_work and (mark.amount <= mark.done or mark.ms <= 0):
            yield f"begins work of zero length: {mark}"


@functools.cache
def _zero(coach: Coach) -> re.Pattern[str]:
    """Return what finds zero of any unit, in the words of the language."""
    units = coach.lexicon.phrases.units
    amounts = [getattr(units, name) for name in units.__struct_fields__]
    zeros = [re.escape(one.of(0)) for one in amounts if isinstance(one, Amount)]
    # 10 reps are not 0 reps.
    return re.compile(rf"(?<![\d.,])(?:{'|'.join(zeros)})\b", re.IGNORECASE)

"""Finished sets: counted once each, and only for what was gone through or is said to be done."""

from collections.abc import Iterator

from skill.coach import events as ev
from skill.coach.events import Event
from skill.coach.progress import Bookmark, Mark, set_key
from skill.coach.route import Route
from skill.coach.timing import SECOND
from tests.proof.every_state.nodes import share
from tests.proof.every_state.transition import Transition

SAY_SO: tuple[type[Event], ...] = (ev.Done, ev.Complete)
"""The person says that it is done, and is believed."""
MOVE_ON: tuple[type[Event], ...] = (ev.Next, ev.No)
"""The person leaves the step: what is half done counts. A no is one to "keep going?"."""


def check_counting(done: Transition) -> Iterator[str]:
    """Check the finished sets of a turn."""
    keys = [finished.key for finished in done.outcome.finished]
    if len(set(keys)) != len(keys):
        yield f"counts a set twice: {keys}"
    if not isinstance(done.event, ev.Forget) and not done.reply.forget:
        sets = done.node.state.progress.history.sets + len(keys)
        if done.after.progress.history.sets != sets:
            yield "the history does not add up"
    yield from _once(done, keys)
    yield from _gone_through(done)
    yield from _believed(done)


def _counted(place: Bookmark | None) -> set[str]:
    return {f"{place.run}.{key}" for key in place.counted} if place is not None else set()


def _once(done: Transition, keys: list[str]) -> Iterator[str]:
    before, after = _counted(done.node.state.progress.bookmark), _counted(done.place)
    if again := before & set(keys):
        yield f"counts again what was counted: {again}"
    if done.place is not None and _is_same_run(done) and (lost := before - after):
        yield f"loses finished sets: {lost}"
    if unheard := after - before - set(keys):
        yield f"counts sets that nobody hears of: {unheard}"


def _is_same_run(done: Transition) -> bool:
    before = done.before.progress.bookmark
    return before is not None and done.place is not None and before.run == done.place.run


def _gone_through(done: Transition) -> Iterator[str]:
    """What counts by time alone has been led through to its end by then.

    The last second of a hold is not asked for again.
    """
    left, now = done.node.state.progress.bookmark, done.before.progress.bookmark
    if left is None or now is None:
        return
    elapsed = done.node.at.now_ms - left.sent_ms
    ended = {
        set_key(mark.move, mark.side)
        for mark in left.playing
        if mark.at_ms + mark.ms <= elapsed
        or (_is_timed(done, left, mark) and mark.at_ms + mark.ms - SECOND < elapsed)
    }
    if early := set(now.counted) - set(left.counted) - ended:
        yield f"counts {early} before its end"


def _is_timed(done: Transition, place: Bookmark, mark: Mark) -> bool:
    return done.coach.catalog.moves[place.moves[mark.move]].steps[mark.step].is_timed


def _believed(done: Transition) -> Iterator[str]:
    """What counts by a word is the set at the place, and mostly done unless the word is "done"."""
    before, after = done.before.progress.bookmark, done.place
    if before is None or after is None or before.run != after.run:
        return
    new = set(after.counted) - set(before.counted)
    if not new:
        return
    if new != {set_key(before.move, before.side)}:
        yield f"counts {new} at {before.move} {before.side}"
    part = share(before, Route(done.coach.catalog, done.before.progress.preferences))
    half = isinstance(done.event, MOVE_ON) and part in ("half", "complete")
    if not half and not isinstance(done.event, SAY_SO):
        yield f"counts a set of which {part} was done"

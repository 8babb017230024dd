"""The bookmark: nothing moves it but what is meant to, and it always stands somewhere."""

from collections.abc import Iterator

from msgspec.structs import replace

from skill.coach import events as ev
from skill.coach.events import Event
from skill.coach.progress import Bookmark, Preferences
from skill.coach.route import Route
from skill.coach.sides import SIDES
from skill.coach.state import State
from tests.coach.places import CATALOG
from tests.proof.every_state.transition import Transition

MOVERS: tuple[type[Event], ...] = (
    ev.Start, ev.ShortOfTime, ev.SameAgain, ev.StartOver, ev.Resume, ev.Next, ev.Previous,
    ev.Repeat, ev.GoToStep, ev.RestartMove, ev.SkipMove, ev.PreviousMove, ev.SwitchSides, ev.Ready,
    ev.Done, ev.Okay, ev.Continue, ev.Again, ev.Hold, ev.Skip, ev.Complete, ev.LastStep, ev.Yes,
    ev.No, ev.Forget,
)  # fmt: skip
"""What is meant to move the bookmark. Everything else leaves it where it is."""
PERHAPS: tuple[type[Event], ...] = (
    ev.Launch, ev.Finish, ev.Stop, ev.SetGuidance, ev.SetFirstSide, ev.Lack, ev.Have,
)  # fmt: skip
"""What moves it in one case each, which `_may_move` tells."""


def check_places(done: Transition) -> Iterator[str]:
    """Check what became of the place."""
    if not isinstance(done.event, MOVERS) and not _may_move(done) and not is_there_still(done):
        yield f"moved the bookmark from {where(done.before)} to {where(done.after)}"
    if done.place is not None:
        yield from _stands(done, done.place)
    if isinstance(done.event, ev.Stop) and done.reply.listens:
        yield "stop does not end"
    if done.reply.forget and not isinstance(done.event, ev.Forget | ev.Yes):
        yield "deletes everything without a yes"


def is_there_still(done: Transition) -> bool:
    """Whether the place is the one of before.

    What was done stays done: under a lower dose it may be all there is to do.
    """
    after = where(done.after)
    return after in (where(done.before), where(done.before, done.after.progress.preferences))


def where(state: State, wanted: Preferences | None = None) -> tuple[object, ...]:
    """Return what a person would call the place, and what was done of the run.

    `wanted`: preferences that tell how much there is to do, if not those of the state.
    """
    place = state.progress.bookmark
    if place is None:
        return ()
    route = Route(CATALOG, wanted or state.progress.preferences)
    done = "all" if route.is_complete(place) else place.done
    exact = (place.move, place.side, place.step, done, frozenset(place.closed))
    return (place.run, place.moves, *exact, place.skipped, frozenset(place.counted))


def _may_move(done: Transition) -> bool:
    place, event = done.before.progress.bookmark, done.event
    if place is None or not isinstance(event, PERHAPS):
        return False
    if isinstance(event, ev.Launch | ev.Finish | ev.Stop):
        return _is_through(done, place)
    if isinstance(event, ev.SetGuidance):
        return event.guidance is not None and done.before.session.mode == "coaching"
    if isinstance(event, ev.SetFirstSide):
        return _begins_on(done, place, event)
    if isinstance(event, ev.Lack):
        return done.before.session.mode in ("coaching", "paused")
    if done.before.session.asking == "substitute":
        return _is_same_step(done, place)
    return _is_only_longer(done) and _was_lacking(done)


def _begins_on(done: Transition, place: Bookmark, event: ev.SetFirstSide) -> bool:
    """Whether a move that no work was done of begins on the side that was wished for."""
    steps = done.coach.catalog.moves[place.moves[place.move]].steps
    was_getting_ready = steps[place.step].kind == "setup" and not place.closed
    begun = replace(place, side=event.side or place.side, step=0, done=0)
    return was_getting_ready and _is_at(done, begun)


def _is_same_step(done: Transition, place: Bookmark) -> bool:
    """Whether the step that needed something is said again, and perhaps moves were added."""
    return _is_at(done, replace(place, done=0)) or _is_only_longer(done)


def _is_at(done: Transition, place: Bookmark) -> bool:
    """Whether it went to a place, of the same run and with the same done of it."""
    names = ("run", "move", "side", "step", "done", "closed", "skipped", "counted")
    after = done.place
    return after is not None and all(getattr(after, of) == getattr(place, of) for of in names)


def _was_lacking(done: Transition) -> bool:
    lacks = done.before.progress.preferences.lacks
    if not isinstance(done.event, ev.Have):
        return False
    # With nothing named that the content knows, it is all that was lacking.
    is_named = done.event.equipment in done.coach.catalog.equipment
    return done.event.equipment in lacks if is_named else bool(lacks)


def _is_only_longer(done: Transition) -> bool:
    """Whether moves were added ahead, and nothing else changed."""
    return done.place is not None and where(done.before)[2:] == where(done.after)[2:]


def _is_through(done: Transition, place: Bookmark) -> bool:
    """Whether the last set of a run is done: then the run is over."""
    return done.place is None and place.move == len(place.moves) - 1


def _stands(done: Transition, place: Bookmark) -> Iterator[str]:
    moves = done.coach.catalog.moves
    if not 0 <= place.move < len(place.moves) or not place.moves:
        yield f"move {place.move} of {place.moves}"
        return
    steps = moves[place.moves[place.move]].steps
    if not 0 <= place.step < len(steps) or place.done < 0:
        yield f"step {place.step}, {place.done} done of it, of {len(steps)}"
    if not set(place.closed) <= set(SIDES) or place.side not in SIDES:
        yield f"sides {place.side} and {place.closed}"

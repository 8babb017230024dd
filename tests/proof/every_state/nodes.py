"""States as the walk tells them apart: what differs only in wording or in seconds is the same."""

from typing import Literal

import msgspec

from skill.coach.progress import Bookmark, Progress, set_key
from skill.coach.route import Route
from skill.coach.sides import SIDES
from skill.coach.state import Moment, State
from skill.coach.turns.lost import HELP_AFTER
from skill.coach.turns.moving import IN_POSITION_MS
from tests.coach.places import CATALOG

Key = tuple[object, ...]
Depth = Literal["brief", "wide", "exact"]

LONG_PROMPTS = 3
"""From the fourth prompt on they are shorter; more of them make no difference."""


class Node(msgspec.Struct, frozen=True):
    """A state, the moment at which something is said in it, and how it came about."""

    state: State
    """As the last turn left it, with what its response leads through."""
    settled: State
    """As it is by the moment, that response gone through so far."""
    at: Moment
    is_open: bool
    """Whether the session is open; if not, what is said is a launch or a one-shot."""
    path: tuple[str, ...] = ()

    @property
    def place(self) -> Bookmark | None:
        """Where the person is."""
        return self.settled.progress.bookmark


def keys(node: Node, depth: Depth) -> tuple[Key, ...]:
    """Return what tells a state from others: it is new if one of these was not seen before.

    `brief` looks at the place and at the talk one by one: every place is seen, and every question
    at every kind of step. `wide` looks at both together. `exact` also tells what else is done of
    the run, how often the person was asked or not understood, what was answered last.
    """
    session, progress = node.settled.session, node.settled.progress
    talk: Key = (node.is_open, session.mode, session.asking)
    person: Key = (progress.sessions == 0, bool(progress.last_routine), _has_gap(node))
    place = _place(progress)
    if depth == "brief":
        opening = () if node.is_open else person
        return ((node.is_open, _spot(place)), (talk, opening, _kind(progress)))
    if depth == "wide":
        return ((talk, person, place),)
    said = (session.coached > LONG_PROMPTS, session.lost >= HELP_AFTER - 1)
    answered = (session.answered is not None, bool(session.offered))
    return ((talk, person, place, said, answered, _run(progress)),)


def settings(state: State) -> Key:
    """Return a person's settings: a walk stays with those it began with."""
    wanted = state.progress.preferences
    doses = tuple(sorted(wanted.doses.items()))
    lacks = tuple(sorted(wanted.lacks))
    stops = (wanted.guidance, wanted.each_step)
    return (stops, wanted.first_side, wanted.pace, doses, lacks)


def _place(progress: Progress) -> Key:
    place = progress.bookmark
    if place is None:
        return ()
    share_ = share(place, Route(CATALOG, progress.preferences))
    counted = tuple(set_key(place.move, side) in place.counted for side in SIDES)
    move = place.moves[place.move]
    known = move in progress.known
    return (
        (move, place.move, place.side, place.step),
        share_,
        known,
        frozenset(place.closed),
        counted,
    )


def _spot(place: Key) -> Key:
    """Return a place without what else is done of its move, and how much of its step."""
    return (place[0], place[1] == "complete", place[2]) if place else ()


def _kind(progress: Progress) -> Key:
    """Return what sort of place it is."""
    place = progress.bookmark
    if place is None:
        return ()
    route = Route(CATALOG, progress.preferences)
    is_last = route.next_place(place) is None
    return (route.step(place).kind, route.is_complete(place), is_last)


def _run(progress: Progress) -> Key:
    place = progress.bookmark
    if place is None:
        return ()
    return (place.moves, frozenset(place.skipped), frozenset(place.counted))


def share(place: Bookmark, route: Route) -> str:
    """Return how much of the step is done, as far as it makes a difference."""
    amount = route.amount(place)
    if place.done >= amount:
        return "complete"
    if place.done == 0:
        return "none"
    return "half" if place.done * 2 >= amount else "begun"


def _has_gap(node: Node) -> bool:
    """Return whether so much time has gone by that nobody is in position any more."""
    left = node.state.progress.bookmark
    if node.is_open or left is None:
        return False
    return node.at.now_ms - left.sent_ms > IN_POSITION_MS

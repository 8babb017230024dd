"""How far a person is, from the time that has gone by since the last response.

The device does not tell how much of a response was heard. The marks of the response and the time
between it and the next request do: whoever speaks up in the middle of a hold has held that long.
"""

from msgspec.structs import replace

from skill.coach.progress import Bookmark, Mark
from skill.coach.route import Route
from skill.coach.timing import SECOND

UNHURRIED_MS = 30 * SECOND
"""Quiet time after a response that still counts as time spent: getting into position."""


def settled(place: Bookmark, route: Route, now_ms: int) -> Bookmark:
    """Return the bookmark with all that has been gone through until now."""
    elapsed = max(0, now_ms - place.sent_ms)
    for mark in place.playing:
        if mark.at_ms > elapsed:
            break
        place = _reached(place, mark, elapsed, route)
    return replace(place, playing=(), spent_ms=place.spent_ms + _spent(place, elapsed))


def _reached(place: Bookmark, mark: Mark, elapsed: int, route: Route) -> Bookmark:
    closed = place.closed if mark.move == place.move else ()
    place = replace(place, move=mark.move, side=mark.side, step=mark.step, closed=closed)
    place = replace(place, done=done_at(mark, elapsed))
    if _is_all_but_done(place, route):
        place = replace(place, done=route.amount(place))
    if route.is_complete(place) and route.ends_set(place):
        place = route.count(route.close(place))
    return place


def _is_all_but_done(place: Bookmark, route: Route) -> bool:
    """Whether less is left of timed work than anybody would be asked to hold again."""
    return route.step(place).is_timed and route.amount(place) - place.done < SECOND


def done_at(mark: Mark, elapsed: int) -> int:
    """Return reps, or milliseconds, done of a mark's step when `elapsed` ms have gone by."""
    gone = min(max(0, elapsed - mark.at_ms), mark.ms)
    if gone == mark.ms:
        return mark.amount
    return mark.done + (mark.amount - mark.done) * gone // mark.ms


def _spent(place: Bookmark, elapsed: int) -> int:
    if not place.playing:
        return 0
    last = place.playing[-1]
    return min(elapsed, last.at_ms + last.ms + UNHURRIED_MS)

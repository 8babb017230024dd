"""How long moves take: computed from their steps, at the person's doses and pace."""

from msgspec.structs import replace

from skill.coach.coaching import CHANGE_MS, announcement, set_ms
from skill.coach.cues import length
from skill.coach.progress import Bookmark
from skill.coach.sides import other
from skill.coach.talk import Talk
from skill.coach.timing import SECOND

WORDINGS = 12
"""A seed chooses among one to four wordings: the same ones again after so many."""
BETWEEN_MS = 4 * SECOND
"""What a prompt and its answer take, on average, after a set."""


def moves_ms(talk: Talk, moves: tuple[str, ...]) -> int:
    """Return how long moves take, from the first word to the last release."""
    return sum(_known_move_ms(talk, move) for move in moves)


def _known_move_ms(talk: Talk, move_id: str) -> int:
    key = (
        move_id,
        talk.route.dose(move_id),
        talk.preferences.pace,
        talk.preferences.first_side,
        move_id in talk.progress.known,
        talk.speaking.seed % WORDINGS,
    )
    return talk.lengths.of(key, lambda: _move_ms(talk, move_id))


def _move_ms(talk: Talk, move_id: str) -> int:
    place = Bookmark(run="", routine=move_id, moves=(move_id,), side=talk.preferences.first_side)
    sides = talk.route.sides(talk.catalog.moves[move_id])
    first = length(announcement(talk, place)) + set_ms(talk, place, full=False)
    later = _short_set_ms(talk, place) * (len(sides) - 1)
    return first + later + len(sides) * (CHANGE_MS + BETWEEN_MS)


def fitting(talk: Talk, moves: tuple[str, ...], room_ms: int) -> tuple[str, ...]:
    """Return the moves, in their order, that fit into the time one after another."""
    kept: list[str] = []
    for move in moves:
        if moves_ms(talk, (*kept, move)) <= room_ms:
            kept.append(move)
    return tuple(kept)


def left_ms(talk: Talk) -> int:
    """Return how long the rest of the run takes, from the place on."""
    place, route = talk.place, talk.route
    sides = [side for side in route.sides(route.move(place)) if side not in place.closed]
    whole = [side for side in sides if side != place.side]
    rest = 0 if place.side in place.closed else set_ms(talk, place, full=False)
    begin = route.on_side(place, place.side)
    return rest + len(whole) * _short_set_ms(talk, begin) + moves_ms(talk, route.ahead(place))


def _short_set_ms(talk: Talk, place: Bookmark) -> int:
    """Return how long a set takes that is not the first of its move."""
    return set_ms(talk, replace(place, closed=(other(place.side),)), full=False)

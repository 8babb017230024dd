"""What is remembered against today's content: a move, a step or a routine may be gone."""

from msgspec.structs import replace

from skill.coach.catalog import Catalog
from skill.coach.fitting import fitting
from skill.coach.progress import Bookmark, Progress
from skill.coach.state import Session


def repaired(progress: Progress, catalog: Catalog) -> Progress:
    """Return the progress with the nearest sensible place; the same object if nothing is gone."""
    lacks = tuple(id for id in progress.preferences.lacks if id in catalog.equipment)
    if lacks != progress.preferences.lacks:
        preferences = replace(progress.preferences, lacks=lacks)
        progress = replace(progress, preferences=preferences)
    if progress.last_routine and not _is_known(progress.last_routine, catalog):
        progress = replace(progress, last_routine="", last_moves=())
    if progress.bookmark is None:
        return progress
    bookmark = _nearest(progress.bookmark, catalog)
    return progress if bookmark is progress.bookmark else replace(progress, bookmark=bookmark)


def repaired_session(session: Session, catalog: Catalog) -> Session:
    """Return the session without what the content does not have; mostly the same object."""
    offered = tuple(move for move in session.offered if move in catalog.moves)
    wish = session.wish and fitting(session.wish, catalog)
    if offered == session.offered and wish == session.wish:
        return session
    return replace(session, offered=offered, wish=wish)


def _is_known(target: str, catalog: Catalog) -> bool:
    return target in catalog.routines or target in catalog.moves


def _has(move: int, step: int, place: Bookmark, catalog: Catalog) -> bool:
    """Return whether a move of a run, by its number, has a step; all moves of it must exist."""
    steps = catalog.moves[place.moves[move]].steps if 0 <= move < len(place.moves) else ()
    return 0 <= step < len(steps)


def _nearest(place: Bookmark, catalog: Catalog) -> Bookmark | None:
    """Return the place itself, or the next that still exists, at the beginning of its set."""
    here = place.moves[place.move] if 0 <= place.move < len(place.moves) else ""
    if all(move in catalog.moves for move in (here, *place.moves)):
        fits = _is_known(place.routine, catalog) and _has(place.move, place.step, place, catalog)
        if fits and all(_has(mark.move, mark.step, place, catalog) for mark in place.playing):
            return place
    ahead = [move for move in place.moves[place.move :] if move in catalog.moves]
    kept = tuple(move for move in place.moves if move in catalog.moves)
    if not ahead:
        return None
    moved = ahead[0] != here
    return replace(
        place,
        routine=place.routine if _is_known(place.routine, catalog) else ahead[0],
        moves=kept,
        move=kept.index(ahead[0]),
        step=0,
        done=0,
        closed=() if moved else place.closed,
        playing=(),
    )

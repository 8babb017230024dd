"""What a host may know of a turn, for counting: never who, and never what was said."""

from collections.abc import Callable
from typing import Literal

import msgspec

from skill.alexa.envelope import Incoming
from skill.coach.catalog import Catalog
from skill.coach.progress import Bookmark, set_key
from skill.coach.state import Outcome, State

PRIVATE = frozenset({"PainIntent"})
"""Intents that are counted and logged without their name: no line tells of somebody in pain."""

HowItWent = Literal["understood", "not_understood", "failed"]


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """A turn as it is counted."""

    intent: str
    """Name of the intent, or of the request where it has none; `Other` for private ones."""
    locale: str = ""
    went: HowItWent = "understood"
    move: str = ""
    """Id of the move that was under way; empty for none."""
    step: str = ""
    """Id of its step."""
    finished_sets: int = 0
    has_left_set: bool = False
    """Whether a set that was begun was left undone: by going elsewhere, or by ending the session.
    Somebody who comes back later and finishes it has left it once all the same."""
    is_saved: bool = True
    """Whether the store of progress did all it was asked to."""


Observer = Callable[[Seen], None]
"""Is told of every turn of a person, once its response is made."""


def nobody(_seen: Seen) -> None:
    """Count nothing."""


def public_name(intent: str) -> str:
    """Return the name an intent is counted and logged by."""
    return "Other" if intent in PRIVATE else intent


def seen(turn: Incoming, kind: str, catalog: Catalog, before: State, outcome: Outcome) -> Seen:
    """Return a turn as it is counted; `kind` is what it is called if it has no intent."""
    name = turn.intent or kind
    move, step = _place(catalog, before.progress.bookmark)
    return Seen(
        intent=public_name(name),
        locale=turn.locale,
        went="not_understood" if kind == "Unknown" else "understood",
        move=move,
        step=step,
        finished_sets=len(outcome.finished),
        has_left_set=_has_left_set(before, outcome),
    )


def _place(catalog: Catalog, place: Bookmark | None) -> tuple[str, str]:
    if place is None or place.move >= len(place.moves):
        return "", ""
    move = catalog.moves.get(place.moves[place.move])
    if move is None or place.step >= len(move.steps):
        return "", ""
    return place.moves[place.move], move.steps[place.step].id


def _has_left_set(before: State, outcome: Outcome) -> bool:
    place, after = before.progress.bookmark, outcome.state.progress.bookmark
    if place is None or before.session.mode == "idle" or not _is_begun(place):
        return False
    if outcome.finished or set_key(place.move, place.side) in place.counted:
        return False
    stays = after is not None and _set(after) == _set(place)
    is_over = not outcome.reply.listens and outcome.state.session.mode != "paused"
    return not stays or is_over


def _is_begun(place: Bookmark) -> bool:
    return bool(place.step or place.done)


def _set(place: Bookmark) -> tuple[str, int, str]:
    return place.run, place.move, place.side

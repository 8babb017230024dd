"""History from what a store keeps: two sums and the days with a finished set.

Sums and a set of days can be added to in any order, from any device, with the same outcome; days
in a row can't, and are worked out when they are read.
"""

from collections.abc import Collection, Iterable

import msgspec
from msgspec.structs import replace

from skill.coach.progress import FinishedSet, History, credited

FOLD_AT = 14
"""More single days than this are folded, to keep what every turn writes small."""

STAY_OPEN = 7
"""The last of them that stay single. A set reaches the store in the session it belongs to, so a
day is complete long before this many later ones have been trained on."""


class Fold(msgspec.Struct, frozen=True):
    """Single days to be replaced by what they add up to."""

    was: History
    becomes: History
    days: tuple[int, ...]


def history_of(sets: int, ms: int, days: Iterable[int], folded: History) -> History:
    """Return the history; `folded` holds the streaks of the days that are not kept any more."""
    return replace(_with_days(folded, sorted(days)), sets=sets, ms=ms)


def fold_of(days: Collection[int], folded: History) -> Fold | None:
    """Return the fold that is due, or None."""
    if len(days) <= FOLD_AT:
        return None
    old = tuple(sorted(days)[:-STAY_OPEN])
    return Fold(was=folded, becomes=replace(_with_days(folded, old), sets=0, ms=0), days=old)


def unique(finished: Iterable[FinishedSet]) -> list[FinishedSet]:
    """Return the sets without those that repeat an earlier one's key."""
    return list({one.key: one for one in finished}.values())


def _with_days(history: History, days: Iterable[int]) -> History:
    for day in days:
        history = credited(history, FinishedSet(key="", move="", day=day, ms=0))
    return history

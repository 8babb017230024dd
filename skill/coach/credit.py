"""Finished sets: told by comparing two bookmarks of the same run."""

from msgspec.structs import replace

from skill.coach.progress import Bookmark, FinishedSet


def credited_sets(
    before: Bookmark | None, after: Bookmark, day: int
) -> tuple[Bookmark, tuple[FinishedSet, ...]]:
    """Return the sets that `after` counts and `before` does not, and `after` with their time spent.

    The time of the run that no set was credited with yet is shared among them.
    """
    known = before.counted if before is not None and before.run == after.run else ()
    keys = [key for key in after.counted if key not in known]
    if not keys:
        return after, ()
    share = (after.spent_ms - after.credited_ms) // len(keys)
    finished = tuple(
        FinishedSet(f"{after.run}.{key}", after.moves[int(key[:-1])], day, share) for key in keys
    )
    return replace(after, credited_ms=after.credited_ms + share * len(keys)), finished

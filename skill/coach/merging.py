"""Two memories of one person: what was stored, and a session that began without it."""

from collections.abc import Iterable

from msgspec.structs import replace

from skill.coach.progress import FinishedSet, Preferences, Progress, credited


def merged(stored: Progress, mine: Progress, unsaved: Iterable[FinishedSet]) -> Progress:
    """Return what is known of a person when the store answers again in mid-session.

    The session moved last: what was said in it wins, and nothing else is touched.
    """
    history = stored.history
    for finished in unsaved:
        history = credited(history, finished)
    return replace(
        stored,
        preferences=_joined(stored.preferences, mine.preferences),
        zone=mine.zone or stored.zone,
        bookmark=mine.bookmark or stored.bookmark,
        known=tuple(dict.fromkeys((*stored.known, *mine.known))),
        sessions=stored.sessions + mine.sessions,
        last_routine=mine.last_routine or stored.last_routine,
        last_moves=mine.last_moves or stored.last_moves,
        history=history,
    )


def _joined(stored: Preferences, mine: Preferences) -> Preferences:
    """Return the stored preferences with those that were set in the session."""
    usual = Preferences()
    said = {
        name: getattr(mine, name)
        for name in Preferences.__struct_fields__
        if getattr(mine, name) != getattr(usual, name)
    }
    said["doses"] = {**stored.doses, **mine.doses}
    said["lacks"] = tuple(dict.fromkeys((*stored.lacks, *mine.lacks)))
    return replace(stored, **said)

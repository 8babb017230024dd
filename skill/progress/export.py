"""Everything kept of a person, the same from every store."""

import msgspec

from skill.coach.progress import Progress


class Session(msgspec.Struct, frozen=True):
    """How the last session began."""

    opened_by_request: str
    progress_then: Progress | None


class Export(msgspec.Struct, frozen=True):
    """What a store has of a person, spelled out."""

    progress: Progress
    days: list[int]
    """Ordinals of the days with a finished set that are kept one by one."""
    finished_sets: list[str]
    """Keys of the sets finished lately."""
    last_session: Session
    last_moved_ms: int
    expires: int
    """Seconds since the epoch."""


def plain(export: Export) -> dict[str, object]:
    """Return it in plain types, as `ProgressStore.export` does."""
    result: dict[str, object] = msgspec.to_builtins(export)
    return result

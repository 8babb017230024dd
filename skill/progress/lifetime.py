"""How long what is stored stays, in seconds since the epoch."""

from skill.progress.store import Request

_DAY_S = 24 * 60 * 60

SETS_KEPT_DAYS = 14
"""Days after which a finished set's key may go: its session is long over, and nothing repeats it.
The sums it was added to stay."""


def person_expires(request: Request, keep_days: int) -> int:
    """Return when a person's progress expires if nothing more is heard."""
    return request.at_ms // 1000 + keep_days * _DAY_S


def set_expires(request: Request, keep_days: int) -> int:
    """Return when the key of a finished set expires."""
    return person_expires(request, min(keep_days, SETS_KEPT_DAYS))

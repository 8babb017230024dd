"""A piece: the cues of one step, or of a part of it, and where in them its work lies."""

from collections.abc import Sequence

import msgspec

from skill.coach.cues import Cue, QuietFor, Silence, length


class Piece(msgspec.Struct, frozen=True):
    """Cues that belong together; a response is cut only between pieces."""

    cues: tuple[Cue, ...]
    work_at_ms: int
    """When the work begins, from the first cue."""
    work_ms: int
    """How long it lasts."""
    done: int
    """Reps, milliseconds, or 0 of a setup: done before this piece."""
    amount: int
    """Done after it."""

    @property
    def ms(self) -> int:
        """How long the piece takes."""
        return length(self.cues)


class Spot(msgspec.Struct, frozen=True):
    """A cue that is to be heard at a time."""

    at_ms: int
    cue: Cue


def placed(spots: Sequence[Spot], total_ms: int, purpose: QuietFor) -> list[Cue]:
    """Return cues at their times with silence between, `total_ms` long in all.

    A cue that is longer than the time to the next one delays it; what follows catches up in the
    next silence, so that the sum holds as long as the words fit into it.
    """
    cues: list[Cue] = []
    clock = 0
    for spot in spots:
        if spot.at_ms > clock:
            cues.append(Silence(spot.at_ms - clock, purpose))
            clock = spot.at_ms
        cues.append(spot.cue)
        clock += spot.cue.ms
    if total_ms > clock:
        cues.append(Silence(total_ms - clock, purpose))
    return cues

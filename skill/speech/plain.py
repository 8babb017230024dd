"""Cues to plain text, for a terminal, a log of a test, or a card."""

from collections.abc import Sequence

from skill.coach.cues import Cue, Silence


def plain(cues: Sequence[Cue]) -> str:
    """Return what is said, with silences of a second and more shown as `(4 s)`."""
    parts = [_pause(cue.ms) if isinstance(cue, Silence) else cue.text for cue in cues]
    return " ".join(part for part in parts if part)


def _pause(ms: int) -> str:
    return f"({ms / 1000:.0f} s)" if ms >= 1000 else ""

"""What a platform allows of one response, as data for the core.

`skill/speech/limits.py` has the numbers and their sources.
"""

import msgspec


class Limits(msgspec.Struct, frozen=True):
    """Bounds of one response."""

    turn_ms: int
    """Longest speech and silence of one response."""
    listening_ms: int
    """How long the microphone stays open before the reprompt."""

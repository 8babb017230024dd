"""A track: cues one after another, and marks of what they lead through."""

from skill.coach.cues import Cue, length
from skill.coach.piece import Piece
from skill.coach.progress import Bookmark, Mark


class Track:
    """What is said in one go: a response's speech, or its reprompt.

    `start_ms` is when it begins, counted from the beginning of the response.
    """

    def __init__(self, start_ms: int = 0) -> None:
        self.start_ms = start_ms
        self.cues: list[Cue] = []
        self.marks: list[Mark] = []

    @property
    def ms(self) -> int:
        """How long it is so far."""
        return length(self.cues)

    def perform(self, place: Bookmark, opening: list[Cue], piece: Piece) -> None:
        """Add the step at a place, with what opens it."""
        self.cues += opening
        at = self.start_ms + self.ms + piece.work_at_ms
        self.cues += piece.cues
        where = (place.move, place.side, place.step)
        self.marks.append(Mark(at, piece.work_ms, *where, piece.done, piece.amount))

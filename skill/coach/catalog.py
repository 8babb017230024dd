"""The moves and routines as data without a language: `content/moves/`, `content/*.yaml`."""

from typing import Literal

import msgspec

StepKind = Literal["setup", "rep", "hold", "work"]
"""`setup`: get into position. `rep`: counted. `hold`: timed and still. `work`: timed and free."""


class Range(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A dose a side: reps, or seconds. `usual` is done unless the person wishes otherwise."""

    least: int
    usual: int
    most: int

    def nearest(self, wish: int) -> int:
        """Return the allowed amount closest to a wish."""
        return min(max(wish, self.least), self.most)


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One spoken instruction of a move."""

    id: str
    kind: StepKind
    settle: int = 0
    """Seconds of quiet after the words, for the body to follow."""

    @property
    def is_timed(self) -> bool:
        """Whether it is work that lasts so long, rather than so many reps."""
        return self.kind in ("hold", "work")


class Move(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One exercise, stretch or massage; its file's name is its id. Source: `facts.md`, "Moves"."""

    kind: Literal["exercise", "stretch", "massage"]
    place: Literal["floor", "chair"]
    sides: Literal["one_side_then_other", "alternating"]
    dose: Range
    """Reps a side of an exercise; seconds a side of a stretch or a massage."""
    tempo: int = 0
    """Seconds a rep (both sides of an alternating one); 0 where nothing is counted."""
    muscles: tuple[str, ...]
    equipment: str = ""
    """Id of what is needed besides the floor or the chair; empty for nothing."""
    steps: tuple[Step, ...]

    @property
    def is_counted(self) -> bool:
        """Whether the dose is in reps rather than in seconds."""
        return self.kind == "exercise"

    def shares(self) -> int:
        """Return how many steps of this move share its dose (the two spots of the massage)."""
        return sum(step.kind != "setup" for step in self.steps)


class Catalog(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that can be coached, without a word of any language."""

    moves: dict[str, Move]
    routines: dict[str, tuple[str, ...]]
    muscles: tuple[str, ...]
    equipment: tuple[str, ...]

    def moves_of(self, target: str) -> tuple[str, ...]:
        """Return the move ids of a routine, or the one move of that id.

        Raises:
            KeyError: neither a routine nor a move has that id.

        """
        if target in self.moves:
            return (target,)
        return self.routines[target]

    def working(self, muscle: str) -> tuple[str, ...]:
        """Return the ids of the moves that work a muscle."""
        return tuple(id for id, move in self.moves.items() if muscle in move.muscles)

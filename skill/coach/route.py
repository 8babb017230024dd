"""The way through a run: sets and steps in their order. Nothing is said here."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from skill.coach.catalog import Catalog, Move, Step
from skill.coach.progress import Bookmark, Preferences, set_key
from skill.coach.sides import SIDES, Side, other
from skill.coach.timing import SECOND


class Route:
    """Answers what comes where, for one person's preferences."""

    def __init__(self, catalog: Catalog, preferences: Preferences) -> None:
        self.catalog = catalog
        self.preferences = preferences

    # --- what stands at a place

    def move(self, place: Bookmark) -> Move:
        """Return the move at a place."""
        return self.catalog.moves[place.moves[place.move]]

    def step(self, place: Bookmark) -> Step:
        """Return the step at a place."""
        return self.move(place).steps[place.step]

    def sides(self, move: Move) -> tuple[Side, ...]:
        """Return the sides of a move in the order of its sets; an alternating move has one set."""
        first = self.preferences.first_side
        return (first,) if move.sides == "alternating" else (first, other(first))

    def dose(self, move_id: str) -> int:
        """Return reps, or seconds, a side: the wish of the person, else the usual."""
        dose = self.catalog.moves[move_id].dose
        return dose.nearest(self.preferences.doses.get(move_id, dose.usual))

    def amount(self, place: Bookmark) -> int:
        """Return how much there is to do in the step: reps, milliseconds, or 1 for a setup."""
        move, step = self.move(place), self.step(place)
        if step.kind == "setup":
            return 1
        dose = self.dose(place.moves[place.move])
        return dose if step.kind == "rep" else dose * SECOND // move.shares()

    def is_complete(self, place: Bookmark) -> bool:
        """Return whether the step at a place is done."""
        return place.done >= self.amount(place)

    def ends_set(self, place: Bookmark) -> bool:
        """Return whether the step at a place is the last of its set."""
        return place.step == len(self.move(place).steps) - 1

    def is_through(self, place: Bookmark) -> bool:
        """Return whether all is done to the end of the run."""
        return self.is_complete(place) and self.next_place(place) is None

    # --- what is still to come

    def ahead(self, place: Bookmark) -> tuple[str, ...]:
        """Return the ids of the moves after the one at a place."""
        return place.moves[place.move + 1 :]

    def with_ahead(self, place: Bookmark, moves: Sequence[str]) -> Bookmark:
        """Return the place in a run that goes on with these moves after the one at hand."""
        return replace(place, moves=(*place.moves[: place.move + 1], *moves))

    def skip(self, place: Bookmark, move_id: str) -> Bookmark:
        """Return the place with a move noted as left out, once."""
        if move_id in place.skipped:
            return place
        return replace(place, skipped=(*place.skipped, move_id))

    # --- from place to place

    def first(self, place: Bookmark, move: int) -> Bookmark:
        """Return the beginning of a move of this run."""
        side = self.sides(self.catalog.moves[place.moves[move]])[0]
        return replace(place, move=move, side=side, step=0, done=0, closed=())

    def on_side(self, place: Bookmark, side: Side) -> Bookmark:
        """Return the beginning of this move on a side."""
        return replace(place, side=side, step=0, done=0)

    def close(self, place: Bookmark) -> Bookmark:
        """Return the place with its side closed: it does not come again by itself."""
        if place.side in place.closed:
            return place
        return replace(place, closed=(*place.closed, place.side))

    def next_set(self, place: Bookmark) -> Bookmark | None:
        """Return the beginning of the next open set, or `None` at the end of the run."""
        for side in self.sides(self.move(place)):
            if side not in place.closed:
                return self.on_side(place, side)
        return self.next_move(place)

    def next_move(self, place: Bookmark) -> Bookmark | None:
        """Return the beginning of the next move, or `None` at the end of the run."""
        following = place.move + 1
        return self.first(place, following) if following < len(place.moves) else None

    def next_place(self, place: Bookmark) -> Bookmark | None:
        """Return the next step, with the set closed when it was the last one."""
        if self.ends_set(place):
            return self.next_set(self.close(place))
        return replace(place, step=place.step + 1, done=0)

    # --- what was done

    def count(self, place: Bookmark) -> Bookmark:
        """Return the place with its set counted as finished, once."""
        key = set_key(place.move, place.side)
        if key in place.counted:
            return place
        return replace(place, counted=(*place.counted, key))

    def finished_moves(self, place: Bookmark) -> Iterator[str]:
        """Yield the ids of the moves of a run of which every set is finished."""
        for number, move_id in enumerate(place.moves):
            sets = sum(set_key(number, side) in place.counted for side in SIDES)
            if sets >= len(self.sides(self.catalog.moves[move_id])):
                yield move_id

    def remaining_moves(self, place: Bookmark) -> tuple[str, ...]:
        """Return the moves of a run that are neither finished nor begun, in their order."""
        finished = set(self.finished_moves(place))
        return tuple(move for move in place.moves[place.move :] if move not in finished)

"""Every place there is, in every language: for tests that hold of all of them."""

from collections.abc import Iterator

import msgspec

from skill.coach.catalog import Catalog
from skill.coach.progress import Bookmark, Preferences
from skill.coach.route import Route
from skill.coach.sets import Sets
from skill.coach.sides import SIDES
from skill.coach.speaking import Speaking
from skill.coach.turns.wishes import FASTEST, SLOWEST, USUAL
from skill.content import load

CONTENT = load()
CATALOG: Catalog = CONTENT.catalog
PACES = (FASTEST, USUAL, SLOWEST)


class Spot(msgspec.Struct, frozen=True):
    """A place, and how it is coached there."""

    language: str
    place: Bookmark
    preferences: Preferences

    @property
    def route(self) -> Route:
        """The way through the run."""
        return Route(CATALOG, self.preferences)

    def sets(self, seed: int = 0) -> Sets:
        """Return the compiler of steps."""
        return Sets(Speaking(CONTENT.lexicons[self.language], seed), self.route)

    def __str__(self) -> str:
        """Return a name for the test."""
        step = CATALOG.moves[self.place.routine].steps[self.place.step].id
        dose = self.preferences.doses.get(self.place.routine)
        pace = self.preferences.pace
        return f"{self.language}-{self.place.routine}-{self.place.side}-{step}-{dose}-{pace}"


def every_place() -> list[Spot]:
    """Return every step of every move on every side, at the bounds of dose and pace."""
    return list(_every_place())


def _every_place() -> Iterator[Spot]:
    for language in CONTENT.lexicons:
        for move_id, move in CATALOG.moves.items():
            for side in SIDES:
                for step in range(len(move.steps)):
                    for dose in sorted({move.dose.least, move.dose.most}):
                        for pace in PACES:
                            place = Bookmark("run", move_id, (move_id,), side, step=step)
                            wanted = Preferences(pace=pace, doses={move_id: dose})
                            yield Spot(language, place, wanted)


def counted_places() -> list[Spot]:
    """Return the places where reps are counted."""
    return [spot for spot in every_place() if spot.route.step(spot.place).kind == "rep"]


def timed_places() -> list[Spot]:
    """Return the places where something is held or worked at for a time."""
    return [spot for spot in every_place() if spot.route.step(spot.place).is_timed]


def working_places() -> list[Spot]:
    """Return the places where something is counted or timed."""
    return counted_places() + timed_places()

"""Who talks: the settings and the experience a walk starts from and stays within."""

import msgspec

from skill.coach.catalog import Catalog
from skill.coach.progress import Guidance, Preferences, Progress
from skill.coach.sides import Side
from skill.coach.turns.wishes import FASTEST, SLOWEST, USUAL


class Person(msgspec.Struct, frozen=True):
    """Settings at their bounds, and whether the moves are known."""

    name: str
    guidance: Guidance = "stepwise"
    pace: int = USUAL
    most: bool = False
    """Whether the dose is the most there is; else the least."""
    first_side: Side = "right"
    knows: bool = False
    lacks: tuple[str, ...] = ()
    each_step: bool = False
    """Whether they asked for a stop after every single step."""

    def progress(self, catalog: Catalog) -> Progress:
        """Return what is remembered of this person before the walk."""
        doses = {
            id: move.dose.most if self.most else move.dose.least
            for id, move in catalog.moves.items()
        }
        return Progress(
            preferences=Preferences(
                guidance=self.guidance,
                each_step=self.each_step,
                first_side=self.first_side,
                pace=self.pace,
                doses=doses,
                lacks=self.lacks,
            ),
            known=tuple(catalog.moves) if self.knows else (),
            sessions=9 if self.knows else 0,
        )


NEWCOMER = Person("newcomer")
REGULAR = Person("regular", "continuous", SLOWEST, most=True, first_side="left", knows=True)
PEOPLE = (
    NEWCOMER,
    REGULAR,
    Person("slow newcomer", "continuous", SLOWEST, most=True),
    Person("fast newcomer", "continuous", FASTEST, first_side="left"),
    Person("slow stepper", "stepwise", SLOWEST, most=True, first_side="left", knows=True,
           each_step=True),
    Person("fast runner", "continuous", FASTEST, knows=True),
    Person("without a thing", "stepwise", FASTEST, most=True, knows=True, lacks=("band", "ball")),
)  # fmt: skip
"""Every setting at both bounds, every pair of bounds of guidance, pace, dose and knowing."""

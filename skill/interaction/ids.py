"""The ids that slot values must have, type by type, as the content and the core know them."""

from typing import get_args

from skill.coach.catalog import Catalog
from skill.coach.events import ALL, PaceChange
from skill.coach.progress import Guidance
from skill.coach.sides import SIDES


def content_ids(catalog: Catalog) -> dict[str, frozenset[str]]:
    """Return, by slot type, the ids of all there is to name.

    Parts of the body are not among them: they are the model's own.
    """
    return {
        "MOVE": frozenset(catalog.moves),
        "ROUTINE": frozenset(catalog.routines),
        "MUSCLE": frozenset(catalog.muscles),
        "EQUIPMENT": frozenset((*catalog.equipment, ALL)),
        "SIDE": frozenset(SIDES),
        "PACE": frozenset(get_args(PaceChange)),
        "GUIDANCE": frozenset(get_args(Guidance)),
    }

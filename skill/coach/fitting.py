"""What was said against today's content: an id that is not there is as good as left out.

An interaction model that is newer or older than the content can send one.
"""

from msgspec.structs import replace

from skill.coach.catalog import Catalog
from skill.coach.events import ALL, Event


def fitting(event: Event, catalog: Catalog) -> Event:
    """Return the event without the ids that the content does not have."""
    unknown = {
        field: None
        for field, ids in _ids(catalog).items()
        if getattr(event, field, None) is not None and getattr(event, field) not in ids
    }
    return replace(event, **unknown) if unknown else event


def _ids(catalog: Catalog) -> dict[str, frozenset[str]]:
    moves, routines = frozenset(catalog.moves), frozenset(catalog.routines)
    return {
        "move": moves,
        "routine": routines,
        "target": moves | routines,
        "muscle": frozenset(catalog.muscles),
        "equipment": frozenset((*catalog.equipment, ALL)),
    }

"""Everything a shell can send: each event, with each kind of value its fields can carry."""

from collections.abc import Iterator
from typing import get_args

from skill.alexa.intents import PLAIN, WITH_SLOTS
from skill.coach import events as ev
from skill.coach.catalog import Catalog
from skill.coach.events import Event, PaceChange
from skill.coach.progress import Guidance
from skill.coach.sides import SIDES

SESSIONS = (ev.Launch, ev.Ended, ev.Unknown, ev.ForgetMe, ev.Forget, ev.KeepAll)
"""What handlers and Alexa's dialogs send besides intents."""
GONE = "gone"
"""An id of an interaction model that is newer or older than the content."""
TOO_MUCH = 999_999_999
NUMBERS = (None, -1, 0, 3, 25, TOO_MUCH)
MINUTES = (None, 0, 6, TOO_MUCH)


def event_types() -> list[type[Event]]:
    """Return the types of event a shell can send: not those that only `meaning.py` makes."""
    sent = [*PLAIN.values(), *(reading({}) for reading in WITH_SLOTS.values())]
    return list(dict.fromkeys([*SESSIONS, *(type(event) for event in sent)]))


def happenings(catalog: Catalog, move: str, routine: str, *, brief: bool) -> tuple[Event, ...]:
    """Return every event, with values for its fields as they bear on a move and a routine.

    `brief`: of numbers only one that is missing, one that fits, and one that is far too large.
    """
    numbers = (None, 3, TOO_MUCH) if brief else NUMBERS
    minutes = (None, 6) if brief else MINUTES
    other = next(id for id in catalog.moves if id != move)
    values: dict[str, tuple[object, ...]] = {
        "target": (None, move, other, routine, GONE),
        "minutes": minutes,
        "number": numbers,
        "reps": numbers,
        "seconds": numbers,
        "side": (None, *SIDES),
        "guidance": (None, *get_args(Guidance)),
        "change": (None, *get_args(PaceChange)),
        "equipment": (None, *catalog.equipment, GONE),
        "move": (None, move, other, GONE),
        "routine": (None, routine, *list(catalog.routines)[:1], GONE),
        "muscle": (None, *catalog.muscles[:2], GONE),
        "part": (None, "knee", "hip", GONE),
    }
    varied = [event for type_ in event_types() for event in _varied(type_, values)]
    return tuple(dict.fromkeys((*varied, *(ev.Start(routine, some) for some in minutes))))


def _varied(type_: type[Event], values: dict[str, tuple[object, ...]]) -> Iterator[Event]:
    """Yield an event with nothing said, and with each value of each of its fields."""
    yield type_()
    for name in type_.__struct_fields__:
        yield from (type_(**{name: value}) for value in values[name])

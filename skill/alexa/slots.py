"""Slots to values: ids, numbers, seconds. Spoken words are never looked at."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar, get_args

Slots = Mapping[str, Any]
T = TypeVar("T")

MATCH = "ER_SUCCESS_MATCH"
_DURATION = re.compile(
    r"P(?:(?P<days>\d+)D)?(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)S)?)?"
)
_SECONDS = {"days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1}
_NUMBER = re.compile(r"-?\d{1,9}")


def id_of(slots: Slots, name: str) -> str | None:
    """Return the id a slot resolved to, or `None` where it is empty or matched nothing."""
    resolutions = getattr(slots.get(name), "resolutions", None)
    for authority in getattr(resolutions, "resolutions_per_authority", None) or ():
        code = getattr(getattr(authority, "status", None), "code", None)
        if getattr(code, "value", code) == MATCH and authority.values:
            found = authority.values[0].value
            return str(found.id) if found is not None and found.id else None
    return None


def one_of(slots: Slots, name: str, choices: Any) -> Any:  # noqa: ANN401 - a Literal and its value
    """Return the id of a slot if it is one of a `Literal`'s choices."""
    found = id_of(slots, name)
    return found if found in get_args(choices) else None


def number(slots: Slots, name: str) -> int | None:
    """Return a number, or `None` for what Alexa could not read as one ("?", "a few")."""
    value = str(getattr(slots.get(name), "value", None) or "")
    return int(value) if _NUMBER.fullmatch(value) else None


def seconds(slots: Slots, name: str) -> int | None:
    """Return the seconds of an ISO 8601 duration, the form of `AMAZON.DURATION`."""
    value = str(getattr(slots.get(name), "value", None) or "")
    found = _DURATION.fullmatch(value)
    parts = {unit: int(text) for unit, text in found.groupdict().items() if text} if found else {}
    return sum(_SECONDS[unit] * count for unit, count in parts.items()) if parts else None

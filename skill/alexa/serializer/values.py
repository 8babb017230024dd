"""JSON values that are no objects of the SDK: numbers, times, enum members, open values."""

from collections.abc import Callable
from datetime import date, datetime
from enum import Enum

from .errors import EnvelopeError, wrong_type
from .nesting import check_nesting

Decode = Callable[[object], object]
"""Makes one JSON value into what the SDK's model holds; raises EnvelopeError."""


class UnknownValue(str):
    """A value that Alexa has and the SDK's enum lacks, kept as the text it is.

    It equals no member of an enum, prints and serialises as its text, and has the ``value`` that
    code reading enum members asks for.
    """

    __slots__ = ()

    @property
    def value(self) -> str:
        """The text itself, as ``Enum.value`` would be."""
        return str(self)


def text(found: object) -> str:
    """Take a text; the SDK would make anything else into one."""
    if isinstance(found, str):
        return found
    raise wrong_type(found, "a text")


def flag(found: object) -> bool:
    """Take true or false; the SDK would take the text "false" for true."""
    if isinstance(found, bool):
        return found
    raise wrong_type(found, "true or false")


def whole(found: object) -> int:
    """Take a whole number; 3.0 is one, as JSON makes no difference."""
    if type(found) is int:
        return found
    if isinstance(found, float) and found.is_integer():
        return int(found)
    raise wrong_type(found, "a whole number")


def decimal(found: object) -> float:
    """Take a number as a float, if it is not too large for one."""
    if type(found) not in {int, float}:
        raise wrong_type(found, "a number")
    try:
        return float(found)  # type: ignore[arg-type]
    except OverflowError:
        raise EnvelopeError("is too large a number") from None


def moment(found: object) -> datetime:
    """Read an ISO 8601 time. Z is the standard library's UTC here, dateutil's in the SDK."""
    try:
        return datetime.fromisoformat(text(found))
    except ValueError:
        raise EnvelopeError("is no ISO 8601 time") from None


def day(found: object) -> date:
    """Read the date of an ISO 8601 date or time."""
    return moment(found).date()


def anything(found: object) -> object:
    """Take a value whose shape is not Alexa's to say, within ``MAX_NESTING``."""
    check_nesting(found)
    return found


def member_of(kind: type[Enum]) -> Decode:
    """Make the decoder of an enum; what is no member becomes an ``UnknownValue``."""
    members = {member.value: member for member in kind}

    def decode(found: object) -> Enum | UnknownValue:
        if type(found) is not str:
            raise wrong_type(found, "a text")
        return members.get(found) or UnknownValue(found)

    return decode


NATIVE: dict[str, Decode] = {
    "str": text,
    "bool": flag,
    "int": whole,
    "long": whole,
    "float": decimal,
    "date": day,
    "datetime": moment,
    "object": anything,
}
"""Decoders by the names that the SDK's ``deserialized_types`` use."""

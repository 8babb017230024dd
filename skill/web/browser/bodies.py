"""What the page asks for, read strictly."""

from typing import Any, TypeVar

import msgspec
from flask import abort, request

T = TypeVar("T")


class Said(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Something a person said or typed."""

    locale: str
    text: str
    directive: dict[str, Any] | None = None
    """The dialog directive of the last response, where it had one."""


class Looked(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A wish to see what session attributes say."""

    locale: str
    attributes: dict[str, Any]
    now_ms: int
    """The time on the page's clock, in milliseconds since the epoch."""


def body_as(type_: type[T]) -> T:
    """Return the body of Flask's current request as a type; abort with a 400 where it isn't one.

    A page elsewhere can't send this content type without asking first, and is told no.
    """
    if request.mimetype != "application/json":
        abort(400, "The content type must be application/json.")
    try:
        return msgspec.json.decode(request.get_data(cache=False), type=type_)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        abort(400, f"The body can't be read: {error}")

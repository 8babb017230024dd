"""From the SDK's response objects to plain values, with tables built once for each class."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from types import NoneType
from typing import Any

from .tables import Attribute, attributes, is_model

Json = dict[str, Any] | list[Any] | tuple[Any, ...] | str | int | float | bytes | None
"""What the SDK's serializer gives; ``bool`` is an ``int``."""


class Ready(dict[str, Any]):
    """A JSON object that holds plain JSON all the way down: it is given back as it is.

    A screen's document weighs more than the rest of a response, and has no models in it.
    """


Encode = Callable[[Any], Json]

PLAIN: frozenset[type] = frozenset({str, int, float, bool, bytes, NoneType})


def encode(value: object) -> Json:
    """Turn models into dicts without their None attributes, all the way down.

    Raises TypeError for an object that is neither a model of the SDK nor a JSON value.
    """
    kind = type(value)
    return (_encoders.get(kind) or _learn(kind))(value)


def _learn(kind: type) -> Encode:
    _encoders[kind] = found = _encoder_for(kind)
    return found


def _encoder_for(kind: type) -> Encode:
    for base, found in BY_BASE:
        if issubclass(kind, base):
            return found
    if is_model(kind):
        return _model_encoder(kind)
    raise TypeError(f"a response cannot hold a {kind.__qualname__}: no model and no JSON value")


def _model_encoder(kind: type) -> Encode:
    fields = attributes(kind)

    def encode_model(model: object) -> dict[str, Any]:
        return _encode_items(_present(model, fields))

    return encode_model


def _present(model: object, fields: Iterable[Attribute]) -> Iterable[tuple[str, Any]]:
    for name, key, _ in fields:
        value = getattr(model, name)
        if value is not None:
            yield key, value


def _encode_items(items: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    return {key: value if type(value) in PLAIN else encode(value) for key, value in items}


def _encode_list(found: list[Any]) -> list[Any]:
    return [value if type(value) in PLAIN else encode(value) for value in found]


def _encode_decimal(found: Decimal) -> int | float:
    return int(found) if found % 1 == 0 else float(found)


BY_BASE: tuple[tuple[type, Encode], ...] = (
    (Ready, lambda found: found),
    (str, str),
    (int, int),
    (float, float),
    (list, _encode_list),
    (tuple, lambda found: tuple(map(encode, found))),
    (date, lambda found: found.isoformat()),
    (Enum, lambda found: found.value),
    (Decimal, _encode_decimal),
    (dict, lambda found: _encode_items(found.items())),
)
"""In the order the SDK asks; ``datetime`` is a ``date``, and an enum of texts is a text."""

_encoders: dict[type, Encode] = {kind: lambda found: found for kind in PLAIN}

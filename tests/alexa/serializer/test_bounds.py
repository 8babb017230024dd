"""No body sends the decoders deeper than Python's stack: each circle of models has a bound."""

from enum import Enum

import pytest
from ask_sdk_model import RequestEnvelope

from skill.alexa.serializer import EnvelopeError
from skill.alexa.serializer.models import holds_its_own_kind
from skill.alexa.serializer.nesting import MAX_NESTING, check_nesting
from skill.alexa.serializer.tables import attributes, variants

from .sdk_shapes import named


def held(model: type, *, bounded: bool) -> set[type]:
    """The models in a model's fields, with or without those that have a bound on depth."""
    found: set[type] = set()
    for attribute in attributes(model):
        inner = attribute.written.removeprefix("dict(str, ").removeprefix("list[").rstrip(")]")
        if "." in inner and (bounded or not holds_its_own_kind(model, attribute)):
            kinds = variants(named(inner))
            found |= {named(inner), *map(named, kinds.classes.values() if kinds else ())}
    return {kind for kind in found if not issubclass(kind, Enum)}


def in_a_request() -> set[type]:
    """Every model that an envelope can hold."""
    found: set[type] = set()
    new: set[type] = {RequestEnvelope}
    while new:
        found |= new
        new = {inner for model in new for inner in held(model, bounded=True)} - found
    return found


def test_every_circle_of_models_has_a_bound() -> None:
    left = {model: held(model, bounded=False) for model in in_a_request()}
    assert len(left) > 150
    while done := {model for model, inner in left.items() if not inner & left.keys()}:
        left = {model: inner for model, inner in left.items() if model not in done}
    assert not left


def test_each_key_of_a_model_is_of_one_attribute() -> None:
    for model in in_a_request():
        keys = [attribute.key for attribute in attributes(model)]
        assert len(keys) == len(set(keys)), model


def nested(levels: int) -> object:
    value: object = "leaf"
    for level in range(levels):
        value = [value, 1] if level % 2 else {"in": value, "by": None}
    return value


def test_the_bound_itself_is_allowed() -> None:
    check_nesting(nested(MAX_NESTING))


def test_one_more_is_not() -> None:
    with pytest.raises(EnvelopeError, match="nested deeper than 64 levels"):
        check_nesting(nested(MAX_NESTING + 1))

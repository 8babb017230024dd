"""Responses written as the SDK's own serializer writes them."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, ClassVar

import msgspec
import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Directive, Response, ResponseEnvelope
from ask_sdk_model.ui import Card, OutputSpeech

from skill.alexa.serializer import EnvelopeSerializer, UnknownValue
from skill.alexa.serializer.encode import Ready

from . import sdk_shapes
from .responses import RESPONSES

SDK = DefaultSerializer()
OURS = EnvelopeSerializer()


@pytest.mark.parametrize("name", RESPONSES)
def test_a_response_is_the_same_to_the_letter(name: str) -> None:
    response = RESPONSES[name]
    expected = SDK.serialize(response)
    # As text, so that the order of keys counts too.
    assert json.dumps(OURS.serialize(response)) == json.dumps(expected)
    assert json.dumps(OURS.to_dict(response)) == json.dumps(expected)
    assert OURS.to_json(response).decode() == _compact(expected)


def _compact(found: object) -> str:
    return json.dumps(found, separators=(",", ":"), ensure_ascii=False)


PARTS = [
    (f"{base.__name__} {discriminator}", discriminator, model)
    for base in (Directive, Card, OutputSpeech)
    for discriminator, model in sdk_shapes.each_variant(base)
]


@pytest.mark.parametrize(
    ("discriminator", "model"), [p[1:] for p in PARTS], ids=[p[0] for p in PARTS]
)
def test_every_part_of_a_response_the_sdk_knows(discriminator: str, model: type) -> None:
    part: Any = SDK.deserialize(json.dumps(sdk_shapes.sample(model, discriminator)), model)
    assert type(part) is model
    expected = SDK.serialize(part)
    assert len(expected) > 0
    assert _compact(OURS.serialize(part)) == _compact(expected)
    assert OURS.to_json(part).decode() == _compact(expected)


class Colour(Enum):
    RED = "red"


class OwnDirective:
    """A model of a skill's own, as the SDK allows."""

    deserialized_types: ClassVar = {"kind": "str", "shade": "Colour", "note": "str"}
    attribute_map: ClassVar = {"kind": "type"}

    def __init__(self) -> None:
        self.kind = "Own.Directive"
        self.shade = Colour.RED
        self.note = None


VALUES: list[object] = [
    None,
    "text",
    True,
    3,
    2.5,
    b"bytes",
    [1, None, "a"],
    (1, Colour.RED),
    {"a": None, "b": [Colour.RED]},
    Colour.RED,
    datetime(2026, 11, 24, 6, 5, 2, tzinfo=UTC),
    date(2026, 11, 24),
    Decimal(3),
    Decimal("2.5"),
    OwnDirective(),
    [{"deep": (OwnDirective(),)}],
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_every_kind_of_value(value: object) -> None:
    found, expected = OURS.serialize(value), SDK.serialize(value)
    assert found == expected
    assert type(found) is type(expected)


def test_dynamodb_numbers_in_the_session_are_numbers() -> None:
    response = ResponseEnvelope(session_attributes={"step": Decimal(3), "pace": Decimal("1.25")})
    assert json.loads(OURS.to_json(response))["sessionAttributes"] == {"step": 3, "pace": 1.25}


def test_an_unknown_value_goes_back_as_its_text() -> None:
    response = ResponseEnvelope(session_attributes={"mode": UnknownValue("SPECTACLES")})
    assert OURS.to_dict(response) == {"sessionAttributes": {"mode": "SPECTACLES"}}
    assert OURS.to_json(response) == b'{"sessionAttributes":{"mode":"SPECTACLES"}}'


@pytest.mark.parametrize("write", [OURS.to_dict, OURS.to_json])
def test_what_cannot_be_written_is_named(write: Callable[[ResponseEnvelope], object]) -> None:
    with pytest.raises(TypeError, match="a response cannot hold a complex"):
        write(ResponseEnvelope(session_attributes={"step": 3j}))


def test_a_response_is_left_as_it_was() -> None:
    attributes = {"done": [{"move": "pigeon"}]}
    written = OURS.to_dict(ResponseEnvelope(session_attributes=attributes))
    written["sessionAttributes"]["done"][0]["move"] = "other"
    assert attributes == {"done": [{"move": "pigeon"}]}


def test_what_is_ready_is_written_as_it_is() -> None:
    screen = Ready(type="Alexa.Presentation.APL.RenderDocument", document={"items": [1, None]})
    written = OURS.to_dict(ResponseEnvelope(response=Response(directives=[screen])))
    assert written["response"]["directives"][0] is screen
    assert json.loads(json.dumps(written)) == {"response": {"directives": [dict(screen)]}}
    assert msgspec.json.decode(msgspec.json.encode(written)) == json.loads(json.dumps(written))

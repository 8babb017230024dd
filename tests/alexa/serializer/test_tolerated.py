"""What Alexa may send tomorrow is read, and the rest of the envelope with it."""

import copy
from functools import reduce
from typing import Any

import pytest
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.utils import get_dialog_state, get_simple_slot_values, get_slot_value_v2
from ask_sdk_model import DialogState, Request

from skill.alexa.serializer import EnvelopeSerializer, UnknownValue
from skill.alexa.serializer.tables import attributes

from . import envelope_files
from .same_models import differences

SERIALIZER = EnvelopeSerializer()
ROWS = envelope_files.changes("tolerated")


def at(envelope: object, path: list[str | int]) -> object:
    """The decoded value at a path of JSON keys."""
    return reduce(_inside, path, envelope)


def _inside(found: object, key: str | int) -> object:
    if isinstance(found, list) and isinstance(key, int):
        return found[key]
    if isinstance(found, dict):
        return found[key]
    return None if found is None else getattr(found, _name(found, key))


def _name(model: object, key: str | int) -> str:
    return next(a.name for a in attributes(type(model)) if a.key == key)


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_only_the_odd_value_differs(row: dict[str, Any]) -> None:
    path = row.get("at", row["path"])
    envelope = SERIALIZER.from_dict(envelope_files.changed(row))
    assert type(at(envelope, path)).__name__ == row["model"]

    plain = SERIALIZER.from_dict(envelope_files.event(row["base"]))
    *above, last = path
    for found in (envelope, plain):
        parent = at(found, above)
        if isinstance(parent, list | dict):
            parent[last] = None
        else:
            setattr(parent, _name(parent, last), None)
    assert differences(plain, envelope) == []


def test_an_unknown_value_is_its_text_and_no_member() -> None:
    event = envelope_files.event("intent_slots")
    event["request"]["dialogState"] = "PAUSED"
    envelope = SERIALIZER.from_dict(event)
    state = get_dialog_state(HandlerInput(request_envelope=envelope))
    assert state == "PAUSED"
    assert state.value == "PAUSED"
    assert state not in list(DialogState)
    assert type(SERIALIZER.serialize(state)) is str
    assert SERIALIZER.to_json(envelope.request).count(b'"PAUSED"') == 1
    assert "PAUSED" in repr(envelope)


def test_an_unknown_kind_of_slot_value_has_no_simple_values() -> None:
    event = envelope_files.event("intent_list_slots")
    event["request"]["intent"]["slots"]["moves"]["slotValue"]["values"][1]["type"] = "Range"
    envelope = SERIALIZER.from_dict(event)
    value = get_slot_value_v2(HandlerInput(request_envelope=envelope), "moves")
    assert [simple.value for simple in get_simple_slot_values(value)] == ["butterfly"]


def test_an_unknown_request_keeps_what_every_request_has() -> None:
    event = envelope_files.event("launch")
    event["request"] |= {"type": "DreamRequest", "dream": {"of": "stretching"}}
    request = SERIALIZER.from_dict(event).request
    assert type(request) is Request
    assert request.object_type == "DreamRequest"
    assert request.request_id == event["request"]["requestId"]
    assert request.locale == "en-US"
    assert request.timestamp.utcoffset() is not None


@pytest.mark.parametrize(
    "key", ["tomorrow", "attribute_map", "deserialized_types", "object_type", "__class__", ""]
)
def test_unknown_keys_are_ignored_everywhere(key: str) -> None:
    event = envelope_files.event("intent_slots")
    plain = SERIALIZER.from_dict(copy.deepcopy(event))
    slot = event["request"]["intent"]["slots"]["side"]
    for found in (event, event["context"], event["request"], event["session"], slot):
        found[key] = {"anything": [1]}
    assert differences(plain, SERIALIZER.from_dict(event)) == []


def test_a_value_of_its_own_kind_is_read_in_every_reasonable_depth() -> None:
    event = envelope_files.event("intent_list_slots")
    value: dict[str, Any] = {"type": "Simple", "value": "pigeon"}
    for _ in range(20):
        value = {"type": "List", "values": [value]}
    event["request"]["intent"]["slots"]["moves"]["slotValue"] = value
    envelope = SERIALIZER.from_dict(event)
    found = get_simple_slot_values(envelope.request.intent.slots["moves"].slot_value)
    assert [simple.value for simple in found] == ["pigeon"]


def test_the_last_of_two_equal_keys_counts() -> None:
    body = envelope_files.text("launch").replace('"locale": "en-US"', '"locale": 7, "locale": "de"')
    assert SERIALIZER.from_json(body).request.locale == "de"


def test_an_enum_member_is_no_unknown_value() -> None:
    state = SERIALIZER.from_dict(envelope_files.event("intent_slots")).request.dialog_state
    assert state is DialogState.STARTED
    assert not isinstance(state, UnknownValue)

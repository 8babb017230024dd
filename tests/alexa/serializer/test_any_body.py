"""Whatever the body: an envelope that the skill can work with, or EnvelopeError."""

import copy
import json
from typing import Any

from ask_sdk_core.attributes_manager import AttributesManager
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.utils import request_util
from ask_sdk_model import RequestEnvelope
from hypothesis import example, given
from hypothesis import strategies as st

from skill.alexa.serializer import EnvelopeError, EnvelopeSerializer

from . import envelope_files

SERIALIZER = EnvelopeSerializer()
EVENTS = [envelope_files.event(name) for name in envelope_files.NAMES]

scalars = (
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=8)
    | st.sampled_from(["APL", "List", "Simple", "IntentRequest", "NONE", "2026-11-24", "DISCRETE"])
)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@st.composite
def changed_events(draw: st.DrawFn) -> dict[str, Any]:
    """An envelope with up to four places changed, removed, renamed, or moved elsewhere."""
    event: dict[str, Any] = copy.deepcopy(draw(st.sampled_from(EVENTS)))
    for _ in range(draw(st.integers(1, 4))):
        parent, key = draw(st.sampled_from(places(event)))
        change = draw(st.sampled_from(["set", "remove", "wrap", "copy"]))
        if change == "set":
            parent[key] = draw(values)
        elif change == "wrap":
            parent[key] = draw(st.sampled_from([lambda v: [v], lambda v: {"a": v}]))(parent[key])
        elif change == "copy":
            other, source = draw(st.sampled_from(places(event)))
            parent[key] = copy.deepcopy(other[source])
        elif isinstance(parent, dict) or len(parent) > 1:
            del parent[key]
        if not event:
            break
    return event


def places(found: dict[str, Any] | list[Any]) -> list[tuple[Any, Any]]:
    """Each place in an event: what holds it, and its key there."""
    pairs = list(found.items() if isinstance(found, dict) else enumerate(found))
    here: list[tuple[Any, Any]] = [(found, key) for key, _ in pairs]
    return here + [place for _, v in pairs if isinstance(v, dict | list) for place in places(v)]


def use(envelope: RequestEnvelope) -> None:
    """What a skill and the SDK do with every envelope, whatever it holds."""
    handler_input = HandlerInput(request_envelope=envelope)
    assert envelope.context.system.application.application_id
    assert request_util.get_user_id(handler_input)
    assert request_util.get_request_type(handler_input)
    request_util.get_locale(handler_input)
    if request_util.get_request_type(handler_input) == "IntentRequest":
        assert request_util.get_intent_name(handler_input)
        request_util.get_dialog_state(handler_input)
        for slot in (envelope.request.intent.slots or {}).values():
            request_util.get_simple_slot_values(slot.slot_value)
    assert AttributesManager(envelope)
    repr(envelope)


@given(changed_events())
@example({})
def test_a_changed_event(event: dict[str, Any]) -> None:
    try:
        envelope = SERIALIZER.from_dict(event)
    except EnvelopeError:
        return
    use(envelope)
    # What was read can be read again from what is written of it.
    assert SERIALIZER.from_json(SERIALIZER.to_json(envelope)).request == envelope.request


@given(st.sampled_from(EVENTS), st.data())
def test_a_body_with_any_bytes_changed(event: dict[str, Any], data: st.DataObject) -> None:
    body = bytearray(json.dumps(event).encode())
    for _ in range(data.draw(st.integers(1, 5))):
        start = data.draw(st.integers(0, len(body)))
        body[start : start + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=6))
    try:
        use(SERIALIZER.from_json(bytes(body)))
    except EnvelopeError:
        return


@given(st.binary() | st.text())
def test_any_body_at_all(body: bytes | str) -> None:
    try:
        SERIALIZER.deserialize(body, RequestEnvelope)
    except EnvelopeError:
        return
    raise AssertionError("no body made by chance is an envelope")

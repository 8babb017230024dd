"""Envelopes read as the SDK's own serializer reads them."""

import json

import pytest
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model import Context, Request, RequestEnvelope

from skill.alexa.serializer import EnvelopeSerializer
from skill.alexa.serializer.tables import Attribute, attributes

from . import envelope_files, sdk_shapes
from .same_models import differences

SDK = DefaultSerializer()
OURS = EnvelopeSerializer()


@pytest.mark.parametrize("name", envelope_files.NAMES)
def test_an_envelope_gives_the_same_models(name: str) -> None:
    body = envelope_files.text(name)
    sdk = SDK.deserialize(body, RequestEnvelope)
    assert differences(sdk, OURS.deserialize(body, RequestEnvelope)) == []


@pytest.mark.parametrize("name", envelope_files.NAMES)
def test_bytes_text_and_dict_give_the_same(name: str) -> None:
    body = envelope_files.text(name)
    from_text = OURS.from_json(body)
    assert differences(from_text, OURS.from_json(body.encode())) == []
    assert differences(from_text, OURS.from_dict(json.loads(body))) == []


REQUESTS = list(sdk_shapes.each_variant(Request))


@pytest.mark.parametrize(("discriminator", "model"), REQUESTS, ids=[name for name, _ in REQUESTS])
def test_every_request_the_sdk_knows(discriminator: str, model: type) -> None:
    body = json.dumps(sdk_shapes.sample(model, discriminator))
    sdk = SDK.deserialize(body, Request)
    assert type(sdk) is model
    assert differences(sdk, OURS.deserialize(body, Request)) == []


@pytest.mark.parametrize("attribute", attributes(Context), ids=lambda found: found.key)
def test_every_part_of_a_context_the_sdk_knows(attribute: Attribute) -> None:
    full = sdk_shapes.sample(Context)
    body = json.dumps({attribute.key: full[attribute.key]})
    sdk = SDK.deserialize(body, Context)
    assert getattr(sdk, attribute.name) is not None
    assert differences(sdk, OURS.deserialize(body, Context)) == []


@pytest.mark.parametrize(
    ("payload", "kind"),
    [
        ('"text"', "str"),
        ('"text"', str),
        ("3", "int"),
        ("3", float),
        ("true", bool),
        ('"2026-11-24"', "date"),
        ('"2026-11-24T06:05:02+01:00"', "datetime"),
        ('{"a": [1]}', object),
        ('["a", "b"]', "list[str]"),
        ('{"a": 1}', "dict(str, int)"),
        ('[{"name": "move"}]', "list[ask_sdk_model.slot.Slot]"),
        ('{"move": {"name": "move"}}', "dict(str, ask_sdk_model.slot.Slot)"),
        ('"NONE"', "ask_sdk_model.slot_confirmation_status.SlotConfirmationStatus"),
        ("null", "ask_sdk_model.slot.Slot"),
        (None, "ask_sdk_model.slot.Slot"),
    ],
)
def test_every_kind_of_type_an_sdk_client_may_ask_for(payload: str, kind: str | type) -> None:
    assert differences(SDK.deserialize(payload, kind), OURS.deserialize(payload, kind)) == []


@pytest.mark.parametrize("kind", ["Slot", dict])
def test_a_type_that_is_none_is_said_to_the_developer(kind: str | type) -> None:
    with pytest.raises(TypeError, match=r"is no (type|model)"):
        OURS.deserialize("{}", kind)

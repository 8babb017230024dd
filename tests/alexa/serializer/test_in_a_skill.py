"""The serializer in the SDK's own skill and in its handler for skills outside Lambda."""

import copy
import json
from typing import Any

import pytest
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import CustomSkillBuilder
from ask_sdk_core.utils import is_intent_name
from ask_sdk_model import Response

from skill.alexa.serializer import EnvelopeError, EnvelopeSerializer
from skill.web.webservice_support import WebserviceSkillHandler

from . import envelope_files


def echo(handler_input: HandlerInput) -> Response:
    """Say what kind of request it was and count the turn."""
    session = handler_input.request_envelope.session
    if session is not None:
        handler_input.attributes_manager.session_attributes["turn"] = 1
    said = handler_input.request_envelope.request.object_type
    return handler_input.response_builder.speak(said).response


def start(handler_input: HandlerInput) -> Response:
    """Repeat the id of the first move."""
    slot = handler_input.request_envelope.request.intent.slots["move"]
    found = slot.resolutions.resolutions_per_authority[0].values[0].value.id
    return handler_input.response_builder.speak(found).response


@pytest.fixture
def skill() -> CustomSkill:
    builder = CustomSkillBuilder()
    builder.request_handler(is_intent_name("StartMoveIntent"))(start)
    builder.request_handler(lambda _: True)(echo)
    made = builder.create()
    made.serializer = EnvelopeSerializer()
    return made


def answer(skill: CustomSkill, event: dict[str, Any]) -> dict[str, Any]:
    """A turn as a Lambda handler takes it."""
    serializer = skill.serializer
    found: dict[str, Any] = serializer.to_dict(skill.invoke(serializer.from_dict(event), None))
    return found


@pytest.mark.parametrize("name", ["launch", "audio_stopped", "event_skill_enabled"])
def test_a_turn_from_a_dict(skill: CustomSkill, name: str) -> None:
    event = envelope_files.event(name)
    spoken = answer(skill, event)["response"]["outputSpeech"]["ssml"]
    assert spoken == f"<speak>{event['request']['type']}</speak>"


def test_a_turn_reads_slots(skill: CustomSkill) -> None:
    spoken = answer(skill, envelope_files.event("intent_slots"))
    assert spoken["response"]["outputSpeech"]["ssml"] == "<speak>figure_four</speak>"


def test_a_turn_leaves_the_event_as_it_was(skill: CustomSkill) -> None:
    event = envelope_files.event("intent_next")
    before = copy.deepcopy(event)
    assert answer(skill, event)["sessionAttributes"] == {
        **before["session"]["attributes"],
        "turn": 1,
    }
    assert event == before


def test_an_unknown_request_is_answered(skill: CustomSkill) -> None:
    event = envelope_files.event("launch")
    event["request"]["type"] = "DreamRequest"
    spoken = answer(skill, event)["response"]["outputSpeech"]["ssml"]
    assert spoken == "<speak>DreamRequest</speak>"


@pytest.fixture
def handler(skill: CustomSkill) -> WebserviceSkillHandler:
    return WebserviceSkillHandler(skill, verify_signature=False, verify_timestamp=False)


TEXT = envelope_files.text("launch_screen")


@pytest.mark.parametrize("body", [TEXT, TEXT.encode()], ids=["text", "bytes"])
def test_the_sdks_web_handler_takes_it(handler: WebserviceSkillHandler, body: str | bytes) -> None:
    answered = handler.verify_request_and_dispatch({}, body)
    assert answered["response"]["outputSpeech"]["ssml"] == "<speak>LaunchRequest</speak>"
    json.dumps(answered)


def test_the_sdks_web_handler_lets_the_error_out(handler: WebserviceSkillHandler) -> None:
    with pytest.raises(EnvelopeError):
        handler.verify_request_and_dispatch({}, "{}")


def test_the_sdks_check_of_the_time_takes_ours(skill: CustomSkill) -> None:
    handler = WebserviceSkillHandler(skill, verify_signature=False)
    with pytest.raises(Exception, match="Timestamp verification failed"):
        handler.verify_request_and_dispatch({}, envelope_files.text("launch"))

"""What must hold of every response that a device gets."""

from typing import Any

import msgspec

from skill.alexa.memory import ATTRIBUTE, Kept
from skill.coach.words import Lexicon
from skill.simulator.device import Heard
from skill.speech.limits import MAX_RESPONSE_BYTES, MAX_SPEECH_CHARACTERS


def check_heard(heard: Heard, lexicon: Lexicon) -> None:
    """Assert that a device can play it, and that nothing went wrong on our side."""
    response: dict[str, Any] = heard.response["response"]
    assert len(msgspec.json.encode(heard.response)) <= MAX_RESPONSE_BYTES
    if heard.request["request"]["type"] == "SessionEndedRequest":
        assert response.keys() <= {"shouldEndSession"}, response
        return
    ssml = response["outputSpeech"]["ssml"]
    assert len(ssml) <= MAX_SPEECH_CHARACTERS
    assert heard.speech, "silence"
    assert ("reprompt" in response) == heard.listens
    text = " ".join(part.text for part in heard.speech)
    assert not any(fault in text for fault in lexicon.phrases.lost.fault), heard.request


def told_by_context(heard: Heard) -> bool:
    """Return whether what somebody has or lacks was said without naming it."""
    intent = heard.request["request"].get("intent", {})
    if intent.get("name") in ("LackEquipmentIntent", "HaveEquipmentIntent"):
        thing = intent.get("slots", {}).get("equipment", {})
        return not thing.get("resolutions", {}).get("resolutionsPerAuthority")
    text = (heard.request["session"].get("attributes") or {}).get(ATTRIBUTE)
    before = msgspec.json.decode(text, type=Kept) if text else None
    return before is not None and before.state.session.asking == "substitute"


def kept_of(heard: Heard) -> Kept | None:
    """Return what a response leaves with the device."""
    text = (heard.response.get("sessionAttributes") or {}).get(ATTRIBUTE)
    return msgspec.json.decode(text, type=Kept) if text else None

"""What Alexa makes of what was said: the request's own part of an envelope."""

from typing import Any

from skill.simulator import envelopes
from skill.simulator.understanding import Understanding
from skill.simulator.understanding.result import Understood

Request = dict[str, Any]
"""The request of an envelope, without what every request has (id, time, locale)."""

_CONFIRMING = {"AMAZON.YesIntent": "CONFIRMED", "AMAZON.NoIntent": "DENIED"}


def named(understanding: Understanding, text: str) -> Request | None:
    """Return what was said with the invocation name, or nothing where the skill is not named."""
    shot = understanding.one_shot(text)
    if shot.kind == "elsewhere":
        return None
    if shot.understood is None:
        return envelopes.launch()
    return as_request(understanding, shot.understood)


def plain(understanding: Understanding, text: str, directive: dict[str, Any] | None) -> Request:
    """Return what was said to an open session.

    `directive` is the dialog directive of the last response, if it had one: then the answer may
    belong to a slot, or confirm an intent.
    """
    directive = directive or {}
    intent = directive.get("updatedIntent", {})
    if directive.get("type") == "Dialog.ElicitSlot":
        eliciting = (intent["name"], directive["slotToElicit"])
        return as_request(understanding, understanding.understand(text, eliciting))
    understood = understanding.understand(text)
    answer = _CONFIRMING.get(understood.intent)
    if directive.get("type") == "Dialog.ConfirmIntent" and answer:
        return as_request(understanding, Understood(intent["name"]), answer)
    return as_request(understanding, understood)


def as_request(
    understanding: Understanding, understood: Understood, confirmation: str = "NONE"
) -> Request:
    """Return an intent as a request, with every slot of it."""
    slot_types = understanding.slot_types(understood.intent)
    return envelopes.intent(understood, slot_types, confirmation)

"""A parsed envelope to a parsed response, for hosts that hand over both as objects."""

from typing import Any

from ask_sdk_core.skill import CustomSkill


def answer(skill: CustomSkill, event: dict[str, Any]) -> dict[str, Any]:
    """Return the skill's response to an envelope.

    Raises:
        EnvelopeError: it is no envelope.
        AskSdkException: it is an envelope of another skill.
    """
    envelope = skill.serializer.from_dict(event)
    response: dict[str, Any] = skill.serializer.to_dict(skill.invoke(envelope, None))
    return response

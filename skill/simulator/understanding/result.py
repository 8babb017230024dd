"""What an utterance turned out to mean."""

from typing import Any, Literal

import msgspec

How = Literal["sample", "near", "fallback"]
"""`sample`: word for word in the model. `near`: close to a sample. `fallback`: not ours."""

ResolutionCode = Literal["ER_SUCCESS_MATCH", "ER_SUCCESS_NO_MATCH"]


class SlotValue(msgspec.Struct, frozen=True):
    """A filled slot."""

    value: str
    """As spoken; a number or an ISO 8601 duration for Amazon's types, `?` for no number."""
    id: str | None = None
    """Id of the value in a type of ours."""
    name: str | None = None
    """The value's main name in the model."""
    status: ResolutionCode | None = None
    """How the value was resolved; `None` for Amazon's types, which have no resolutions."""


class Understood(msgspec.Struct, frozen=True):
    """An intent with the slots that were filled."""

    intent: str
    slots: dict[str, SlotValue] = {}
    confidence: float = 0.0
    """0 to 1; 1 for a sample word for word."""
    how: How = "fallback"


def as_line(utterance: str, understood: Understood) -> dict[str, Any]:
    """Return an utterance and its meaning as plain JSON."""
    slots = {name: _plain(slot) for name, slot in understood.slots.items()}
    return {
        "utterance": utterance,
        "intent": understood.intent,
        "slots": slots,
        "how": understood.how,
    }


def _plain(slot: SlotValue) -> dict[str, str]:
    return {"value": slot.value} | ({"id": slot.id} if slot.id else {})

"""Request envelopes as an Echo sends them."""

from datetime import UTC, datetime
from typing import Any

import msgspec

from skill.simulator.understanding.result import SlotValue, Understood

AUTHORITY = "amzn1.er-authority.echo-sdk.simulator"


class Account(msgspec.Struct, frozen=True):
    """Who talks, on what, to which skill."""

    user: str = "amzn1.ask.account.SIMULATED"
    device: str = "amzn1.ask.device.SIMULATED"
    skill: str = "amzn1.ask.skill.00000000-0000-0000-0000-000000000000"
    locale: str = "en-US"


def envelope(
    account: Account, request: dict[str, Any], session: dict[str, Any], request_id: str, now_ms: int
) -> dict[str, Any]:
    """Return a whole envelope around a request."""
    at = datetime.fromtimestamp(now_ms / 1000, UTC)
    common = {
        "requestId": request_id,
        "timestamp": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "locale": account.locale,
    }
    application, user = {"applicationId": account.skill}, {"userId": account.user}
    system = {
        "application": application,
        "user": user,
        "device": {"deviceId": account.device, "supportedInterfaces": {}},
        "apiEndpoint": "https://api.amazonalexa.com",
    }
    return {
        "version": "1.0",
        "session": {**session, "application": application, "user": user},
        "context": {"System": system},
        "request": {**request, **common},
    }


def launch() -> dict[str, Any]:
    """Return a launch without a wish."""
    return {"type": "LaunchRequest"}


def session_ended(reason: str) -> dict[str, Any]:
    """Return the end of a session."""
    return {"type": "SessionEndedRequest", "reason": reason}


def intent(
    understood: Understood, slot_types: dict[str, str], confirmation: str = "NONE"
) -> dict[str, Any]:
    """Return what was said as an intent, with every slot of it, the empty ones too."""
    slots = {
        name: _slot(name, understood.slots.get(name), type_) for name, type_ in slot_types.items()
    }
    return {
        "type": "IntentRequest",
        "intent": {"name": understood.intent, "confirmationStatus": confirmation, "slots": slots},
    }


def _slot(name: str, filled: SlotValue | None, slot_type: str) -> dict[str, Any]:
    slot: dict[str, Any] = {"name": name, "confirmationStatus": "NONE"}
    if filled is None:
        return slot
    slot |= {"value": filled.value, "source": "USER"}
    if filled.status is not None:
        value = {"name": filled.name, "id": filled.id}
        authority: dict[str, Any] = {
            "authority": f"{AUTHORITY}.{slot_type}",
            "status": {"code": filled.status},
        }
        if filled.id is not None:
            authority["values"] = [{"value": value}]
        slot["resolutions"] = {"resolutionsPerAuthority": [authority]}
    return slot

"""What the skill relies on in an envelope, read in one place."""

from typing import Any, Literal

import msgspec
from ask_sdk_core.handler_input import HandlerInput

from skill.progress.store import Request

Form = Literal["wide", "tall", "round"]
"""Of a screen."""


class Incoming(msgspec.Struct, frozen=True):
    """A request of a person."""

    request: Request
    locale: str
    opens: bool
    """Whether it opens a session; what is remembered is read then."""
    attributes: dict[str, Any]
    """What the last response left with the device."""
    slots: dict[str, Any]
    """The SDK's slots by name; empty where the request has none."""
    intent: str
    """Name of the intent; empty where the request has none."""
    confirmation: str
    """`NONE`, `CONFIRMED` or `DENIED`: of the intent, in a dialog."""
    touched: tuple[object, ...] = ()
    """What a screen sent with a touch."""
    apl: str = ""
    """The highest version of APL the device shows; empty where it has no screen."""
    form: Form = "wide"
    """How its screen is shaped."""


def incoming(handler_input: HandlerInput) -> Incoming:
    """Read the request of a turn; the serializer has checked what every envelope has."""
    envelope = handler_input.request_envelope
    request, session = envelope.request, envelope.session
    intent = getattr(request, "intent", None)
    return Incoming(
        request=Request(
            user=user_id(envelope),
            id=request.request_id or "",
            at_ms=int(request.timestamp.timestamp() * 1000),
        ),
        locale=request.locale or "",
        opens=session is None or bool(session.new),
        attributes=(session.attributes if session is not None else None) or {},
        slots=(intent.slots if intent is not None else None) or {},
        intent=(intent.name if intent is not None else None) or "",
        confirmation=_text(intent.confirmation_status if intent is not None else None),
        touched=tuple(getattr(request, "arguments", None) or ()),
        apl=_apl(envelope),
        form=_form(envelope),
    )


def _apl(envelope: Any) -> str:  # noqa: ANN401 - the SDK is untyped
    device = getattr(getattr(envelope.context, "system", None), "device", None)
    interfaces = getattr(device, "supported_interfaces", None)
    runtime = getattr(getattr(interfaces, "alexa_presentation_apl", None), "runtime", None)
    return getattr(runtime, "max_version", None) or ""


def _form(envelope: Any) -> Form:  # noqa: ANN401 - the SDK is untyped
    viewport = getattr(envelope.context, "viewport", None)
    if viewport is None:
        return "wide"
    if _text(viewport.shape) == "ROUND":
        return "round"
    wide = viewport.current_pixel_width or viewport.pixel_width or 0
    tall = viewport.current_pixel_height or viewport.pixel_height or 0
    return "tall" if tall > wide else "wide"


def user_id(envelope: Any) -> str:  # noqa: ANN401 - the SDK is untyped
    """Return the id of the person's account in this skill, or nothing where none was sent."""
    system = envelope.context.system if envelope.context is not None else None
    for holder in (system, envelope.session):
        user = getattr(holder, "user", None)
        if user is not None and user.user_id:
            return str(user.user_id)
    return ""


def _text(value: object) -> str:
    """Return an enum's value, or the text itself where the SDK does not know it."""
    return str(getattr(value, "value", value) or "NONE")

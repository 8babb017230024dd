"""Does a process's first turn before anybody waits for it.

The SDK's models are imported when a body first names them; a Lambda or a web worker calls ``warm``
while it starts.
"""

from ask_sdk_model import Response, ResponseEnvelope
from ask_sdk_model.interfaces.alexa.presentation.apl import RenderDocumentDirective
from ask_sdk_model.ui import Reprompt, SimpleCard, SsmlOutputSpeech, StandardCard

from .serializer import EnvelopeSerializer

USER = {"userId": "warm", "permissions": {"scopes": {"warm": {"status": "GRANTED"}}}}
APPLICATION = {"applicationId": "warm"}
RESOLUTIONS = {
    "resolutionsPerAuthority": [
        {
            "authority": "warm",
            "status": {"code": "ER_SUCCESS_MATCH"},
            "values": [{"value": {"name": "warm", "id": "warm"}}],
        }
    ]
}
SLOT = {
    "name": "warm",
    "value": "warm",
    "confirmationStatus": "NONE",
    "resolutions": RESOLUTIONS,
    "slotValue": {"type": "Simple", "value": "warm", "resolutions": RESOLUTIONS},
}
SCREEN = {
    "type": "APL",
    "id": "main",
    "shape": "RECTANGLE",
    "dpi": 160,
    "presentationType": "STANDARD",
    "canRotate": False,
    "configuration": {
        "current": {
            "mode": "HUB",
            "video": {"codecs": ["H_264_42"]},
            "size": {"type": "DISCRETE", "pixelWidth": 1024, "pixelHeight": 600},
        }
    },
}
VIEWPORT = {
    "experiences": [{"arcMinuteWidth": 246, "arcMinuteHeight": 144, "canRotate": False}],
    "mode": "HUB",
    "shape": "RECTANGLE",
    "pixelWidth": 1024,
    "touch": ["SINGLE"],
    "keyboard": ["DIRECTION"],
    "video": {"codecs": ["H_264_42"]},
}
DEVICE = {
    "deviceId": "warm",
    "supportedInterfaces": {
        "AudioPlayer": {},
        "Alexa.Presentation.APL": {"runtime": {"maxVersion": "2024.2"}},
        "Alexa.Presentation.HTML": {"runtime": {"maxVersion": "1.1"}},
        "Display": {"templateVersion": "1.0"},
        "VideoApp": {},
    },
}
CONTEXT = {
    "System": {
        "application": APPLICATION,
        "user": USER,
        "person": {"personId": "warm"},
        "unit": {"unitId": "warm"},
        "device": DEVICE,
    },
    "Viewport": VIEWPORT,
    "Viewports": [SCREEN],
    "Alexa.Presentation.APL": {"token": "warm", "componentsVisibleOnScreen": [{"tags": {}}]},
    "AudioPlayer": {"playerActivity": "IDLE"},
    "Extensions": {"available": {}},
}
REQUESTS: tuple[dict[str, object], ...] = (
    {"type": "LaunchRequest"},
    {
        "type": "IntentRequest",
        "dialogState": "STARTED",
        "intent": {"name": "warm", "confirmationStatus": "NONE", "slots": {"warm": SLOT}},
    },
    {"type": "SessionEndedRequest", "reason": "ERROR", "error": {"type": "ENDPOINT_TIMEOUT"}},
    {"type": "Alexa.Presentation.APL.UserEvent", "arguments": []},
)


def warm(serializer: EnvelopeSerializer | None = None) -> None:
    """Read each common kind of envelope and write a response, so that no model is left to import.

    The tables it fills belong to the process, whichever serializer it is given.
    """
    serializer = serializer or EnvelopeSerializer()
    for request in REQUESTS:
        serializer.from_dict(_envelope(request))
    for card in (SimpleCard(), StandardCard()):
        serializer.serialize(_response(card))
        serializer.to_json(_response(card))


def _envelope(request: dict[str, object]) -> dict[str, object]:
    common = {"requestId": "warm", "timestamp": "2020-01-01T00:00:00Z", "locale": "en-US"}
    session = {"new": True, "sessionId": "warm", "application": APPLICATION, "user": USER}
    return {
        "version": "1.0",
        "session": session,
        "context": CONTEXT,
        "request": {**common, **request},
    }


def _response(card: object) -> ResponseEnvelope:
    speech = SsmlOutputSpeech(ssml="<speak></speak>")
    response = Response(
        output_speech=speech,
        reprompt=Reprompt(output_speech=speech),
        card=card,
        directives=[RenderDocumentDirective(token="warm", document={})],  # noqa: S106
        should_end_session=False,
    )
    return ResponseEnvelope(version="1.0", session_attributes={}, response=response)

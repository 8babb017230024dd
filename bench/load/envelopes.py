"""Request envelopes of Alexa's, with all that a device with a screen sends, and their signature."""

import base64
import json
from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.hashes import SHA256

Json = dict[str, Any]

SKILL_ID = "amzn1.ask.skill.7d3a1f0c-1111-4222-8333-5b5f0a9d2c01"
USER_ID = "amzn1.ask.account." + "AF7QK2ZJ" * 20
CHAIN_URL = "https://s3.amazonaws.com/echo.api/echo-api-cert-12.pem"

_VIEWPORT: Json = {
    "experiences": [{"arcMinuteWidth": 246, "arcMinuteHeight": 144, "canRotate": False}],
    "mode": "HUB",
    "shape": "RECTANGLE",
    "pixelWidth": 1024,
    "pixelHeight": 600,
    "dpi": 160,
    "currentPixelWidth": 1024,
    "currentPixelHeight": 600,
    "touch": ["SINGLE"],
    "video": {"codecs": ["H_264_42", "H_264_41"]},
}


def timestamp(now: float) -> str:
    """Write a time, in seconds since 1970, as Alexa does."""
    return datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def intent(name: str) -> Json:
    """Build an intent with slots that were resolved."""
    authority = {
        "authority": f"amzn1.er-authority.echo-sdk.{SKILL_ID}.Move",
        "status": {"code": "ER_SUCCESS_MATCH"},
        "values": [{"value": {"name": "lying band stretch", "id": "lying_band_stretch"}}],
    }
    slot = {
        "name": "move",
        "value": "band stretch",
        "confirmationStatus": "NONE",
        "source": "USER",
        "resolutions": {"resolutionsPerAuthority": [authority]},
        "slotValue": {
            "type": "Simple",
            "value": "band stretch",
            "resolutions": {"resolutionsPerAuthority": [authority]},
        },
    }
    return {"name": name, "confirmationStatus": "NONE", "slots": {"move": slot}}


def envelope(now: float, kind: str = "IntentRequest", name: str = "AMAZON.NextIntent") -> Json:
    """Build a request inside a session."""
    request: Json = {
        "type": kind,
        "requestId": "amzn1.echo-api.request.0b3e9a52-5c2f-4a7e-9f0e-3d1f6a2b7c11",
        "timestamp": timestamp(now),
        "locale": "en-US",
    }
    if kind == "IntentRequest":
        request |= {"intent": intent(name), "dialogState": "COMPLETED"}
    system = _system()
    session = {
        "new": False,
        "sessionId": "amzn1.echo-api.session.4f1d6c7a-2222-4333-8444-1f0e9d8c7b6a",
        "application": system["application"],
        "attributes": {"bookmark": {"routine": "full", "move": 3, "side": "right", "step": 2}},
        "user": system["user"],
    }
    context = {"System": system, "Viewport": _VIEWPORT}
    return {"version": "1.0", "session": session, "context": context, "request": request}


def _system() -> Json:
    interfaces = {
        "Alexa.Presentation.APL": {"runtime": {"maxVersion": "2024.3"}},
        "AudioPlayer": {},
    }
    return {
        "application": {"applicationId": SKILL_ID},
        "user": {"userId": USER_ID},
        "device": {
            "deviceId": "amzn1.ask.device." + "AG5H3K" * 24,
            "supportedInterfaces": interfaces,
        },
        "apiEndpoint": "https://api.amazonalexa.com",
        "apiAccessToken": "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9." + "A9x" * 300,
    }


def without_session(now: float, kind: str) -> Json:
    """Build a request that carries no session: AudioPlayer, PlaybackController, skill events."""
    whole = envelope(now, kind)
    del whole["session"]
    return whole


def encoded(whole: Json) -> bytes:
    """Write an envelope as Alexa does: compact, and UTF-8 unescaped."""
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def signed_headers(key: RSAPrivateKey, body: bytes, url: str = CHAIN_URL) -> dict[str, str]:
    """Sign a body; return the headers to send with it."""
    signature = key.sign(body, PKCS1v15(), SHA256())
    return {
        "Content-Type": "application/json; charset=utf-8",
        "SignatureCertChainUrl": url,
        "Signature-256": base64.b64encode(signature).decode(),
    }

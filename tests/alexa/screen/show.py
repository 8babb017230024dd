"""An Echo with a screen: envelopes that name one, and what its screen is given."""

from typing import Any

import msgspec

from skill.alexa.answer import answer
from skill.alexa.skill import build_skill
from skill.content import load
from skill.settings import Settings
from skill.simulator import envelopes
from skill.simulator.envelopes import Account
from tests.stores import memory_store

MORNING_MS = 1_800_000_000_000
RENDER = "Alexa.Presentation.APL.RenderDocument"
VIEWPORTS: dict[str, dict[str, Any]] = {
    "hub_round_small": {"shape": "ROUND", "pixelWidth": 480, "pixelHeight": 480, "dpi": 160},
    "hub_small": {"shape": "RECTANGLE", "pixelWidth": 960, "pixelHeight": 480, "dpi": 160},
    "hub_medium": {"shape": "RECTANGLE", "pixelWidth": 960, "pixelHeight": 600, "dpi": 160},
    "hub_portrait": {"shape": "RECTANGLE", "pixelWidth": 600, "pixelHeight": 960, "dpi": 160},
}
"""The smallest of Amazon's viewport profiles of each proportion. Everything is sized in parts of
the screen, so that what fits on these fits on larger ones; 2:1 and 16:10 are the extremes."""


class Shown(msgspec.Struct, frozen=True):
    """A response, and what it puts on the screen."""

    name: str
    """What led to it, for messages of tests."""
    response: dict[str, Any]

    @property
    def directive(self) -> dict[str, Any] | None:
        """The directive that renders a document, if there is one."""
        directives = self.response["response"].get("directives", [])
        found = [one for one in directives if one["type"] == RENDER]
        return found[0] if found else None

    @property
    def document(self) -> dict[str, Any]:
        """The document; there has to be one."""
        assert self.directive is not None, self.name
        document: dict[str, Any] = self.directive["document"]
        return document

    @property
    def data(self) -> dict[str, Any]:
        """What it is filled with."""
        assert self.directive is not None, self.name
        screen: dict[str, Any] = self.directive["datasources"]["screen"]
        return screen

    @property
    def listens(self) -> bool:
        """Whether the session stays open."""
        return self.response["response"].get("shouldEndSession") is False

    @property
    def size(self) -> int:
        """Bytes of the whole response."""
        return len(msgspec.json.encode(self.response))


class Show:
    """One Echo Show, of one person."""

    def __init__(
        self, locale: str = "en-US", viewport: str = "hub_small", apl: str | None = "2023.3"
    ) -> None:
        self.skill = build_skill(load(), memory_store(), Settings())
        self.account = Account(locale=locale)
        self.viewport = VIEWPORTS[viewport]
        self.apl = apl
        self.now_ms = MORNING_MS
        self._count = 0
        self._session: dict[str, Any] | None = None

    def launch(self) -> Shown:
        """Open the skill."""
        self._session = None
        return self._send("launch", envelopes.launch())

    def intent(self, name: str, **ids: str) -> Shown:
        """Say what stands for an intent, its slots filled with these ids."""
        request = {"type": "IntentRequest", "intent": {"name": name, "slots": _slots(ids)}}
        return self._send(" ".join((name, *ids.values())), request)

    def touch(self, *arguments: object) -> Shown:
        """Touch what sends these arguments."""
        request = {
            "type": "Alexa.Presentation.APL.UserEvent",
            "token": "hip-coach",
            "arguments": list(arguments),
            "source": {"type": "TouchWrapper", "handler": "Press"},
            "components": {},
        }
        return self._send(f"touch {arguments}", request)

    def wait(self, seconds: int) -> None:
        """Let time go by."""
        self.now_ms += seconds * 1000

    def _send(self, name: str, request: dict[str, Any]) -> Shown:
        self._count += 1
        session = self._session or {"new": True, "sessionId": "s", "attributes": {}}
        sent = envelopes.envelope(
            self.account, request, session, f"request-{self._count}", self.now_ms
        )
        if self.apl is not None:
            device = sent["context"]["System"]["device"]
            device["supportedInterfaces"] = {
                "Alexa.Presentation.APL": {"runtime": {"maxVersion": self.apl}}
            }
            sent["context"]["Viewport"] = self.viewport
        response = answer(self.skill, sent)
        attributes = response.get("sessionAttributes") or {}
        goes_on = response["response"].get("shouldEndSession") is False
        self._session = {**session, "new": False, "attributes": attributes} if goes_on else None
        return Shown(name, response)


def _slots(ids: dict[str, str]) -> dict[str, Any]:
    return {name: _slot(name, id) for name, id in ids.items()}


def _slot(name: str, id: str) -> dict[str, Any]:
    match = {
        "authority": f"amzn1.er-authority.echo-sdk.x.{name}",
        "status": {"code": "ER_SUCCESS_MATCH"},
        "values": [{"value": {"name": id, "id": id}}],
    }
    return {
        "name": name,
        "value": id,
        "confirmationStatus": "NONE",
        "resolutions": {"resolutionsPerAuthority": [match]},
    }

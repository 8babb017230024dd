"""A simulated Echo: real envelopes out, responses in, and a device's rules between them.

A session opens with a launch or a one-shot, carries its attributes, listens only when the response
says so, plays the reprompt once after silence, and then ends.
"""

import uuid
from collections.abc import Callable
from typing import Any

import msgspec

from skill.coach.words import Voice
from skill.simulator import envelopes, hearing
from skill.simulator.envelopes import Account
from skill.simulator.spoken import Part, length_ms, parts
from skill.simulator.understanding import Understanding

Endpoint = Callable[[dict[str, Any]], dict[str, Any]]
"""Takes an envelope to the skill and brings its response back."""


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, now_ms: int) -> None:
        self.now_ms = now_ms

    def wait(self, ms: int) -> None:
        """Let time go by."""
        self.now_ms += ms


class Heard(msgspec.Struct, frozen=True):
    """What a device makes of a response."""

    request: dict[str, Any]
    response: dict[str, Any]
    speech: list[Part]
    reprompt: list[Part]
    listens: bool

    @property
    def ms(self) -> int:
        """How long the speech takes, its silences included."""
        return length_ms(self.speech)


class NotForUs(Exception):
    """With no session open, what was said goes to Alexa and not to the skill."""


class Device:
    """One Echo, of one person."""

    def __init__(
        self,
        endpoint: Endpoint,
        understanding: Understanding,
        voice: Voice,
        clock: Clock,
        account: Account | None = None,
    ) -> None:
        self._endpoint = endpoint
        self._understanding = understanding
        self._voice = voice
        self.clock = clock
        self.account = account or Account()
        self._session: dict[str, Any] | None = None
        self._dialog: dict[str, Any] | None = None
        self.reprompt: list[Part] = []

    @property
    def is_open(self) -> bool:
        """Whether a session is open."""
        return self._session is not None

    def launch(self) -> Heard:
        """Open the skill without a wish."""
        if self._session is not None:
            self.end("USER_INITIATED")
        return self._send(envelopes.launch())

    def say(self, text: str) -> Heard:
        """Say something: to the open session, or with the invocation name, which opens a new one.

        Raises:
            NotForUs: no session is open, and the skill was not named.
        """
        request = hearing.named(self._understanding, text)
        if request is None:
            if self._session is None:
                raise NotForUs(text)
            return self._send(self._said(text))
        if self._session is not None:
            self.end("USER_INITIATED")
        return self._send(request)

    def tell(self, text: str) -> Heard:
        """Say something to the skill, by a one-shot where no session is open."""
        return self._send(self._said(text))

    def end(self, reason: str = "EXCEEDED_MAX_REPROMPTS") -> Heard:
        """Close the session, and tell the skill so."""
        heard = self._send(envelopes.session_ended(reason))
        self._session = None
        return heard

    def _said(self, text: str) -> hearing.Request:
        return hearing.plain(self._understanding, text, self._dialog)

    # --- sending

    def _send(self, request: dict[str, Any]) -> Heard:
        session = self._session or {"new": True, "sessionId": _id("session"), "attributes": {}}
        sent = envelopes.envelope(self.account, request, session, _id("request"), self.clock.now_ms)
        response = self._endpoint(sent)
        return self._hear(sent, session, response)

    def _hear(
        self, sent: dict[str, Any], session: dict[str, Any], response: dict[str, Any]
    ) -> Heard:
        body = response.get("response", {})
        listens = body.get("shouldEndSession") is False
        attributes = response.get("sessionAttributes") or {}
        self._session = {**session, "new": False, "attributes": attributes} if listens else None
        self._dialog = _dialog(body.get("directives", []))
        self.reprompt = self._speech(body.get("reprompt", {}))
        return Heard(
            request=sent,
            response=response,
            speech=self._speech(body),
            reprompt=self.reprompt,
            listens=listens,
        )

    def _speech(self, holder: dict[str, Any]) -> list[Part]:
        ssml = holder.get("outputSpeech", {}).get("ssml")
        return parts(ssml, self._voice) if ssml else []


def _dialog(directives: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the directive that the next answer belongs to; screens and sounds ask for none."""
    asking = (one for one in directives if one.get("type", "").startswith("Dialog."))
    return next(asking, None)


def _id(kind: str) -> str:
    return f"amzn1.echo-api.{kind}.{uuid.uuid4()}"

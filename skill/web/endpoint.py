"""From the raw bytes of a request to the response: verify, then read, then ask the skill."""

from typing import Any

from ask_sdk_core.skill import CustomSkill
from ask_sdk_model import RequestEnvelope

from skill.web.outline import EnvelopeRefusedError, Outline, check_application, read_outline
from skill.web.verification import RequestVerifier
from skill.web.verification.request import Headers
from skill.web.webservice_support import WebserviceSkillHandler

Answer = dict[str, Any]
"""A response envelope as plain data, ready for JSON."""


class AlexaEndpoint(WebserviceSkillHandler):  # type: ignore[misc]  # The SDK is untyped here.
    """The SDK's handler of a web service, with the order of its steps put right.

    The SDK's builds models from a body before it looks at the signature.
    """

    def __init__(
        self, skill: CustomSkill, *, skill_id: str, verifier: RequestVerifier | None
    ) -> None:
        """Keep the skill, its id, and the check of signature and time (None: no such check)."""
        super().__init__(skill, verify_signature=False, verify_timestamp=False)
        self._skill_id = skill_id
        self._verifier = verifier

    def admit(self, headers: Headers, body: bytes) -> Outline:
        """Check a request.

        Raises:
            RequestRefusedError: it isn't Alexa's, isn't for this skill, or isn't an envelope.
        """
        if self._verifier is not None:
            self._verifier.verify(headers, body)
        outline = read_outline(body)
        if self._verifier is not None:
            self._verifier.verify_time(outline.request.timestamp, outline.request.type)
        check_application(outline, self._skill_id)
        return outline

    def envelope(self, body: bytes) -> RequestEnvelope:
        """Build the SDK's models of an admitted body.

        Raises:
            EnvelopeRefusedError: the skill's serializer can't.
        """
        try:
            return self._skill.serializer.deserialize(body.decode(), RequestEnvelope)
        except Exception as error:  # A serializer fails on odd input in many ways.
            reason = f"The envelope can't be read ({type(error).__name__})."
            raise EnvelopeRefusedError(reason) from error

    def answer(self, envelope: RequestEnvelope) -> Answer:
        """Ask the skill. Raises whatever the skill raises."""
        response = self._skill.invoke(request_envelope=envelope, context=None)
        answer: Answer = self._skill.serializer.serialize(response)
        return answer

    def verify_request_and_dispatch(
        self, http_request_headers: Headers, http_request_body: bytes
    ) -> Answer:
        """Do all of it, as the SDK's method of this name does.

        Raises:
            RequestRefusedError: see `admit` and `envelope`.
        """
        self.admit(http_request_headers, http_request_body)
        return self.answer(self.envelope(http_request_body))


def empty_answer(outline: Outline) -> Answer:
    """Build the response to give when the skill itself failed: silent, and ending the session.

    Without a session the response must not say anything about one.
    """
    response = {} if outline.session is None else {"shouldEndSession": True}
    return {"version": "1.0", "response": response}

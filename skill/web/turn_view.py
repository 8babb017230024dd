"""The view of a turn: one request of Alexa's, its response, its line in the log.

Whatever comes in, the answer is a response envelope, a 400, or a 503 when Alexa's certificate can't
be had: an error of our own, too, ends as a valid response, because Alexa tells the person that the
skill is broken on anything else.
"""

from collections.abc import Callable
from http import HTTPStatus
from time import perf_counter

import msgspec
from flask import Response, request
from werkzeug.exceptions import HTTPException

from skill.web.endpoint import AlexaEndpoint, Answer, empty_answer
from skill.web.outline import EnvelopeRefusedError, Outline
from skill.web.turn_log import TurnLog
from skill.web.verification import RequestRefusedError
from skill.web.verification.request import Headers

MAX_BODY_BYTES = 131_072
"""Envelopes are 4 to 10 KB; with the attributes of the largest response, 120 KB, still below."""

_JSON = "application/json"


class Reply(msgspec.Struct, frozen=True):
    """What goes back over HTTP."""

    status: int
    content_type: str
    body: bytes


class TurnView:
    """Answers turns: as the view function of ``POST /``, or directly."""

    def __init__(self, endpoint: AlexaEndpoint, log: TurnLog) -> None:
        """Keep who answers and where turns are logged."""
        self._endpoint = endpoint
        self._log = log

    def __call__(self) -> Response:
        """Answer the current request of Flask's."""
        reply = self.answer(request.headers, _body)
        return Response(reply.body, reply.status, content_type=reply.content_type)

    def answer(self, headers: Headers, read: Callable[[], bytes]) -> Reply:
        """Answer a request; `read` returns its body, or raises a `RequestRefusedError`."""
        started = perf_counter()
        try:
            body = read()
            outline = self._endpoint.admit(headers, body)
        except RequestRefusedError as error:
            self._log.refused(started, error.status, str(error))
            return _refusal(error)
        except Exception as error:  # noqa: BLE001  The same: what can't be checked is refused.
            self._log.unchecked(started, error)
            return _refusal(RequestRefusedError("The request can't be checked."))
        return self._turn(outline, body, started)

    def _turn(self, outline: Outline, body: bytes, started: float) -> Reply:
        try:
            answer = _encoded(self._endpoint.answer(self._endpoint.envelope(body)))
        except EnvelopeRefusedError as error:
            self._log.refused(started, error.status, str(error), outline)
            return _refusal(error)
        except Exception as error:  # noqa: BLE001  No error of ours may reach Alexa as a 5xx.
            self._log.failed(outline, started, error)
            return _reply(_encoded(empty_answer(outline)))
        self._log.answered(outline, started)
        return _reply(answer)


def _body() -> bytes:
    """Return the raw bytes of the current request.

    Raises:
        EnvelopeRefusedError: not called JSON, too large, or cut off.
    """
    if request.mimetype != _JSON:
        raise EnvelopeRefusedError(f"The content type must be {_JSON}.")
    if (request.content_length or 0) > MAX_BODY_BYTES:
        raise EnvelopeRefusedError(f"The body is larger than {MAX_BODY_BYTES} bytes.")
    try:
        return request.get_data(cache=False)
    except HTTPException as error:
        raise EnvelopeRefusedError(f"The body can't be read: {error.name}.") from error


def _encoded(answer: Answer) -> bytes:
    return msgspec.json.encode(answer)


def _reply(body: bytes) -> Reply:
    return Reply(HTTPStatus.OK, "application/json;charset=UTF-8", body)


def _refusal(error: RequestRefusedError) -> Reply:
    return Reply(error.status, "text/plain; charset=utf-8", f"{error}\n".encode())

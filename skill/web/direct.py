"""The way of a turn past Flask, whose routing and contexts cost a fifth of a turn.

Only a request that is in every way as Alexa sends them takes it; Flask has all others. Either way
ends at the same `TurnView`.
"""

from collections.abc import Iterable
from http import HTTPStatus
from typing import TYPE_CHECKING

from skill.web.turn_view import MAX_BODY_BYTES, TurnView

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

_JSON = ("application/json", "application/json;charset=UTF-8", "application/json; charset=utf-8")


class Direct:
    """A WSGI application in front of another one."""

    def __init__(self, app: "WSGIApplication", view: TurnView) -> None:
        """Keep who answers turns, and the application that has the rest."""
        self._app = app
        self._view = view

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer a request."""
        length = _length_of_turn(environ)
        if not length:
            return self._app(environ, start_response)
        answer = self._view.answer(_Headers(environ), lambda: environ["wsgi.input"].read(length))
        headers = [("Content-Type", answer.content_type), ("Content-Length", str(len(answer.body)))]
        start_response(f"{answer.status} {HTTPStatus(answer.status).phrase}", headers)
        return [answer.body]


class _Headers:
    """The headers of a WSGI request."""

    def __init__(self, environ: "WSGIEnvironment") -> None:
        self._environ = environ

    def get(self, key: str, default: str, /) -> str:
        """Return a header, or the default."""
        value: str = self._environ.get(f"HTTP_{key.upper().replace('-', '_')}", default)
        return value


def _length_of_turn(environ: "WSGIEnvironment") -> int:
    """Return the bytes of a turn's body; 0 if this is no turn, or not as Alexa sends them."""
    if environ["REQUEST_METHOD"] != "POST" or environ.get("PATH_INFO") != "/":
        return 0
    length = environ.get("CONTENT_LENGTH", "")
    if environ.get("CONTENT_TYPE") not in _JSON or not length.isascii() or not length.isdigit():
        return 0
    return int(length) if len(length) < 7 and int(length) <= MAX_BODY_BYTES else 0

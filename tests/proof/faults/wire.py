"""The way from a device to the server: Alexa signs what was said, and waits for so long."""

import http.client
import json
import time
from http import HTTPStatus
from threading import Lock
from typing import Any

import msgspec
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey

from bench.load.envelopes import encoded, signed_headers

ALEXA_WAITS_S = 8.0
"""For a response. Source: Amazon's request and response reference."""
PATIENCE_S = 30.0
"""Ours, so that a turn that takes longer than Alexa waits is measured and not only missed."""


class NoAnswer(Exception):
    """The connection was refused, or ended in the middle."""


class Refused(Exception):
    """The server took the request for none of Alexa's."""


class Wire(msgspec.Struct):
    """Takes requests there, of many people at once, and notes how long the slowest took."""

    port: int
    key: RSAPrivateKey
    slowest_s: float = 0.0
    lock: Lock = msgspec.field(default_factory=Lock)

    def send(self, envelope: dict[str, Any]) -> dict[str, Any]:
        """Send an envelope.

        Raises:
            NoAnswer: nothing came back.
            Refused: it is not taken.
        """
        body = encoded(envelope)
        begun = time.monotonic()
        try:
            status, text = self._exchanged(body)
        except (OSError, http.client.HTTPException) as error:
            raise NoAnswer from error
        finally:
            self._note(time.monotonic() - begun)
        if status == HTTPStatus.BAD_REQUEST:
            raise Refused(text.decode())
        assert status == HTTPStatus.OK, (status, text)
        given: dict[str, Any] = json.loads(text)
        return given

    def _note(self, took_s: float) -> None:
        with self.lock:
            self.slowest_s = max(self.slowest_s, took_s)

    def _exchanged(self, body: bytes) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)
        try:
            connection.request("POST", "/", body, signed_headers(self.key, body))
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

"""A way to the database that fails on command."""

import json
import socket
import struct
import threading
from collections.abc import Callable
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Literal, Self
from urllib.parse import urlsplit

Mode = Literal["pass", "silent", "reset", "cut", "stalled", "deaf", "slow", "error"]
"""What happens to a request: it is passed on; nobody answers; the connection is reset; the answer
ends in the middle; it stops in the middle; it is carried out and the answer is lost; the answer
comes late; an error comes back at once."""

TOO_LATE_S = 0.5
_THROTTLED = (400, "ThrottlingException")


class Proxy:
    """Stands between a store and its server."""

    def __init__(self, upstream: str) -> None:
        self.mode: Mode = "pass"
        self.times = -1
        """How many requests the mode is for; the ones after are passed on. -1: all."""
        self.error = _THROTTLED
        """Status and name of an error; a cancelled transaction's is followed by its reasons."""
        self.calls: list[str] = []
        """The operations that were asked for."""
        self.late_s = TOO_LATE_S
        self.hang_up = threading.Event()
        self._server = _Server(self, urlsplit(upstream).netloc)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def fail(self, mode: Mode, times: int = -1, error: tuple[int, str] | None = None) -> None:
        self.mode, self.times = mode, times
        self.error = error or _THROTTLED

    def next_mode(self) -> Mode:
        if self.times == 0:
            return "pass"
        self.times -= 1 if self.times > 0 else 0
        return self.mode

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.hang_up.set()
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, proxy: Proxy, upstream: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.proxy = proxy
        self.upstream = upstream

    def handle_error(self, *_: object) -> None:
        """A client that has hung up is what the tests are about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.proxy.calls.append(self.headers["X-Amz-Target"].split(".")[1])
        answers: dict[Mode, Callable[[bytes], None]] = {
            "pass": self._pass,
            "silent": self._say_nothing,
            "reset": self._reset,
            "cut": self._cut,
            "stalled": self._stall,
            "deaf": self._lose_the_answer,
            "slow": self._answer_late,
            "error": self._refuse,
        }
        answers[self.server.proxy.next_mode()](body)

    def log_message(self, *_: object) -> None:
        pass

    def _upstream(self, body: bytes) -> tuple[int, bytes]:
        connection = HTTPConnection(self.server.upstream, timeout=10)
        try:
            connection.request("POST", "/", body, dict(self.headers))
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def _answer(self, status: int, body: bytes, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/x-amz-json-1.0")
        self.send_header("Content-Length", str(length or len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _pass(self, body: bytes) -> None:
        self._answer(*self._upstream(body))

    def _say_nothing(self, _: bytes) -> None:
        self.server.proxy.hang_up.wait(30)
        self.close_connection = True

    def _reset(self, _: bytes) -> None:
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.connection.close()
        self.close_connection = True

    def _cut(self, body: bytes) -> None:
        status, answer = self._upstream(body)
        self._answer(status, answer[: len(answer) // 2], length=len(answer))
        self.close_connection = True

    def _stall(self, body: bytes) -> None:
        status, answer = self._upstream(body)
        self._answer(status, answer[: len(answer) // 2], length=len(answer))
        self._say_nothing(body)

    def _lose_the_answer(self, body: bytes) -> None:
        self._upstream(body)
        self._reset(body)

    def _answer_late(self, body: bytes) -> None:
        self.server.proxy.hang_up.wait(self.server.proxy.late_s)
        self._pass(body)

    def _refuse(self, _: bytes) -> None:
        status, code = self.server.proxy.error
        code, *reasons = code.split()
        answer = {
            "__type": f"com.amazonaws.dynamodb.v20120810#{code}",
            "CancellationReasons": [{"Code": reason} for reason in reasons],
        }
        self._answer(status, json.dumps(answer).encode())

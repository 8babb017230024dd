"""A host of certificate chains over TLS on 127.0.0.1, in the place of Amazon's."""

import ssl
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from bench.load.chains import Identity, alexa_names, authority, issue, pem
from skill.web.verification.urls import CERTIFICATE_HOST

Page = Callable[[BaseHTTPRequestHandler], None]
"""Answers one request in its own way."""


class _Handler(BaseHTTPRequestHandler):
    server: "ChainHost"

    def do_GET(self) -> None:
        self.server.asked[self.path] += 1
        page = self.server.pages.get(self.path, status(403))
        page(self)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


class ChainHost(ThreadingHTTPServer):
    """Serves `pages` by path, and counts in `asked` how often each was asked for."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 128

    def __init__(self, folder: Path, name: str = CERTIFICATE_HOST) -> None:
        """Start with a certificate for `name`; `ca_file` in the folder is who vouches for it."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.pages: dict[str, Page] = {}
        self.asked: Counter[str] = Counter()
        self.ca_file, context = _tls(folder, name)
        self.socket = context.wrap_socket(self.socket, server_side=True)

    @property
    def address(self) -> tuple[str, int]:
        """Where it listens."""
        return "127.0.0.1", self.server_port

    def handle_error(self, *_: object) -> None:
        """Ignore senders that hang up: tests make them."""


@contextmanager
def running(host: ChainHost) -> Iterator[ChainHost]:
    """Serve in a thread for as long as the block lasts."""
    thread = threading.Thread(target=host.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield host
    finally:
        host.shutdown()
        thread.join()
        host.server_close()


def file(content: bytes) -> Page:
    """Answer with a file."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(content)))
        handler.end_headers()
        handler.wfile.write(content)

    return answer


def status(code: int, **headers: str) -> Page:
    """Answer with a status and nothing else."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(code)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    return answer


def _tls(folder: Path, name: str) -> tuple[str, ssl.SSLContext]:
    root = authority("A root of the host's")
    own = issue(name, root, [alexa_names(name)])
    (folder / "host-root.pem").write_bytes(pem(root))
    (folder / "host.pem").write_bytes(_private(own) + pem(own))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "host.pem")
    return str(folder / "host-root.pem"), context


def _private(identity: Identity) -> bytes:
    return identity.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())

"""Fetches a certificate chain from Amazon's host: bounded in time and size, never redirected."""

import http.client
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cached_property

import certifi

from skill.web.verification.errors import (
    ChainRefusedError,
    ChainUnavailableError,
    HostUnreachableError,
)
from skill.web.verification.urls import CERTIFICATE_HOST

FETCH_SECONDS = 2.0
"""A whole fetch, of the 8 s that Alexa waits for a turn."""

MAX_CHAIN_BYTES = 65_536
"""Amazon's chains are about 8 KB."""


class ChainFetcher:
    """Fetches chains over TLS; every call is a connection of its own, since fetches are rare."""

    def __init__(
        self,
        *,
        address: tuple[str, int] = (CERTIFICATE_HOST, 443),
        ca_file: str | None = None,
        seconds: float = FETCH_SECONDS,
    ) -> None:
        """Keep where to connect (`address`), whom to trust (`ca_file`), and how long it may take.

        Whatever the address, the host must prove to be Amazon's by its certificate.
        """
        self._address = address
        self._ca_file = ca_file
        self._seconds = seconds

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self._ca_file or certifi.where())

    def fetch(self, url: str) -> bytes:
        """Return what a normalised URL holds.

        Raises:
            ChainRefusedError: there is nothing there, or it is too large.
            ChainUnavailableError: the host answers that it is in trouble.
            HostUnreachableError: no connection, no proof of identity, cut off, or too slow.
        """
        path = url.removeprefix(f"https://{CERTIFICATE_HOST}")
        try:
            with self._connection() as connection:
                connection.request("GET", path, headers={"Connection": "close"})
                with connection.getresponse() as response:
                    return _chain(response)
        except (OSError, http.client.HTTPException) as error:
            reason = f"{CERTIFICATE_HOST} can't be reached ({type(error).__name__})."
            raise HostUnreachableError(reason) from error

    @contextmanager
    def _connection(self) -> Iterator[http.client.HTTPConnection]:
        connection = http.client.HTTPConnection(CERTIFICATE_HOST)
        with (
            socket.create_connection(self._address, timeout=self._seconds) as plain,
            plain.dup() as handle,
            _deadline(handle, self._seconds),
            self._tls.wrap_socket(plain, server_hostname=CERTIFICATE_HOST) as secured,
        ):
            connection.sock = secured
            try:
                yield connection
            finally:
                connection.close()


@contextmanager
def _deadline(handle: socket.socket, seconds: float) -> Iterator[None]:
    """Cut a connection off at its deadline: a time-out of a socket starts anew with each byte.

    The handle is a second one to the connection, below TLS: good for as long as the timer lives.
    """
    late = threading.Event()
    timer = threading.Timer(seconds, _cut, (handle, late))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
    if late.is_set():
        raise TimeoutError


def _cut(handle: socket.socket, late: threading.Event) -> None:
    late.set()
    with suppress(OSError):
        handle.shutdown(socket.SHUT_RDWR)


def _chain(response: http.client.HTTPResponse) -> bytes:
    """Read an answer that must be a chain, whole."""
    if response.status >= 500:
        raise ChainUnavailableError(f"{CERTIFICATE_HOST} answered {response.status}.")
    if response.status != http.HTTPStatus.OK:
        raise ChainRefusedError(f"There is no chain at the URL: HTTP {response.status}.")
    body = response.read(MAX_CHAIN_BYTES + 1)
    if len(body) > MAX_CHAIN_BYTES:
        raise ChainRefusedError("What is at the URL is too large for a chain.")
    if response.length:
        raise http.client.IncompleteRead(body, response.length)
    return body

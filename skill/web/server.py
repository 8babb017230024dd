"""Runs the application under waitress, in this process or in several that share one socket."""

import ipaddress
import logging
import signal
import socket
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import waitress  # type: ignore[import-untyped]
from flask import Flask

from skill.web.channel import BoundedChannel
from skill.web.turn_view import MAX_BODY_BYTES
from skill.web.workers import MAX_WORKERS, run_workers

LOGGER = logging.getLogger("hip_coach.web")

THREADS = 4
"""A process. Turns are short and share one interpreter; more threads only help a slow database."""

MAX_CONNECTIONS = 500
"""A process; with the bound on a body they hold 64 MB at the very worst."""

IDLE_SECONDS = 75
"""Of a kept-alive connection: longer than a proxy's usual 60, or the proxy's next request fails."""

BACKLOG = 1024

SEND_BYTES = 20_000
"""A response goes out when it is whole, or so long. Waitress would send its head and its body
apart, and a turn give up the interpreter for each: a fifth of its cost with eight connections."""

_OPTIONS: dict[str, Any] = {
    "threads": THREADS,
    "connection_limit": MAX_CONNECTIONS,
    "channel_timeout": IDLE_SECONDS,
    "asyncore_use_poll": True,
    "send_bytes": SEND_BYTES,
    # A larger one is answered by the application while it is small enough to be read, and cut off
    # by the server when it is not.
    "max_request_body_size": 2 * MAX_BODY_BYTES,
    "max_request_header_size": 16_384,
    "ident": None,
}


class ServeError(Exception):
    """The server can't start; the message says why and what to change."""


def serve(make_app: Callable[[], Flask], *, host: str, port: int, workers: int = 1) -> None:
    """Serve until the process is told to stop (SIGTERM or Ctrl-C).

    Each worker calls `make_app` in a process of its own when there are several, so that none
    inherits a connection of another's.

    Args:
        make_app: Builds the application.
        host: Address to listen on.
        port: 0 to 65,535; 0 takes a free one, which the log tells.
        workers: Processes, 1 to 64. One runs in this process.

    Raises:
        ServeError: an argument is out of range, or the address can't be had.
    """
    if not 1 <= workers <= MAX_WORKERS:
        raise ServeError(f"HIP_COACH_WORKERS={workers} must be 1 to {MAX_WORKERS}.")
    if workers > 1 and sys.platform == "win32":
        raise ServeError("HIP_COACH_WORKERS must be 1 on Windows, which can't share a socket so.")
    configure_logging()
    with listen(host, port) as sock:
        LOGGER.info("Listening on %s with %d worker(s).", address_of(sock), workers)
        signal.signal(signal.SIGTERM, _stop)
        if workers == 1:
            run(make_app(), sock)
        else:
            run_workers(lambda: run(make_app(), sock), workers)


def run(app: Flask, sock: socket.socket) -> None:
    """Serve on a socket that listens, in this process, until it is told to stop."""
    server = waitress.create_server(app, sockets=[sock], **_OPTIONS)
    server.channel_class = BoundedChannel
    server.run()


def listen(host: str, port: int) -> socket.socket:
    """Open the socket.

    Raises:
        ServeError: the port is out of range, or the address can't be had.
    """
    if not 0 <= port <= 65_535:
        raise ServeError(f"HIP_COACH_PORT={port} must be 0 to 65535.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=BACKLOG)
    except OSError as error:
        raise ServeError(
            f"Can't listen on HIP_COACH_HOST={host}, HIP_COACH_PORT={port}: {error.strerror}."
        ) from error


def address_of(sock: socket.socket) -> str:
    """Return the address a socket listens on, as a URL."""
    host, port = sock.getsockname()[:2]
    name = f"[{host}]" if ipaddress.ip_address(host).version == 6 else host
    return f"http://{name}:{port}/"


def configure_logging() -> None:
    """Send the log to standard error, a line each, unless the caller has set it up."""
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    # It warns of every request that waits for a thread, which under load is each.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)

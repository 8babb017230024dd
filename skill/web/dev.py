"""What running without the signature check is confined to: this machine."""

import ipaddress
import re
import socket

from flask import abort, request

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]")
"""Host headers accepted without the signature check."""

_PORT = re.compile(r":\d+$", re.ASCII)


class DevHostError(Exception):
    """The address is reachable from other machines, which ``--dev`` must not be."""


def check_dev_host(host: str) -> None:
    """Check that an address to listen on is of this machine alone.

    Raises:
        DevHostError: it isn't, or it doesn't exist.
    """
    try:
        found = socket.getaddrinfo(host or "0.0.0.0", None)  # noqa: S104  Refused just below.
    except OSError as error:
        raise DevHostError(f"HIP_COACH_HOST={host} is no address of this machine.") from error
    addresses = {str(entry[4][0]).partition("%")[0] for entry in found}
    if not all(ipaddress.ip_address(address).is_loopback for address in addresses):
        raise DevHostError(
            f"--dev turns the signature check off, so it listens on this machine alone, and "
            f"HIP_COACH_HOST={host} is not 127.0.0.1 or ::1. Unset it, or leave --dev out."
        )


def refuse_other_names() -> None:
    """Refuse Flask's current request, with a 400, unless it names this machine as loopback.

    A web page elsewhere can have its own name resolve to this machine and then post to it, but not
    under one of these names. (Flask's own list of trusted hosts can't hold an IPv6 address.)
    """
    if _PORT.sub("", request.environ.get("HTTP_HOST", "")) not in LOOPBACK_NAMES:
        abort(400, "Without the signature check, use http://localhost or http://127.0.0.1.")

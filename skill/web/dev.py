"""What running without the signature check is confined to: this machine, or a private network."""

import ipaddress
import re
import socket
from collections.abc import Callable

from flask import abort, request

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]")
"""Host headers accepted without the signature check."""

PRIVATE_ENDINGS = (".local", ".lan", ".internal", ".home.arpa")
"""How names end that are no names of the internet's. Sources: RFC 6762, RFC 8375, ICANN."""

_PORT = re.compile(r":\d+$", re.ASCII)


class DevHostError(Exception):
    """The address is reachable from other machines, or by a name that ``--dev`` must not have."""


def check_dev_host(host: str, private_host: str = "") -> None:
    """Check that an address to listen on is of this machine alone, or private where that is set.

    Raises:
        DevHostError: it isn't, or it doesn't exist.
    """
    if private_host:
        _check_private_host(private_host)
    try:
        found = socket.getaddrinfo(host or "0.0.0.0", None)  # noqa: S104  Refused just below.
    except OSError as error:
        raise DevHostError(f"HIP_COACH_HOST={host} is no address of this machine.") from error
    addresses = [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    if all(address.is_loopback for address in addresses):
        return
    if not private_host:
        raise DevHostError(
            f"--dev turns the signature check off, so it listens on this machine alone, and "
            f"HIP_COACH_HOST={host} is not 127.0.0.1 or ::1. Unset it, or leave --dev out."
        )
    if not all(map(_is_private, addresses)):
        raise DevHostError(
            f"With HIP_COACH_PRIVATE_HOST, --dev listens on one private address, and "
            f"HIP_COACH_HOST={host} is another. Set it to this machine's, like 192.168.1.20."
        )


def _check_private_host(name: str) -> None:
    try:
        private = _is_private(ipaddress.ip_address(name.strip("[]")))
    except ValueError:
        private = "." not in name or name.endswith(PRIVATE_ENDINGS)
    if not private:
        raise DevHostError(
            f"HIP_COACH_PRIVATE_HOST={name} can be a name of the internet's, and --dev is never "
            "for that. Use this machine's private address, or a name that ends in .local."
        )


def _is_private(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    return address.is_private and not address.is_unspecified


def refuse_other_names(private_host: str = "") -> Callable[[], None]:
    """Return what refuses Flask's current request, with a 400, unless it names a host of ours.

    A web page elsewhere can have its own name resolve to this machine and then post to it, but not
    under one of these names. (Flask's own list of trusted hosts can't hold an IPv6 address.)
    """
    names = {*LOOPBACK_NAMES, private_host.lower()} - {""}

    def check() -> None:
        if _PORT.sub("", request.environ.get("HTTP_HOST", "").lower()) not in names:
            abort(400, "Without the signature check, use http://localhost or http://127.0.0.1.")

    return check

"""What running without the signature check is confined to: this machine."""

import ipaddress
import socket

LOOPBACK_NAMES = ("localhost", "127.0.0.1", "[::1]")
"""Host headers accepted without the signature check. A web page elsewhere can have its own name
resolve to this machine and then post to it, but not under one of these names."""


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

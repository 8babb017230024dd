"""The time zone of a person's device: a day in a row is a day where the person is.

Alexa's settings API tells it, without a permission of the person's. It is asked seldom, and never
waited for long: a day that is off by a few hours is better than a coach that hesitates.
"""

import json
import logging
from collections.abc import Callable
from datetime import tzinfo
from typing import Any
from urllib.parse import quote, urlsplit
from zoneinfo import ZoneInfo

log = logging.getLogger(__name__)

ASK_EVERY_SESSIONS = 20
"""People move seldom."""
TIMEOUT_S = 0.5
AMAZON = ".amazonalexa.com"
"""What the host of `apiEndpoint` ends with. Source: Amazon's "Call Alexa service APIs"."""

Fetch = Callable[[str, str], str]
"""Takes an address and a token, and returns the body; raises OSError."""


def fetch(address: str, token: str) -> str:
    """Ask Amazon.

    Raises:
        OSError: no answer in time, or a refusal.
    """
    import urllib.request  # noqa: PLC0415 - slow to import, and seldom needed

    request = urllib.request.Request(address, headers={"Authorization": f"Bearer {token}"})  # noqa: S310 - https, checked by the caller
    with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:  # noqa: S310
        body: bytes = answer.read(200)
    return body.decode()


def is_due(zone: str, sessions: int) -> bool:
    """Return whether the device should be asked in this session."""
    return not zone or sessions % ASK_EVERY_SESSIONS == 0


def device_zone(system: Any, ask: Fetch) -> str:  # noqa: ANN401 - the SDK is untyped
    """Return the name of the device's time zone, or nothing where it can't be had."""
    endpoint, token = system.api_endpoint or "", system.api_access_token or ""
    device = system.device.device_id if system.device is not None else ""
    parts = urlsplit(endpoint)
    if not (token and device and parts.scheme == "https" and _is_amazon(parts.hostname)):
        return ""
    path = f"/v2/devices/{quote(device, safe='')}/settings/System.timeZone"
    try:
        name = json.loads(ask(f"https://{parts.hostname}{path}", token))
    except (OSError, ValueError):
        log.info("the device's time zone could not be read")
        return ""
    return name if isinstance(name, str) and _exists(name) else ""


def _is_amazon(host: str | None) -> bool:
    return host is not None and host.endswith(AMAZON)


def zone_of(name: str, default: tzinfo) -> tzinfo:
    """Return the time zone of a name, or the default for none or one that is gone."""
    return ZoneInfo(name) if name and _exists(name) else default


def _exists(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True

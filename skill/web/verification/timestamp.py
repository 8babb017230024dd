"""The age of a request: what keeps an old, rightly signed request from being sent again."""

import re
from datetime import datetime

from skill.web.verification.errors import TimestampRefusedError

TOLERANCE_SECONDS = 150
"""Both ways; developer.amazon.com, "Host a Custom Skill as a Web Service", on the timestamp."""

EVENT_TOLERANCE_SECONDS = 3600
"""Skill events, into the past; developer.amazon.com, "Use Skill Events", on their delivery."""

_EVENTS = "AlexaSkillEvent."
_ISO_8601 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)", re.ASCII)


def parsed_timestamp(text: str) -> float:
    """Read an ISO 8601 time with its zone as seconds since 1970.

    Raises:
        TimestampRefusedError: another format, no zone, or no such time.
    """
    if _ISO_8601.fullmatch(text) is None:
        raise TimestampRefusedError("The timestamp is not ISO 8601 with a time zone.")
    try:
        return datetime.fromisoformat(text).timestamp()
    except (ValueError, OverflowError) as error:
        raise TimestampRefusedError("The timestamp is a time that does not exist.") from error


def check_timestamp(text: str, request_type: str, now: float) -> None:
    """Check that a request was made just now; `now` is in seconds since 1970.

    Raises:
        TimestampRefusedError: malformed, too old, or in the future.
    """
    age = now - parsed_timestamp(text)
    oldest = EVENT_TOLERANCE_SECONDS if request_type.startswith(_EVENTS) else TOLERANCE_SECONDS
    if not -TOLERANCE_SECONDS <= age <= oldest:
        raise TimestampRefusedError(
            f"The timestamp is {age:.0f} s old; allowed are -{TOLERANCE_SECONDS} to {oldest} s."
            " If Alexa sent it, set this machine's clock."
        )

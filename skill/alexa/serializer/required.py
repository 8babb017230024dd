"""What the skill relies on in every envelope, and Alexa always sends."""

from datetime import datetime
from typing import Any

from .errors import EnvelopeError

Path = tuple[str, ...]

ALWAYS: tuple[Path, ...] = (
    ("request", "type"),
    ("request", "requestId"),
    ("request", "timestamp"),
    ("context", "System", "application", "applicationId"),
    ("context", "System", "user", "userId"),
)
INTENT_NAME: Path = ("request", "intent", "name")
INTENT_REQUESTS = frozenset({"IntentRequest", "CanFulfillIntentRequest"})


def check_required(event: dict[str, Any], sent: datetime | None) -> None:
    """Raise EnvelopeError when an event lacks something; ``sent`` is its decoded timestamp."""
    for path in ALWAYS:
        _check_present(event, path)
    if event["request"]["type"] in INTENT_REQUESTS:
        _check_present(event, INTENT_NAME)
    if sent is None or sent.tzinfo is None:
        raise EnvelopeError("has no time zone", "request", "timestamp")


def _check_present(event: dict[str, Any], path: Path) -> None:
    value: Any = event
    for depth, part in enumerate(path, 1):
        value = value.get(part)
        if not value:
            raise EnvelopeError("is missing or empty", *path[:depth])

"""One line of JSON a request: what an operator needs, and nothing that a person said or is.

A person shows as a short salted hash, the same in all lines of one salt. Of an error in the skill
the line tells kind and place but not the message, which may quote what was said.
"""

import logging
import secrets
import traceback
from hashlib import blake2b
from pathlib import Path
from time import perf_counter

import msgspec

from skill.alexa.observing import public_name
from skill.web.outline import Outline

LOGGER = logging.getLogger("hip_coach.turns")

HASH_BYTES = 5
"""Enough to tell people apart in a log, too short to be an identity."""

MAX_TEXT = 160
"""Characters of any one value: senders must not be able to fill the disk."""


class TurnLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """A line."""

    outcome: str
    """``answered``, ``refused`` or ``failed``."""
    status: int
    ms: float
    request_id: str = ""
    type: str = ""
    intent: str = ""
    locale: str = ""
    user: str = ""
    reason: str = ""


class TurnLog:
    """Writes the lines of one process."""

    def __init__(self, salt: str = "") -> None:
        """Keep the salt; without one, hashes are comparable until the process ends."""
        self._salt = blake2b(salt.encode() or secrets.token_bytes(), digest_size=32).digest()

    def answered(self, outline: Outline, started: float) -> None:
        """Log a turn that the skill answered; `started` is from `time.perf_counter`."""
        self._write(logging.INFO, self._line(outline, "answered", started))

    def failed(self, outline: Outline, started: float, error: Exception) -> None:
        """Log a turn in which the skill raised an error."""
        line = self._line(outline, "failed", started, _kind_and_place(error))
        self._write(logging.ERROR, line)

    def refused(
        self, started: float, status: int, reason: str, outline: Outline | None = None
    ) -> None:
        """Log a request that was refused."""
        if outline is None:
            line = TurnLine("refused", status, _milliseconds(started), reason=reason[:MAX_TEXT])
        else:
            line = self._line(outline, "refused", started, reason, status)
        self._write(logging.WARNING, line)

    def unchecked(self, started: float, error: Exception) -> None:
        """Log a request that was refused because checking it raised an error of ours."""
        line = TurnLine("refused", 400, _milliseconds(started), reason=_kind_and_place(error))
        self._write(logging.ERROR, line)

    def hashed(self, user_id: str) -> str:
        """Return what stands for a person in the log."""
        if not user_id:
            return ""
        return blake2b(user_id.encode(), key=self._salt, digest_size=HASH_BYTES).hexdigest()

    def _line(
        self, outline: Outline, outcome: str, started: float, reason: str = "", status: int = 200
    ) -> TurnLine:
        request = outline.request
        return TurnLine(
            outcome=outcome,
            status=status,
            ms=_milliseconds(started),
            request_id=request.request_id[:MAX_TEXT],
            type=request.type[:MAX_TEXT],
            intent=public_name(request.intent.name)[:MAX_TEXT] if request.intent else "",
            locale=(request.locale or "")[:MAX_TEXT],
            user=self.hashed(outline.user_id),
            reason=reason[:MAX_TEXT],
        )

    @staticmethod
    def _write(level: int, line: TurnLine) -> None:
        if LOGGER.isEnabledFor(level):
            LOGGER.log(level, msgspec.json.encode(line).decode())


def _milliseconds(started: float) -> float:
    return round((perf_counter() - started) * 1000, 2)


def _kind_and_place(error: Exception) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return type(error).__name__
    last = frames[-1]
    return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno} in {last.name}"

"""Counts of turns in CloudWatch's embedded metric format: a line of JSON that becomes metrics.

Written here and not by a library: the maintained one takes 40 ms to import, a quarter of the whole
start, for what is one line. Source of the format: Amazon's "Specification: Embedded metric format".
"""

import sys
import time
from collections.abc import Mapping
from typing import Any, TextIO

import msgspec

from skill.alexa.observing import Seen

NAMESPACE = "HipCoach"
FUNCTION = "Function"
"""The one dimension: two deployments in an account don't add up, and nothing else is billed for."""

_COUNT, _MS = "Count", "Milliseconds"
UNITS = {
    "Turns": _COUNT,
    "NotUnderstood": _COUNT,
    "FinishedSets": _COUNT,
    "LeftSets": _COUNT,
    "StorageFailures": _COUNT,
    "Faults": _COUNT,
    "Latency": _MS,
}
"""Every metric there is, with its unit."""

_FORMAT = {
    "Namespace": NAMESPACE,
    "Dimensions": [[FUNCTION]],
    "Metrics": [{"Name": name, "Unit": unit} for name, unit in UNITS.items()],
}


class Metrics:
    """Writes a line for each turn. One turn at a time, as in a Lambda."""

    def __init__(self, function: str, out: TextIO | None = None) -> None:
        """Keep the function's name, and where lines go (standard output)."""
        self._function = function
        self._out = out
        self._seen: Seen | None = None

    def observe(self, seen: Seen) -> None:
        """Note a turn; of two notes of one turn the later counts: it failed after all."""
        self._seen = seen

    def write(self, started: float) -> None:
        """Write the line of the turn that `observe` was told of, if there was one.

        `started` is when the turn began, by `time.perf_counter`.
        """
        seen, self._seen = self._seen, None
        if seen is not None:
            line = msgspec.json.encode(self._line(seen, time.perf_counter() - started)).decode()
            out = self._out or sys.stdout
            out.write(line + "\n")
            out.flush()

    def _line(self, seen: Seen, seconds: float) -> Mapping[str, Any]:
        return {
            "_aws": {"Timestamp": int(time.time() * 1000), "CloudWatchMetrics": [_FORMAT]},
            FUNCTION: self._function,
            **_values(seen),
            "Latency": round(seconds * 1000, 2),
            "intent": seen.intent,
            "locale": seen.locale,
            "move": seen.move,
            "step": seen.step,
        }


def _values(seen: Seen) -> dict[str, int]:
    return {
        "Turns": 1,
        "NotUnderstood": int(seen.went == "not_understood"),
        "FinishedSets": seen.finished_sets,
        "LeftSets": int(seen.has_left_set),
        "StorageFailures": int(not seen.is_saved),
        "Faults": int(seen.went == "failed"),
    }

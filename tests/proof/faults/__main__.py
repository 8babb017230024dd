"""`python -m tests.proof.faults [PART ...]`: people train while everything around them fails.

Parts: killed, database, disk, files, clocks; without one, all of them. Signed requests over HTTP.
"""

import sys
import time
from collections.abc import Callable

from tests.proof.faults.database import train_in_all_weathers
from tests.proof.faults.disk import LimitedFiles, RealDisk
from tests.proof.faults.figures import Figures
from tests.proof.faults.full import train_on_a_full_disk
from tests.proof.faults.killed import train_among_kills
from tests.proof.faults.skewed import train_by_wrong_clocks
from tests.proof.faults.wire import ALEXA_WAITS_S

WEATHER_S = (0.3, 3.0)
PEOPLE = 8
"""As many as the server answers at once: what is measured is a turn, not a queue."""

TRIALS: dict[str, tuple[str, Callable[[], Figures]]] = {
    "killed": (
        "workers killed in the middle of turns, over SQLite",
        lambda: train_among_kills(4, 700),
    ),
    "database": (
        "a database that fails at random, over DynamoDB",
        lambda: train_in_all_weathers(PEOPLE, 400, WEATHER_S),
    ),
    "disk": (
        "a full disk, over SQLite",
        lambda: train_on_a_full_disk(RealDisk.possible, 4, 30, 10),
    ),
    "files": (
        "files that may not grow, over SQLite",
        lambda: train_on_a_full_disk(LimitedFiles, 4, 30, 10),
    ),
    "clocks": (
        "clocks that jump, over SQLite",
        lambda: train_by_wrong_clocks(4, 9, 300),
    ),
}


def main(arguments: list[str]) -> int:
    """Play the trials, and print figures."""
    for part in arguments or TRIALS:
        name, play = TRIALS[part]
        begun = time.monotonic()
        figures = play()
        took = time.monotonic() - begun
        sys.stdout.write(f"{name} ({took:.0f} s):\n{figures}\n")
        sys.stdout.flush()
        assert figures.slowest_s < ALEXA_WAITS_S, "a turn takes longer than Alexa waits"
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

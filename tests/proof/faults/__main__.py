"""`python -m tests.proof.faults [TURNS]`: many turns, with workers killed all the while."""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.proof.faults.run import train_among_kills

PEOPLE = 4
TURNS = 600
"""Of each of them."""


def main(arguments: list[str]) -> int:
    """Train, and print figures."""
    begun = time.monotonic()
    with TemporaryDirectory() as folder:
        turns = int(arguments[0]) if arguments else TURNS
        figures = train_among_kills(Path(folder) / "progress.sqlite3", PEOPLE, turns)
    sys.stdout.write(
        f"{figures.turns:,} turns acknowledged, {figures.kills} workers killed, {figures.again} "
        f"requests sent again, {figures.finished:,} sets finished, nothing lost or counted twice, "
        f"{time.monotonic() - begun:.0f} s\n"
    )
    return 0


sys.exit(main(sys.argv[1:]))

"""`python -m tests.proof.random_people [PEOPLE]`: more people and longer talks than in tests."""

import logging
import sys
import time

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.proof.random_people.machine import RandomPeople

EXAMPLES = 2_000
STEPS = 60


def main(arguments: list[str]) -> int:
    """Play, and print how many; a failure is raised with the shortest talk that shows it."""
    examples = int(arguments[0]) if arguments else EXAMPLES
    logging.disable(logging.CRITICAL)
    begun = time.monotonic()
    run_state_machine_as_test(
        RandomPeople,
        settings=settings(max_examples=examples, stateful_step_count=STEPS, deadline=None),
    )
    took = time.monotonic() - begun
    seen = ", ".join(f"{what} {count:,}" for what, count in RandomPeople.tally.items() if count)
    sys.stdout.write(
        f"{examples:,} people, up to {STEPS} steps each, no fault, {took:.0f} s\n  {seen}\n"
    )
    return 0


sys.exit(main(sys.argv[1:]))

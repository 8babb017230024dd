"""`python -m tests.proof.fuzz [ENVELOPES]`: so many damaged envelopes, printed by answer."""

import logging
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from random import Random

from tests.proof.fuzz.damage import damaged
from tests.proof.fuzz.seeds import seeds
from tests.proof.fuzz.target import Target

ENVELOPES = 120_000
BATCH = 2_000


def batch(number: int) -> Counter[str]:
    """Send a batch; a failure names the envelope that shows it."""
    logging.disable(logging.CRITICAL)
    target = Target()
    for count in range(BATCH):
        body = damaged(Random(number * BATCH + count), seeds())
        try:
            target.send(body)
        except Exception as error:
            error.add_note(f"envelope {number * BATCH + count}: {body[:3000]!r}")
            raise
    return Counter(target.seen)


def main(arguments: list[str]) -> int:
    """Fuzz on every core."""
    wanted = int(arguments[0]) if arguments else ENVELOPES
    begun, total = time.monotonic(), Counter[str]()
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("fork")) as pool:
        for seen in pool.map(batch, range(-(-wanted // BATCH))):
            total += seen
    took = time.monotonic() - begun
    kinds = ", ".join(f"{kind}: {count:,}" for kind, count in sorted(total.items()))
    sys.stdout.write(
        f"{total.total():,} damaged envelopes in {took:.0f} s; {kinds}; "
        "no 5xx, no trace of our insides, no write by a refused request\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

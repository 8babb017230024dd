"""Honest load: signed requests over kept-alive connections, for a bounded time.

    python -m bench.load.steady                       # 2 workers, 64 connections, 120 s
    python -m bench.load.steady --seconds 300 --connections 64 --workers 2

Everything runs on this machine's loopback. It prints requests a second, times, errors, and the
memory of the service's processes, and ends with status 1 if any answer was not a 200.
"""

import argparse
import asyncio
import sys
import time

from bench.load.sender import Tally, Target, send
from bench.load.stage import honest_requests, memory, stage

MAX_SECONDS = 900


async def run(target: Target, connections: int, seconds: float) -> Tally:
    """Send on all connections at once."""
    tally = Tally()
    until = time.monotonic() + seconds
    await asyncio.gather(*(send(target, tally, until) for _ in range(connections)))
    return tally


def main() -> int:
    """Run, print, and return the exit status."""
    options = _options()
    with stage(options.workers) as service:
        target = Target(service.port, honest_requests(service.key))
        asyncio.run(run(target, options.connections, 5))
        before = memory(service.process)
        seconds = min(options.seconds, MAX_SECONDS)
        tally = asyncio.run(run(target, options.connections, seconds))
        sys.stdout.write(report("honest", tally, seconds))
        sys.stdout.write(f"memory KiB before {before}, after {memory(service.process)}\n")
    return int(set(tally.statuses) != {200})


def report(name: str, tally: Tally, seconds: float) -> str:
    """Write a tally as a line."""
    total = tally.statuses.total()
    p50, p99, longest = (tally.quantile(share) for share in (0.5, 0.99, 1.0))
    return (
        f"{name}: {total} requests, {total / seconds:.0f}/s, p50 {p50:.1f} ms, p99 {p99:.1f} ms, "
        f"max {longest:.1f} ms, statuses {dict(sorted(tally.statuses.items()))}\n"
    )


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--connections", type=int, default=64)
    parser.add_argument("--workers", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())

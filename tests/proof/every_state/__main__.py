"""`python -m tests.proof.every_state`: the long tour, printed walk by walk."""

import sys
import time

from tests.proof.every_state.tour import brief_tour, long_tour, tour


def _print(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(arguments: list[str]) -> int:
    """Walk, print what was seen, and return 1 if anything was found. `--brief`: as in the tests."""
    tasks = brief_tour() if "--brief" in arguments else long_tour()
    begun, states, transitions, findings = time.monotonic(), 0, 0, 0
    for seen in tour(tasks):
        states += seen.states
        transitions += seen.transitions
        findings += len(seen.findings)
        _print(f"{seen.task}: {seen.states:,} states, {seen.transitions:,} transitions")
        for finding in seen.findings:
            _print(f"  {finding}")
    took = time.monotonic() - begun
    _print(f"{states:,} states, {transitions:,} transitions, {findings} findings, {took:.0f} s")
    return 1 if findings else 0


sys.exit(main(sys.argv[1:]))

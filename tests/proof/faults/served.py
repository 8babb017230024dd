"""Starts the coach as it is served: processes of its own, which check signatures."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import msgspec

from tests.proof.faults.plan import Plan

ROOT = Path(__file__).parents[3]
STOP_WITHIN_S = 20
TRACE = "Traceback"


class Served:
    """A server that runs, and its log."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process.pid
        self.log: list[str] = []
        assert process.stderr is not None
        for line in process.stderr:
            self.log.append(line)
            if found := re.search(r"Listening on \S*:(\d+)", line):
                self.port = int(found[1])
                # Somebody has to read on, or the pipe fills up and the server stands.
                self._reader = Thread(target=self.log.extend, args=(process.stderr,), daemon=True)
                self._reader.start()
                return
        raise AssertionError(f"the server ended before it listened: {''.join(self.log)}")

    def workers(self) -> list[int]:
        """Return the processes that answer now."""
        path = Path(f"/proc/{self.process}/task/{self.process}/children")
        return [int(child) for child in path.read_text().split()]

    def check(self) -> None:
        """Assert that nothing in it was left to chance: what goes wrong is told in a line.

        It has ended: its log is read to the last line.
        """
        self._reader.join(STOP_WITHIN_S)
        assert not self._reader.is_alive(), "somebody of it still runs"
        assert TRACE not in "".join(self.log), "".join(self.log[-50:])


@contextmanager
def served(plan: Plan, settings: Mapping[str, str], before: Sequence[str] = ()) -> Iterator[Served]:
    """Serve the coach until the block ends; `before` is the command that the server runs in.

    Raises:
        subprocess.TimeoutExpired: it did not stop when told to, and was killed.
    """
    environment = {**os.environ, **settings, "HIP_COACH_PORT": "0"}
    text = msgspec.json.encode(plan).decode()
    command = [*before, sys.executable, "-m", "tests.proof.faults.service", text]
    # A session of its own, so that its workers can be killed with it.
    with subprocess.Popen(
        command,
        env=environment,
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            server = Served(process)
            yield server
        finally:
            _stop(process)
        server.check()


def _stop(process: "subprocess.Popen[str]") -> None:
    process.terminate()
    try:
        process.wait(timeout=STOP_WITHIN_S)
    except subprocess.TimeoutExpired:
        # Its workers hold its log open too: as long as one runs, nobody gets past closing that.
        os.killpg(process.pid, signal.SIGKILL)
        raise

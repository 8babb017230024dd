"""The coach as it is served: processes of its own, over a file, and what kills them."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from random import Random
from threading import Event, Thread

import msgspec

WORKERS = 2


class Served(msgspec.Struct, frozen=True):
    """A server that runs."""

    port: int
    process: int


@contextmanager
def served(file: Path) -> Iterator[Served]:
    """Serve the coach over a file, without signatures, until the block ends."""
    environment = {
        **os.environ,
        "HIP_COACH_SQLITE_FILE": str(file),
        "HIP_COACH_PORT": "0",
        "HIP_COACH_WORKERS": str(WORKERS),
    }
    command = [sys.executable, "-m", "skill", "serve", "--dev"]
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield Served(_port(process), process.pid)
        finally:
            process.terminate()
            process.wait(timeout=20)


def _port(process: "subprocess.Popen[str]") -> int:
    """Read the log until it tells the port, and go on reading so that the pipe never fills."""
    assert process.stderr is not None
    for line in process.stderr:
        if found := re.search(r"Listening on \S*:(\d+)", line):
            Thread(target=process.stderr.read, daemon=True).start()
            return int(found[1])
    raise AssertionError("the server ended before it listened")


class Killer:
    """Kills a worker now and then, by SIGKILL, wherever it is in its work."""

    def __init__(self, parent: int, random: Random) -> None:
        self.kills = 0
        self._parent = parent
        self._random = random
        self._stop = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def __enter__(self) -> "Killer":
        """Begin."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(self._random.uniform(0.02, 0.4)):
            if workers := self._workers():
                with suppress(ProcessLookupError):
                    os.kill(self._random.choice(workers), signal.SIGKILL)
                    self.kills += 1

    def _workers(self) -> list[int]:
        path = Path(f"/proc/{self._parent}/task/{self._parent}/children")
        return [int(child) for child in path.read_text().split()]

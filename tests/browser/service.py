"""The server as `make run` starts it, in a process of its own."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ADDRESS = re.compile(r"Listening on (http://\S+)")


@contextmanager
def running(folder: Path, *flags: str, **settings: str) -> Iterator[str]:
    """Serve on a free port with progress kept in a folder; yield the address."""
    own = {"HIP_COACH_PORT": "0", "HIP_COACH_SQLITE_FILE": str(folder / "progress.sqlite3")}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HIP_COACH_")}
    command = [sys.executable, "-m", "skill", "serve", *flags]
    with subprocess.Popen(
        command, env=kept | own | settings, stderr=subprocess.PIPE, text=True
    ) as server:
        try:
            yield _address(server)
        finally:
            server.terminate()
            server.communicate(timeout=10)


def _address(server: "subprocess.Popen[str]") -> str:
    assert server.stderr is not None
    told: list[str] = []
    for line in server.stderr:
        told.append(line)
        if found := _ADDRESS.search(line):
            return found[1]
    raise AssertionError("The server did not start:\n" + "".join(told))

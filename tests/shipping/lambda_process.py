"""The other end of `driver.py`: a Lambda in a process of its own, as AWS would start it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from tests.shipping import driver


class LambdaProcess:
    """Hands events to a handler in another process."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdin is not None
        assert process.stdout is not None
        self._in: IO[str] = process.stdin
        self._out: IO[str] = process.stdout
        self.other_lines: list[str] = []
        """What the handler wrote to standard output: its metrics."""

    def __call__(self, event: dict[str, Any]) -> dict[str, Any]:
        self._in.write(json.dumps(event) + "\n")
        self._in.flush()
        answer: dict[str, Any] = json.loads(self._read(driver.ANSWER))
        return answer

    def wait(self) -> None:
        """Return when the module is imported."""
        self._read("READY")

    def metrics(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.other_lines]

    def _read(self, mark: str) -> str:
        for line in self._out:
            if line.startswith(mark):
                return line.removeprefix(mark)
            self.other_lines.append(line)
        raise RuntimeError("The Lambda's process has ended; its error stands above.")


@contextmanager
def started(package: Path, module: str, environment: dict[str, str]) -> Iterator[LambdaProcess]:
    """Start a handler from a package and nothing else; stop it after the block."""
    command = [sys.executable, "-I", "-S", driver.__file__, str(package), module]
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            running = LambdaProcess(process)
            running.wait()
            yield running
        finally:
            process.terminate()

"""Disks that are full at a word: a real one where this user may make one, else a limit on files."""

import resource
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from tests.proof.faults.served import Served

SIZE = "8m"
"""Of the real one: more than the 4 MB to which SQLite lets its journal grow."""
_BALLAST = "ballast"
_CHUNK = b"x" * 4096
_LIMIT = 0
"""Bytes a file may have, of those that are written on."""


class Disk(Protocol):
    """Where a server keeps its file."""

    name: str
    folder: Path
    """As the server sees it."""
    before: Sequence[str]
    """The command that the server is run in."""

    def fill(self, server: Served) -> None:
        """Leave no room."""

    def make_room(self, server: Served) -> None:
        """Leave room again."""

    def seen(self, server: Served) -> Path:
        """Return the folder as everybody else sees it, for as long as the server runs."""


class RealDisk:
    """A file system of its own, in memory, in a mount namespace: Linux makes one for anybody."""

    name = f"a file system of {SIZE}"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        mount = f'mount -t tmpfs -o size={SIZE},mode=700 none "$0" && exec "$@"'
        alone = ("unshare", "--user", "--map-root-user", "--mount")
        self.before: Sequence[str] = (*alone, "sh", "-c", mount, str(folder))

    @classmethod
    def possible(cls, folder: Path) -> "RealDisk | None":
        """Return one, unless this user may not make any here."""
        disk = cls(folder)
        try:
            tried = subprocess.run([*disk.before, "true"], capture_output=True, check=False)
        except FileNotFoundError:
            return None
        return disk if tried.returncode == 0 else None

    def fill(self, server: Served) -> None:
        """Write until nothing more goes in."""
        with (self.seen(server) / _BALLAST).open("ab", buffering=0) as ballast:
            try:
                while ballast.write(_CHUNK):
                    pass
            except OSError:
                return

    def make_room(self, server: Served) -> None:
        """Take it away again."""
        (self.seen(server) / _BALLAST).unlink()

    def seen(self, server: Served) -> Path:
        """Return the folder by way of the server, whose namespace it is in."""
        return Path(f"/proc/{server.process}/root{self.folder}")


class LimitedFiles:
    """The same folder, in which no process of the server may make a file longer."""

    name = "a limit on the size of files"
    before: Sequence[str] = ()

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def fill(self, server: Served) -> None:
        """Limit them."""
        self._limit(server, _LIMIT)

    def make_room(self, server: Served) -> None:
        """Lift the limit."""
        self._limit(server, resource.RLIM_INFINITY)

    def seen(self, server: Served) -> Path:  # noqa: ARG002 - a real disk's is another's
        """Return the folder."""
        return self.folder

    def _limit(self, server: Served, most: int) -> None:
        self._limit_process(server.process, most)
        # Only now: a worker that begins meanwhile has it from its parent.
        for worker in server.workers():
            self._limit_process(worker, most)

    def _limit_process(self, process: int, most: int) -> None:
        _, hard = resource.prlimit(process, resource.RLIMIT_FSIZE)
        resource.prlimit(process, resource.RLIMIT_FSIZE, (most, hard))

"""A disk that is full in the middle of training."""

import os
import shutil
import signal
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from skill.progress.sqlite.store import SqliteProgress
from tests.proof.faults.disk import Disk, LimitedFiles
from tests.proof.faults.figures import Figures, figures
from tests.proof.faults.person import Person
from tests.proof.faults.served import Served, served
from tests.proof.faults.stage import KEEP_DAYS, stage, train_at_once

SPEED = 4.0
FILE = "progress.sqlite3"
PATIENCE = 100
"""Rounds of training until the last room in the files is used up."""


def train_on_a_full_disk(
    make: Callable[[Path], Disk | None], people: int, turns: int, times: int
) -> Figures:
    """Let people train, so many turns before it is full, while it is, and afterwards, each time.

    While it is, the workers are killed, too: new ones have to begin on a full disk.
    Asserted: they are told that nothing can be saved; with room again all they did is saved.
    """
    with stage(SPEED) as scene:
        folder = scene.folder / "disk"
        folder.mkdir()
        disk = make(folder) or LimitedFiles(folder)
        settings = {"HIP_COACH_SQLITE_FILE": str(folder / FILE)}
        with served(scene.plan, settings, disk.before) as server:
            wire = scene.wire(server)
            persons = scene.people(people, wire)
            for _ in range(times):
                train_at_once(persons, turns)
                disk.fill(server)
                _train_until_unsaved(persons, turns)
                _kill_workers(server)
                train_at_once(persons, turns)
                disk.make_room(server)
                for person in persons:
                    person.come_back()
                _check(persons, disk.seen(server))
        return figures(persons, wire, {f"times {disk.name} was full": times})


def _kill_workers(server: Served) -> None:
    for worker in server.workers():
        os.kill(worker, signal.SIGKILL)


def _train_until_unsaved(persons: Sequence[Person], turns: int) -> None:
    """Train on: files have some room inside; then everybody meets with a turn that isn't saved."""
    before = [(one.remembered.unsaved_turns, one.told) for one in persons]
    for _ in range(PATIENCE):
        train_at_once(persons, turns)
        now = [(one.remembered.unsaved_turns, one.told) for one in persons]
        if all(a > c and b > d for (a, b), (c, d) in zip(now, before, strict=True)):
            return
    raise AssertionError("on a full disk everything is saved")


def _check(persons: Sequence[Person], folder: Path) -> None:
    """Look into a copy, as a backup would be: SQLite doesn't find the way into a namespace."""
    with TemporaryDirectory() as name:
        for file in (FILE, f"{FILE}-wal"):
            shutil.copy(folder / file, name)
        store = SqliteProgress(f"{name}/{FILE}", KEEP_DAYS)
        for person in persons:
            person.check(store)
        store.close()

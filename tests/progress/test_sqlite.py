"""The embedded file: killed, full, locked, foreign, forgotten."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from skill.progress.sqlite import file as file_module
from skill.progress.sqlite.store import SqliteProgress
from skill.progress.store import ProgressUnavailable, Update
from skill.settings import SettingsError
from tests.progress.conftest import KEEP_DAYS
from tests.progress.people import EIGHT_O_CLOCK, at_step, finished, place, request

ROOT = Path(__file__).parents[2]
DAY_S = 86_400


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "progress.sqlite3"


def writing(path: Path, user: str, *limit: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.progress.writer", str(path), user, *limit]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


@pytest.mark.parametrize("acknowledged", [1, 20, 60])
def test_what_was_acknowledged_survives_a_kill(path: Path, user: str, acknowledged: int) -> None:
    process = writing(path, user)
    assert process.stdout is not None
    for _ in range(acknowledged):
        process.stdout.readline()
    process.kill()
    said = acknowledged + len(process.stdout.readlines())
    process.wait()
    process.stdout.close()
    store = SqliteProgress(str(path), KEEP_DAYS)
    progress = store.load(request(user, 9999))
    store.close()
    # The kill may come between a write and its being said.
    assert progress.history.sets in {said, said + 1}
    assert place(progress)[0] == progress.history.sets - 1


def test_a_full_disk_is_told_and_loses_nothing(path: Path, user: str) -> None:
    process = writing(path, user, "200000")
    said, _ = process.communicate(timeout=60)
    *turns, last = said.split()
    assert last == "unavailable"
    assert process.returncode == 0
    store = SqliteProgress(str(path), KEEP_DAYS)
    progress = store.load(request(user, 9999))
    assert progress.history.sets == len(turns) > 0
    store.save(request(user, 10_000), Update(at_step(1)))
    store.close()


def test_a_file_locked_by_another_is_told(
    path: Path, user: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_module, "BUSY_S", 0.05)
    store = SqliteProgress(str(path), KEEP_DAYS)
    store.open()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(ProgressUnavailable, match="locked"):
        store.save(request(user, 1), Update(at_step(1), (finished(0),)))
    other.execute("ROLLBACK")
    other.close()
    store.save(request(user, 1), Update(at_step(1), (finished(0),)))
    assert store.load(request(user, 2)).history.sets == 1
    store.close()


def test_a_damaged_file_is_told_while_running(path: Path, user: str) -> None:
    store = SqliteProgress(str(path), KEEP_DAYS)
    store.save(request(user), Update(at_step(1), (finished(0),)))
    store.close()
    path.write_bytes(path.read_bytes()[:4096] + b"\xff" * 60_000)
    with pytest.raises(ProgressUnavailable):
        store.load(request(user))
    assert not store.is_ready()
    store.close()


def a_folder(path: Path) -> None:
    path.mkdir()


def a_text(path: Path) -> None:
    path.write_text("Dear diary, " * 200)


def another_program(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bookmarks (url TEXT)")
    connection.close()


def a_newer_version(path: Path) -> None:
    SqliteProgress(str(path), KEEP_DAYS).open()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 2")
    connection.close()


def a_file_for_a_folder(path: Path) -> None:
    path.parent.rmdir()
    path.parent.write_text("")


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (a_folder, "can't be written .* Name a file in a folder"),
        (a_text, "move it away"),
        (another_program, "of another program. Name another file"),
        (a_newer_version, "of schema 2.* Use the version that wrote it"),
        (a_file_for_a_folder, "can't be written .* Name a file in a folder"),
    ],
)
def test_a_wrong_file_is_told_at_start(path: Path, make: Callable[[Path], None], told: str) -> None:
    make(path)
    store = SqliteProgress(str(path), KEEP_DAYS)
    with pytest.raises(SettingsError, match=f"HIP_COACH_SQLITE_FILE: .*{told}"):
        store.open()


def test_the_file_is_for_nobody_else(path: Path) -> None:
    store = SqliteProgress(str(path.parent / "new" / path.name), KEEP_DAYS)
    store.open()
    store.close()
    assert (path.parent / "new").stat().st_mode & 0o777 == 0o700
    assert (path.parent / "new" / path.name).stat().st_mode & 0o777 == 0o600


def test_who_is_forgotten_is_in_no_byte_of_the_files(path: Path, user: str) -> None:
    store = SqliteProgress(str(path), KEEP_DAYS)
    store.save(request(user), Update(at_step(1), tuple(map(finished, range(20)))))
    store.forget(user)
    assert not [one for one in path.parent.iterdir() if user.encode() in one.read_bytes()]
    store.close()


def test_who_was_not_heard_of_for_so_long_expires(path: Path, user: str) -> None:
    now = EIGHT_O_CLOCK / 1000
    store = SqliteProgress(str(path), 10, clock=lambda: now)
    store.save(request(user), Update(at_step(1), (finished(0),)))
    now += 9 * DAY_S
    store.save(request("other", 9 * 24 * 60), Update(at_step(2)))
    assert store.load(request(user)).history.sets == 1
    now += 2 * DAY_S
    store.save(request("other", 11 * 24 * 60), Update(at_step(3)))
    assert store.export(user) == {}
    assert place(store.load(request("other")))[0] == 3
    store.close()


def test_a_clock_set_back_does_not_keep_people_for_longer(path: Path, user: str) -> None:
    now = EIGHT_O_CLOCK / 1000 + 400 * DAY_S
    store = SqliteProgress(str(path), 10, clock=lambda: now)
    store.save(request("other"), Update(at_step(1)))
    now -= 400 * DAY_S
    store.save(request(user), Update(at_step(1), (finished(0),)))
    now += 11 * DAY_S
    store.save(request("other", 11 * 24 * 60), Update(at_step(2)))
    assert store.export(user) == {}
    store.close()


def test_a_file_of_the_first_schema_can_be_read(path: Path) -> None:
    """What `schema_1.sql` holds was written by version 0.1; each later version must read it."""
    connection = sqlite3.connect(path)
    connection.executescript((Path(__file__).parent / "schema_1.sql").read_text())
    connection.close()
    store = SqliteProgress(str(path), KEEP_DAYS)
    progress = store.load(request("somebody", 1))
    assert place(progress) == (4, "left")
    assert progress.history.sets == 2
    store.close()

"""Two devices of one account, or twenty: nothing is lost, nothing is counted twice."""

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from skill.progress.dynamodb.store import DynamoProgress
from skill.progress.sqlite.store import SqliteProgress
from skill.progress.store import ProgressStore, Update
from tests.progress.conftest import KEEP_DAYS
from tests.progress.people import at_step, finished, place, request, save_until_acknowledged

ROOT = Path(__file__).parents[2]
DEVICES = 4
TURNS = 15


def speak(store: ProgressStore, user: str, device: int) -> None:
    """Every turn of a device finishes a set of its own, and one that all devices finish."""
    for turn in range(TURNS):
        sets = finished(turn, run=f"device{device}"), finished(turn, run="shared")
        saying = request(user, minute=turn + device / 10, request_id=f"{device}/{turn}")
        save_until_acknowledged(store, saying, Update(at_step(device), sets))


def assert_all_counted_once(store: ProgressStore, user: str, devices: int) -> None:
    progress = store.load(request(user, 999))
    assert progress.history.sets == devices * TURNS + TURNS
    assert progress.history.streak == 1
    assert place(progress) == (devices - 1, "right")


def test_threads_lose_no_set_and_the_last_to_move_wins(store: ProgressStore, user: str) -> None:
    with ThreadPoolExecutor(DEVICES) as threads:
        list(threads.map(lambda device: speak(store, user, device), range(DEVICES)))
    assert_all_counted_once(store, user, DEVICES)


def test_processes_lose_no_set_and_the_last_to_move_wins(
    reopen: Callable[[], ProgressStore], user: str
) -> None:
    store = reopen()
    where = [store._file] if not isinstance(store, DynamoProgress) else address(store)  # type: ignore[attr-defined]
    command = [sys.executable, "-m", "tests.progress.speaker", str(KEEP_DAYS), user]
    processes = [
        subprocess.Popen([*command, str(device), *where], cwd=ROOT) for device in range(DEVICES)
    ]
    assert [process.wait(60) for process in processes] == [0] * DEVICES
    assert_all_counted_once(store, user, DEVICES)


def test_the_same_turn_delivered_to_many_threads_counts_once(
    store: ProgressStore, user: str
) -> None:
    saying, update = request(user, 1), Update(at_step(1), tuple(map(finished, range(3))))
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda _: save_until_acknowledged(store, saying, update), range(24)))
    assert store.load(request(user, 2)).history.sets == 3


def test_forgetting_while_others_write_leaves_nothing_of_before(
    store: ProgressStore, user: str
) -> None:
    store.save(request(user), Update(at_step(1), tuple(finished(n, run="old") for n in range(50))))
    with ThreadPoolExecutor(2) as threads:
        writing = threads.submit(speak, store, user, 0)
        store.forget(user)
        writing.result()
    left = store.export(user).get("finished_sets", [])
    assert isinstance(left, list)
    assert not [key for key in left if key.startswith("old")]
    store.forget(user)
    assert store.export(user) == {}


@pytest.mark.parametrize("number", range(3))
def test_many_may_make_the_file_at_once(tmp_path: Path, user: str, number: int) -> None:
    file = str(tmp_path / "new" / "progress.sqlite3")
    stores = [SqliteProgress(file, KEEP_DAYS) for _ in range(8)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda store: store.open(), stores))
    for store in stores:
        store.close()


def address(store: DynamoProgress) -> list[str]:
    return [store._client.meta.endpoint_url, store._table]

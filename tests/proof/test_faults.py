"""Faults of everything around the coach, briefly; `python -m tests.proof.faults` has very many."""

import os
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.proof.faults import served as serving
from tests.proof.faults.database import train_in_all_weathers
from tests.proof.faults.disk import Disk, LimitedFiles, RealDisk
from tests.proof.faults.doomed import SPOTS
from tests.proof.faults.full import train_on_a_full_disk
from tests.proof.faults.killed import train_among_kills
from tests.proof.faults.served import Served, served
from tests.proof.faults.skewed import train_by_wrong_clocks
from tests.proof.faults.stage import stage

linux = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds workers under /proc")


@linux
def test_what_was_acknowledged_survives_the_workers() -> None:
    figures = train_among_kills(people=3, turns=60, doom=0.04)
    assert figures.turns + figures.given_up >= 3 * 60
    assert figures.finished > 0
    assert any(figures.faults[f"killed {spot}"] for spot in SPOTS)


def test_a_database_that_fails_at_random_loses_nothing() -> None:
    figures = train_in_all_weathers(people=4, turns=15, lasts_s=(0.2, 0.8))
    assert figures.turns >= 4 * 15, "an answer failed to come, or was an error"
    assert figures.refused == 0
    assert figures.finished > 0
    assert figures.faults


@linux
@pytest.mark.parametrize("make", [RealDisk.possible, LimitedFiles])
def test_a_full_disk_loses_nothing(make: Callable[[Path], Disk | None], tmp_path: Path) -> None:
    if make(tmp_path) is None:
        pytest.skip("this user may not make a file system")
    figures = train_on_a_full_disk(make, people=2, turns=20, times=1)
    assert figures.told > 0
    assert figures.finished > 0


def test_clocks_that_jump_lose_nothing() -> None:
    figures = train_by_wrong_clocks(people=2, days=4, turns=30)
    assert figures.refused > 0
    assert figures.finished > 0


@linux
def test_a_server_that_does_not_stop_is_killed_and_fails(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(serving, "STOP_WITHIN_S", 0.5)
    settings = {"HIP_COACH_SQLITE_FILE": str(tmp_path / "progress.sqlite3")}
    with (
        stage(speed=1.0) as scene,
        pytest.raises(subprocess.TimeoutExpired),
        served(scene.plan, settings) as server,
    ):
        _stand_still(server)
    assert not Path(f"/proc/{server.process}").exists()


def _stand_still(server: Served) -> None:
    for process in (server.process, *server.workers()):
        os.kill(process, signal.SIGSTOP)

"""Workers killed in the middle of turns; `python -m tests.proof.faults` kills very many."""

from pathlib import Path

import pytest

from tests.proof.faults.run import train_among_kills


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="finds workers under /proc")
def test_what_was_acknowledged_survives_the_workers(tmp_path: Path) -> None:
    figures = train_among_kills(tmp_path / "progress.sqlite3", people=2, turns=120)
    assert figures.turns == 240
    assert figures.kills > 0
    assert figures.finished > 0

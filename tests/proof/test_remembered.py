"""The model that faults are judged by finds what it is there to find."""

import pytest

from skill.alexa.memory import Kept
from skill.coach.progress import Bookmark, FinishedSet, Progress
from skill.coach.state import State
from skill.progress.store import ProgressStore, Request, Update
from tests.proof.faults.remembered import Remembered
from tests.stores import memory_store

USER = "somebody"
NOW_MS = 1_800_000_000_000
RIGHT, LEFT = "0r", "0l"


def place(*counted: str) -> Bookmark:
    return Bookmark("run", "desk", ("chair_rotation",), "right", counted=counted)


def finished(key: str) -> FinishedSet:
    return FinishedSet(f"run.{key}", "chair_rotation", 739_000, 1_000)


def kept(*counted: str, unsaved: tuple[str, ...] = ()) -> Kept:
    state = State(Progress(bookmark=place(*counted)))
    return Kept(state, unsaved=tuple(map(finished, unsaved)), is_dirty=bool(unsaved))


def remembered(*turns: Kept) -> Remembered:
    model = Remembered()
    for turn in turns:
        model.note("session", "done", turn)
    return model


def store(counted: tuple[str, ...], written: tuple[str, ...]) -> ProgressStore:
    """Return one with a place that counts some sets, and the sets that were written."""
    given = memory_store()
    update = Update(Progress(bookmark=place(*counted)), tuple(map(finished, written)))
    given.save(Request(USER, "r", NOW_MS), update)
    return given


ONE, BOTH = (RIGHT,), (RIGHT, LEFT)


def test_what_is_as_it_was_acknowledged_is_right() -> None:
    remembered(kept(RIGHT), kept(*BOTH)).check(store(BOTH, BOTH), USER, NOW_MS)


def test_a_lost_set_is_found() -> None:
    with pytest.raises(AssertionError, match=r"run\.0l"):
        remembered(kept(*BOTH)).check(store(BOTH, ONE), USER, NOW_MS)


def test_a_lost_set_that_was_saved_late_is_found() -> None:
    late = remembered(kept(RIGHT, unsaved=ONE), kept(RIGHT))
    with pytest.raises(AssertionError, match=r"run\.0r"):
        late.check(store(ONE, (LEFT,)), USER, NOW_MS)


def test_a_lost_place_is_found() -> None:
    with pytest.raises(AssertionError, match="done"):
        remembered(kept(RIGHT), kept(*BOTH)).check(store(ONE, BOTH), USER, NOW_MS)


def test_what_is_said_not_to_be_saved_may_be_lost() -> None:
    given = remembered(kept(RIGHT), kept(*BOTH, unsaved=(LEFT,)))
    given.check(store(ONE, ONE), USER, NOW_MS)
    assert given.unsaved_turns == 1


def test_a_set_counted_twice_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    given = store(ONE, ONE)
    exported: dict[str, list[str]] = {"finished_sets": ["run.0r", "run.0r"]}
    monkeypatch.setattr(given, "export", lambda _user: exported)
    with pytest.raises(AssertionError):
        remembered(kept(RIGHT)).check(given, USER, NOW_MS)

"""What a host is told of turns, for counting."""

import pytest

from skill.alexa.observing import Seen
from skill.alexa.skill import build_skill
from skill.coach.progress import Progress
from skill.content import load
from skill.progress.store import ProgressStore, ProgressUnavailable, Request, Update
from skill.settings import Settings
from skill.simulator.device import Clock
from skill.simulator.setting_up import device
from tests.stores import memory_store

NOON = 1_795_521_600_000


class Down:
    """A store that never answers."""

    def load(self, _request: Request) -> Progress:
        raise ProgressUnavailable("down")

    def save(self, _request: Request, _update: Update) -> None:
        raise ProgressUnavailable("down")

    def forget(self, _user: str) -> None:
        raise ProgressUnavailable("down")

    def export(self, _user: str) -> dict[str, object]:
        raise ProgressUnavailable("down")

    def is_ready(self) -> bool:
        return False


class Broken(Down):
    """A store with a mistake in it."""

    def load(self, _request: Request) -> Progress:
        raise RuntimeError("a mistake")


def seen(*words: str, store: ProgressStore | None = None) -> list[Seen]:
    """Say something to a skill that was never opened before; return what was counted."""
    counted: list[Seen] = []
    content, settings = load(), Settings(progress="memory")
    skill = build_skill(content, store or memory_store(), settings, counted.append)
    echo = device(skill, content, Clock(NOON))
    echo.launch()
    for text in words:
        echo.clock.wait(1_000)
        echo.tell(text)
    return counted


STARTED = ("start the desk break", "next", "next")


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("skip this move", True),
        ("stop", True),
        ("that's enough for today", True),
        ("start the stretches", True),
        ("my knee hurts", False),
        ("pause", False),
        ("repeat", False),
        ("which muscles does this work", False),
    ],
)
def test_a_begun_set_is_left_by_going_elsewhere_or_ending(words: str, left: bool) -> None:
    assert [one.has_left_set for one in seen(*STARTED, words)] == [False] * 4 + [left]


def test_stopping_before_anything_was_begun_leaves_nothing() -> None:
    assert not any(one.has_left_set for one in seen("stop"))


def test_turns_are_told_with_intent_locale_and_place() -> None:
    last = seen(*STARTED, "repeat")[-1]
    assert (last.intent, last.locale) == ("AMAZON.RepeatIntent", "en-US")
    steps = {step.id for step in load().catalog.moves[last.move].steps}
    assert last.step in steps


def test_pain_has_no_name_in_what_is_counted() -> None:
    assert [one.intent for one in seen(*STARTED, "my knee hurts")][-1] == "Other"


def test_what_is_not_understood_and_what_fails_is_told() -> None:
    assert seen("purple monkey dishwasher")[-1].went == "not_understood"
    assert [one.went for one in seen(store=Broken())] == ["failed"]


def test_a_store_that_is_down_is_told() -> None:
    assert [one.is_saved for one in seen("start the desk break", store=Down())] == [False, False]
    assert all(one.is_saved for one in seen("start the desk break"))

"""Counters on the screen are in time with the speech."""

import itertools

import msgspec
import pytest

from skill.alexa.memory import ATTRIBUTE, Kept
from skill.alexa.screen.directive import PATIENCE_MS
from skill.coach import events as ev
from skill.coach.coach import Coach
from skill.coach.cues import Count, Cue, length
from skill.coach.reply import Reply
from skill.coach.state import Moment, Outcome, State
from skill.content import load
from skill.speech.limits import ALEXA
from tests.alexa.screen.apl.inflate import Placed, inflate, screen_of
from tests.alexa.screen.show import VIEWPORTS, Show, Shown

SMALL = VIEWPORTS["hub_small"]
STEPS = {move: len(known.steps) for move, known in load().catalog.moves.items()}
SEEN_MS = 40
"""After a number is spoken; a screen changes at once, and a test is not to look at the edge."""


def _text(placed: list[Placed], font: str) -> str:
    found = [str(one.values["text"]) for one in placed if one.values.get("fontSize") == font]
    return found[0] if found else ""


def _number(shown: Shown, at_ms: int) -> str:
    return _text(inflate(shown.document, shown.data, screen_of(SMALL, at_ms)), "@countFont")


def _at_work(move: str) -> tuple[Shown, Reply]:
    """Return the screen of a move's last step, and the same turn of the coach itself."""
    show = Show()
    show.launch()
    shown = show.touch(f"start:{move}")
    for _ in range(STEPS[move] - 1):
        shown = show.touch("next")
    return shown, _reply(move)


def _reply(move: str) -> Reply:
    content = load()
    coach = Coach(content.catalog, content.lexicons["en"], ALEXA)
    moment = Moment(now_ms=1_800_000_000_000, day=1, request="r")
    outcome = Outcome(State(), Reply(cues=()))
    for event in (ev.Launch(), ev.Start(move), *[ev.Next()] * (STEPS[move] - 1)):
        outcome = coach.respond(outcome.state, event, moment)
    return outcome.reply


def _times(cues: tuple[Cue, ...]) -> list[tuple[int, Count]]:
    return [
        (length(cues[:number]), cue) for number, cue in enumerate(cues) if isinstance(cue, Count)
    ]


COUNTED = [id for id, move in load().catalog.moves.items() if move.is_counted]


@pytest.mark.parametrize("move", COUNTED)
def test_reps_are_seen_when_they_are_heard(move: str) -> None:
    shown, reply = _at_work(move)
    counts = _times(reply.cues)
    assert len(counts) == load().catalog.moves[move].dose.usual
    for at_ms, count in counts:
        assert _number(shown, at_ms + SEEN_MS) == str(count.number), (at_ms, count)
    assert _number(shown, counts[0][0] - SEEN_MS) == "0"
    assert _number(shown, length(reply.cues)) == str(counts[-1][1].number)


@pytest.mark.parametrize("move", ["twisted_legs", "band_stretch"])
def test_a_hold_is_counted_down_as_it_is_heard(move: str) -> None:
    shown, reply = _at_work(move)
    counts = _times(reply.cues)
    assert [count.number for _, count in counts] == [5, 4, 3, 2, 1]
    for at_ms, count in counts:
        assert _number(shown, at_ms + SEEN_MS) == str(count.number)
    end = counts[-1][0] + 1000
    assert _number(shown, end + SEEN_MS) == "0"


def test_the_rest_of_a_hold_is_counted_down_to_its_end() -> None:
    show = Show()
    show.launch()
    show.touch("start:twisted_legs")
    for _ in range(STEPS["twisted_legs"] - 1):
        show.touch("next")
    show.wait(25)
    show.touch("pause")
    shown = show.touch("resume")
    kept = msgspec.json.decode(shown.response["sessionAttributes"][ATTRIBUTE], type=Kept)
    assert kept.state.progress.bookmark is not None
    mark, stage = kept.state.progress.bookmark.playing[0], shown.data["stages"][0]
    assert (mark.amount - mark.done) % 1000
    end = mark.at_ms + mark.ms
    assert stage["at"] + stage["count"] * stage["unit"] == end
    for left in (1, 2, 3):
        assert _number(shown, end - left * 1000 + SEEN_MS) == str(left)


def test_minutes_are_shown_as_a_clock() -> None:
    show = Show()
    show.launch()
    show.touch("start:ball_massage")
    show.touch("next")
    shown = show.touch("next")
    stage = shown.data["stages"][0]
    assert _number(shown, stage["at"]) == "1:30"
    assert _number(shown, stage["at"] + 25_001) == "1:05"
    assert _number(shown, stage["at"] + 31_001) == "0:59"


def _continuous(target: str) -> Shown:
    show = Show()
    show.launch()
    show.intent("SetGuidanceIntent", guidance="continuous")
    return show.touch(f"start:{target}")


def test_steps_follow_each_other_in_continuous_guidance() -> None:
    shown = _continuous("seated_rotation")
    stages = shown.data["stages"]
    assert len(stages) > 1
    for before, after in itertools.pairwise(stages):
        assert before["until"] == after["from"]
        assert before["from"] <= before["at"] < before["until"]
    for stage in stages:
        placed = inflate(shown.document, shown.data, screen_of(SMALL, stage["from"] + 1))
        assert _text(placed, "@stepFont") == stage["step"]


def test_a_screen_goes_on_by_itself_only_where_that_is_wished() -> None:
    wait, send = _continuous("full").document["onMount"]
    assert wait["type"] == "Idle"
    assert wait["screenLock"] is True
    assert wait["delay"] > PATIENCE_MS
    assert send == {"type": "SendEvent", "arguments": ["advance"]}
    show = Show()
    show.launch()
    assert "onMount" not in show.touch("start:full").document


def test_a_screen_goes_on_after_all_that_is_said() -> None:
    shown = _continuous("full")
    delay = shown.document["onMount"][0]["delay"]
    # What comes after the prompt plays only where nothing goes on by itself.
    said = [stage for stage in shown.data["stages"] if stage["at"] < delay]
    assert said
    for stage in said:
        assert delay >= stage["at"] + stage["count"] * stage["unit"] + PATIENCE_MS

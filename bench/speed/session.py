"""A session that somebody has with the coach, recorded once and then had by many people."""

import json
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any, Literal

from bench.load.envelopes import SKILL_ID, timestamp
from skill.alexa.answer import answer
from skill.alexa.skill import build_skill
from skill.content import Content
from skill.progress.open import open_store
from skill.settings import Settings
from skill.simulator.device import Clock, Device
from skill.simulator.envelopes import Account
from skill.simulator.setting_up import device

Json = dict[str, Any]

STEPS = 32
"""So many times "next": most of the full routine."""
ASIDES = ("what muscle does this work", "repeat", "where are we", "slower", "how much is left")
EVERY = 8
"""Steps between asides."""
WISHES = (
    "which muscles does the band stretch work",
    "ten reps",
    "how many reps does the squat have",
    "go to step two",
    "where is the gluteus medius",
    "what do i need for the ball massage",
    "switch to the left side",
    "how do i do the chair rotation",
)
"""With a slot each, most of them resolved: so an envelope with more in it than a "next" has."""
AGO_MS = 3_600_000
"""When the recorded session began, so that whoever has it later has let every set run its time."""
_USER = "amzn1.ask.account." + "AF7QK2ZJ" * 24
_DEVICE = "amzn1.ask.device." + "AG5H3K" * 26
_TOKEN = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9." + "A9x" * 300
_ENVELOPES = Path(__file__).parents[2] / "tests" / "data" / "envelopes"
_CONTEXT_OF = {
    "echo": "intent_next.json",
    "echo show": "launch_screen.json",
    "echo show, asking": "launch_screen.json",
}
"""Envelopes that tell what a device sends beside the request: its player, its screen."""

Kind = Literal["echo", "echo show", "echo show, asking"]
"""A device, and what the person mostly does with it."""


def recorded(content: Content, kind: Kind = "echo") -> list[Json]:
    """Return the envelopes of a session: the coach is started, led through, asked now and then."""
    settings = Settings(progress="memory")
    skill = build_skill(content, open_store(settings), settings)
    clock = Clock(int(time.time() * 1000) - AGO_MS)
    echo = device(skill, content, clock, Account(skill=SKILL_ID, user=_USER, device=_DEVICE))
    envelopes: list[Json] = []

    def noted(event: Json) -> Json:
        envelopes.append(_as_sent(event, kind))
        return answer(skill, envelopes[-1])

    echo._endpoint = noted
    _have(echo, _wishes() if kind == "echo show, asking" else _steps())
    return envelopes


def _have(echo: Device, said: Iterator[str]) -> None:
    echo.launch()
    echo.clock.wait(8_000)
    for number, text in enumerate(said):
        heard = echo.say(text)
        assert heard.listens, f"the session ended at turn {number}, after {text!r}"
        echo.clock.wait(heard.ms + 3_000)


def _wishes() -> Iterator[str]:
    yield "yes"
    for _ in range(STEPS // len(WISHES)):
        yield from WISHES


def _steps() -> Iterator[str]:
    yield "yes"
    asides = iter(ASIDES)
    for step in range(1, STEPS + 1):
        yield "next"
        if step % EVERY == 0:
            yield next(asides)


def _as_sent(event: Json, kind: Kind) -> Json:
    """Return an envelope with what such a device sends beside, and a token of Amazon's.

    A session's first request has no token: the coach would ask Amazon for the time zone with it.
    """
    example = json.loads((_ENVELOPES / _CONTEXT_OF[kind]).read_text())["context"]
    system = event["context"]["System"]
    system["device"]["supportedInterfaces"] = example["System"]["device"]["supportedInterfaces"]
    if not event["session"]["new"]:
        system["apiAccessToken"] = _TOKEN
    return {**event, "context": {**example, "System": system}}


class People:
    """Has the recorded session again and again, each time as somebody new."""

    def __init__(self, session: list[Json]) -> None:
        self._turns = [json.dumps(one, separators=(",", ":")) for one in session]
        self._ids = [one["request"]["requestId"] for one in session]
        self._times = [one["request"]["timestamp"] for one in session]
        self._numbers = count(1)

    def __len__(self) -> int:
        """Return how many turns a session has."""
        return len(self._turns)

    def bodies(self, start: float) -> list[bytes]:
        """Return the bodies of the next person's session; its turns are a second apart.

        `start` is in seconds since 1970.
        """
        mark = f"{next(self._numbers):08d}"
        return [
            turn.replace(_USER, _USER[: -len(mark)] + mark)
            .replace(self._ids[number], self._ids[number][: -len(mark)] + mark)
            .replace(self._times[number], timestamp(start + number))
            .encode()
            for number, turn in enumerate(self._turns)
        ]

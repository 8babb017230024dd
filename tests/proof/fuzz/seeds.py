"""The envelopes that are damaged: those of real devices, and those of a talk with this skill."""

import functools
import json
from pathlib import Path
from typing import Any

from skill.alexa.answer import answer
from skill.alexa.skill import build_skill
from skill.settings import Settings
from skill.simulator.device import Clock
from skill.simulator.envelopes import Account
from skill.simulator.setting_up import device
from tests.coach.places import CONTENT
from tests.stores import memory_store

Json = dict[str, Any]

FOLDER = Path(__file__).parents[2] / "data" / "envelopes"
TALK = (
    "start the desk break", "next", "next", "how much is left", "my knee hurts", "carry on",
    "twenty five reps", "slower", "pause", "resume", "skip this move", "switch sides",
    "which muscles does this work", "i only have ten minutes", "delete my data", "no",
    "i don't have a band", "left side first", "go to step two", "run through", "done", "stop",
)  # fmt: skip
NOW_MS = 1_800_000_000_000


@functools.cache
def seeds() -> tuple[bytes, ...]:
    """Return envelopes as JSON, each with what another part of the skill reads."""
    files = [json.loads(path.read_bytes()) for path in sorted(FOLDER.glob("*.json"))]
    return tuple(json.dumps(_without_token(whole)).encode() for whole in (*files, *_talk()))


def _without_token(whole: Json) -> Json:
    """With a token, the skill would ask Amazon for the time zone; nothing here goes out."""
    whole.get("context", {}).get("System", {}).pop("apiAccessToken", None)
    return whole


def _talk() -> list[Json]:
    """Return the envelopes of a talk, with session attributes as this skill leaves them."""
    sent: list[Json] = []
    skill = build_skill(CONTENT, memory_store(), Settings(progress="memory"))
    echo = device(skill, CONTENT, Clock(NOW_MS), Account())

    def noted(whole: Json) -> Json:
        sent.append(json.loads(json.dumps(whole)))
        return answer(skill, whole)

    echo._endpoint = noted
    echo.launch()
    for said in TALK:
        echo.tell(said)
    return sent

"""The directive that puts a page on a screen, within what a response may weigh."""

import functools
from typing import Any

import msgspec
from msgspec.structs import asdict

from skill.alexa.envelope import Form
from skill.alexa.screen.documents import document
from skill.alexa.screen.pages import Page, Pages
from skill.alexa.screen.stages import Stage
from skill.alexa.screen.words import screen_words
from skill.alexa.serializer.encode import Ready
from skill.coach.coach import Coach
from skill.coach.cues import length
from skill.coach.reply import Reply
from skill.coach.state import State
from skill.coach.timing import SECOND
from skill.figures import avg, muscles_avg

RENDER = "Alexa.Presentation.APL.RenderDocument"
"""Sent as plain data: the document is JSON already, and the SDK's class would add nothing."""
TOKEN = "hip-coach"  # noqa: S105 - names the document to Alexa
PATIENCE_MS = 6 * SECOND
"""So long after a prompt a screen goes on by itself, where the person wants to go on unasked."""
ADVANCED = ("next", "keep_going")
"""Prompts that it goes on after."""


class Screens:
    """Makes the screens of one language."""

    def __init__(self, coach: Coach, language: str) -> None:
        self._coach = coach
        self._language = language

    @functools.cached_property
    def _pages(self) -> Pages:
        """Read when the first screen asks for them: most devices have none."""
        words = screen_words(self._language)
        return Pages(self._coach.catalog, self._coach.lexicon, words)

    def directive(self, reply: Reply, state: State, form: Form, room: int) -> dict[str, Any] | None:
        """Return the screen for a reply, at most `room` bytes; pictures that don't fit stay away.

        `None` where not even the words fit.
        """
        page = self._pages.page(reply, state)
        on_mount = self._going_on(reply, state)
        graphics: dict[str, Any] = {}
        for name, graphic in _graphics(page).items():
            if _weight(_filled(page, form, {**graphics, name: graphic}, on_mount)) <= room:
                graphics[name] = graphic
        filled = _filled(page, form, graphics, on_mount)
        return Ready(type=RENDER, token=TOKEN, **filled) if _weight(filled) <= room else None

    def _going_on(self, reply: Reply, state: State) -> list[Any]:
        """Return the commands with which a screen goes on by itself, in continuous guidance."""
        continuous = state.progress.preferences.guidance == "continuous"
        if not (continuous and reply.view and state.session.asking in ADVANCED):
            return []
        ms = length(reply.cues) + self._coach.voiced(reply.prompt).ms + PATIENCE_MS
        return [
            {"type": "Idle", "delay": ms, "screenLock": True},
            {"type": "SendEvent", "arguments": ["advance"]},
        ]


OVERHEAD = 120
"""Bytes of a directive around document and data."""


def _weight(filled: dict[str, Any]) -> int:
    return len(msgspec.json.encode(filled)) + OVERHEAD


def _graphics(page: Page) -> dict[str, Any]:
    if page.muscles:
        return {MUSCLES: muscles_avg(page.muscles)}
    return {name: avg(*picture) for name, picture in page.pictures.items()}


MUSCLES = "muscles"


def _filled(
    page: Page, form: Form, graphics: dict[str, Any], on_mount: list[Any]
) -> dict[str, Any]:
    screen = dict(page.screen)
    if page.stages:
        screen["stages"] = [_stage(stage, page, graphics) for stage in page.stages]
    elif page.document == "picture":
        screen["figure"] = next(iter(graphics), "")
    return {
        "document": document(page.document, form, graphics, on_mount),
        "datasources": {"screen": screen},
    }


def _stage(stage: Stage, page: Page, graphics: dict[str, Any]) -> dict[str, Any]:
    *_, side = page.pictures[stage.figure]
    seen = stage.figure in graphics
    return {
        "from": stage.begins,
        "until": stage.ends,
        **asdict(stage.caption),
        "figure": stage.figure if seen else "",
        "alternative": stage.caption.alternative if seen else "",
        "mirror": 1 if stage.side == side else -1,
        **asdict(stage.counter),
    }

"""A conversation with nobody, while a Lambda starts: what the first turn would import, is."""

from typing import Any

from msgspec.structs import replace

from skill.alexa.answer import answer
from skill.alexa.serializer import warm as warm_envelopes
from skill.alexa.skill import build_skill
from skill.coach.progress import Progress
from skill.content import Content
from skill.progress.store import Request, Update
from skill.settings import Settings


class NoStore:
    """A store of progress that keeps nothing."""

    def load(self, _request: Request) -> Progress:
        """Return a new person's progress."""
        return Progress()

    def save(self, _request: Request, _update: Update) -> None:
        """Keep nothing."""

    def forget(self, _user: str) -> None:
        """Forget nothing."""

    def export(self, _user: str) -> dict[str, object]:
        """Return nothing."""
        return {}

    def is_ready(self) -> bool:
        """Return that nothing can always be kept."""
        return True


def warm(content: Content, settings: Settings) -> None:
    """Open the skill and begin a routine in each language, on an object that is thrown away."""
    warm_envelopes()
    skill = build_skill(content, NoStore(), replace(settings, skill_id=""))
    routine = next(iter(content.catalog.routines))
    for language in content.lexicons:
        opened = answer(skill, _envelope(language, {"type": "LaunchRequest"}, {}))
        attributes = opened.get("sessionAttributes", {})
        answer(skill, _envelope(language, _start(routine), attributes))


def _start(routine: str) -> dict[str, Any]:
    value = {"value": {"name": routine, "id": routine}}
    resolution = {
        "authority": "warm",
        "status": {"code": "ER_SUCCESS_MATCH"},
        "values": [value],
    }
    slot = {
        "name": "routine",
        "value": routine,
        "resolutions": {"resolutionsPerAuthority": [resolution]},
    }
    intent = {"name": "StartRoutineIntent", "slots": {"routine": slot}}
    return {"type": "IntentRequest", "intent": intent}


def _envelope(language: str, request: dict[str, Any], attributes: dict[str, Any]) -> dict[str, Any]:
    application, user = {"applicationId": "warm"}, {"userId": "warm"}
    common = {"requestId": "warm", "timestamp": "2020-01-01T00:00:00Z", "locale": language}
    return {
        "version": "1.0",
        "session": {
            "new": not attributes,
            "sessionId": "warm",
            "application": application,
            "user": user,
            "attributes": attributes,
        },
        "context": {"System": {"application": application, "user": user}},
        "request": {**request, **common},
    }

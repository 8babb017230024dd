"""Has the skill coach every set of a language, and keeps the responses in which there is work."""

from collections.abc import Iterator
from typing import Any

import msgspec

from skill.alexa.answer import answer
from skill.alexa.memory import ATTRIBUTE, Kept
from skill.alexa.skill import build_skill
from skill.coach.progress import Bookmark
from skill.coach.sides import Side
from skill.coach.timing import SECOND
from skill.content import Content
from skill.settings import Settings
from skill.simulator import envelopes
from skill.simulator.envelopes import Account
from skill.simulator.understanding.result import SlotValue, Understood
from tests.stores import memory_store

LOCALES = {"en": "en-US", "de": "de-DE"}
STARTED_MS = 1_800_000_000_000
BETWEEN_MS = 300_000
"""Between two turns: whatever a response leads through is over by then."""
MOST_TURNS = 20


class Work(msgspec.Struct, frozen=True):
    """A response that leads through the work of a step."""

    language: str
    move: str
    side: Side
    step: str
    counts: tuple[int, ...]
    """Reps that are counted; none in timed work."""
    ms: int
    """How long the work in this response is to last: its share of the dose, at the usual pace."""
    ssml: str

    def __str__(self) -> str:
        """Return its name."""
        return f"{self.language}-{self.move}-{self.side}-{self.step}-{self.ms // 1000}s"


def every_work(content: Content) -> Iterator[Work]:
    """Yield the work of every step of every move on every side, timed work at its longest too."""
    for language in content.lexicons:
        for move_id, move in content.catalog.moves.items():
            yield from _works(content, language, move_id, None)
            if not move.is_counted and move.dose.most > move.dose.usual:
                yield from _works(content, language, move_id, move.dose.most)


def _works(content: Content, language: str, move: str, seconds: int | None) -> Iterator[Work]:
    session = _Session(content, language)
    session.say("StartMoveIntent", "Move", move=SlotValue(move, move, move, "ER_SUCCESS_MATCH"))
    if seconds is not None:
        session.say("SetHoldIntent", "AMAZON.NUMBER", number=SlotValue(str(seconds)))
        session.say("AMAZON.RepeatIntent", "")
    for _ in range(MOST_TURNS):
        if session.place is None:
            return
        if found := session.work():
            yield found
        session.say("AMAZON.NextIntent", "")
    raise AssertionError(f"{move} has not ended after {MOST_TURNS} turns")


class _Session:
    """One person, who says "next" when everything is over."""

    def __init__(self, content: Content, language: str) -> None:
        self._content = content
        self._language = language
        settings = Settings(progress="memory")
        self._skill = build_skill(content, memory_store(), settings)
        self._account = Account(locale=LOCALES[language])
        self._session: dict[str, Any] = {"new": True, "sessionId": "ears", "attributes": {}}
        self._turn = 0
        self.place: Bookmark | None = None
        self.ssml = ""

    def say(self, intent: str, slot_type: str, **slots: SlotValue) -> None:
        """Send an intent."""
        self._turn += 1
        request = envelopes.intent(Understood(intent, slots), dict.fromkeys(slots, slot_type))
        now_ms = STARTED_MS + self._turn * BETWEEN_MS
        sent = envelopes.envelope(
            self._account, request, self._session, f"turn-{self._turn}", now_ms
        )
        response = answer(self._skill, sent)
        attributes = response.get("sessionAttributes") or {}
        self._session = {**self._session, "new": False, "attributes": attributes}
        self.ssml = response["response"]["outputSpeech"]["ssml"]
        kept = msgspec.json.decode(attributes[ATTRIBUTE], type=Kept)
        self.place = kept.state.progress.bookmark

    def work(self) -> Work | None:
        """Return the last response, where it leads through work."""
        assert self.place is not None
        move_id = self.place.moves[self.place.move]
        move = self._content.catalog.moves[move_id]
        step = move.steps[self.place.step]
        if step.kind == "setup":
            return None
        mark = self.place.playing[-1]
        where = (self._language, move_id, self.place.side, step.id)
        if step.kind == "rep":
            counts = tuple(range(mark.done + 1, mark.amount + 1))
            return Work(*where, counts, len(counts) * move.tempo * SECOND, self.ssml)
        return Work(*where, (), mark.amount - mark.done, self.ssml)

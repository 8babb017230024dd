"""Plays a conversation through a simulated Echo, the whole skill and a store in memory."""

import re

import msgspec

from skill.alexa.skill import build_skill
from skill.coach.progress import Bookmark, Progress
from skill.coach.timing import SECOND
from skill.content import load
from skill.progress.store import ProgressStore, ProgressUnavailable, Request, Update
from skill.settings import Settings
from skill.simulator.device import Clock, Device, Heard
from skill.simulator.envelopes import Account
from skill.simulator.setting_up import device
from skill.simulator.spoken import Part, as_text, length_ms
from skill.speech.limits import LISTENING_MS
from tests.conversations.script import At, Conversation, Said
from tests.stores import memory_store

MONDAY_MS = 1_800_000_000_000
BREATH_MS = 2 * SECOND
_UNITS = {"second": 1, "minute": 60, "hour": 3_600, "day": 86_400}


class Switch:
    """A store that can be made to fail."""

    def __init__(self, store: ProgressStore) -> None:
        self._store = store
        self.is_down = False

    def _check(self) -> None:
        if self.is_down:
            raise ProgressUnavailable("switched off by the conversation")

    def load(self, request: Request) -> Progress:
        self._check()
        return self._store.load(request)

    def save(self, request: Request, update: Update) -> None:
        self._check()
        self._store.save(request, update)

    def forget(self, user: str) -> None:
        self._check()
        self._store.forget(user)

    def export(self, user: str) -> dict[str, object]:
        return self._store.export(user)

    def is_ready(self) -> bool:
        return not self.is_down


class Player:
    """One person with one Echo."""

    def __init__(self, conversation: Conversation) -> None:
        self.clock = Clock(MONDAY_MS)
        self.account = Account(locale=conversation.locale)
        self.store = Switch(memory_store())
        skill = build_skill(load(), self.store, Settings())
        self.echo: Device = device(skill, load(), self.clock, self.account)
        self._last: list[Part] = []
        if conversation.given:
            given = msgspec.convert(conversation.given, Progress)
            self.store.save(self._request("given"), Update(given))

    def _request(self, id: str) -> Request:
        return Request(self.account.user, id, self.clock.now_ms)

    def bookmark(self) -> Bookmark | None:
        """Return the bookmark as the store has it."""
        return self.store.load(self._request("look")).bookmark

    def play(self, said: Said) -> Heard:
        """Play one turn."""
        if said.store:
            self.store.is_down = said.store == "down"
        self.clock.wait(self._wait_ms(said))
        if said.silence:
            self.clock.wait(2 * LISTENING_MS + length_ms(self.echo.reprompt))
            heard = self.echo.end()
        else:
            assert said.say is not None, "a turn says something, or is silence"
            heard = self.echo.say(said.say)
        self._last = heard.speech
        return heard

    def _wait_ms(self, said: Said) -> int:
        if said.later:
            found = re.fullmatch(r"(\d+) (second|minute|hour|day)s?", said.later)
            assert found, f"{said.later!r} is not like '3 days'"
            return int(found[1]) * _UNITS[found[2]] * SECOND
        before = length_ms(self._last) + LISTENING_MS if said.unanswered else 0
        playing = self.echo.reprompt if said.unanswered else self._last
        if said.after is not None:
            return before + _began_ms(said.since, playing) + int(said.after * SECOND)
        return before + length_ms(playing) + BREATH_MS

    def check(self, said: Said, heard: Heard) -> None:
        """Assert what must follow a turn."""
        text = as_text(heard.speech).lower()
        for wanted in said.hears:
            assert wanted.lower() in text, f"{wanted!r} is not in: {text}"
        for unwanted in said.not_hears:
            assert unwanted.lower() not in text, f"{unwanted!r} is in: {text}"
        later = as_text(heard.reprompt).lower()
        for wanted in said.reprompt:
            assert wanted.lower() in later, f"{wanted!r} is not in the reprompt: {later}"
        if said.intent is not None:
            assert heard.request["request"].get("intent", {}).get("name") == said.intent
        if said.asks is not None:
            assert heard.listens == said.asks, text
        if said.seconds is not None:
            least, most = said.seconds
            assert least <= heard.ms / SECOND <= most
        for line in said.card:
            assert line in heard.response["response"]["card"]["content"]
        self._check_bookmark(said)

    def _check_bookmark(self, said: Said) -> None:
        if said.no_bookmark:
            assert self.bookmark() is None
        if said.at is not None:
            place = self.bookmark()
            assert place is not None, "there is no bookmark"
            assert _at(place, said.at) == said.at


def _began_ms(words: str, speech: list[Part]) -> int:
    """Return when words began: a part of speech that starts with them."""
    if not words:
        return 0
    heard = [number for number, part in enumerate(speech) if part.text.startswith(words)]
    assert heard, f"{words!r} does not begin a part of: {as_text(speech)}"
    return length_ms(speech[: heard[0]])


def _at(place: Bookmark, wanted: At) -> At:
    """Return the place, as far as the conversation asks for it."""
    move = place.moves[place.move]
    steps = load().catalog.moves[move].steps
    here = At(move, place.side, steps[place.step].id, place.done)
    asked = {name: getattr(wanted, name) for name in wanted.__struct_fields__}
    return At(**{k: getattr(here, k) for k, v in asked.items() if v is not None})

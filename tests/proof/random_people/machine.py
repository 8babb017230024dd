"""The state machine: two devices of one account against a simple model of what is remembered."""

from collections import Counter
from typing import Any, ClassVar

import msgspec
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec.structs import replace

from skill.alexa.answer import answer
from skill.alexa.skill import build_skill
from skill.coach.progress import FinishedSet, History, Progress
from skill.coach.timing import SECOND
from skill.interaction.sources import locales
from skill.progress.store import Request
from skill.settings import Settings
from skill.simulator.device import Clock, Heard
from skill.simulator.envelopes import Account
from skill.simulator.spoken import length_ms
from skill.speech.limits import LISTENING_MS
from tests.coach.places import CONTENT
from tests.proof.random_people.echos import ARGUMENTS, Echo
from tests.proof.random_people.flaky import Flaky, Mood
from tests.proof.random_people.heard import check_heard, kept_of, told_by_context
from tests.proof.random_people.utterances import (
    ANSWERS,
    BEGIN,
    FORGET,
    TRAINING,
    WISHES,
    YES,
    anything,
)
from tests.proof.random_people.wishes import Wishes, wishes_of
from tests.stores import memory_store

MONDAY_MS = 1_800_000_000_000
DEVICES = 2
LOCALES = tuple(locale for locale in locales() if locale.partition("-")[0] in CONTENT.lexicons)
SCREENS = ("", "hub_small", "hub_portrait", "hub_round_small")

NUMBERS = st.sampled_from(range(DEVICES))
WORKING_MS = st.integers(0, 150 * SECOND)
WAITS_MS = st.one_of(
    WORKING_MS,
    WORKING_MS,
    st.sampled_from([10 * 60 * SECOND, 26 * 3600 * SECOND, 40 * 86_400 * SECOND]),
    st.integers(-90 * SECOND, -1),
)
"""How the clock moves between two turns; backwards too, by as much as clocks differ."""


class View(msgspec.Struct, frozen=True):
    """What a device's session knows of the settings."""

    wishes: Wishes = Wishes()
    is_read: bool = False
    """Whether they were read from the store when the session began, or since."""
    at_ms: int = 0
    """When its last turn was; a session's time never goes backwards."""


class Sent(msgspec.Struct, frozen=True, eq=False):
    """A turn that was played."""

    heard: Heard
    at_ms: int
    base: View
    """What its session knew when it began."""

    def __repr__(self) -> str:
        """Return it as it helps in a failed example."""
        request = self.heard.request["request"]
        return f"{request['type']} {request.get('intent', {}).get('name', '')} at {self.at_ms}"


class RandomPeople(RuleBasedStateMachine):
    """One person with two Echos."""

    tally: ClassVar[Counter[str]] = Counter()
    """What happened to all of them so far."""

    @initialize(
        locale=st.sampled_from(LOCALES), screens=st.tuples(*[st.sampled_from(SCREENS)] * DEVICES)
    )
    def begin(self, locale: str, screens: tuple[str, ...]) -> None:
        self.language = language = locale.partition("-")[0]
        self.lexicon = CONTENT.lexicons[language]
        self.clock = Clock(MONDAY_MS)
        self.store = Flaky(memory_store())
        self.skill = build_skill(CONTENT, self.store, Settings(progress="memory"))
        self.devices = [
            Echo(self.skill, self.clock, Account(device=f"device {n}", locale=locale), screen)
            for n, screen in enumerate(screens)
        ]
        self.views = [View() for _ in range(DEVICES)]
        self.stored = Wishes()
        self.moved_ms = 0
        self.sent: list[Sent] = []

    # --- what happens

    @rule(number=NUMBERS, wait_ms=WORKING_MS, data=st.data())
    def trains(self, number: int, wait_ms: int, data: st.DataObject) -> None:
        said = data.draw(st.sampled_from(TRAINING[self.language]))
        is_open = self.devices[number].is_open
        self._say(number, wait_ms, said if is_open else BEGIN[self.language])

    @rule(number=NUMBERS, wait_ms=WAITS_MS, data=st.data())
    def answers(self, number: int, wait_ms: int, data: st.DataObject) -> None:
        self._say(number, wait_ms, data.draw(st.sampled_from(ANSWERS[self.language])))

    @rule(number=NUMBERS, wait_ms=WAITS_MS, data=st.data())
    def wishes(self, number: int, wait_ms: int, data: st.DataObject) -> None:
        self._say(number, wait_ms, data.draw(st.sampled_from(WISHES[self.language])))

    @rule(number=NUMBERS, wait_ms=WAITS_MS, data=st.data())
    def says_anything(self, number: int, wait_ms: int, data: st.DataObject) -> None:
        self._say(number, wait_ms, data.draw(anything(self.language)))

    @precondition(lambda self: any(one.is_open and one.has_screen for one in self.devices))
    @rule(wait_ms=WORKING_MS, argument=st.sampled_from(ARGUMENTS), data=st.data())
    def touches(self, wait_ms: int, argument: str, data: st.DataObject) -> None:
        lit = [n for n, one in enumerate(self.devices) if one.is_open and one.has_screen]
        number = data.draw(st.sampled_from(lit), "which screen")
        self.tally["touches"] += 1
        self._turn(number, wait_ms, lambda: self.devices[number].touch(argument))

    @rule(number=NUMBERS, doubts=st.integers(0, 5))
    def wants_to_be_forgotten(self, number: int, doubts: int) -> None:
        self._say(number, 0, FORGET[self.language])
        if not doubts:
            self._say(number, 0, YES[self.language])

    def _say(self, number: int, wait_ms: int, said: str) -> None:
        self._turn(number, wait_ms, lambda: self.devices[number].tell(said))

    @rule(number=NUMBERS, wait_ms=WAITS_MS)
    def launches(self, number: int, wait_ms: int) -> None:
        self._end(number)
        self._turn(number, wait_ms, self.devices[number].launch)

    @precondition(lambda self: any(device.is_open for device in self.devices))
    @rule(data=st.data())
    def falls_silent(self, data: st.DataObject) -> None:
        listening = [n for n, device in enumerate(self.devices) if device.is_open]
        number = data.draw(st.sampled_from(listening), "which device")
        self.clock.wait(2 * LISTENING_MS + length_ms(self.devices[number].reprompt))
        self._end(number)

    @rule(mood=st.sampled_from(["up", "up", "down", "deaf"]))
    def store_is(self, mood: Mood) -> None:
        self.store.mood = mood

    @precondition(lambda self: self.sent)
    @rule(data=st.data())
    def delivered_again(self, data: st.DataObject) -> None:
        """Alexa sends a request once more, sooner or later; the device hears of the first only."""
        last = self.sent[-1]
        late = [one for one in self.sent[-6:-1] if one.at_ms < self.moved_ms]
        sent = data.draw(st.sampled_from([last, *late]), "which request")
        before, forgotten = self._export(), self.store.forgotten
        self.tally["requests delivered again"] += 1
        answered = self._answered(sent.heard.request)
        if self.store.forgotten > forgotten:
            self._forgotten()
        elif sent is last and self.store.mood == self.last_mood == "up":
            assert answered == sent.heard.response
            assert self._export() == before
        elif sent is last:
            self._note_move(self._after(sent.base, sent.heard))

    def _answered(self, request: dict[str, Any]) -> dict[str, Any]:
        self.store.begin_turn()
        return answer(self.skill, request)

    # --- a turn

    def _end(self, number: int) -> None:
        if self.devices[number].is_open:
            self._turn(number, 0, self.devices[number].end)

    def _turn(self, number: int, wait_ms: int, act: Any) -> None:
        self.clock.wait(wait_ms or 1)
        self.store.begin_turn()
        opens, forgotten = not self.devices[number].is_open, self.store.forgotten
        heard: Heard = act()
        self._count(heard, wait_ms)
        self.last_mood = self.store.mood
        check_heard(heard, self.lexicon)
        assert self.store.loads <= 1
        assert self.store.saves <= 1
        if self.store.forgotten > forgotten:
            self._forgotten()
            self.views[number] = View()
        else:
            self._heard(number, heard, opens=opens)

    def _count(self, heard: Heard, wait_ms: int) -> None:
        self.tally["turns"] += 1
        self.tally[f"of them with a store that is {self.store.mood}"] += self.store.mood != "up"
        self.tally["of them on a screen"] += "directives" in heard.response["response"]
        self.tally["clocks going backwards"] += wait_ms < 0
        self.tally["sessions opened"] += heard.request["session"]["new"]

    def _forgotten(self) -> None:
        assert self._export() == {}
        self.tally["times everything was forgotten"] += 1
        self.stored, self.moved_ms = Wishes(), 0
        self.sent.clear()

    def _heard(self, number: int, heard: Heard, *, opens: bool) -> None:
        base = self._base(View() if opens else self.views[number])
        self.views[number] = view = self._after(base, heard)
        self.sent.append(Sent(heard, view.at_ms, base))
        self._note_move(view)
        if self.store.mood == "up" and self.devices[number].is_open:
            self._check_kept(heard, view)

    def _base(self, view: View) -> View:
        """Return what a turn begins with: what is stored is joined as soon as it can be read."""
        if view.is_read or self.store.mood == "down":
            return view
        return View(self.stored.joined(view.wishes), is_read=True, at_ms=view.at_ms)

    def _after(self, base: View, heard: Heard) -> View:
        """Return what a turn leaves; its base is read now where it could not be read then."""
        base = self._base(base)
        kept = kept_of(heard) if told_by_context(heard) else None
        told = wishes_of(kept.state.progress.preferences) if kept is not None else None
        wishes = base.wishes.heard(heard.request["request"].get("intent", {}), told)
        return View(wishes, base.is_read, max(self.clock.now_ms, base.at_ms))

    def _note_move(self, view: View) -> None:
        if self.store.saves and self.store.mood != "down" and view.at_ms >= self.moved_ms:
            self.stored, self.moved_ms = view.wishes, view.at_ms

    def _check_kept(self, heard: Heard, view: View) -> None:
        kept = kept_of(heard)
        assert kept is not None
        assert kept.is_saved, "not saved, and the store is up"
        assert not kept.unsaved
        assert wishes_of(kept.state.progress.preferences) == view.wishes
        if self.store.saves and view.at_ms >= self.moved_ms:
            assert _without_history(kept.state.progress) == _without_history(self._load())

    def teardown(self) -> None:
        if hasattr(self, "store"):
            self.tally["sets finished"] += self._load().history.sets

    # --- what must be so at all times

    def _export(self) -> dict[str, object]:
        return self.store.export(Account().user)

    def _load(self) -> Progress:
        request = Request(Account().user, "look", self.clock.now_ms)
        return self.store.store.load(request)

    @invariant()
    def every_finished_set_counts_once(self) -> None:
        if not hasattr(self, "store"):
            return
        sets: dict[str, FinishedSet] = {}
        for _, update in self.store.written:
            for one in update.finished:
                sets.setdefault(one.key, one)
        history = self._load().history
        assert history.sets == len(sets)
        assert history.ms == sum(one.ms for one in sets.values())

    @invariant()
    def settings_are_those_of_the_last_to_move(self) -> None:
        if hasattr(self, "store"):
            assert wishes_of(self._load().preferences) == self.stored


def _without_history(progress: Progress) -> Progress:
    return replace(progress, history=History())

"""A person with two Echos who trains over HTTP, whatever happens to the server."""

import time
from collections.abc import Callable
from contextlib import suppress
from random import Random
from typing import Any

from bench.load.envelopes import SKILL_ID
from skill.alexa.memory import Kept
from skill.coach.timing import SECOND
from skill.progress.store import ProgressStore
from skill.simulator.device import Clock, Device, Heard
from skill.simulator.envelopes import Account
from skill.simulator.setting_up import understanding
from skill.speech.limits import MAX_TURN_MS
from tests.coach.places import CONTENT
from tests.proof.faults.plan import Board
from tests.proof.faults.remembered import Remembered
from tests.proof.faults.wire import NoAnswer, Refused, Wire
from tests.proof.random_people.heard import check_heard, kept_of

LEXICON = CONTENT.lexicons["en"]
BEGIN = ("start the desk break", "start the desk break", "resume")
OFTEN = ("done", "done", "done", "done", "next", "ready", "carry on")
SELDOM = (
    "how much is left", "slower", "faster", "switch sides", "pause", "resume", "skip this move",
    "go back", "stop", "my knee hurts", "fifteen reps", "left side first",
    "which muscles is this", "run through", "stop after each step",
)  # fmt: skip
TALK = (*OFTEN * 4, *SELDOM)
FORGET = ("delete my data", "yes")
LAST = "start the desk break"
"""What is said when all is well again."""
NO_ROOM_MS = MAX_TURN_MS - 15 * SECOND
"""In a longer turn the remark that nothing is saved may have no room."""
DEVICES = 2
TRIES = 100
PAUSE_S = 0.1
GIVES_UP = 0.3
"""How often a request that got no answer is not sent again; the person says something else."""


class Person:
    """Trains, and notes what was acknowledged."""

    def __init__(self, number: int, wire: Wire, board: Board) -> None:
        self.user = f"amzn1.ask.account.{number}"
        self.remembered = Remembered()
        self.turns = self.again = self.given_up = self.refused = self.told = 0
        self.drift_s = 0.0
        """How much Alexa's clock differs, in what this person says."""
        self._wire = wire
        self._board = board
        self._random = Random(number)
        self._clock = Clock(self._now_ms())
        self._echos = [self._echo(device) for device in range(DEVICES)]

    def _echo(self, number: int) -> Device:
        account = Account(self.user, f"amzn1.ask.device.{number}", SKILL_ID)
        voice = LEXICON.language.voice
        return Device(self._post, understanding("en-US"), voice, self._clock, account)

    def _now_ms(self) -> int:
        return int((self._board.now() + self.drift_s) * SECOND)

    def train(self, turns: int, pause: Callable[[], None] = lambda: None) -> None:
        """Talk for so many turns; what is over is begun again."""
        for _ in range(turns):
            self.say_something()
            pause()

    def say_something(self) -> Heard | None:
        """Say something on one of the devices; None if no answer came."""
        echo = self._random.choice(self._echos)
        return self.turn(echo, self._random.choice(TALK if echo.is_open else BEGIN))

    def leave(self) -> None:
        """End the sessions; what can't be told to the server is not."""
        for echo in self._echos:
            if echo.is_open:
                self._clock.now_ms = self._now_ms()
                with suppress(NoAnswer, Refused):
                    echo.end()

    def come_back(self) -> None:
        """Take one more turn on each device: what waited in its session is saved by it."""
        for echo in self._echos:
            heard = None
            while heard is None:
                heard = self.turn(echo, LAST)
            kept = kept_of(heard)
            assert kept is not None
            assert kept.is_saved, "not saved, and all is well"

    def be_forgotten(self, store: ProgressStore) -> None:
        """Ask for everything to be deleted until it is said to be; assert that it is."""
        self.leave()
        refusals = LEXICON.phrases.lost.not_forgotten
        for _ in range(TRIES):
            for said in FORGET:
                self._clock.now_ms = self._now_ms()
                heard = self._echos[0].tell(said)
            text = " ".join(part.text for part in heard.speech)
            if not any(refusal in text for refusal in refusals):
                assert store.export(self.user) == {}, text
                return
        raise AssertionError("nothing is ever deleted")

    def turn(self, echo: Device, said: str) -> Heard | None:
        """Say something; None if no answer came."""
        self._clock.now_ms = self._now_ms()
        try:
            heard = echo.tell(said)
        except NoAnswer:
            self.given_up += 1
            return None
        except Refused:
            self.refused += 1
            return None
        check_heard(heard, LEXICON)
        self.turns += 1
        kept = kept_of(heard)
        assert kept is not None
        self._note(heard, said, kept)
        return heard

    def _note(self, heard: Heard, said: str, kept: Kept) -> None:
        text = " ".join(part.text for part in heard.speech)
        told = any(phrase in text for phrase in LEXICON.phrases.lost.store_down)
        self.told += told
        assert not (told and kept.is_saved), "what is saved is called unsaved"
        assert kept.is_saved or kept.is_told or heard.ms > NO_ROOM_MS, "nobody is told"
        self.remembered.note(heard.request["session"]["sessionId"], said, kept)

    def check(self, store: ProgressStore) -> None:
        """Assert that a store holds all that was acknowledged, and every set once."""
        self.remembered.check(store, self.user, self._now_ms())

    def _post(self, whole: dict[str, Any]) -> dict[str, Any]:
        """Send a request, and again if no answer comes; at times only once."""
        tries = 1 if self._random.random() < GIVES_UP else TRIES
        for _ in range(tries - 1):
            try:
                return self._wire.send(whole)
            except NoAnswer:
                self.again += 1
                time.sleep(PAUSE_S)
        return self._wire.send(whole)

"""A person who trains over HTTP; the device sends a request again until it is answered."""

import http.client
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from skill.coach.progress import Bookmark, Progress
from skill.coach.timing import SECOND
from skill.progress.sqlite.store import SqliteProgress
from skill.progress.store import Request
from skill.simulator.device import Clock, Device
from skill.simulator.envelopes import Account
from skill.simulator.setting_up import understanding
from tests.coach.places import CONTENT
from tests.proof.random_people.heard import kept_of

TALK = ("done", "next", "ready", "done", "how much is left", "slower", "next", "done", "faster")
TRIES = 200
TRY_SECONDS = 3.0
KEEP_DAYS = 540
NOW_MS = 1_800_000_000_000


class Person:
    """Trains, and notes what was acknowledged."""

    def __init__(self, number: int, port: int) -> None:
        self.account = Account(user=f"amzn1.ask.account.{number}")
        self.clock = Clock(NOW_MS)
        self.turns = self.again = 0
        self.finished: set[str] = set()
        self.place: Bookmark | None = None
        self._port = port
        voice = CONTENT.lexicons["en"].language.voice
        self._echo = Device(self._post, understanding("en-US"), voice, self.clock, self.account)

    def train(self, turns: int) -> None:
        """Talk for so many turns; what is over is begun again."""
        for turn in range(turns):
            said = TALK[turn % len(TALK)] if self._echo.is_open else "start the desk break"
            self.clock.wait(7 * SECOND)
            kept = kept_of(self._echo.tell(said))
            self.turns += 1
            assert kept is not None
            self.place = kept.state.progress.bookmark
            if self.place is not None:
                self.finished |= {f"{self.place.run}.{key}" for key in self.place.counted}

    def check(self, file: Path) -> None:
        """Assert that all that was acknowledged is in the file, and every set counted once."""
        found = self._remembered(file)
        assert found.bookmark == self.place
        assert found.history.sets >= len(self.finished) > 0

    def _remembered(self, file: Path) -> Progress:
        store = SqliteProgress(str(file), KEEP_DAYS)
        exported: Any = store.export(self.account.user)
        keys = exported["finished_sets"]
        assert self.finished <= set(keys)
        progress = store.load(Request(self.account.user, "look", self.clock.now_ms))
        assert progress.history.sets == len(keys) == len(set(keys))
        store.close()
        return progress

    def _post(self, whole: dict[str, Any]) -> dict[str, Any]:
        body = json.dumps(whole).encode()
        for _ in range(TRIES):
            with suppress(OSError, http.client.HTTPException):
                return self._sent(body)
            self.again += 1
        raise AssertionError("the server does not answer any more")

    def _sent(self, body: bytes) -> dict[str, Any]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=TRY_SECONDS)
        try:
            connection.request("POST", "/", body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            text = answer.read()
            assert answer.status == 200, text
            given: dict[str, Any] = json.loads(text)
            return given
        finally:
            connection.close()

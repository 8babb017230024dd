"""Clocks that are wrong: the server's by seconds or by years, each worker's by its own."""

from collections import Counter
from datetime import UTC, datetime
from itertools import cycle
from random import Random
from typing import Any

from skill.progress.sqlite.store import SqliteProgress
from skill.progress.store import Request
from skill.web.verification.timestamp import TOLERANCE_SECONDS
from tests.proof.faults.figures import Figures, figures
from tests.proof.faults.person import DEVICES, Person
from tests.proof.faults.plan import SLOTS
from tests.proof.faults.served import served
from tests.proof.faults.stage import KEEP_DAYS, Stage, stage

DAY_S = 86_400
YEAR_S = 365 * DAY_S
NEAR_S = (0.0, 0.0, 20.0, -20.0, 88.0, -88.0)
FAR_S = (212.0, -212.0, 1_000.0, -1_000.0, DAY_S, -DAY_S, YEAR_S, -YEAR_S, 10.0 * YEAR_S)
DRIFT_S = 60.0
"""How much the timestamps of two requests may be out of order, at most."""
LONGEST_WAIT_S = 60.0
CHANGES = 0.15
"""How often the clocks jump between two turns."""


class Skewed:
    """Turn by turn, people train while clocks jump; after each it is looked at what came of it."""

    def __init__(self, scene: Stage, persons: list[Person], store: SqliteProgress) -> None:
        self.jumps: Counter[str] = Counter()
        self._scene = scene
        self._persons = persons
        self._store = store
        self._random = Random(len(persons))
        self._begun = scene.board.now()
        self._days: set[int] = set()
        self._nights = cycle((1, 1, 2, 1))
        self._jump(YEAR_S)

    def day(self, turns: int) -> None:
        """Train for a day, and go to sleep."""
        for _ in range(turns):
            if self._random.random() < CHANGES:
                self._jump(*self._random.choices((*NEAR_S, *self._random.sample(FAR_S, 2)), k=2))
            self._scene.board.move(self._random.uniform(0, LONGEST_WAIT_S))
            self._turn(self._random.choice(self._persons))
        for person in self._persons:
            person.leave()
        self._scene.board.move(DAY_S * next(self._nights))

    def set_right(self) -> None:
        """Set all clocks right, late enough that everything said comes before."""
        self._jump(0.0)
        self._scene.board.move(2 * DRIFT_S)
        for person in self._persons:
            person.drift_s = 0.0

    def _jump(self, *skews: float) -> None:
        """Set the workers' clocks: the same for all, or two in turns."""
        self._skews = [skews[slot % len(skews)] for slot in range(SLOTS)]
        self._scene.board.skew(self._skews)
        far = sum(abs(skew) > TOLERANCE_SECONDS for skew in skews)
        self.jumps[
            ("to near times", "apart", "to far times")[far if len(skews) > 1 else far * 2]
        ] += 1

    def _turn(self, person: Person) -> None:
        before, refused = self._store.export(person.user), person.refused
        person.drift_s = self._random.uniform(-DRIFT_S, DRIFT_S)
        self._note_day(person)
        person.say_something()
        is_far = {abs(skew - person.drift_s) > TOLERANCE_SECONDS for skew in self._skews}
        was_refused = person.refused > refused
        assert was_refused in is_far, (self._skews, person.drift_s)
        if was_refused:
            assert self._store.export(person.user) == before, "a refused request was written"
        self._check(person)

    def _note_day(self, person: Person) -> None:
        at = self._scene.board.now() + person.drift_s
        self._days |= {datetime.fromtimestamp(at + by, UTC).toordinal() for by in (0, DRIFT_S)}

    def _check(self, person: Person) -> None:
        """Assert that nothing is negative, and nothing more than there was time for."""
        exported: Any = self._store.export(person.user)
        if not exported:
            return
        progress = self._store.load(Request(person.user, "look", 0))
        elapsed_ms = int((self._scene.board.now() - self._begun + 2 * DRIFT_S) * 1000)
        history, days = progress.history, exported["days"]
        assert 0 <= history.ms <= DEVICES * elapsed_ms
        assert set(days) <= self._days
        assert (history.streak, history.best) == _streaks(days)
        place = progress.bookmark
        if place is not None:
            assert 0 <= place.credited_ms <= place.spent_ms <= elapsed_ms
            assert place.done >= 0


def _streaks(days: list[int]) -> tuple[int, int]:
    """Return the last and the longest number of days in a row, counted by hand."""
    rows: list[int] = []
    for day in sorted(days):
        if day - 1 in days:
            rows[-1] += 1
        else:
            rows.append(1)
    return (rows[-1], max(rows)) if rows else (0, 0)


def train_by_wrong_clocks(people: int, days: int, turns: int) -> Figures:
    """Let people train, so many turns a day; assert that nothing acknowledged is lost.

    It can be 9 days: after two weeks the keys of finished sets may go, and couldn't be looked at.
    """
    assert days <= 9
    with stage(speed=0.0) as scene:
        file = scene.folder / "progress.sqlite3"
        store = SqliteProgress(str(file), KEEP_DAYS)
        with served(scene.plan, {"HIP_COACH_SQLITE_FILE": str(file)}) as server:
            wire = scene.wire(server)
            persons = scene.people(people, wire)
            clocks = Skewed(scene, persons, store)
            for _ in range(days):
                clocks.day(turns)
            clocks.set_right()
            for person in persons:
                person.come_back()
                person.check(store)
        store.close()
        return figures(persons, wire, {f"clocks {kind}": n for kind, n in clocks.jumps.items()})

"""Workers that are killed: by themselves at the worst of moments, and by others at any."""

import os
import signal
from collections import Counter
from contextlib import suppress
from random import Random
from threading import Event, Thread

from msgspec.structs import replace

from skill.progress.sqlite.store import SqliteProgress
from tests.proof.faults.doomed import SPOTS
from tests.proof.faults.figures import Figures, figures
from tests.proof.faults.served import Served, served
from tests.proof.faults.stage import KEEP_DAYS, stage, train_at_once

DOOM = 0.01
"""How likely a worker dies at each spot of each turn; there are three."""
ANYWHERE = "anywhere"
SPEED = 4.0


def train_among_kills(people: int, turns: int, doom: float = DOOM) -> Figures:
    """Let people train, each so many turns, and assert that nothing acknowledged is lost."""
    with stage(SPEED) as scene:
        file, deaths = scene.folder / "progress.sqlite3", scene.folder / "deaths"
        deaths.touch()
        plan = replace(scene.plan, doom=doom, deaths=str(deaths))
        with served(plan, {"HIP_COACH_SQLITE_FILE": str(file)}) as server:
            wire = scene.wire(server)
            persons = scene.people(people, wire)
            with Killer(server, Random(people)) as killer:
                train_at_once(persons, turns)
            for person in persons:
                person.come_back()
        store = SqliteProgress(str(file), KEEP_DAYS)
        for person in persons:
            person.check(store)
        store.close()
        died = Counter(deaths.read_text().splitlines())
        kinds = {f"killed {spot}": died[spot] for spot in SPOTS}
        kinds[f"killed {ANYWHERE}"] = killer.kills
        return figures(persons, wire, kinds)


class Killer:
    """Kills a worker now and then, by SIGKILL, wherever it is in its work."""

    def __init__(self, server: Served, random: Random) -> None:
        self.kills = 0
        self._server = server
        self._random = random
        self._stop = Event()
        self._thread = Thread(target=self._run, daemon=True)

    def __enter__(self) -> "Killer":
        """Begin."""
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End."""
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(self._random.uniform(0.1, 1.0)):
            if workers := self._server.workers():
                with suppress(ProcessLookupError):
                    os.kill(self._random.choice(workers), signal.SIGKILL)
                    self.kills += 1

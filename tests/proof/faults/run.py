"""People train while the workers that answer them are killed."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import msgspec

from tests.proof.faults.person import Person
from tests.proof.faults.served import Killer, served


class Figures(msgspec.Struct, frozen=True):
    """What came of it."""

    turns: int
    kills: int
    again: int
    """Requests that got no answer, and were sent once more."""
    finished: int


def train_among_kills(file: Path, people: int, turns: int) -> Figures:
    """Let people train, each so many turns, and assert that nothing acknowledged is lost."""
    with served(file) as server, ThreadPoolExecutor(people) as pool:
        persons = [Person(number, server.port) for number in range(people)]
        with Killer(server.process, Random(people)) as killer:
            for done in [pool.submit(person.train, turns) for person in persons]:
                done.result()
    for person in persons:
        person.check(file)
    return Figures(
        turns=sum(person.turns for person in persons),
        kills=killer.kills,
        again=sum(person.again for person in persons),
        finished=sum(len(person.finished) for person in persons),
    )

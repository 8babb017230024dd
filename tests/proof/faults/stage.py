"""A trial's set-up: a folder, a chain to sign with, a clock, and people at once."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from bench.speed.chain import Chain, chain_on_this_machine
from tests.proof.faults.person import Person
from tests.proof.faults.plan import Board, Plan
from tests.proof.faults.served import Served
from tests.proof.faults.wire import Wire

KEEP_DAYS = 540


class Stage(msgspec.Struct, frozen=True):
    """What a trial plays on."""

    folder: Path
    chain: Chain
    board: Board

    @property
    def plan(self) -> Plan:
        """How a server runs that nothing special happens to."""
        return Plan(self.chain, str(self.folder / "clock"))

    def wire(self, server: Served) -> Wire:
        """Return the way to a server."""
        return Wire(server.port, self.chain.signing_key())

    def people(self, count: int, wire: Wire) -> list[Person]:
        """Return people who train there."""
        return [Person(number, wire, self.board) for number in range(count)]


@contextmanager
def stage(speed: float) -> Iterator[Stage]:
    """Set up a trial in which time goes by at a speed; the chain is as old as real time."""
    with TemporaryDirectory() as name, chain_on_this_machine() as chain:
        folder = Path(name)
        yield Stage(folder, chain, Board.make(folder / "clock", speed))


def train_at_once(
    persons: Sequence[Person], turns: int, pause: Callable[[], None] = lambda: None
) -> None:
    """Let people train side by side, each so many turns."""
    with ThreadPoolExecutor(len(persons)) as pool:
        for done in [pool.submit(person.train, turns, pause) for person in persons]:
            done.result()

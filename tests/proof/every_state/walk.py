"""The walk: breadth first, every state once, everything said in each of them."""

import traceback
from collections import deque

import msgspec

from skill.coach.coach import Coach
from skill.coach.events import Event
from skill.coach.state import Session, State
from skill.speech.limits import ALEXA
from tests.coach.places import CATALOG, CONTENT
from tests.proof.every_state.checks import CHECKS
from tests.proof.every_state.happenings import happenings
from tests.proof.every_state.moments import MONDAY_MS, following, moment, node
from tests.proof.every_state.nodes import Depth, Key, Node, keys, settings
from tests.proof.every_state.person import Person
from tests.proof.every_state.transition import Transition
from tests.proof.every_state.ways_out import WaysOut

MOST_FINDINGS = 3
"""So many of one kind are kept; the rest would say the same."""


class Task(msgspec.Struct, frozen=True):
    """One walk: a person, in a language, through a routine or a move."""

    language: str
    person: Person
    target: str
    depth: Depth

    def __str__(self) -> str:
        """Return a name for reports and tests."""
        return f"{self.language}-{self.target}-{self.person.name}".replace(" ", "_")


class Finding(msgspec.Struct, frozen=True):
    """Something that must not be."""

    task: str
    event: str
    what: str
    path: tuple[str, ...]

    def __str__(self) -> str:
        """Return it with the way to it."""
        return f"{self.task}: {self.event}: {self.what}\n    after " + " > ".join(self.path)


class Walk:
    """Walks, and gathers what it finds."""

    def __init__(self, task: Task, most_states: int = 1_000_000) -> None:
        self.task = task
        self.most_states = most_states
        self.coach = Coach(CATALOG, CONTENT.lexicons[task.language], ALEXA)
        move = CATALOG.moves_of(task.target)[0]
        around = [id for id, moves in CATALOG.routines.items() if move in moves]
        target = min(around, key=lambda id: len(CATALOG.routines[id]))
        self.events = happenings(CATALOG, move, target, brief=task.depth == "brief")
        self.findings: list[Finding] = []
        self.states = 0
        self.transitions = 0
        self._seen: set[tuple[int, Key]] = set()
        self._kinds: dict[tuple[str, str], int] = {}
        self._queue: deque[Node] = deque()
        self._ways_out = WaysOut(self.coach)

    def run(self) -> "Walk":
        """Walk until nothing new comes, or there is enough."""
        beginning = State(self.task.person.progress(CATALOG), Session())
        self._settings = settings(beginning)
        at = moment(MONDAY_MS, 0)
        self._visit(node(self.coach, beginning, at, (), is_open=False))
        while self._queue:
            here = self._queue.popleft()
            for what in self._ways_out.faults(here):
                self._note(here, what, "ways out")
            for event in self.events:
                self._step(here, event)
        return self

    def _step(self, here: Node, event: Event) -> None:
        self.transitions += 1
        try:
            outcome = self.coach.respond(here.state, event, here.at)
        except Exception:  # noqa: BLE001 - an exception is a finding, and the walk goes on
            lines = traceback.format_exc().strip().splitlines()
            self._note(here, f"raised {lines[-1]} at {lines[-3].strip()}", str(event))
            return
        done = Transition(self.coach, here, event, outcome)
        for check in CHECKS:
            for what in check(done):
                self._note(here, what, str(event))
        for after in following(done, self.transitions):
            self._visit(after)

    def _visit(self, after: Node) -> None:
        if not self._is_mine(after):
            return
        found = set(enumerate(keys(after, self.task.depth)))
        if not found <= self._seen and self.states < self.most_states:
            self._seen |= found
            self.states += 1
            self._queue.append(after)

    def _is_mine(self, after: Node) -> bool:
        """Whether a state belongs to this walk: other runs and other settings have their own."""
        place = after.place
        if settings(after.state) != self._settings:
            return False
        return place is None or place.routine == self.task.target

    def _note(self, here: Node, what: str, event: str) -> None:
        kind = (event.partition("(")[0], what[:24])
        self._kinds[kind] = self._kinds.get(kind, 0) + 1
        if self._kinds[kind] <= MOST_FINDINGS:
            self.findings.append(Finding(str(self.task), event, what, here.path))

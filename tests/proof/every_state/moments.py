"""When something is said: at once, in the middle of the work, after the end, the next day."""

from collections.abc import Iterator

from msgspec.structs import replace

from skill.coach.coach import Coach
from skill.coach.progress import Mark
from skill.coach.state import Moment, Session, State
from skill.coach.timing import SECOND
from tests.proof.every_state.nodes import Node
from tests.proof.every_state.transition import Transition, settled

DAY_MS = 24 * 60 * 60 * SECOND
MONDAY_MS = 1_800_000_000_000
NEARLY_MS = 300
"""Before the end of a step: of a hold, too little is left to ask for it."""
SEEDS = 12
"""So many turns in a row choose every combination of two, three or four wordings."""


def moment(now_ms: int, serial: int) -> Moment:
    """Return a moment; its request is unique."""
    return Moment(now_ms, 738_000 + now_ms // DAY_MS, f"r{serial}")


def node(coach: Coach, state: State, at: Moment, path: tuple[str, ...], *, is_open: bool) -> Node:
    """Return the state at a moment."""
    return Node(state, settled(coach, state, at), at, is_open, path)


def following(done: Transition, serial: int) -> Iterator[Node]:
    """Yield the states in which somebody can speak after a transition."""
    now_ms = done.node.at.now_ms
    progress, session = done.after.progress, done.after.session
    if not done.reply.listens:
        for later in (SECOND, DAY_MS, 40 * DAY_MS):
            yield _node(done, State(progress, Session()), now_ms + later, serial, is_open=False)
        return
    seeded = replace(session, turn=1 + serial % SEEDS)
    for later in _moments(done.marks):
        yield _node(done, State(progress, seeded), now_ms + later, serial, is_open=True)


def _node(done: Transition, state: State, now_ms: int, serial: int, *, is_open: bool) -> Node:
    later = (now_ms - done.node.at.now_ms) // SECOND
    path = (*done.node.path, f"{done.event} (then {later} s)")
    return node(done.coach, state, moment(now_ms, serial), path, is_open=is_open)


def _moments(marks: tuple[Mark, ...]) -> list[int]:
    if not marks:
        return [5 * SECOND]
    ends = marks[-1].at_ms + marks[-1].ms
    working = [mark for mark in (marks[0], marks[-1]) if mark.ms]
    parts = [mark.at_ms + mark.ms * share // 10 for mark in working for share in (3, 7)]
    last_words = [mark.at_ms + mark.ms - NEARLY_MS for mark in working]
    return sorted({SECOND, *parts, *last_words, ends + 2 * SECOND})

"""No dead end: "next" finishes, and whoever goes away comes back to where they were."""

from collections.abc import Iterator

from msgspec.structs import replace

from skill.coach import events as ev
from skill.coach.coach import Coach
from skill.coach.events import Event
from skill.coach.progress import Bookmark
from skill.coach.route import Route
from skill.coach.state import Moment, Outcome, Session, State
from skill.coach.timing import SECOND
from tests.proof.every_state.moments import DAY_MS, moment
from tests.proof.every_state.nodes import Node

TURNS_A_STEP = 4
"""A step at the slowest pace is cut into fewer parts than this."""


class WaysOut:
    """Tries the ways out of states."""

    def __init__(self, coach: Coach) -> None:
        self.coach = coach

    def faults(self, node: Node) -> Iterator[str]:
        """Yield what is wrong with the ways out of a state."""
        if node.place is None:
            return
        for later in (SECOND, 200 * SECOND):
            yield from self._next_finishes(node, later)
        for later in (30 * SECOND, DAY_MS):
            yield from self._comes_back(node, ev.Resume(), later)
            yield from self._comes_back(node, ev.Launch(), later)

    # --- next

    def _next_finishes(self, node: Node, later: int) -> Iterator[str]:
        """Saying next again and again comes to the end; pain asks for a yes in between."""
        place = node.place
        assert place is not None
        moves = self.coach.catalog.moves
        bound = 6 + TURNS_A_STEP * 2 * sum(len(moves[id].steps) for id in place.moves)
        state, at = node.state, node.at
        for _ in range(bound):
            event: Event = ev.Yes() if state.session.asking == "carry_on" else ev.Next()
            outcome = self.coach.respond(state, event, at)
            state, at = outcome.state, self._later(at, later)
            if state.progress.bookmark is None:
                return
            if not outcome.reply.listens:
                yield f"next closes the session before the end ({later} ms a turn)"
                return
        yield f"next does not finish in {bound} turns ({later} ms a turn)"

    def _later(self, at: Moment, ms: int) -> Moment:
        return moment(at.now_ms + ms, at.now_ms % 1_000_000)

    # --- coming back

    def _comes_back(self, node: Node, event: Event, later: int) -> Iterator[str]:
        """The device ends the session here; later the run goes on at the same step and side."""
        left = self.coach.respond(node.state, ev.Ended(), node.at).state
        if left.progress.bookmark is None:
            return
        at = self._later(node.at, later)
        outcome = self._go_on(State(left.progress, Session()), event, at)
        wanted = _expected(self.coach, left)
        place = outcome.state.progress.bookmark
        if wanted is None:
            if place is not None:
                yield f"{event} begins something at the end of the run"
            return
        marks = place.playing if place is not None else ()
        if not marks:
            yield f"{event} does not go on ({later} ms later)"
            return
        there = (marks[0].move, marks[0].side, marks[0].step, marks[0].done)
        if there != (wanted.move, wanted.side, wanted.step, wanted.done):
            yield f"{event} goes on at {there}, not at {wanted} ({later} ms later)"

    def _go_on(self, state: State, event: Event, at: Moment) -> Outcome:
        outcome = self.coach.respond(state, event, at)
        if isinstance(event, ev.Launch) and outcome.state.progress.bookmark is not None:
            return self.coach.respond(outcome.state, ev.Yes(), self._later(at, 5 * SECOND))
        return outcome


def _expected(coach: Coach, left: State) -> Bookmark | None:
    """Return where it should go on: at the step, or after it where its work is done."""
    place, route = left.progress.bookmark, Route(coach.catalog, left.progress.preferences)
    assert place is not None
    if route.step(place).kind == "setup":
        return replace(place, done=0)
    return route.next_place(place) if route.is_complete(place) else place

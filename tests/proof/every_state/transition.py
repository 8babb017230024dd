"""One thing said in one state, and what came of it: what the checks look at."""

import msgspec

from skill.coach.coach import Coach
from skill.coach.cues import Count, Say
from skill.coach.events import Event
from skill.coach.progress import Bookmark, Mark
from skill.coach.reply import Reply
from skill.coach.state import Moment, Outcome, State
from skill.coach.talk import Talk
from tests.proof.every_state.nodes import Node


class Transition(msgspec.Struct, frozen=True):
    """A state, an event, and the outcome."""

    coach: Coach
    node: Node
    event: Event
    outcome: Outcome

    @property
    def before(self) -> State:
        """The state when the event came, the last response gone through."""
        return self.node.settled

    @property
    def after(self) -> State:
        """The state it led to."""
        return self.outcome.state

    @property
    def reply(self) -> Reply:
        """What was answered."""
        return self.outcome.reply

    @property
    def place(self) -> Bookmark | None:
        """The place after it."""
        return self.outcome.state.progress.bookmark

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The steps that the answer leads through."""
        return self.place.playing if self.place is not None else ()

    @property
    def name(self) -> str:
        """The type of the event."""
        return type(self.event).__name__

    def texts(self) -> list[str]:
        """Return everything that is spoken, cue by cue."""
        said = [cue.text for cue in self.reply.cues if isinstance(cue, Say | Count)]
        return [*said, self.reply.prompt] if self.reply.prompt else said

    def later_texts(self) -> list[str]:
        """Return what is spoken when nobody answers the prompt."""
        return [cue.text for cue in self.reply.reprompt if isinstance(cue, Say | Count)]


def settled(coach: Coach, state: State, at: Moment) -> State:
    """Return a state at a moment, the last response gone through as far as it got."""
    talk = Talk(coach.catalog, coach.lexicon, coach.limits, state, at)
    talk.repair()
    talk.settle()
    return State(talk.progress, talk.session)

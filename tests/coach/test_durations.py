"""How long moves take: remembered, it is what it would be worked out to be."""

from hypothesis import given, settings
from hypothesis import strategies as st

from skill.coach.durations import moves_ms
from skill.coach.lengths import Lengths
from skill.coach.progress import Preferences, Progress
from skill.coach.sides import SIDES
from skill.coach.state import Moment, Session, State
from skill.coach.talk import Talk
from skill.content import load
from skill.speech.limits import ALEXA

CONTENT = load()
MOVES = tuple(CONTENT.catalog.moves)
SHARED = {language: Lengths() for language in CONTENT.lexicons}
"""As a coach has them, for all people of a language."""

people = st.builds(
    Progress,
    preferences=st.builds(
        Preferences,
        guidance=st.sampled_from(["stepwise", "continuous"]),
        each_step=st.booleans(),
        pace=st.sampled_from([50, 100, 170, 200]),
        first_side=st.sampled_from(SIDES),
        doses=st.dictionaries(st.sampled_from(MOVES), st.integers(1, 60)),
    ),
    known=st.lists(st.sampled_from(MOVES), unique=True).map(tuple),
    sessions=st.integers(0, 40),
)


@settings(deadline=None)
@given(progress=people, turn=st.integers(0, 40), language=st.sampled_from(sorted(SHARED)))
def test_remembered_lengths_are_those_of_the_person(
    progress: Progress, turn: int, language: str
) -> None:
    state, moment = State(progress, Session(turn=turn)), Moment(0, 1, "r")
    world = (CONTENT.catalog, CONTENT.lexicons[language], ALEXA, state, moment)
    for move in MOVES:
        remembered = moves_ms(Talk(*world, lengths=SHARED[language]), (move,))
        assert remembered == moves_ms(Talk(*world), (move,))

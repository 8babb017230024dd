"""What must hold of every transition: each check yields a sentence for each fault it finds."""

from collections.abc import Callable, Iterator

from tests.proof.every_state.checks.counting import check_counting
from tests.proof.every_state.checks.doses import check_doses
from tests.proof.every_state.checks.pain import check_pain
from tests.proof.every_state.checks.places import check_places
from tests.proof.every_state.checks.sides import check_sides
from tests.proof.every_state.checks.speech import check_speech
from tests.proof.every_state.transition import Transition

Check = Callable[[Transition], Iterator[str]]

CHECKS: tuple[Check, ...] = (
    check_speech,
    check_sides,
    check_places,
    check_pain,
    check_counting,
    check_doses,
)

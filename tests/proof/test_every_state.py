"""The brief tour of every state; `python -m tests.proof.every_state` is the long one."""

import pytest

from skill.interaction.sources import locales
from tests.proof.conftest import SEEN
from tests.proof.every_state.tour import brief_tour, tour

LEAST_TRANSITIONS = 100_000
"""A walk that sees fewer has lost its way, and proves nothing."""

LEAST_STATES = 60
"""Of one tour: the squat has one set of three steps, and so the fewest."""


def test_every_state_keeps_every_rule(request: pytest.FixtureRequest) -> None:
    seen = list(tour(brief_tour()))
    states, transitions = sum(one.states for one in seen), sum(one.transitions for one in seen)
    request.config.stash[SEEN] = f"Every state: {states:,} states, {transitions:,} transitions"
    findings = [str(finding) for one in seen for finding in one.findings]
    assert not findings, "\n".join(findings[:20])
    assert transitions >= LEAST_TRANSITIONS
    assert all(one.states >= LEAST_STATES for one in seen)


def test_every_locale_is_walked() -> None:
    walked = {task.language for task in brief_tour()}
    assert {locale.partition("-")[0] for locale in locales()} == walked

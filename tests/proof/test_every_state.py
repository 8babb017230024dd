"""The brief tour of every state; `python -m tests.proof.every_state` is the long one."""

from tests.proof.every_state.tour import brief_tour, tour

LEAST_TRANSITIONS = 100_000
"""A walk that sees fewer has lost its way, and proves nothing."""

LEAST_STATES = 60
"""Of one tour: the squat has one set of three steps, and so the fewest."""


def test_every_state_keeps_every_rule() -> None:
    seen = list(tour(brief_tour()))
    findings = [str(finding) for one in seen for finding in one.findings]
    assert not findings, "\n".join(findings[:20])
    assert sum(one.transitions for one in seen) >= LEAST_TRANSITIONS
    assert all(one.states >= LEAST_STATES for one in seen)

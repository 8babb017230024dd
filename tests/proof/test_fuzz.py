"""Damaged envelopes, a few; `python -m tests.proof.fuzz` sends very many."""

import json
import logging
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.proof.fuzz.damage import damaged
from tests.proof.fuzz.seeds import seeds
from tests.proof.fuzz.target import Target


@pytest.fixture(scope="module")
def target() -> Target:
    return Target()


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Keep the many refusals out of the output, and hand the log back as it was."""
    logger = logging.getLogger("hip_coach")
    before = logger.level
    logger.setLevel(logging.CRITICAL)
    yield
    logger.setLevel(before)


def test_whole_envelopes_are_answered(target: Target) -> None:
    assert {target.send(body).status_code for body in seeds()} == {200}


@settings(
    max_examples=300,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(random=st.randoms(use_true_random=False))
def test_damaged_envelopes_are_answered_or_refused(target: Target, random: Random) -> None:
    target.send(damaged(random, seeds()))


ODD_ATTRIBUTES = [
    {"at_ms": 10**30},
    {"at_ms": -1},
    {"state": {"progress": {"preferences": {"pace": 10**30}}}},
    {"state": {"progress": {"preferences": {"pace": 0}}}},
    {"unsaved": [{"key": "r.0r", "move": "twisted_legs", "day": 10**30, "ms": 1}]},
    {"unsaved": [{"key": "r.0r", "move": "twisted_legs", "day": 739_000, "ms": 10**30}]},
]


@pytest.mark.parametrize("odd", ODD_ATTRIBUTES)
def test_numbers_that_nobody_left_in_the_attributes_are_no_fault(odd: dict[str, object]) -> None:
    target = Target()
    for body in seeds():
        whole = json.loads(body)
        if "coach" in (whole.get("session") or {}).get("attributes", {}):
            whole["session"]["attributes"]["coach"] = json.dumps(odd)
            target.send(json.dumps(whole).encode())
    assert target.seen.keys() == {"200"}
    assert target.seen["200"] > 10

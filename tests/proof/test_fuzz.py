"""Damaged envelopes, a few; `python -m tests.proof.fuzz` sends very many."""

import logging
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
def quiet() -> None:
    logging.getLogger("hip_coach").setLevel(logging.CRITICAL)


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

"""Random people against a model of what is remembered; `python -m tests.proof.random_people`."""

from hypothesis import settings

from tests.proof.random_people.machine import RandomPeople

TestRandomPeople = RandomPeople.TestCase
TestRandomPeople.settings = settings(
    max_examples=100, stateful_step_count=40, deadline=None, derandomize=True
)

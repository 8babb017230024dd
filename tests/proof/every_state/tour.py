"""Walks side by side: which there are, and what came of them together."""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import msgspec

from tests.coach.places import CATALOG, CONTENT
from tests.proof.every_state.nodes import Depth
from tests.proof.every_state.person import NEWCOMER, PEOPLE, REGULAR, Person
from tests.proof.every_state.walk import Finding, Task, Walk

BRIEF_ROUTINE = "desk"
"""The routine of the brief tour: it leads from move to move like the longer ones."""


class Seen(msgspec.Struct, frozen=True):
    """What a walk saw."""

    task: Task
    states: int
    transitions: int
    findings: list[Finding]


def walk(task: Task) -> Seen:
    """Walk."""
    done = Walk(task).run()
    return Seen(task, done.states, done.transitions, done.findings)


def tour(tasks: list[Task]) -> Iterator[Seen]:
    """Walk all, on every core, and yield what each saw, in order."""
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("fork")) as pool:
        yield from pool.map(walk, tasks)


def brief_tour() -> list[Task]:
    """Return the walks that fit into a minute: newcomers and regulars take turns at the moves."""
    people = (NEWCOMER, REGULAR)
    targets = (BRIEF_ROUTINE, *CATALOG.moves)
    return [
        Task(language, people[(turn + shift) % 2], target, "brief")
        for shift, language in enumerate(CONTENT.lexicons)
        for turn, target in enumerate(targets)
    ]


def long_tour() -> list[Task]:
    """Return the walks of a proof: everybody through everything.

    Two people are each other's opposite in every setting, and each of them speaks one language:
    they see every shape of move by the closest look.
    """
    close = _close_looks()
    targets = (*CATALOG.routines, *CATALOG.moves)
    return [
        Task(language, person, target, _depth(number, person, (number, target) in close))
        for number, language in enumerate(CONTENT.lexicons)
        for target in targets
        for person in PEOPLE
    ]


def _depth(number: int, person: Person, close: bool) -> Depth:
    return "wide" if close and person == (NEWCOMER, REGULAR)[number % 2] else "brief"


def _close_looks() -> set[tuple[int, str]]:
    """Return which moves are looked at closely, each by the number of a language.

    Moves of the same steps differ in their words alone, which every walk sees: of these, each
    language has one.
    """
    shapes: dict[tuple[str, ...], list[str]] = {}
    for id, move in CATALOG.moves.items():
        shapes.setdefault((move.sides, *(step.kind for step in move.steps)), []).append(id)
    numbers = range(len(CONTENT.lexicons))
    return {(n, moves[n % len(moves)]) for moves in shapes.values() for n in numbers}

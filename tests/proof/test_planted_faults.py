"""The walk finds faults: each rule is broken on purpose, and must be told of."""

from collections.abc import Callable

import pytest

from skill.coach import coach as coaches
from skill.coach import coaching, meaning, sets, talk
from skill.coach import events as ev
from skill.coach.coach import Act
from skill.coach.credit import credited_sets
from skill.coach.events import Event
from skill.coach.progress import Bookmark, FinishedSet
from skill.coach.sides import Side, for_side, other
from skill.coach.speaking import Speaking
from skill.coach.talk import Talk
from skill.coach.turns import begin, lost, moving, safety
from tests.proof.every_state.person import NEWCOMER, REGULAR, Person
from tests.proof.every_state.walk import Task, Walk

Patch = pytest.MonkeyPatch
ENOUGH = 30
"""States of a walk: each planted fault shows within so many."""


def act_on(patch: Patch, acts: dict[type[Event], Act], event: type[Event], act: Act) -> None:
    patch.setitem(acts, event, act)


def wrong_side(patch: Patch) -> None:
    def mistaken(text: str, side: Side) -> str:
        return for_side(text, other(side))

    patch.setattr(sets, "for_side", mistaken)


def on_through_pain(patch: Patch) -> None:
    patch.setattr(meaning, "_after_pain", lambda event, _asking: event)


def no_stop_for_pain(patch: Patch) -> None:
    act_on(patch, coaches.ANYWHERE, ev.Hurts, lost.unknown)


def pain_remembered(patch: Patch) -> None:
    def remembering(talk: Talk, event: ev.Hurts) -> None:
        safety.hurts(talk, event)
        talk.remember(last_routine="pain")

    act_on(patch, coaches.ANYWHERE, ev.Hurts, remembering)


def question_that_moves(patch: Patch) -> None:
    act_on(patch, coaches.IN_RUN, ev.AskPlace, moving.next_step)


def counted_twice(patch: Patch) -> None:
    def twice(
        before: Bookmark | None, after: Bookmark, day: int
    ) -> tuple[Bookmark, tuple[FinishedSet, ...]]:
        place, finished = credited_sets(before, after, day)
        return place, finished * 2

    patch.setattr(talk, "credited_sets", twice)


def counted_undone(patch: Patch) -> None:
    act_on(patch, coaches.IN_RUN, ev.Previous, moving.done)


def done_work_begun(patch: Patch) -> None:
    act_on(patch, coaches.IN_RUN, ev.Again, lambda talk, _event: coaching.coach(talk))


def no_room_for_a_prompt(patch: Patch) -> None:
    patch.setattr(coaching, "PROMPT_MS", -60_000)


def no_reprompt(patch: Patch) -> None:
    patch.setattr(Speaking, "patient", lambda _self, _text, _quiet_ms: ())


def no_end(patch: Patch) -> None:
    act_on(patch, coaches.ANYWHERE, ev.Stop, lost.help_me)


def another_place(patch: Patch) -> None:
    act_on(patch, coaches.IN_RUN, ev.Resume, begin.start_over)


def round_in_circles(patch: Patch) -> None:
    act_on(patch, coaches.IN_RUN, ev.Next, moving.repeat)


def a_crash(patch: Patch) -> None:
    def crash(_talk: Talk, _event: ev.Help) -> None:
        raise LookupError("planted")

    act_on(patch, coaches.ANYWHERE, ev.Help, crash)


PLANTED: list[tuple[Callable[[Patch], None], Person, str]] = [
    (wrong_side, NEWCOMER, "is led through without its words"),
    (wrong_side, NEWCOMER, "is said while the"),
    (on_through_pain, NEWCOMER, "brings the body into motion after pain"),
    (no_stop_for_pain, NEWCOMER, "gives no advice when something hurts"),
    (pain_remembered, NEWCOMER, "remembers something of a pain"),
    (question_that_moves, NEWCOMER, "moved the bookmark"),
    (counted_twice, NEWCOMER, "counts a set twice"),
    (counted_undone, NEWCOMER, "counts a set of which"),
    (done_work_begun, NEWCOMER, "begins work of zero length"),
    (done_work_begun, NEWCOMER, "an amount of zero, '0 "),
    (no_room_for_a_prompt, REGULAR, "the response takes"),
    (no_reprompt, NEWCOMER, "the reprompt repeats the prompt, or is empty"),
    (no_end, NEWCOMER, "stop does not end"),
    (another_place, NEWCOMER, "goes on at"),
    (round_in_circles, NEWCOMER, "next does not finish"),
    (a_crash, NEWCOMER, "raised LookupError: planted"),
]


@pytest.mark.parametrize(("plant", "person", "told"), PLANTED)
def test_a_planted_fault_is_found(
    plant: Callable[[Patch], None], person: Person, told: str, monkeypatch: Patch
) -> None:
    plant(monkeypatch)
    walk = Walk(Task("en", person, "twisted_legs", "brief"), ENOUGH).run()
    assert any(told in finding.what for finding in walk.findings), walk.findings[:5]


def test_without_a_planted_fault_nothing_of_it_is_found() -> None:
    for person in (NEWCOMER, REGULAR):
        walk = Walk(Task("en", person, "twisted_legs", "brief"), ENOUGH).run()
        whats = [finding.what for finding in walk.findings]
        assert not [told for _, _, told in PLANTED if any(told in what for what in whats)]

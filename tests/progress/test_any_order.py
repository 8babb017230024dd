"""Whatever comes twice, late, or in any order: the outcome is that of a simple model."""

import uuid
from itertools import count

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skill.coach.progress import FinishedSet
from skill.progress.dynamodb.store import DynamoProgress
from skill.progress.sqlite.store import SqliteProgress
from skill.progress.store import ProgressStore, Request, Update
from tests.progress.people import MONDAY, at_step, finished, place, request

Turn = tuple[Request, Update]

SETS = st.builds(finished, st.integers(0, 5), st.integers(MONDAY, MONDAY + 5))
USERS = (f"{uuid.uuid4()}" for _ in count())


@st.composite
def deliveries(draw: st.DrawFn) -> list[Turn]:
    """Turns, each at its own time, some delivered again, in any order."""
    finishing = draw(st.lists(st.lists(SETS, max_size=4), min_size=1, max_size=6))
    turns = [
        (request("", minute, f"request {minute}"), Update(at_step(minute), one_day_each(sets)))
        for minute, sets in enumerate(finishing)
    ]
    return draw(st.permutations(turns + draw(st.lists(st.sampled_from(turns), max_size=4))))


def one_day_each(sets: list[FinishedSet]) -> tuple[FinishedSet, ...]:
    """Give each key one day, as the coach does: a set is finished once."""
    return tuple(finished(int(one.key[-1]), MONDAY + int(one.key[-1]) % 5) for one in sets)


def expected(turns: list[Turn]) -> tuple[int, int, int, int, int]:
    """Return sets, time, best streak, last streak and step as the model has them."""
    sets = {one.key: one for _, update in turns for one in update.finished}
    streak = best = 0
    days = {one.day for one in sets.values()}
    for day in range(MONDAY, max(days, default=MONDAY) + 1):
        streak = streak + 1 if day in days else 0
        best = max(best, streak)
    last = max(turns, key=lambda turn: turn[0].at_ms)
    return len(sets), sum(one.ms for one in sets.values()), best, streak, place(last[1].progress)[0]


def outcome(store: ProgressStore, turns: list[Turn]) -> tuple[int, int, int, int, int]:
    user = next(USERS)
    for saying, update in turns:
        store.save(Request(user, saying.id, saying.at_ms), update)
    progress = store.load(request(user, 999))
    history = progress.history
    return history.sets, history.ms, history.best, history.streak, place(progress)[0]


COMMON = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)


@settings(COMMON, max_examples=150)
@given(turns=deliveries())
def test_the_embedded_store_is_as_the_model(memory: SqliteProgress, turns: list[Turn]) -> None:
    assert outcome(memory, turns) == expected(turns)


@settings(COMMON, max_examples=60)
@given(turns=deliveries())
def test_dynamodb_is_as_the_model(dynamodb: DynamoProgress, turns: list[Turn]) -> None:
    assert outcome(dynamodb, turns) == expected(turns)

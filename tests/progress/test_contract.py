"""What every store of progress promises."""

from collections.abc import Callable

import pytest

from skill.coach.progress import History, Progress
from skill.progress.store import ProgressStore, Update
from tests.progress.people import (
    MINUTE,
    MONDAY,
    at_step,
    finish,
    finished,
    place,
    request,
    without_history,
)


def test_an_unknown_person_has_no_progress(store: ProgressStore, user: str) -> None:
    assert store.load(request(user)) == Progress()


def test_what_was_saved_is_read(store: ProgressStore, user: str) -> None:
    store.save(request(user, 1), Update(at_step(4, "left")))
    assert store.load(request(user, 2)) == at_step(4, "left")


def test_what_was_saved_outlives_the_process(
    reopen: Callable[[], ProgressStore], user: str
) -> None:
    reopen().save(request(user, 1), Update(at_step(4), (finished(0),)))
    progress = reopen().load(request(user, 2))
    assert without_history(progress) == at_step(4)
    assert progress.history.sets == 1


def test_people_do_not_see_each_other(store: ProgressStore, user: str) -> None:
    store.save(request(user), Update(at_step(4), (finished(0),)))
    assert store.load(request(f"{user}2")) == Progress()
    store.save(request(f"{user}2"), Update(at_step(1), (finished(0),)))
    assert store.load(request(user, 1)).history.sets == 1


def test_the_last_to_move_wins(store: ProgressStore, user: str) -> None:
    store.save(request(user, 1), Update(at_step(1)))
    store.save(request(user, 3), Update(at_step(3)))
    store.save(request(user, 2), Update(at_step(2)))
    assert place(store.load(request(user, 4))) == (3, "right")


def test_of_two_in_the_same_moment_the_later_written_wins(store: ProgressStore, user: str) -> None:
    store.save(request(user, 1), Update(at_step(1)))
    store.save(request(user, 1), Update(at_step(2)))
    assert place(store.load(request(user, 4))) == (2, "right")


def test_a_finished_set_is_counted(store: ProgressStore, user: str) -> None:
    store.save(request(user), Update(at_step(1), (finished(0),)))
    expected = History(sets=1, ms=MINUTE, streak=1, best=1, last_day=MONDAY)
    assert store.load(request(user, 1)).history == expected


def test_several_sets_are_counted_in_one_turn(store: ProgressStore, user: str) -> None:
    store.save(request(user), Update(at_step(1), tuple(map(finished, range(12)))))
    history = store.load(request(user, 1)).history
    assert (history.sets, history.ms) == (12, 12 * MINUTE)


def test_more_sets_than_a_transaction_takes_are_counted(store: ProgressStore, user: str) -> None:
    store.save(request(user), Update(at_step(1), tuple(map(finished, range(230)))))
    assert store.load(request(user, 1)).history.sets == 230


def test_a_set_named_twice_in_a_turn_is_counted_once(store: ProgressStore, user: str) -> None:
    store.save(request(user), Update(at_step(1), (finished(0), finished(0))))
    assert store.load(request(user, 1)).history.sets == 1


def test_the_same_request_delivered_twice_changes_nothing(store: ProgressStore, user: str) -> None:
    saying, update = request(user, 1), Update(at_step(2), (finished(0), finished(1)))
    store.save(saying, update)
    once = store.load(request(user, 2))
    store.save(saying, update)
    assert store.load(request(user, 2)) == once


def test_a_set_finished_again_from_another_device_is_counted_once(
    store: ProgressStore, user: str
) -> None:
    store.save(request(user, 1), Update(at_step(1), (finished(0),)))
    store.save(request(user, 2), Update(at_step(2), (finished(0),)))
    progress = store.load(request(user, 3))
    assert progress.history.sets == 1
    assert place(progress) == (2, "right")


def test_a_late_update_counts_its_sets_and_moves_nothing(store: ProgressStore, user: str) -> None:
    store.save(request(user, 9), Update(at_step(9), (finished(1),)))
    store.save(request(user, 5), Update(at_step(5), (finished(0), finished(1), finished(2))))
    progress = store.load(request(user, 10))
    assert progress.history.sets == 3
    assert place(progress) == (9, "right")


def test_of_sets_partly_known_the_others_are_counted(store: ProgressStore, user: str) -> None:
    store.save(request(user, 1), Update(at_step(1), (finished(0), finished(1))))
    store.save(request(user, 2), Update(at_step(2), tuple(map(finished, range(4)))))
    progress = store.load(request(user, 3))
    assert progress.history.sets == 4
    assert place(progress) == (2, "right")


def test_the_history_in_an_update_is_not_taken_over(store: ProgressStore, user: str) -> None:
    boast = Progress(sessions=1, history=History(sets=99, streak=99, best=99, last_day=MONDAY))
    store.save(request(user, 1), Update(boast))
    assert store.load(request(user, 2)) == Progress(sessions=1)


def days(*offsets: int) -> tuple[int, ...]:
    return tuple(MONDAY + offset for offset in offsets)


@pytest.mark.parametrize(
    ("trained", "streak", "best"),
    [
        (days(0), 1, 1),
        (days(0, 1, 2), 3, 3),
        (days(0, 0, 1, 1), 2, 2),
        (days(0, 1, 3), 1, 2),
        (days(0, 2, 4), 1, 1),
        (days(2, 1, 0), 3, 3),
        (days(0, 1, 2, 5, 6, 4), 3, 3),
        (days(-400, 0, 1), 2, 2),
        (days(*range(40)), 40, 40),
    ],
)
def test_days_in_a_row_are_counted_in_whatever_order_they_arrive(
    store: ProgressStore, user: str, trained: tuple[int, ...], streak: int, best: int
) -> None:
    finish(store, user, *trained)
    history = store.load(request(user, 999_999)).history
    assert (history.streak, history.best, history.last_day) == (streak, best, max(trained))


def open_session(store: ProgressStore, user: str) -> Progress:
    """Begin a session with the request `opening`, and go a step further."""
    opening = request(user, 5, "opening")
    before = store.load(opening)
    store.save(opening, Update(at_step(6), before=before))
    return before


def test_the_opening_request_delivered_twice_reads_what_it_read(
    store: ProgressStore, user: str
) -> None:
    store.save(request(user, 1), Update(at_step(2), (finished(0),)))
    before = open_session(store, user)
    assert before.history.sets == 1
    store.save(request(user, 6), Update(at_step(7), (finished(1),)))
    assert store.load(request(user, 5, "opening")) == before
    assert place(store.load(request(user, 8, "another"))) == (7, "right")


def test_the_very_first_request_delivered_twice_is_the_first_both_times(
    store: ProgressStore, user: str
) -> None:
    assert open_session(store, user) == Progress()
    assert store.load(request(user, 5, "opening")) == Progress()
    assert place(store.load(request(user, 8, "another"))) == (6, "right")


def test_a_person_can_be_forgotten(store: ProgressStore, user: str) -> None:
    store.save(request(user), Update(at_step(1), tuple(map(finished, range(60)))))
    store.forget(user)
    assert store.load(request(user, 1)) == Progress()
    assert store.export(user) == {}


def test_forgetting_nobody_is_no_error(store: ProgressStore, user: str) -> None:
    store.forget(user)


def test_forgetting_one_leaves_the_others(store: ProgressStore, user: str) -> None:
    store.save(request(user), Update(at_step(1), (finished(0),)))
    store.save(request(f"{user}2"), Update(at_step(2), (finished(0),)))
    store.forget(user)
    assert store.load(request(f"{user}2", 1)).history.sets == 1


def test_who_was_forgotten_can_begin_again(store: ProgressStore, user: str) -> None:
    store.save(request(user, 1), Update(at_step(1), (finished(0),)))
    store.forget(user)
    store.save(request(user, 2), Update(at_step(2), (finished(0),)))
    assert store.load(request(user, 3)).history.sets == 1


def test_an_export_has_everything(store: ProgressStore, user: str) -> None:
    store.save(request(user, 1), Update(at_step(2), (finished(0), finished(1))))
    open_session(store, user)
    export = store.export(user)
    assert export["days"] == [MONDAY]
    assert export["finished_sets"] == ["run:0", "run:1"]
    assert export["last_moved_ms"] == request(user, 5).at_ms
    assert export["progress"]["bookmark"]["step"] == 6  # type: ignore[index]
    assert export["progress"]["history"]["sets"] == 2  # type: ignore[index]
    assert export["last_session"]["opened_by_request"] == "opening"  # type: ignore[index]
    assert export["last_session"]["progress_then"]["bookmark"]["step"] == 2  # type: ignore[index]


def test_it_expires_so_many_days_after_the_last_turn(store: ProgressStore, user: str) -> None:
    store.save(request(user, 2), Update(at_step(2)))
    store.save(request(user, 1), Update(at_step(1), (finished(0),)))
    assert store.export(user)["expires"] == request(user, 2).at_ms // 1000 + 540 * 86_400


def test_it_is_ready(store: ProgressStore) -> None:
    assert store.is_ready()

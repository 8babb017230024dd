"""Holds last what was promised, counts are even: the times of the cues add up."""

from itertools import pairwise

import pytest
from msgspec.structs import replace

from skill.coach.cues import Count, Cue, Say, Silence, length
from skill.coach.piece import Piece
from skill.coach.sets import NARRATED_REPS
from skill.coach.timing import SECOND
from skill.speech.limits import MAX_TURN_MS
from tests.coach.places import Spot, counted_places, every_place, timed_places, working_places

ROOM = 100 * MAX_TURN_MS


def piece_of(spot: Spot, done: int = 0) -> Piece:
    place = replace(spot.place, done=done)
    return spot.sets().piece(place, full=True, settle=False, most_ms=ROOM)


def work_of(piece: Piece) -> list[Cue]:
    """Return the cues between the go word and the release."""
    clock, work = 0, []
    for cue in piece.cues:
        if piece.work_at_ms <= clock < piece.work_at_ms + piece.work_ms:
            work.append(cue)
        clock += cue.ms
    return work


def starts(cues: list[Cue]) -> list[tuple[int, Cue]]:
    clock, found = 0, []
    for cue in cues:
        found.append((clock, cue))
        clock += cue.ms
    return found


@pytest.mark.parametrize("spot", working_places(), ids=str)
def test_work_lasts_exactly_its_dose(spot: Spot) -> None:
    amount = spot.route.amount(spot.place)
    beat = spot.sets().beat_ms(spot.route.move(spot.place))
    is_counted = spot.route.step(spot.place).kind == "rep"
    assert length(work_of(piece_of(spot))) == (amount * beat if is_counted else amount)


@pytest.mark.parametrize("spot", working_places(), ids=str)
@pytest.mark.parametrize("percent", [1, 33, 50, 90])
def test_work_taken_up_again_lasts_exactly_what_is_left(spot: Spot, percent: int) -> None:
    amount = spot.route.amount(spot.place)
    done = amount * percent // 100
    beat = spot.sets().beat_ms(spot.route.move(spot.place))
    is_counted = spot.route.step(spot.place).kind == "rep"
    left = amount - done
    assert length(work_of(piece_of(spot, done))) == (left * beat if is_counted else left)


@pytest.mark.parametrize("spot", counted_places(), ids=str)
def test_reps_are_counted_evenly_from_the_first_to_the_last(spot: Spot) -> None:
    beat = spot.sets().beat_ms(spot.route.move(spot.place))
    counted = [(at, cue) for at, cue in starts(work_of(piece_of(spot))) if isinstance(cue, Count)]
    assert [cue.number for _, cue in counted] == list(range(1, spot.route.amount(spot.place) + 1))
    assert {later - earlier for (earlier, _), (later, _) in pairwise(counted)} == {beat}


@pytest.mark.parametrize("spot", timed_places(), ids=str)
def test_the_last_five_seconds_of_timed_work_are_counted_down(spot: Spot) -> None:
    work = starts(work_of(piece_of(spot)))
    amount = spot.route.amount(spot.place)
    counted = [(at, cue.number) for at, cue in work if isinstance(cue, Count)]
    assert counted == [(amount - left * SECOND, left) for left in (5, 4, 3, 2, 1)]


@pytest.mark.parametrize("spot", working_places(), ids=str)
def test_words_inside_work_never_run_into_each_other(spot: Spot) -> None:
    cues = work_of(piece_of(spot))
    for earlier, later in pairwise(cues):
        assert isinstance(earlier, Silence) or isinstance(later, Silence)


@pytest.mark.parametrize("spot", working_places(), ids=str)
def test_nobody_is_left_in_silence_for_long(spot: Spot) -> None:
    longest = max(cue.ms for cue in piece_of(spot).cues if isinstance(cue, Silence))
    assert longest <= 30 * SECOND


@pytest.mark.parametrize("spot", working_places(), ids=str)
def test_a_piece_with_little_room_ends_between_two_reps_and_the_rest_is_no_stump(
    spot: Spot,
) -> None:
    whole = piece_of(spot)
    room = whole.ms - 15 * SECOND
    part = spot.sets().piece(spot.place, full=True, settle=False, most_ms=room)
    assert part.ms <= room
    assert 0 < part.amount < whole.amount
    assert part.amount * 2 >= whole.amount - 1


@pytest.mark.parametrize("spot", every_place(), ids=str)
def test_every_cue_takes_time_and_says_something(spot: Spot) -> None:
    for cue in piece_of(spot).cues:
        assert cue.ms > 0
        assert isinstance(cue, Silence) or cue.text.strip()


def test_the_first_reps_are_narrated_and_the_later_ones_are_only_counted() -> None:
    spot = next(s for s in working_places() if s.place.routine == "chair_rotation")
    said = [cue for cue in work_of(piece_of(spot)) if isinstance(cue, Say)]
    assert len(said) == NARRATED_REPS

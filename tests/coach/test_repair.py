"""Content changes under a bookmark: the nearest sensible place is found."""

import pytest

from skill.coach import events as ev
from skill.coach.coach import Coach
from skill.coach.progress import Bookmark, Mark, Preferences, Progress
from skill.coach.repair import repaired, repaired_session
from skill.coach.state import Moment, Session, State
from skill.speech.limits import ALEXA
from tests.coach.places import CATALOG, CONTENT

FLOOR = ("seated_rotation", "squat_rotation", "ninety_ninety")


def kept(**changes: object) -> Progress:
    fields = {"run": "r", "routine": "floor", "moves": FLOOR, "side": "right", **changes}
    return Progress(bookmark=Bookmark(**fields))  # type: ignore[arg-type]


def test_a_place_that_still_exists_is_left_alone() -> None:
    progress = kept(move=1, step=2, done=3)
    assert repaired(progress, CATALOG) is progress


def test_a_step_that_is_gone_becomes_the_first_of_its_set() -> None:
    place = repaired(kept(move=2, side="left", step=99, closed=("right",)), CATALOG).bookmark
    assert place is not None
    assert (place.move, place.side, place.step, place.closed) == (2, "left", 0, ("right",))


@pytest.mark.parametrize(
    ("moves", "move", "expected"),
    [
        (("seated_rotation", "gone", "ninety_ninety"), 1, "ninety_ninety"),
        (("gone", "squat_rotation"), 1, "squat_rotation"),
        (("gone", "squat_rotation"), 0, "squat_rotation"),
        (("seated_rotation", "gone"), 1, None),
        (("gone",), 0, None),
        (("seated_rotation",), 7, None),
    ],
)
def test_a_move_that_is_gone_gives_way_to_the_next(
    moves: tuple[str, ...], move: int, expected: str | None
) -> None:
    marks = (Mark(0, 1000, move, "right", 0, 0, 1),)
    place = repaired(kept(moves=moves, move=move, playing=marks), CATALOG).bookmark
    assert (place and place.moves[place.move]) == expected
    assert place is None or place.playing == ()


def test_a_routine_that_is_gone_leaves_its_moves() -> None:
    place = repaired(kept(routine="gone", move=1), CATALOG).bookmark
    assert place is not None
    assert place.moves[place.move] == "squat_rotation"
    assert place.routine in CATALOG.moves


def test_what_was_done_last_and_what_is_lacking_must_exist() -> None:
    progress = Progress(
        last_routine="gone", last_moves=("gone",), preferences=Preferences(lacks=("gone", "band"))
    )
    after = repaired(progress, CATALOG)
    assert after.last_routine == ""
    assert after.preferences.lacks == ("band",)


GONE = [
    {"moves": ("gone",)},
    {"step": 99},
    {"move": 7},
    {"playing": (Mark(0, 1000, 0, "right", 99, 0, 1),)},
    {"playing": (Mark(0, 1000, 0, "right", 0, 0, 1), Mark(1000, 1000, 7, "right", 0, 0, 1))},
]


@pytest.mark.parametrize(
    "event", [ev.Launch(), ev.Next(), ev.AskLeft(), ev.Okay(), ev.Stop()], ids=repr
)
@pytest.mark.parametrize("changes", GONE, ids=str)
def test_content_that_changes_within_a_session_is_survived(
    event: ev.Event, changes: dict[str, object]
) -> None:
    coach = Coach(CATALOG, CONTENT.lexicons["en"], ALEXA)
    state = State(kept(**changes), Session(mode="coaching", turn=5))
    reply = coach.respond(state, event, Moment(1_800_000_000_000, 739_000, "r")).reply
    assert reply.cues or reply.prompt


def test_what_was_offered_or_wished_for_must_exist() -> None:
    session = Session(offered=("gone", "twisted_legs"), wish=ev.Start("gone"))
    assert repaired_session(session, CATALOG) == Session(
        offered=("twisted_legs",), wish=ev.Start(None)
    )

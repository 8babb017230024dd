"""Turns of a person, as short as a test can say them."""

from datetime import date
from itertools import count

from msgspec.structs import replace

from skill.coach.progress import Bookmark, FinishedSet, Preferences, Progress
from skill.coach.sides import Side
from skill.progress.store import ProgressStore, ProgressUnavailable, Request, Update

FULL = (
    "seated_rotation",
    "squatting_rotation",
    "ninety_ninety_foot_lift",
    "twisted_legs",
    "lying_band_stretch",
    "hip_rotator_massage",
)
MONDAY = date(2026, 11, 23).toordinal()
EIGHT_O_CLOCK = 1_795_420_800_000
MINUTE = 60_000

_ids = count()


def request(user: str, minute: float = 0, request_id: str = "") -> Request:
    """Return what is said some minutes after eight."""
    name = request_id or f"amzn1.echo-api.request.{next(_ids):036}"
    return Request(user=user, id=name, at_ms=EIGHT_O_CLOCK + int(minute * MINUTE))


def at_step(step: int, side: Side = "right", run: str = "run") -> Progress:
    """Return progress with the bookmark at a step of the full routine."""
    place = Bookmark(run=run, routine="full_routine", moves=FULL, side=side, step=step)
    return Progress(
        preferences=Preferences(pace=120, lacks=("ball",), doses={"twisted_legs": 45}),
        bookmark=place,
        known=FULL[:2],
        sessions=3,
    )


def finished(number: int, day: int = MONDAY, run: str = "run") -> FinishedSet:
    """Return one of the sets of a run; each takes a minute."""
    return FinishedSet(key=f"{run}:{number}", move=FULL[0], day=day, ms=MINUTE)


def finish(store: ProgressStore, user: str, *days: int) -> None:
    """Finish a set on each of the days, at its own time."""
    for day in days:
        saying = request(user, minute=(day - MONDAY) * 24 * 60)
        store.save(saying, Update(at_step(1), (finished(0, day, run=f"run{day}"),)))


def place(progress: Progress) -> tuple[int, Side]:
    """Return the step and the side of the bookmark."""
    assert progress.bookmark is not None
    return progress.bookmark.step, progress.bookmark.side


def without_history(progress: Progress) -> Progress:
    return replace(progress, history=Progress().history)


def save_until_acknowledged(store: ProgressStore, saying: Request, update: Update) -> None:
    """Write as the skill does: what isn't acknowledged is written again."""
    while True:
        try:
            store.save(saying, update)
        except ProgressUnavailable:
            continue
        return

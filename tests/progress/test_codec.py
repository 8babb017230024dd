"""States as bytes: whole again, and small."""

from contextlib import suppress

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from skill.coach.progress import Bookmark, History, Mark, Preferences, Progress
from skill.progress import codec
from skill.progress.history import fold_of, history_of
from tests.progress.people import MONDAY

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda part: st.lists(part) | st.dictionaries(st.text(), part),
    max_leaves=10,
)
CALM = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""How long an example takes says something of the machine, not of the codec."""

NAMES = st.sampled_from([
    *(name for kind in (Progress, Bookmark, Preferences) for name in kind.__struct_fields__),
    "of_tomorrow",
])  # fmt: skip
MOMENT = st.builds(
    Mark, *[st.integers(0, 10**7)] * 3, st.sampled_from(["left", "right"]), *[st.integers(0)] * 3
)
PLACES = st.builds(Bookmark, playing=st.lists(MOMENT, max_size=5).map(tuple))
PROGRESS = st.builds(
    Progress,
    bookmark=st.none() | PLACES,
    history=st.builds(History, sets=st.integers(0), ms=st.integers(0)),
)


@settings(CALM)
@given(PROGRESS)
def test_what_is_encoded_is_decoded(progress: Progress) -> None:
    assert codec.decode(codec.unpack(codec.pack(codec.encode(progress)))) == progress


@settings(CALM)
@given(PROGRESS)
def test_a_state_is_without_its_history(progress: Progress) -> None:
    assert codec.decode(codec.encode_state(progress)) == replace(progress, history=History())


@settings(CALM, max_examples=40)
@given(st.dictionaries(NAMES, st.dictionaries(NAMES, JSON) | JSON))
def test_any_object_is_read_as_some_progress(raw: dict[str, object]) -> None:
    assert isinstance(codec.decode(msgspec.json.encode(raw)), Progress)


@settings(CALM)
@given(st.binary())
def test_any_bytes_are_read_or_refused(noise: bytes) -> None:
    for read in (codec.decode, codec.unpack):
        with suppress(codec.UnreadableStateError):
            read(noise)
    assert isinstance(codec.read(noise), Progress)
    assert isinstance(codec.read(noise, packed=True), Progress)


def test_a_part_that_does_not_fit_goes_alone() -> None:
    text = (
        b'{"bookmark":{"run":"r","routine":"x","moves":["a"],"side":"left","step":2,'
        b'"playing":[["odd"]],"of_tomorrow":1},"sessions":"many","known":["a"]}'
    )
    place = Bookmark(run="r", routine="x", moves=("a",), side="left", step=2)
    assert codec.decode(text) == Progress(bookmark=place, known=("a",))


def test_what_the_first_version_packed_can_be_read() -> None:
    """Packed by version 0.1; the dictionary it needs may never change."""
    packed = bytes.fromhex("01ab2636b1c212662db2cb4df0bbbc1600")
    assert codec.decode(codec.unpack(packed)) == Progress(
        preferences=Preferences(guidance="continuous", pace=80),
        sessions=4,
        last_routine="full_routine",
    )


@settings(CALM)
@given(st.sets(st.integers(MONDAY, MONDAY + 60), max_size=60))
def test_folding_changes_no_streak(days: set[int]) -> None:
    plain = history_of(5, 7, days, History())
    fold = fold_of(days, History())
    if fold is not None:
        assert history_of(5, 7, days - set(fold.days), fold.becomes) == plain


def test_a_day_that_comes_late_still_joins_the_days_around_it() -> None:
    days = set(range(MONDAY, MONDAY + 20))
    late = MONDAY + 16
    fold = fold_of(days - {late}, History())
    assert fold is not None
    assert history_of(1, 1, days - set(fold.days), fold.becomes).streak == 20

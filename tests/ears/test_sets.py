"""Every set as it sounds: a hold lasts what was promised, counts are even, silences are as meant.

The voice is espeak-ng's, at the pace that `calibration` explains. All figures are of the sound.
"""

import functools
from itertools import pairwise

import pytest

from tests.coach.places import CATALOG, CONTENT
from tests.ears.beats import Beats, beats, start_of
from tests.ears.calibration import pace
from tests.ears.listening import Heard, heard
from tests.ears.script import script, with_single_breaks
from tests.ears.sessions import Work, every_work
from tests.ears.voice import VOICES, espeak, spoken

OFF = 0.05
"""Work may be off by this share of what was promised, and counts in English."""
COUNT_OFF = {"en": OFF, "de": 0.07}
"""So may the time from one rep to the next, and a count-down in all. In German "zwei" and the
beat after it take a quarter of a second longer than they are estimated to, of 4 s."""
SECOND_OFF_MS = 180
"""A single second of a count: the estimate of one word, and that a "z" or a "d" begins silently."""
QUIET_OFF_MS = 150
"""A silence is to be no longer than meant, by so much: words die away, and begin softly."""
PAUSE_MS = 1_000
"""No pause within words is longer."""

WORKS = list(every_work(CONTENT))
COUNTED = [work for work in WORKS if work.counts]


@functools.cache
def pace_of(language: str) -> int:
    lexicon = CONTENT.lexicons[language]
    texts = [_inside(work) for work in WORKS if work.language == language]
    return pace(frozenset().union(*texts), language, lexicon.language.voice)


def _inside(work: Work) -> list[str]:
    """Return the words from the start on, up to the release."""
    texts = [one.text for one in script(work.ssml)]
    return texts[start_of(texts, CONTENT.lexicons[work.language]) : -1]


@functools.cache
def heard_of(work: Work) -> list[Heard]:
    espeak()
    words, speed = script(work.ssml), pace_of(work.language)
    sound = spoken(with_single_breaks(words), work.language, speed)
    return heard(sound, words, work.language, speed)


def beats_of(work: Work) -> Beats:
    return beats(heard_of(work), work, CONTENT.lexicons[work.language])


def test_every_move_is_heard_on_every_side_in_every_language() -> None:
    sets = {(work.language, work.move, work.side) for work in WORKS}
    sides = sum(1 if move.sides == "alternating" else 2 for move in CATALOG.moves.values())
    assert len(sets) == sides * len(CONTENT.lexicons)
    assert set(VOICES) == set(CONTENT.lexicons)


@pytest.mark.parametrize("work", WORKS, ids=str)
def test_work_lasts_what_was_promised(work: Work) -> None:
    assert beats_of(work).ms == pytest.approx(work.ms, rel=OFF)


@pytest.mark.parametrize("work", COUNTED, ids=str)
def test_reps_are_counted_evenly(work: Work) -> None:
    beat = CATALOG.moves[work.move].tempo * 1000
    found = beats_of(work).reps
    assert len(found) == len(work.counts)
    assert found == pytest.approx([beat] * len(found), rel=COUNT_OFF[work.language])


@pytest.mark.parametrize("work", WORKS, ids=str)
def test_seconds_are_counted_evenly(work: Work) -> None:
    found = beats_of(work)
    assert found.seconds == pytest.approx([1000] * len(found.seconds), abs=SECOND_OFF_MS)
    if found.counts_down is not None:
        assert found.counts_down == pytest.approx(5000, rel=COUNT_OFF[work.language])


def test_holds_and_massages_end_with_a_count_down() -> None:
    counted_down = [work for work in WORKS if beats_of(work).counts_down is not None]
    timed = [work for work in WORKS if not work.counts]
    unfinished = [work for work in timed if work not in counted_down]
    assert all(work.ms < CATALOG.moves[work.move].dose.most * 500 for work in unfinished)
    assert len(counted_down) > len(timed) * 0.9


@pytest.mark.parametrize("work", WORKS, ids=str)
def test_no_silence_is_longer_than_meant(work: Work) -> None:
    found = heard_of(work)
    for one, following in pairwise(found):
        quiet = following.begins_ms - one.ends_ms
        assert one.meant_quiet_ms - QUIET_OFF_MS < quiet < one.meant_quiet_ms + QUIET_OFF_MS, one
    assert max(one.pause_ms for one in found) < PAUSE_MS

"""Whatever the coach says becomes well-formed SSML within the platform's limits."""

import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.coach.cues import Count, Cue, Say, Silence, length
from skill.content import load
from skill.simulator.spoken import break_ms
from skill.speech.lexicon import speller
from skill.speech.limits import MAX_BREAK_MS, MAX_SPEECH_CHARACTERS
from skill.speech.plain import plain
from skill.speech.ssml import SpeechTooLong, breaks, ssml

SPELL = speller(load().lexicons["en"].muscles.values())
TEXT = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=40
).filter(lambda text: "￾" not in text and "￿" not in text)
CUES = st.lists(
    st.one_of(
        st.builds(Say, TEXT, st.integers(1, 5000)),
        st.builds(Silence, st.integers(1, 60_000)),
        st.builds(Count, st.integers(1, 30), TEXT, st.integers(1, 1000)),
    ),
    max_size=12,
)


def written(ssml: str) -> ET.Element:
    return ET.fromstring(ssml)


@given(CUES)
def test_any_text_and_any_silence_become_well_formed(cues: list[Cue]) -> None:
    document = written(ssml(cues, SPELL))
    words = " ".join(cue.text for cue in cues if not isinstance(cue, Silence))
    assert "".join(document.itertext()).split() == words.split()


@given(st.integers(0, 200_000))
def test_a_silence_is_breaks_of_at_most_ten_seconds_that_add_up(ms: int) -> None:
    document = written(f"<speak>{breaks(ms)}</speak>")
    times = [break_ms(element.get("time", "")) for element in document]
    assert sum(times) == ms
    assert all(0 < time <= MAX_BREAK_MS for time in times)


def test_text_is_escaped() -> None:
    assert ssml([Say('a & b < c > "d"', 1)], SPELL) == ('<speak>a &amp; b &lt; c &gt; "d"</speak>')


@pytest.mark.parametrize("muscle", load().catalog.muscles)
@pytest.mark.parametrize("language", load().lexicons)
def test_every_muscle_is_pronounced(language: str, muscle: str) -> None:
    lexicon = load().lexicons[language]
    words = lexicon.muscles[muscle]
    document = written(ssml([Say(words.role, 1)], speller(lexicon.muscles.values())))
    sounds = [(found.text, found.get("ph")) for found in document.iter("phoneme")]
    assert [(text.lower(), ph) for text, ph in sounds if text] == [(words.name.lower(), words.ipa)]


def test_speech_longer_than_the_platform_takes_is_an_error() -> None:
    with pytest.raises(SpeechTooLong, match="at most 8000"):
        ssml([Say("a" * MAX_SPEECH_CHARACTERS, 1)], SPELL)


def test_plain_text_shows_silences_of_a_second_and_more() -> None:
    cues: list[Cue] = [Say("Hold.", 500), Silence(14_500), Silence(400), Say("Release.", 500)]
    assert plain(cues) == "Hold. (14 s) Release."
    assert length(cues) == 15_900

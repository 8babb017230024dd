"""Stop and pain are never taken for anything else, whatever stands around them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skill.interaction import interaction_model, language_file
from skill.interaction.model import Model
from skill.simulator.understanding import LanguageData, Understanding

PAIN, STOP = "PainIntent", "AMAZON.StopIntent"
LOCALES = ("en-US", "de-DE")

SAID = [
    ("en-US", "stop", STOP),
    ("en-US", "alexa, stop!", STOP),
    ("en-US", "okay please stop now", STOP),
    ("en-US", "stop the next step", STOP),
    ("en-US", "no stop it please", STOP),
    ("en-US", "next ouch", PAIN),
    ("en-US", "continue but my knee hurts", PAIN),
    ("en-US", "repeat that my back hurts", PAIN),
    ("en-US", "stop it hurts", PAIN),
    ("en-US", "hold on this is painful", PAIN),
    ("en-US", "start the squat no wait my knee hurts", PAIN),
    ("en-US", "does not hurt yet but it will hurt", PAIN),
    ("en-US", "it does hurt more", PAIN),
    ("en-US", "twenty reps hurt", PAIN),
    ("de-DE", "stopp", STOP),
    ("de-DE", "alexa, stopp!", STOP),
    ("de-DE", "bitte hör jetzt auf", STOP),
    ("de-DE", "weiter nein stopp", STOP),
    ("de-DE", "weiter aua", PAIN),
    ("de-DE", "mach weiter aber mein knie tut weh", PAIN),
    ("de-DE", "stopp das tut weh", PAIN),
    ("de-DE", "moment mir ist schwindelig", PAIN),
    ("de-DE", "zwanzig wiederholungen tun weh", PAIN),
]


@pytest.mark.parametrize(("locale", "said", "intent"), SAID)
def test_stop_and_pain_are_heard(
    resolver_of: Callable[[str], Understanding], locale: str, said: str, intent: str
) -> None:
    assert resolver_of(locale).understand(said).intent == intent


def vocabulary(locale: str) -> list[str]:
    samples = (sample for _, sample in Model.of(interaction_model(locale)).samples())
    return sorted({word for sample in samples for word in sample.split() if "{" not in word})


WORDS = {locale: vocabulary(locale) for locale in LOCALES}
DATA = {locale: LanguageData.read(language_file(locale)) for locale in LOCALES}
SAMPLES = {
    locale: {sample for _, sample in Model.of(interaction_model(locale)).samples()}
    for locale in LOCALES
}


@pytest.mark.parametrize("locale", LOCALES)
@given(data=st.data())
def test_a_word_of_pain_among_any_words_is_pain_or_a_sample_with_that_word(
    resolver_of: Callable[[str], Understanding], locale: str, data: st.DataObject
) -> None:
    around = st.lists(st.sampled_from(WORDS[locale]), max_size=4)
    pain = data.draw(st.sampled_from(DATA[locale].urgent[PAIN].words))
    said = " ".join([*data.draw(around), pain, *data.draw(around)])
    understood = resolver_of(locale).understand(said)
    assert understood.intent == PAIN or understood.how != "near", said


@pytest.mark.parametrize("locale", LOCALES)
def test_samples_of_other_intents_that_hold_an_urgent_word_are_meant(locale: str) -> None:
    """Only these intents may speak of pain or stopping: each was read and is safe to answer."""
    meant = {
        PAIN: {PAIN, "ContinueIntent", "SafetyIntent", "DoctorIntent"},
        STOP: {
            STOP,
            "AMAZON.PauseIntent",
            "ContinueIntent",
            "FinishIntent",
            "SetGuidanceIntent",
            "PlaceIntent",
        },
    }
    for intent, urgent in DATA[locale].urgent.items():
        for owner, sample in Model.of(interaction_model(locale)).samples():
            if not set(urgent.words).isdisjoint(sample.split()):
                assert owner.name in meant[intent], sample

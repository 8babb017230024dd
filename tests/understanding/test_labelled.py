"""Everything labelled is understood, but for the known failures, which must fail."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from skill.interaction import interaction_model, language_file
from skill.interaction.model import FALLBACK, Model
from skill.simulator.understanding import LanguageData, Understanding
from skill.simulator.understanding.normal import Normaliser
from skill.simulator.understanding.numbers import Numbers
from tests.understanding.labelled import LOCALES, Labelled, heard_slots, labelled
from tests.understanding.report import answers, figures

KNOWN = msgspec.yaml.decode(
    (Path(__file__).parent / "known_failures.yaml").read_bytes(), type=dict[str, list[str]]
)
LEAST = {"en": 400, "de": 200}
FAILS = pytest.mark.xfail(strict=True, reason="a known failure")


def cases() -> list[object]:
    return [
        pytest.param(
            language,
            label,
            id=f"{language}: {label.said}",
            marks=[FAILS] if label.said in KNOWN[language] else [],
        )
        for language in LOCALES
        for label in labelled(language)
    ]


@pytest.mark.parametrize(("language", "label"), cases())
def test_an_utterance_is_understood(
    resolver_of: Callable[[str], Understanding], language: str, label: Labelled
) -> None:
    understood = resolver_of(LOCALES[language]).understand(label.said)
    assert (understood.intent, heard_slots(understood)) == (label.intent, label.slots)


@pytest.mark.parametrize("language", LOCALES)
def test_the_bounds_are_held(resolver_of: Callable[[str], Understanding], language: str) -> None:
    found = figures(answers(resolver_of(LOCALES[language]), labelled(language)))
    assert found.is_enough, found


@pytest.mark.parametrize("language", LOCALES)
def test_known_failures_are_labelled_utterances(language: str) -> None:
    assert set(KNOWN[language]) <= {label.said for label in labelled(language)}


@pytest.mark.parametrize("language", LOCALES)
def test_the_set_is_large_and_a_quarter_of_it_is_not_for_us(language: str) -> None:
    labels = labelled(language)
    others = [label for label in labels if label.intent == FALLBACK]
    assert len(labels) >= LEAST[language]
    assert len(others) / len(labels) >= 0.25
    assert len({label.said for label in labels}) == len(labels)


@pytest.mark.parametrize("language", LOCALES)
def test_every_intent_is_labelled(language: str) -> None:
    rare = {"AMAZON.NavigateHomeIntent"}
    intents = {i.name for i in Model.of(interaction_model(LOCALES[language])).intents}
    assert intents - rare == {label.intent for label in labelled(language)} - rare


@pytest.mark.parametrize("language", LOCALES)
def test_no_labelled_utterance_is_a_sample(language: str) -> None:
    locale = LOCALES[language]
    data = LanguageData.read(language_file(locale))
    plain = Normaliser(data, Numbers(data.numbers)).tokens
    samples = {plain(sample) for _, sample in Model.of(interaction_model(locale)).samples()}
    assert [label.said for label in labelled(language) if plain(label.said) in samples] == []

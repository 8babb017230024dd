"""Every sample of every model means its own intent, with every value it can hold."""

from collections.abc import Callable, Iterator

import pytest

from skill.interaction import interaction_model, locales
from skill.interaction.model import FALLBACK, Intent, Model
from skill.simulator.understanding import Understanding

SPOKEN = {
    "en": {"AMAZON.NUMBER": ("twelve", "12"), "AMAZON.DURATION": ("forty seconds", "PT40S")},
    "de": {"AMAZON.NUMBER": ("zwölf", "12"), "AMAZON.DURATION": ("vierzig sekunden", "PT40S")},
}


def filled(model: Model, intent: Intent, sample: str, locale: str) -> tuple[str, dict[str, str]]:
    slots = {}
    for slot in intent.slots:
        if f"{{{slot.name}}}" in sample:
            words, meaning = value(model, slot.type, locale)
            sample = sample.replace(f"{{{slot.name}}}", words)
            slots[slot.name] = meaning
    return sample, slots


def value(model: Model, type_: str, locale: str) -> tuple[str, str]:
    if type_ in SPOKEN[locale[:2]]:
        return SPOKEN[locale[:2]][type_]
    first = next(t for t in model.types if t.name == type_).values[0]
    return first.name.value, first.id


@pytest.mark.parametrize("locale", locales())
def test_a_sample_means_its_intent(
    resolver_of: Callable[[str], Understanding], locale: str
) -> None:
    model = Model.of(interaction_model(locale))
    wrong = []
    for intent, sample in model.samples():
        said, slots = filled(model, intent, sample, locale)
        got = resolver_of(locale).understand(said)
        heard = {name: slot.id or slot.value for name, slot in got.slots.items()}
        if (got.intent, heard) != (intent.name, slots):
            wrong.append((said, intent.name, got))
        how = "fallback" if intent.name == FALLBACK else "sample"
        assert got.how == how, (said, got)
    assert wrong == []


def values(locale: str) -> Iterator[tuple[str, str, str]]:
    for type_ in Model.of(interaction_model(locale)).types:
        for one in type_.values:
            for words in one.words():
                yield type_.name, one.id, words


CARRIERS = {
    "en": {
        "MOVE": ("which muscles does the {} work", "MusclesIntent", "move"),
        "ROUTINE": ("which moves are in the {}", "MovesIntent", "routine"),
        "MUSCLE": ("which exercises are good for the {}", "MovesForMuscleIntent", "muscle"),
        "EQUIPMENT": ("i bought a new {}", "HaveEquipmentIntent", "equipment"),
        "SIDE": ("always start with the {} side", "SetFirstSideIntent", "side"),
        "PACE": ("can you count {}", "SetPaceIntent", "pace"),
        "GUIDANCE": ("from now on {}", "SetGuidanceIntent", "guidance"),
        "BODY_PART": ("i have a sharp pain in my {}", "PainIntent", "part"),
    },
    "de": {
        "MOVE": ("welche muskeln trainiert die {}", "MusclesIntent", "move"),
        "ROUTINE": ("welche übungen sind im {}", "MovesIntent", "routine"),
        "MUSCLE": ("was ist gut für den {}", "MovesForMuscleIntent", "muscle"),
        "EQUIPMENT": ("ich habe einen {} gefunden", "HaveEquipmentIntent", "equipment"),
        "SIDE": ("fang immer mit der {} seite an", "SetFirstSideIntent", "side"),
        "PACE": ("kannst du {} zählen", "SetPaceIntent", "pace"),
        "GUIDANCE": ("ab jetzt {}", "SetGuidanceIntent", "guidance"),
        "BODY_PART": ("mir tut der {} weh", "PainIntent", "part"),
    },
}


@pytest.mark.parametrize("language", CARRIERS)
def test_every_value_resolves_to_its_id(
    resolver_of: Callable[[str], Understanding], language: str
) -> None:
    locale = {"en": "en-US", "de": "de-DE"}[language]
    wrong = []
    for type_, id_, words in values(locale):
        carrier, intent, slot = CARRIERS[language][type_]
        got = resolver_of(locale).understand(carrier.format(words))
        if got.intent != intent or slot not in got.slots or got.slots[slot].id != id_:
            wrong.append((words, got))
    assert wrong == []

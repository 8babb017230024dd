"""The labelled utterances: what people said, and what they meant."""

from pathlib import Path
from typing import Any

import msgspec

from skill.interaction import interaction_model, language_file
from skill.interaction.model import FALLBACK
from skill.simulator.understanding import LanguageData, Understanding, Understood

FOLDER = Path(__file__).parent
NOT_OURS = "not_ours"
LOCALES = {"en": "en-US", "de": "de-DE"}


class Labelled(msgspec.Struct, frozen=True):
    """An utterance with its meaning."""

    said: str
    intent: str
    slots: dict[str, str] = {}
    """Id of a value of ours; the value itself of Amazon's types; by slot."""


def labelled(name: str) -> list[Labelled]:
    """Return the set in `<name>.yaml`: a list of utterances an intent."""
    groups = msgspec.yaml.decode((FOLDER / f"{name}.yaml").read_bytes(), type=dict[str, list[Any]])
    return [_entry(intent, entry) for intent, entries in groups.items() for entry in entries]


def resolver(language: str) -> Understanding:
    """Return the resolver of a language's main locale."""
    locale = LOCALES[language]
    return Understanding(interaction_model(locale), LanguageData.read(language_file(locale)))


def heard_slots(understood: Understood) -> dict[str, str]:
    """Return the slots of an answer in the form of a label."""
    return {name: slot.id or slot.value for name, slot in understood.slots.items()}


def _entry(intent: str, entry: Any) -> Labelled:
    intent = FALLBACK if intent == NOT_OURS else intent
    if isinstance(entry, str):
        return Labelled(entry, intent)
    ((said, slots),) = entry.items()
    return Labelled(said, intent, slots)

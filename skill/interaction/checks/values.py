"""Slot types: defined where used, their values spoken words, their ids the content's."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from skill.interaction.checks.finding import Finding
from skill.interaction.model import BUILT_IN, Model, SlotType

BUILT_IN_TYPES = frozenset({"AMAZON.NUMBER", "AMAZON.DURATION"})
"""Amazon's types this skill can read."""

VALUE_CHARACTERS = 140
"""Most characters of a value or synonym (Alexa: "Create and Edit Custom Slot Types")."""

_SPOKEN = re.compile(r"(?:[^\W\d_]|[ '.\-])+")
_NAME = re.compile(r"[A-Za-z_]+")


def check_values(model: Model, ids: Mapping[str, Collection[str]]) -> Iterator[Finding]:
    """Yield what is wrong with types; `ids` are the content's, by type."""
    yield from _uses(model)
    yield from _names(model)
    for type_ in model.types:
        yield from _words(type_)
        if type_.name in ids:
            yield from _ids(type_, ids[type_.name])


def _uses(model: Model) -> Iterator[Finding]:
    defined = {type_.name for type_ in model.types}
    for intent in model.intents:
        for slot in intent.slots:
            if slot.type not in defined | BUILT_IN_TYPES:
                yield f"{intent.name}.{slot.name}", f"There is no type {slot.type!r}."


def _names(model: Model) -> Iterator[Finding]:
    used = {slot.type for intent in model.intents for slot in intent.slots}
    intents = {intent.name for intent in model.intents}
    for name, count in Counter(type_.name for type_ in model.types).items():
        if count > 1:
            yield name, "The type is there twice."
        if name not in used:
            yield name, "No slot uses this type; take it out."
        if not _NAME.fullmatch(name) or name.startswith(BUILT_IN):
            yield name, "The name of a type has letters and underscores only."
        if name in intents:
            yield name, "A type and an intent can't have the same name."


def _words(type_: SlotType) -> Iterator[Finding]:
    owners: dict[str, str] = {}
    if not type_.values:
        yield type_.name, "The type has no value."
    for value in type_.values:
        for words in value.words():
            key = f"{type_.name}.{value.id}: {words}"
            if not _SPOKEN.fullmatch(words) or words != words.strip():
                yield key, "A value is letters, spaces, apostrophes, hyphens and periods only."
            if len(words) > VALUE_CHARACTERS:
                yield key, f"A value has at most {VALUE_CHARACTERS} characters."
            owner = owners.setdefault(words.casefold(), value.id)
            if owner != value.id:
                yield key, f"The same words mean {owner!r}; keep one."
        if len(set(value.words())) < len(value.words()):
            yield f"{type_.name}.{value.id}", "A synonym is there twice."


def _ids(type_: SlotType, known: Collection[str]) -> Iterator[Finding]:
    have = Counter(value.id for value in type_.values)
    for id_, count in have.items():
        if id_ not in known:
            yield f"{type_.name}.{id_}", f"The content has no such id: {', '.join(sorted(known))}."
        if count > 1:
            yield f"{type_.name}.{id_}", "The id is there twice; join the values."
    for id_ in sorted(set(known) - have.keys()):
        yield f"{type_.name}.{id_}", "The content has this id, but nobody can say it; add a value."

"""The samples of a model, brought to the form in which utterances are compared with them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from skill.interaction import Model
from skill.simulator.understanding.normal import Normaliser

_SLOT = re.compile(r"\{(\w+)\}")


class SlotRef(NamedTuple):
    """A slot's place in a template."""

    name: str
    type: str


Part = str | SlotRef


class Template(NamedTuple):
    """A sample as words and slots."""

    intent: str
    parts: tuple[Part, ...]

    @property
    def literals(self) -> list[str]:
        """The words that are not slots."""
        return [part for part in self.parts if isinstance(part, str)]

    @property
    def words(self) -> list[str]:
        """The words, with a slot's type in its place."""
        return [part if isinstance(part, str) else part.type for part in self.parts]

    @property
    def slots(self) -> list[SlotRef]:
        """The slots, as they come."""
        return [part for part in self.parts if isinstance(part, SlotRef)]


def templates(model: Model, normaliser: Normaliser) -> list[Template]:
    """Return a template for every sample; samples that normalise to the same are one."""
    found: dict[Template, None] = {}
    for intent in model.intents:
        types = {slot.name: slot.type for slot in intent.slots}
        for sample in intent.samples:
            found[Template(intent.name, tuple(_parts(sample, types, normaliser)))] = None
    return list(found)


def eliciting_templates(
    model: Model, normaliser: Normaliser
) -> dict[tuple[str, str], list[Template]]:
    """Return, by intent and slot, the templates of what is said when that slot is asked for."""
    return {
        (intent.name, slot.name): [
            Template(intent.name, tuple(_parts(sample, {slot.name: slot.type}, normaliser)))
            for sample in slot.samples
        ]
        for intent in model.intents
        for slot in intent.slots
    }


def _parts(sample: str, types: dict[str, str], normaliser: Normaliser) -> Iterator[Part]:
    # Casefolding would change a slot's name, so slots are taken out before.
    for index, piece in enumerate(_SLOT.split(sample)):
        if index % 2:
            yield SlotRef(piece, types[piece])
        else:
            yield from normaliser.tokens(piece)

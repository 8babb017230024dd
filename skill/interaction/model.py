"""An interaction model as types, in the shape Alexa's own JSON has.

Source of the shape: the InteractionModel schema of the Skill Management API. A key that is not
in it is an error, as it is in Amazon's build.
"""

from collections.abc import Iterator
from typing import Any, Self

import msgspec

BUILT_IN = "AMAZON."
FALLBACK = "AMAZON.FallbackIntent"


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="camel"):
    """Base of all parts of a model."""


class Slot(Part, frozen=True):
    """A place in an intent's samples for a value of a type."""

    name: str
    type: str
    samples: tuple[str, ...] = ()
    """What is said when the dialog asks for just this slot."""


class Intent(Part, frozen=True):
    """One wish and the ways of saying it."""

    name: str
    samples: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = ()


class ValueName(Part, frozen=True):
    """The words for a value."""

    value: str
    synonyms: tuple[str, ...] = ()


class Value(Part, frozen=True):
    """One value of a type of ours."""

    name: ValueName
    id: str = ""

    def words(self) -> tuple[str, ...]:
        """Return the value's name and all synonyms."""
        return (self.name.value, *self.name.synonyms)


class SlotType(Part, frozen=True):
    """A type of ours: its values."""

    name: str
    values: tuple[Value, ...]


class LanguageModel(Part, frozen=True):
    """What the language side of a build reads."""

    invocation_name: str
    intents: tuple[Intent, ...]
    types: tuple[SlotType, ...] = ()
    model_configuration: dict[str, Any] = {}


class DialogSlot(Part, frozen=True):
    """What the dialog asks about a slot."""

    name: str
    type: str
    confirmation_required: bool = False
    elicitation_required: bool = False
    prompts: dict[str, str] = {}


class DialogIntent(Part, frozen=True):
    """What the dialog asks about an intent."""

    name: str
    confirmation_required: bool = False
    prompts: dict[str, str] = {}
    slots: tuple[DialogSlot, ...] = ()
    delegation_strategy: str = "SKILL_RESPONSE"


class Dialog(Part, frozen=True):
    """The dialog model."""

    intents: tuple[DialogIntent, ...] = ()
    delegation_strategy: str = "SKILL_RESPONSE"


class Variation(Part, frozen=True):
    """One wording of a prompt."""

    type: str
    value: str


class Prompt(Part, frozen=True):
    """What Alexa says when the dialog asks."""

    id: str
    variations: tuple[Variation, ...]


class Model(Part, frozen=True):
    """A whole interaction model."""

    language_model: LanguageModel
    dialog: Dialog = Dialog()
    prompts: tuple[Prompt, ...] = ()

    @classmethod
    def of(cls, document: dict[str, Any]) -> Self:
        """Return the model in an interaction model's JSON document.

        Raises:
            msgspec.ValidationError: a key or a value does not fit; the message holds its path.
        """
        return msgspec.convert(document["interactionModel"], cls)

    @property
    def intents(self) -> tuple[Intent, ...]:
        """The intents."""
        return self.language_model.intents

    @property
    def types(self) -> tuple[SlotType, ...]:
        """The slot types of ours."""
        return self.language_model.types

    def samples(self) -> Iterator[tuple[Intent, str]]:
        """Yield every sample with its intent."""
        for intent in self.intents:
            for sample in intent.samples:
                yield intent, sample

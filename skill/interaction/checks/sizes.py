"""Counts and sizes a build accepts."""

from collections.abc import Iterator
from typing import Any

import msgspec

from skill.interaction.checks.finding import Finding
from skill.interaction.model import Model

INTENTS = 250
"""Most intents of a model (Alexa: Skill Management API, interaction model schema)."""

BYTES = 1_500_000
"""Most bytes of a model's JSON (Alexa: Skill Management API, limits)."""

WORDS = 50_000
"""Most values and synonyms of a skill's types together (Alexa: "Custom Slot Types")."""

VARIATIONS = 15
"""Most variations of a prompt (Alexa: "Define the Dialog")."""


def check_sizes(model: Model, document: dict[str, Any]) -> Iterator[Finding]:
    """Yield what is too much."""
    if len(model.intents) > INTENTS:
        yield "intents", f"{len(model.intents)} intents; at most {INTENTS}."
    size = len(msgspec.json.encode(document))
    if size > BYTES:
        yield "", f"{size:,} bytes; at most {BYTES:,}."
    words = sum(len(value.words()) for type_ in model.types for value in type_.values)
    if words > WORDS:
        yield "types", f"{words:,} values and synonyms; at most {WORDS:,}."
    for prompt in model.prompts:
        if len(prompt.variations) > VARIATIONS:
            yield f"prompts.{prompt.id}", f"At most {VARIATIONS} variations."

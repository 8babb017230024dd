"""The dialog model: it speaks of intents, slots and prompts that are there."""

from collections import Counter
from collections.abc import Iterator

from skill.interaction.checks.finding import Finding
from skill.interaction.model import DialogIntent, DialogSlot, Intent, Model

STRATEGIES = frozenset({"ALWAYS", "SKILL_RESPONSE"})
"""Who leads the dialog (Alexa: "Delegate the Dialog to Alexa")."""

KINDS = frozenset({"PlainText", "SSML"})
"""Kinds of a prompt's variation."""


def check_dialog(model: Model) -> Iterator[Finding]:
    """Yield what is wrong in the dialog and its prompts."""
    if model.dialog.delegation_strategy not in STRATEGIES:
        yield "dialog", f"The strategy is one of {', '.join(sorted(STRATEGIES))}."
    intents = {intent.name: intent for intent in model.intents}
    for dialog in model.dialog.intents:
        if dialog.name in intents:
            yield from _intent(dialog, intents[dialog.name])
        else:
            yield f"dialog.{dialog.name}", "The model has no such intent."
    yield from _prompts(model)


def _intent(dialog: DialogIntent, intent: Intent) -> Iterator[Finding]:
    key = f"dialog.{dialog.name}"
    if dialog.delegation_strategy not in STRATEGIES:
        yield key, f"The strategy is one of {', '.join(sorted(STRATEGIES))}."
    if dialog.confirmation_required != ("confirmation" in dialog.prompts):
        yield key, "A prompt `confirmation` goes with confirmationRequired, and only with it."
    types = {slot.name: slot.type for slot in intent.slots}
    if {slot.name: slot.type for slot in dialog.slots} != types:
        yield key, f"It has to list the intent's slots, with the same types: {types}."
    for slot in dialog.slots:
        yield from _slot(f"{key}.{slot.name}", slot)


def _slot(key: str, slot: DialogSlot) -> Iterator[Finding]:
    for required, prompt in (
        (slot.elicitation_required, "elicitation"),
        (slot.confirmation_required, "confirmation"),
    ):
        if required != (prompt in slot.prompts):
            yield key, f"A prompt `{prompt}` goes with {prompt}Required, and only with it."


def _prompts(model: Model) -> Iterator[Finding]:
    used = {prompt for intent in model.dialog.intents for prompt in intent.prompts.values()} | {
        prompt
        for intent in model.dialog.intents
        for slot in intent.slots
        for prompt in slot.prompts.values()
    }
    counts = Counter(prompt.id for prompt in model.prompts)
    for id_ in sorted(used - counts.keys()):
        yield f"prompts.{id_}", "The dialog uses this prompt, but it is not there."
    for prompt in model.prompts:
        key = f"prompts.{prompt.id}"
        if prompt.id not in used:
            yield key, "The dialog does not use this prompt; take it out."
        if counts[prompt.id] > 1:
            yield key, "The prompt is there twice."
        if not prompt.variations or not all(v.value.strip() for v in prompt.variations):
            yield key, "A prompt needs a variation, and every variation needs words."
        if any(variation.type not in KINDS for variation in prompt.variations):
            yield key, f"A variation is one of {', '.join(sorted(KINDS))}."

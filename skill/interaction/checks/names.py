"""Names: of the invocation, the intents and the slots."""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from skill.interaction.checks.finding import Finding
from skill.interaction.model import BUILT_IN, Intent, Model

REQUIRED = frozenset(
    {
        "AMAZON.CancelIntent",
        "AMAZON.HelpIntent",
        "AMAZON.StopIntent",
        "AMAZON.NavigateHomeIntent",
        "AMAZON.FallbackIntent",
    }
)
"""Built-ins a model must have in every locale served here (Alexa: "Standard Built-in Intents")."""

INVOCATION_CHARACTERS = 50
"""Most characters of an invocation name (Alexa: "Choose the Invocation Name")."""

_INVOCATION = re.compile(
    r"[^\W\d_A-Z]+(?:['.]?[^\W\d_A-Z]*)*(?: [^\W\d_A-Z]+(?:['.]?[^\W\d_A-Z]*)*)*"
)
_NAME = re.compile(r"[A-Za-z_]+")
_INTENT = re.compile(r"(?:AMAZON\.)?[A-Za-z_]+")


def check_names(
    model: Model, handled: Collection[str], forbidden: Collection[str]
) -> Iterator[Finding]:
    """Yield what is wrong with names.

    `handled` are the intents with a handler; `forbidden` the words that may not be in an
    invocation name in this language.
    """
    yield from _invocation(model.language_model.invocation_name, forbidden)
    yield from _intents(model, handled)
    for intent in model.intents:
        yield from _slots(intent)


def _invocation(name: str, forbidden: Collection[str]) -> Iterator[Finding]:
    words = name.split()
    if not _INVOCATION.fullmatch(name):
        yield "invocationName", f"{name!r}: lower-case letters, single spaces, ' and . only."
    if not 2 <= len(name) <= INVOCATION_CHARACTERS:
        yield "invocationName", f"{name!r}: 2 to {INVOCATION_CHARACTERS} characters."
    if len(words) < 2:
        yield "invocationName", f"{name!r}: at least two words."
    for word in words:
        if word in forbidden:
            yield "invocationName", f"{name!r} may not contain {word!r}."


def _intents(model: Model, handled: Collection[str]) -> Iterator[Finding]:
    counts = Counter(intent.name for intent in model.intents)
    for name, count in counts.items():
        if count > 1:
            yield name, f"The intent is there {count} times; join them."
        if not _INTENT.fullmatch(name):
            yield name, "The name of an intent has letters and underscores only."
        if name not in handled:
            yield name, "The intent has no handler; add one, or take the intent out."
    for name in sorted(set(handled) - counts.keys()):
        yield name, "There is a handler for this intent, but the model does not have it."
    for name in sorted(REQUIRED - counts.keys()):
        yield name, "Alexa requires this intent; add it."


def _slots(intent: Intent) -> Iterator[Finding]:
    names = Counter(slot.name for slot in intent.slots)
    if intent.name.startswith(BUILT_IN) and names:
        yield intent.name, "A built-in intent can't be given slots."
    for name, count in names.items():
        if count > 1:
            yield f"{intent.name}.{name}", "The slot is there twice."
        if not _NAME.fullmatch(name):
            yield f"{intent.name}.{name}", "The name of a slot has letters and underscores only."

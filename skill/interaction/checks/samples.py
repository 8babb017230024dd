"""Samples: what they may contain, and that each is there once."""

import re
from collections.abc import Iterator

from skill.interaction.checks.finding import Finding
from skill.interaction.model import FALLBACK, Intent, Model

SAMPLE_CHARACTERS = 200
"""Most characters of a sample; a safe bound, Amazon's pages name none."""

ONLY_A_SLOT = frozenset(
    {
        "StartRoutineIntent.routine",
        "StartMoveIntent.move",
        "SetGuidanceIntent.guidance",
        "SetPaceIntent.pace",
    }
)
"""Slots that are meant to stand alone in a sample: the bare name of a move or routine is how
people ask for it, and the values of the other two are whole wishes ("slow down")."""

_ALLOWED = re.compile(r"(?:[^\W\d_]|[ '._\-]|\{[A-Za-z_]+\})+")
_SLOT = re.compile(r"\{(\w+)\}")
_NO_ABBREVIATION = re.compile(r"(?<![^\W\d_])[^\W\d_]{2,}\.|\.(?=[^\W\d_]{2})|(?<![^\W\d_])\.")


def check_samples(model: Model) -> Iterator[Finding]:
    """Yield what is wrong with samples."""
    owners: dict[str, str] = {}
    for intent, sample in model.samples():
        yield from _sample(f"{intent.name}: {sample}", sample, intent)
        owner = owners.setdefault(sample.casefold(), intent.name)
        if owner != intent.name:
            yield f"{intent.name}: {sample}", f"The same sample is in {owner}; keep one."
    for intent in model.intents:
        yield from _repeated(intent)
        yield from _intent(intent)


def _sample(key: str, sample: str, intent: Intent) -> Iterator[Finding]:
    if not _ALLOWED.fullmatch(sample) or _NO_ABBREVIATION.search(sample):
        yield (
            key,
            "A sample holds letters, spaces, apostrophes, hyphens, periods of initials (a.b.) and "
            "slots in braces; numbers are written as words.",
        )
    if sample != " ".join(sample.split()):
        yield key, "No spaces at the ends, and one between words."
    if len(sample) > SAMPLE_CHARACTERS:
        yield key, f"A sample has at most {SAMPLE_CHARACTERS} characters."
    yield from _slots(key, sample, intent)


def _slots(key: str, sample: str, intent: Intent) -> Iterator[Finding]:
    used = _SLOT.findall(sample)
    defined = {slot.name for slot in intent.slots}
    for name in used:
        if name not in defined:
            yield key, f"The intent has no slot {name!r}; it has: {', '.join(sorted(defined))}."
        if sample == f"{{{name}}}" and f"{intent.name}.{name}" not in ONLY_A_SLOT:
            yield key, "A sample that is only a slot swallows everything; put words around it."
    if len(set(used)) < len(used):
        yield key, "A slot stands once in a sample."


def _repeated(intent: Intent) -> Iterator[Finding]:
    seen: set[str] = set()
    for sample in intent.samples:
        if sample.casefold() in seen:
            yield f"{intent.name}: {sample}", "The sample is there twice; keep one."
        seen.add(sample.casefold())


def _intent(intent: Intent) -> Iterator[Finding]:
    used = {name for sample in intent.samples for name in _SLOT.findall(sample)}
    for slot in intent.slots:
        if slot.name not in used:
            yield f"{intent.name}.{slot.name}", "No sample uses this slot; take it out."
        for sample in slot.samples:
            if set(_SLOT.findall(sample)) != {slot.name}:
                yield f"{intent.name}.{slot.name}: {sample}", "It has to name its own slot only."
    if not intent.samples and intent.name != FALLBACK and not intent.name.startswith("AMAZON."):
        yield intent.name, "The intent has no sample; nobody can reach it."

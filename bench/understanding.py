"""How good and how fast ways of matching are: `python -m bench.understanding`.

Sets this skill's resolver beside two that need no code of ours for the matching: the nearest
sample by rapidfuzz's token sort ratio, and hassil's sentence recognition where it is installed.
All get the same samples, slot values and labelled utterances.
"""

import sys
from collections.abc import Callable
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from rapidfuzz import fuzz, process

from skill.interaction import Model, interaction_model, language_file
from skill.interaction.model import FALLBACK, SlotType
from skill.simulator.understanding import LanguageData, Understanding
from tests.understanding.labelled import LOCALES, Labelled, labelled

Match = Callable[[str], str]
RATIO_CUTOFFS = (75, 80, 85, 90)


def intents_of(resolver: Understanding) -> Match:
    """Return this skill's own matcher."""
    return lambda said: resolver.understand(said).intent


def nearest_sample(model: Model, cutoff: float) -> Match:
    """Return a matcher that takes the intent of the nearest sample, slots as they are written."""
    samples = {sample: intent.name for intent, sample in model.samples()}
    spelled = list(samples)

    def match(said: str) -> str:
        found = process.extractOne(said, spelled, scorer=fuzz.token_sort_ratio, score_cutoff=cutoff)
        return samples[found[0]] if found else FALLBACK

    return match


def hassil(model: Model, language: str) -> Match | None:
    """Return hassil's recognition of the samples as templates, if it is installed."""
    try:
        from hassil import Intents, recognize  # noqa: PLC0415
    except ImportError:
        return None
    types = {type_.name: type_ for type_ in model.types}
    intents = Intents.from_dict(
        {
            "language": language,
            "intents": {
                intent.name: {
                    "data": [
                        {
                            "sentences": list(intent.samples),
                            "slots": {},
                        }
                    ]
                }
                for intent in model.intents
            },
            "lists": {
                slot.name: _values(types.get(slot.type), slot.type)
                for intent in model.intents
                for slot in intent.slots
            },
        }
    )

    def match(said: str) -> str:
        found = recognize(said, intents)
        return found.intent.name if found else FALLBACK

    return match


def _values(type_: SlotType | None, name: str) -> dict[str, Any]:
    if type_ is None:
        return {"range": {"from": 0, "to": 999}} if name.endswith("NUMBER") else {"wildcard": True}
    return {"values": [words for value in type_.values for words in value.words()]}


def report(name: str, match: Match, labels: list[Labelled]) -> str:
    """Return a row: intents right, false accepts, and milliseconds a match."""
    times, right, wrong = [], 0, 0
    for label in labels:
        before = perf_counter()
        intent = match(label.said)
        times.append((perf_counter() - before) * 1000)
        right += intent == label.intent and label.intent != FALLBACK
        wrong += intent != FALLBACK and label.intent == FALLBACK
    others = sum(label.intent == FALLBACK for label in labels)
    slowest = quantiles(times, n=100)[-1]
    return (
        f"{name:28}{right / (len(labels) - others):9.1%}{wrong / others:9.1%}"
        f"{median(times):9.2f}{slowest:9.2f}\n"
    )


def main() -> None:
    """Print a table for each language."""
    out = sys.stdout
    for language, locale in LOCALES.items():
        labels, document = labelled(language), interaction_model(locale)
        before = perf_counter()
        resolver = Understanding(document, LanguageData.read(language_file(locale)))
        built = (perf_counter() - before) * 1000
        out.write(f"{locale}: {len(labels)} utterances; resolver built in {built:.0f} ms\n")
        out.write(f"{'':28}  intents  accepts   median      99%\n")
        out.write(report("this resolver", intents_of(resolver), labels))
        model = Model.of(document)
        for cutoff in RATIO_CUTOFFS:
            name = f"rapidfuzz token sort {cutoff}"
            out.write(report(name, nearest_sample(model, cutoff), labels))
        other = hassil(model, language)
        if other:
            out.write(report("hassil", other, labels))


if __name__ == "__main__":
    main()

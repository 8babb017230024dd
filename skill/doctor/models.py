"""Whether the interaction models fit the code: those of this checkout, and those deployed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from skill.alexa.intents import INTENTS
from skill.content import ContentError, load
from skill.doctor.finding import Finding, fine, unknown, wrong
from skill.interaction import interaction_model, locales
from skill.interaction.checks import check_models
from skill.interaction.ids import content_ids

PLACE = Path("interactionModels", "custom")
"""Where a skill package has its models."""


def check_own_models() -> Iterator[Finding]:
    """Yield whether the models of this version fit its content and its handlers."""
    try:
        problems = check_models(content_ids(load().catalog), INTENTS)
    except ContentError as error:
        problems = error.problems
    if problems:
        yield wrong(
            f"content and interaction models have {len(problems)} problems",
            f"Run `python -m skill check`. The first: {problems[0]}",
        )
    else:
        yield fine(f"the interaction models fit the code ({', '.join(locales())})")


def check_deployed_models(package: Path) -> Iterator[Finding]:
    """Yield how the models in an exported skill package differ from this version's."""
    if not (package / PLACE).is_dir():
        yield wrong(
            f"{package} is no skill package",
            "Export the deployed one: ask smapi export-package --skill-id … --stage development",
        )
        return
    for locale in locales():
        yield _compare(locale, package / PLACE / f"{locale}.json")


def _compare(locale: str, file: Path) -> Finding:
    if not file.is_file():
        return unknown(f"{locale} is not deployed", "Deploy the skill package to offer it.")
    try:
        deployed = _intents(msgspec.json.decode(file.read_bytes()))
    except (msgspec.DecodeError, KeyError, TypeError) as error:
        return wrong(f"{locale}: the deployed model can't be read: {error}", "Export it again.")
    ours = _intents(interaction_model(locale))
    differing = sorted(
        name for name in ours.keys() | deployed.keys() if ours.get(name) != deployed.get(name)
    )
    if not differing:
        return fine(f"{locale}: the deployed model is this version's")
    return wrong(
        f"{locale}: the deployed model differs in {', '.join(differing)}",
        "Run `python -m skill package build` and `ask deploy --target skill-metadata`.",
    )


def _intents(model: dict[str, Any]) -> dict[str, Any]:
    """Return what a model understands, by intent and type, whatever its order."""
    language = model["interactionModel"]["languageModel"]
    parts: dict[str, Any] = {"the invocation name": language["invocationName"]}
    for intent in language["intents"]:
        slots = {(slot["name"], slot["type"]) for slot in intent.get("slots", ())}
        parts[intent["name"]] = (set(intent.get("samples", ())), slots)
    for type_ in language.get("types", ()):
        parts[type_["name"]] = {
            (value.get("id"), value["name"]["value"], *sorted(value["name"].get("synonyms", ())))
            for value in type_["values"]
        }
    return parts

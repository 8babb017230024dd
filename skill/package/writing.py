"""Writes the skill package into a folder: manifest, interaction models, pictures."""

import shutil
from pathlib import Path

import msgspec
from msgspec.structs import replace

from skill.interaction import interaction_model, locales
from skill.package.manifest import (
    Envelope,
    Manifest,
    Pages,
    endpoint_of,
    frame,
    listings,
)
from skill.resources import folder as data_folder


class Deployment(msgspec.Struct, frozen=True):
    """What only the operator knows."""

    endpoint: str = ""
    """The ARN of the Lambda, or the https address."""
    pages: Pages = Pages()


def manifest(source: Path, deployment: Deployment) -> Manifest:
    """Return the whole manifest.

    Raises:
        SourceError: a source is missing or does not fit.
    """
    bare, pages = frame(source), listings(source)
    endpoint = endpoint_of(deployment.endpoint) if deployment.endpoint else None
    custom = replace(bare.apis.custom, endpoint=endpoint)
    return replace(
        bare,
        apis=replace(bare.apis, custom=custom),
        events=replace(bare.events, endpoint=endpoint) if endpoint and bare.events else None,
        publishing_information=replace(bare.publishing_information, locales=pages),
        privacy_and_compliance=replace(
            bare.privacy_and_compliance, locales=dict.fromkeys(pages, deployment.pages)
        ),
    )


def write(target: Path, deployment: Deployment) -> Path:
    """Write the package to `target/skill-package`, in place of one that is there.

    Raises:
        SourceError: a source is missing or does not fit.
    """
    source, package = data_folder("skill-package"), target / "skill-package"
    whole = Envelope(manifest(source, deployment))
    models = {locale: interaction_model(locale) for locale in locales()}
    shutil.rmtree(package, ignore_errors=True)
    shutil.copytree(source / "assets", package / "assets", ignore=shutil.ignore_patterns("*.svg"))
    _write_json(package / "skill.json", whole)
    for locale, model in models.items():
        _write_json(package / "interactionModels" / "custom" / f"{locale}.json", model)
    return package


def _write_json(file: Path, document: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n")

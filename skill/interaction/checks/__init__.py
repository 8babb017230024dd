"""What Amazon's build of an interaction model would refuse, found before it is uploaded.

Beyond that, what holds a model to this skill: its ids are those of the content, and every intent
has a handler.
"""

from collections.abc import Collection, Mapping
from pathlib import Path

import msgspec

from skill.content.errors import Problem
from skill.interaction.checks.dialogs import check_dialog
from skill.interaction.checks.names import check_names
from skill.interaction.checks.samples import check_samples
from skill.interaction.checks.sizes import check_sizes
from skill.interaction.checks.values import check_values
from skill.interaction.model import Model
from skill.interaction.sources import SourceError, interaction_model, locales, name_rules

Ids = Mapping[str, Collection[str]]
"""By slot type, the ids its values must have: each of them, and no other."""


def check_models(ids: Ids, intents: Collection[str], folder: Path | None = None) -> list[Problem]:
    """Return what is wrong in the interaction models of all locales.

    `ids` holds the content's ids by slot type; types it does not name are free. `intents` are the
    names that have a handler.
    """
    try:
        names = locales(folder)
    except SourceError as error:
        return [Problem("variants.yaml", "", str(error))]
    return [found for locale in names for found in check_locale(locale, ids, intents, folder)]


def check_locale(
    locale: str, ids: Ids, intents: Collection[str], folder: Path | None = None
) -> list[Problem]:
    """Return what is wrong in the interaction model of one locale."""
    file = f"{locale}.json"
    try:
        document = interaction_model(locale, folder)
        model = Model.of(document)
        forbidden = name_rules(locale, folder)
    except (SourceError, msgspec.ValidationError) as error:
        return [Problem(file, "", str(error))]
    found = [
        *check_names(model, intents, forbidden),
        *check_samples(model),
        *check_values(model, ids),
        *check_dialog(model),
        *check_sizes(model, document),
    ]
    return [Problem(file, key, message) for key, message in found]


__all__ = ["Ids", "Problem", "check_locale", "check_models"]

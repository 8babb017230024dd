"""A copy of the English model that a test can spoil."""

import json
from collections.abc import Callable, Collection
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from skill.alexa.intents import INTENTS
from skill.content import load
from skill.content.errors import Problem
from skill.interaction import models_folder
from skill.interaction.checks import check_locale
from skill.interaction.ids import content_ids

Spoil = Callable[[dict[str, Any]], object]


@pytest.fixture(scope="session")
def ids() -> dict[str, frozenset[str]]:
    return content_ids(load().catalog)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copytree(models_folder(), tmp_path / "interaction_models")


@pytest.fixture
def problems(
    folder: Path, ids: dict[str, frozenset[str]]
) -> Callable[[Spoil, Collection[str]], list[Problem]]:
    def spoiled(spoil: Spoil, intents: Collection[str] = INTENTS) -> list[Problem]:
        file = folder / "en-US.json"
        document = json.loads(file.read_text("utf-8"))
        spoil(document["interactionModel"])
        file.write_text(json.dumps(document), "utf-8")
        return check_locale("en-US", ids, intents, folder)

    return spoiled

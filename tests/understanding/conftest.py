"""One resolver a locale for all tests: it changes nothing while it answers."""

from collections.abc import Callable
from functools import cache

import pytest

from skill.interaction import interaction_model, language_file
from skill.simulator.understanding import LanguageData, Understanding


@cache
def _resolver(locale: str) -> Understanding:
    return Understanding(interaction_model(locale), LanguageData.read(language_file(locale)))


@pytest.fixture(scope="session")
def resolver_of() -> Callable[[str], Understanding]:
    return _resolver

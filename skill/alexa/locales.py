"""Locales to languages: en-AU is served with English, and so is what nobody foresaw."""

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")

DEFAULT_LANGUAGE = "en"


def by_locale(choices: Mapping[str, T], locale: str | None) -> T:
    """Return the choice for a locale: that of its language, else the default language's."""
    language = (locale or DEFAULT_LANGUAGE).partition("-")[0]
    return choices.get(language) or choices[DEFAULT_LANGUAGE]

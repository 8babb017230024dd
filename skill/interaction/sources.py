"""Where interaction models come from: a file for each main locale, and the rest made from those.

`variants.yaml` names for every further locale the one it is made `from`, the `words` it says
otherwise, and what it can `add`; so nothing is kept twice.
"""

import re
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from skill.resources import folder as data_folder


class SourceError(Exception):
    """There is no such model, or its file can't be read; the message says which and why."""


class Variant(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"source": "from"}):
    """A locale made from another."""

    source: str
    words: dict[str, str] = {}
    """What is said there in place of a word or phrase, wherever it stands."""
    add: dict[str, tuple[str, ...]] = {}
    """Further samples, an intent a key."""


class _InvocationRules(msgspec.Struct, frozen=True):
    not_in_name: tuple[str, ...]


class _NameRules(msgspec.Struct, frozen=True):
    invocation: _InvocationRules


def models_folder() -> Path:
    """Return the folder of the models: in an installed package, or beside it in a checkout."""
    return data_folder("interaction_models")


def language_file(locale: str, folder: Path | None = None) -> bytes:
    """Return the YAML on how the language of a locale is spoken.

    Raises:
        SourceError: there is none for this language.
    """
    return _read((folder or models_folder()) / "language" / f"{locale[:2]}.yaml")


def name_rules(locale: str, folder: Path | None = None) -> frozenset[str]:
    """Return the words that may not be in an invocation name in the language of a locale.

    Raises:
        SourceError: the language has no file, or the file no `invocation.not_in_name`.
    """
    try:
        rules = msgspec.yaml.decode(language_file(locale, folder), type=_NameRules)
    except msgspec.DecodeError as error:
        raise SourceError(f"interaction_models/language/{locale[:2]}.yaml: {error}") from error
    return frozenset(rules.invocation.not_in_name)


def variants(folder: Path | None = None) -> dict[str, Variant]:
    """Return the locales that are made from another one.

    Raises:
        SourceError: the file can't be read or does not fit its schema.
    """
    text = _read((folder or models_folder()) / "variants.yaml")
    try:
        return msgspec.yaml.decode(text, type=dict[str, Variant])
    except msgspec.DecodeError as error:
        raise SourceError(f"interaction_models/variants.yaml: {error}") from error


def locales(folder: Path | None = None) -> tuple[str, ...]:
    """Return all locales there is a model for, sorted."""
    place = folder or models_folder()
    own = {entry.name[:-5] for entry in place.iterdir() if entry.name.endswith(".json")}
    return tuple(sorted(own | variants(place).keys()))


def interaction_model(locale: str, folder: Path | None = None) -> dict[str, Any]:
    """Return a locale's interaction model as the JSON document that is uploaded.

    Raises:
        SourceError: there is no model for this locale, or its file is broken.
    """
    place = folder or models_folder()
    variant = variants(place).get(locale)
    if variant is None:
        return _document(place, locale)
    return _varied(_document(place, variant.source), variant)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise SourceError(f"interaction_models/{file.name} can't be read: {error}") from error


def _document(place: Path, locale: str) -> dict[str, Any]:
    if not (place / f"{locale}.json").is_file():
        known = ", ".join(locales(place))
        raise SourceError(f"There is no interaction model for {locale!r}; there is: {known}.")
    try:
        return msgspec.json.decode(_read(place / f"{locale}.json"), type=dict[str, Any])
    except msgspec.DecodeError as error:
        raise SourceError(f"interaction_models/{locale}.json is no JSON object: {error}") from error


def _varied(document: dict[str, Any], variant: Variant) -> dict[str, Any]:
    said = {**document, "interactionModel": _said(document["interactionModel"], variant.words)}
    for intent in said["interactionModel"]["languageModel"]["intents"]:
        samples = [*intent.get("samples", ()), *variant.add.get(intent["name"], ())]
        intent["samples"] = list(dict.fromkeys(samples))
    for type_ in said["interactionModel"]["languageModel"]["types"]:
        _drop_repeated_synonyms(type_)
    return said


def _drop_repeated_synonyms(type_: dict[str, Any]) -> None:
    for value in type_["values"]:
        name = value["name"]
        name["synonyms"] = [s for s in dict.fromkeys(name["synonyms"]) if s != name["value"]]


_SPOKEN = {"samples", "value", "synonyms"}


def _said(part: Any, words: dict[str, str], key: str = "") -> Any:  # noqa: ANN401 (plain JSON)
    if isinstance(part, dict):
        return {name: _said(inner, words, name) for name, inner in part.items()}
    if isinstance(part, list):
        return [_said(inner, words, key) for inner in part]
    if isinstance(part, str) and key in _SPOKEN and words:
        pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
        return re.sub(rf"\b({pattern})\b", partial(_instead, words), part)
    return part


def _instead(words: dict[str, str], found: re.Match[str]) -> str:
    return words[found.group(0)]

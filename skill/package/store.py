"""The texts of the store, a file a language: `skill-package/store/<language>.yaml`."""

from pathlib import Path

import msgspec

from skill.interaction.sources import SourceError

NAME = "{name}"
"""Stands in the texts for the invocation name, which the interaction model has."""


class StoreTexts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the store says about the skill in one language."""

    name: str
    summary: str
    description: str
    disclaimer: str
    """Closes the description. Certification wants it of a skill about health."""
    phrases: tuple[str, ...]
    """Example phrases, the first of which opens the skill."""
    keywords: tuple[str, ...]
    whats_new: str = ""

    def for_name(self, invocation_name: str) -> "StoreTexts":
        """Return the texts with the invocation name put in."""
        texts: StoreTexts = msgspec.convert(
            _with_name(msgspec.to_builtins(self), invocation_name), StoreTexts
        )
        return texts


def store_texts(language: str, folder: Path) -> StoreTexts:
    """Read the texts of a language.

    Raises:
        SourceError: there are none, or a key is missing, unknown or of the wrong kind.
    """
    name = f"skill-package/store/{language}.yaml"
    try:
        text = (folder / "store" / f"{language}.yaml").read_bytes()
        return msgspec.yaml.decode(text, type=StoreTexts)
    except OSError as error:
        raise SourceError(f"{name} can't be read: {error}") from error
    except msgspec.DecodeError as error:
        raise SourceError(f"{name}: {error}") from error


def _with_name(part: object, name: str) -> object:
    if isinstance(part, dict):
        return {key: _with_name(value, name) for key, value in part.items()}
    if isinstance(part, (list, tuple)):
        return [_with_name(value, name) for value in part]
    return part.replace(NAME, name) if isinstance(part, str) else part

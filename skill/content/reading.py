"""Files to typed content. The types in `skill/coach/` are the schema."""

import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from skill import resources
from skill.coach.catalog import Catalog, Move
from skill.coach.phrases import Phrases
from skill.coach.words import (
    Answers,
    EquipmentWords,
    Language,
    Lexicon,
    MoveWords,
    MuscleWords,
    RoutineWords,
)
from skill.content.checks import check_catalog, check_lexicon
from skill.content.errors import ContentError, Problem

T = TypeVar("T")


class Content(msgspec.Struct, frozen=True):
    """All content: one catalogue, and a lexicon a language."""

    catalog: Catalog
    lexicons: dict[str, Lexicon]


class _Reader:
    """Reads files below one folder, and gathers what is wrong with them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def file(self, name: str, type_: Any, default: T) -> T:  # noqa: ANN401 - any type msgspec takes
        path = self.root / name
        try:
            decoded: T = msgspec.yaml.decode(path.read_bytes(), type=type_)
        except FileNotFoundError:
            self.problems.append(Problem(name, "(file)", "is missing"))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            message, _, where = str(error).partition(" - at `")
            key = where.rstrip("`").removeprefix("$.") or "(file)"
            self.problems.append(Problem(name, key, message))
        else:
            return decoded
        return default

    def folder(self, name: str, type_: type[T]) -> dict[str, T]:
        files = sorted((self.root / name).glob("*.yaml"))
        read: dict[str, T | None] = {
            path.stem: self.file(f"{name}/{path.name}", type_, None) for path in files
        }
        return {stem: value for stem, value in read.items() if value is not None}


def languages(root: Path) -> tuple[str, ...]:
    """Return the languages there are words for, by the folders that have phrases."""
    return tuple(sorted(path.parent.name for path in root.glob("*/phrases.yaml")))


def load(root: Path | None = None) -> Content:
    """Read and check everything.

    Raises:
        ContentError: something is missing, unknown or contradictory; it names every file and key.
    """
    if root is None:
        return _shipped()
    reader = _Reader(root)
    catalog = Catalog(
        moves=reader.folder("moves", Move),
        routines=reader.file("routines.yaml", dict[str, tuple[str, ...]], {}),
        muscles=reader.file("muscles.yaml", tuple[str, ...], ()),
        equipment=reader.file("equipment.yaml", tuple[str, ...], ()),
    )
    lexicons = {language: _lexicon(reader, language) for language in languages(root)}
    problems = reader.problems + check_catalog(catalog)
    for language, lexicon in lexicons.items():
        if lexicon is not None:
            problems += check_lexicon(catalog, lexicon, language)
    if problems:
        raise ContentError(problems)
    return Content(catalog, {id: lexicon for id, lexicon in lexicons.items() if lexicon})


@functools.cache
def _shipped() -> Content:
    return load(resources.folder("content"))


def _lexicon(reader: _Reader, language: str) -> Lexicon | None:
    tables: Mapping[str, Any] = {
        "language": reader.file(f"{language}/language.yaml", Language | None, None),
        "moves": reader.folder(f"{language}/moves", MoveWords),
        "routines": reader.file(f"{language}/routines.yaml", dict[str, RoutineWords], {}),
        "muscles": reader.file(f"{language}/muscles.yaml", dict[str, MuscleWords], {}),
        "equipment": reader.file(f"{language}/equipment.yaml", dict[str, EquipmentWords], {}),
        "answers": reader.file(f"{language}/answers.yaml", Answers | None, None),
        "phrases": reader.file(f"{language}/phrases.yaml", Phrases | None, None),
    }
    return None if None in tables.values() else Lexicon(**tables)

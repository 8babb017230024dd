"""Files to typed content. The types in `skill/coach/` are the schema."""

import functools
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
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
from skill.content.sources import Bundle, Folder, Source

T = TypeVar("T")


class Content(msgspec.Struct, frozen=True):
    """All content: one catalogue, and a lexicon a language."""

    catalog: Catalog
    lexicons: dict[str, Lexicon]


class _Reader:
    """Reads files from one source, and gathers what is wrong with them."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.problems: list[Problem] = []

    def file(self, name: str, type_: Any, default: T) -> T:  # noqa: ANN401 - any type msgspec takes
        try:
            decoded: T = self.source.decode(name, type_)
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
        paths = [PurePosixPath(path) for path in self.source.names()]
        read: dict[str, T | None] = {
            path.stem: self.file(str(path), type_, None)
            for path in paths
            if str(path.parent) == name
        }
        return {stem: value for stem, value in read.items() if value is not None}


def languages(root: Path) -> tuple[str, ...]:
    """Return the languages there are words for, by the folders that have phrases."""
    return _languages(Folder(root))


def load(root: Path | None = None) -> Content:
    """Read and check everything.

    Raises:
        ContentError: something is missing, unknown or contradictory; it names every file and key.
    """
    if root is None:
        return _shipped()
    reader = _Reader(Folder(root))
    content = _read(reader)
    problems = reader.problems + check_catalog(content.catalog)
    for language, lexicon in content.lexicons.items():
        problems += check_lexicon(content.catalog, lexicon, language)
    if problems:
        raise ContentError(problems)
    return content


def unpack(bundle: bytes) -> Content:
    """Read content that was checked when the bundle was made.

    Raises:
        ContentError: it belongs to another version of the skill.
    """
    reader = _Reader(Bundle(bundle))
    content = _read(reader)
    if reader.problems:
        raise ContentError(reader.problems)
    return content


@functools.cache
def _shipped() -> Content:
    bundle = resources.bundle()
    return unpack(bundle.read_bytes()) if bundle.is_file() else load(resources.folder("content"))


def _read(reader: _Reader) -> Content:
    catalog = Catalog(
        moves=reader.folder("moves", Move),
        routines=reader.file("routines.yaml", dict[str, tuple[str, ...]], {}),
        muscles=reader.file("muscles.yaml", tuple[str, ...], ()),
        equipment=reader.file("equipment.yaml", tuple[str, ...], ()),
    )
    lexicons = {language: _lexicon(reader, language) for language in _languages(reader.source)}
    return Content(catalog, {id: lexicon for id, lexicon in lexicons.items() if lexicon})


def _languages(source: Source) -> tuple[str, ...]:
    paths = [PurePosixPath(name) for name in source.names()]
    return tuple(sorted(str(path.parent) for path in paths if path.name == "phrases.yaml"))


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

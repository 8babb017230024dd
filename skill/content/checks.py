"""What types alone cannot tell about content: names that must exist, sides, placeholders."""

import re
import string
from collections.abc import Iterator
from typing import Any, get_type_hints

import msgspec

from skill.coach.catalog import Catalog, Move
from skill.coach.phrases import Phrases
from skill.coach.sides import outside_brackets
from skill.coach.words import Lexicon, MoveWords, StepWords
from skill.content.errors import Problem


def check_catalog(catalog: Catalog) -> list[Problem]:
    """Return what is wrong with the moves and routines."""
    problems = [
        problem
        for id, move in catalog.moves.items()
        for problem in _check_move(f"moves/{id}.yaml", move, catalog)
    ]
    problems += [
        Problem("routines.yaml", f"{id}[{number}]", f"there is no move {move!r}")
        for id, moves in catalog.routines.items()
        for number, move in enumerate(moves)
        if move not in catalog.moves
    ]
    problems += [
        Problem("routines.yaml", id, "is the id of a move already")
        for id in catalog.routines
        if id in catalog.moves
    ]
    return problems


def _check_move(file: str, move: Move, catalog: Catalog) -> Iterator[Problem]:
    for number, muscle in enumerate(move.muscles):
        if muscle not in catalog.muscles:
            yield Problem(file, f"muscles[{number}]", f"there is no muscle {muscle!r}")
    if move.equipment and move.equipment not in catalog.equipment:
        yield Problem(file, "equipment", f"there is no equipment {move.equipment!r}")
    if not move.dose.least <= move.dose.usual <= move.dose.most or move.dose.least < 1:
        yield Problem(file, "dose", "must be at least 1, and least <= usual <= most")
    yield from _check_move_steps(file, move)


def _check_move_steps(file: str, move: Move) -> Iterator[Problem]:
    if len({step.id for step in move.steps}) != len(move.steps):
        yield Problem(file, "steps", "two steps have the same id")
    if not move.steps or move.steps[-1].kind == "setup":
        yield Problem(file, "steps", "the last step must be a rep, a hold or work")
    for number, step in enumerate(move.steps):
        if (step.kind == "rep") != move.is_counted and step.kind != "setup":
            yield Problem(file, f"steps[{number}].kind", f"does not fit {move.kind!r}")
    if move.is_counted and move.tempo < 1:
        yield Problem(file, "tempo", "a counted move needs seconds a rep")


def check_lexicon(catalog: Catalog, lexicon: Lexicon, language: str) -> list[Problem]:
    """Return what is wrong with the words of one language."""
    problems = [
        *_check_keys(f"{language}/moves", catalog.moves, lexicon.moves),
        *_check_keys(f"{language}/routines.yaml", catalog.routines, lexicon.routines),
        *_check_keys(f"{language}/muscles.yaml", catalog.muscles, lexicon.muscles),
        *_check_keys(f"{language}/equipment.yaml", catalog.equipment, lexicon.equipment),
    ]
    for id, words in lexicon.moves.items():
        if id in catalog.moves:
            file = f"{language}/moves/{id}.yaml"
            problems += _check_steps(file, catalog.moves[id], words)
            problems += _check_sides(file, "", words, lexicon.language.side_words)
    problems += _check_phrases(f"{language}/phrases.yaml", lexicon.phrases)
    return problems


def _check_keys(file: str, wanted: Any, given: dict[str, Any]) -> Iterator[Problem]:  # noqa: ANN401
    for id in wanted:
        if id not in given:
            yield Problem(file, id, "is missing")
    for id in given:
        if id not in wanted:
            yield Problem(file, id, "is unknown")


def _check_steps(file: str, move: Move, words: MoveWords) -> Iterator[Problem]:
    kinds = {step.id: step.kind for step in move.steps}
    for problem in _check_keys(file, kinds, words.steps):
        yield Problem(file, f"steps.{problem.key}", problem.message)
    for id, step in words.steps.items():
        working = kinds.get(id, "setup") != "setup"
        if working != bool(step.go and step.release):
            wanted = "needs `go` and `release`" if working else "is a setup step: no `go`"
            yield Problem(file, f"steps.{id}", wanted)


def _check_sides(
    file: str, key: str, words: MoveWords | StepWords, side_words: tuple[str, ...]
) -> Iterator[Problem]:
    bare = re.compile(rf"\b(?:{'|'.join(side_words)})", re.IGNORECASE)
    hints = get_type_hints(type(words), include_extras=True)
    for name in words.__struct_fields__:
        value = getattr(words, name)
        if name == "steps":
            for id, step in value.items():
                yield from _check_sides(file, f"steps.{id}.", step, side_words)
        elif _is_sided(hints[name]):
            for text in [value] if isinstance(value, str) else value:
                if found := bare.search(outside_brackets(text)):
                    message = f"{found.group()!r} stands outside of [right|left] brackets"
                    yield Problem(file, f"{key}{name}", message)


def _is_sided(hint: Any) -> bool:  # noqa: ANN401 - a type hint of any form
    metadata = getattr(hint, "__metadata__", ()) or [
        part for arg in getattr(hint, "__args__", ()) for part in getattr(arg, "__metadata__", ())
    ]
    return any((getattr(part, "extra", None) or {}).get("sided") for part in metadata)


def _check_phrases(file: str, phrases: Phrases) -> Iterator[Problem]:
    for section_name in phrases.__struct_fields__:
        section: msgspec.Struct = getattr(phrases, section_name)
        hints = get_type_hints(type(section), include_extras=True)
        for name in section.__struct_fields__:
            value = getattr(section, name)
            for metadata in getattr(hints[name], "__metadata__", ()):
                texts = [value] if isinstance(value, str) else value
                for text in texts:
                    for slot in _slots(text) - set(metadata.extra["takes"]):
                        message = f"there is no value {slot!r} for this phrase"
                        yield Problem(file, f"{section_name}.{name}", message)


def _slots(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}

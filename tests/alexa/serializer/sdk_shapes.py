"""JSON for every shape that the SDK's tables know, made from the tables."""

import re
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from typing import Any

from skill.alexa.serializer.tables import attributes, variants

NATIVE: dict[str, object] = {
    "str": "text",
    "int": 7,
    "float": 2.5,
    "bool": True,
    "datetime": "2026-11-24T06:05:02.125Z",
    "object": {"open": [1, None, {"deep": "er"}]},
}
DEPTH = 6
"""Levels of models in one another; deeper fields are left out, as some contain themselves."""


def named(name: str) -> type:
    module, _, attribute = name.rpartition(".")
    found: type = getattr(import_module(module), attribute)
    return found


def each_variant(model: type) -> Iterator[tuple[str, type]]:
    """The discriminator and class of each variant of a model."""
    found = variants(model)
    assert found
    for value, name in sorted(found.classes.items()):
        yield value, named(name)


def sample(model: type, discriminator: str | None = None, depth: int = DEPTH) -> dict[str, Any]:
    """JSON with every key of a model."""
    found = {a.key: _value(a.written, depth) for a in attributes(model)}
    kinds = variants(model)
    if kinds:
        found[kinds.key] = discriminator or min(kinds.classes)
    return {key: value for key, value in found.items() if value is not None}


def _value(written: str, depth: int) -> object:
    if written in NATIVE:
        return NATIVE[written]
    if inner := re.fullmatch(r"list\[(.*)\]", written):
        return [item for item in _some(inner[1], depth) if item is not None]
    if inner := re.fullmatch(r"dict\(str, (.*)\)", written):
        return {f"key {i}": item for i, item in enumerate(_some(inner[1], depth)) if item}
    kind = named(written)
    if issubclass(kind, Enum):
        return [member.value for member in kind][-1]
    return _first(kind, depth) if depth else None


def _some(written: str, depth: int) -> list[Any]:
    """One of each variant, so that a list meets them all."""
    kind = None if written in NATIVE else named(written)
    if kind is None or issubclass(kind, Enum) or not variants(kind) or not depth:
        return [_value(written, depth)]
    return [sample(variant, value, min(depth, 2) - 1) for value, variant in each_variant(kind)]


def _first(kind: type, depth: int) -> dict[str, Any]:
    if not variants(kind):
        return sample(kind, depth=depth - 1)
    value, variant = next(each_variant(kind))
    return sample(variant, value, depth - 1)

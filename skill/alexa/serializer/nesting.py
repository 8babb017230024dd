"""A bound on depth where the SDK's models leave the shape open or contain themselves."""

from collections.abc import Iterable

from .errors import EnvelopeError

MAX_NESTING = 64
"""Levels of objects and lists taken below one such value.

Ours: session attributes need fewer than ten, and ``copy.deepcopy``, which the SDK does to them,
spends three Python frames a level out of a thousand.
"""

CONTAINERS = frozenset({dict, list})


def check_nesting(value: object) -> None:
    """Raise EnvelopeError when the value is nested deeper than ``MAX_NESTING``."""
    level = [value] if type(value) in CONTAINERS else []
    depth = 0
    while level and depth < MAX_NESTING:
        level = [inner for outer in level for inner in _inside(outer) if type(inner) in CONTAINERS]
        depth += 1
    if level:
        raise EnvelopeError(f"is nested deeper than {MAX_NESTING} levels")


def _inside(container: object) -> Iterable[object]:
    if isinstance(container, dict):
        return container.values()
    return container if isinstance(container, list) else ()

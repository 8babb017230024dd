"""Pictures of the positions and of the muscles, drawn from `content/figures/`.

svg("ninety_ninety", "lift", "left")   # an SVG document
avg("ninety_ninety", "lift", "left")   # the same for an Echo Show
"""

import functools
from collections.abc import Collection
from typing import Any

from skill.coach.sides import Side
from skill.figures import as_avg, as_svg, muscles, poses
from skill.figures.figure import Figure, figure

__all__ = ["avg", "muscles_avg", "muscles_svg", "names", "picture", "svg"]


def names() -> tuple[tuple[str, str], ...]:
    """Return move and step of every picture there is."""
    return tuple((move, step) for move, steps in _poses().items() for step in steps)


def picture(move: str, step: str, side: Side) -> Figure:
    """Return the picture of a step, with `side` as the working side.

    Raises:
        KeyError: there is no such move or step.
    """
    return _drawn(move, step, side)


def svg(move: str, step: str, side: Side, alternative: str = "") -> str:
    """Return the picture of a step as an SVG document; `alternative` says in words what it shows.

    Raises:
        KeyError: there is no such move or step.
    """
    return as_svg.svg(picture(move, step, side), alternative)


@functools.cache
def avg(move: str, step: str, side: Side) -> dict[str, Any]:
    """Return the picture of a step as an AVG document, to be read only: all who ask share it.

    Raises:
        KeyError: there is no such move or step.
    """
    return as_avg.avg(picture(move, step, side))


def muscles_svg(asked: Collection[str], alternative: str = "") -> str:
    """Return the hip from front and back as an SVG document, muscles of these ids in colour."""
    return as_svg.svg(muscles.muscle_figure(_anatomy(), asked), alternative)


@functools.lru_cache(maxsize=64)
def muscles_avg(asked: tuple[str, ...]) -> dict[str, Any]:
    """Return the hip from front and back as an AVG document, muscles of these ids in colour.

    It is to be read only: all who ask share it.
    """
    return as_avg.avg(muscles.muscle_figure(_anatomy(), asked))


@functools.cache
def _poses() -> poses.Poses:
    return poses.load(poses.source())


@functools.cache
def _anatomy() -> dict[str, muscles.Anatomy]:
    return muscles.load(poses.source())


@functools.cache
def _drawn(move: str, step: str, side: Side) -> Figure:
    return figure(_poses()[move][step], side)

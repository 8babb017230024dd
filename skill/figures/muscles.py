"""The hip from the front and from the back, with muscles as regions; the asked-for are coloured."""

from collections.abc import Collection

import msgspec

from skill.content.sources import Source
from skill.figures.figure import HEIGHT, WIDTH, Figure
from skill.figures.outlines import point
from skill.figures.poses import MUSCLES
from skill.figures.space import Flat
from skill.figures.styles import Shape

MIDDLES = {"front": 200, "back": 600}
"""Where the middle line of each view stands."""
TOP, ACROSS, DOWN = 12, 1.4, 1.02
"""From the data's numbers to this picture's units."""


class Anatomy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One view, its right half."""

    outline: tuple[Flat, ...]
    bones: tuple[tuple[Flat, ...], ...]
    muscles: dict[str, tuple[tuple[Flat, ...], ...]]
    """Ids to regions, deep ones first."""


def load(content: Source) -> dict[str, Anatomy]:
    """Return both views.

    Raises:
        msgspec.ValidationError: the data does not fit; the message names the key.
    """
    views: dict[str, Anatomy] = content.decode(MUSCLES, dict[str, Anatomy])
    return views


def muscle_figure(views: dict[str, Anatomy], asked: Collection[str]) -> Figure:
    """Return the picture, with the muscles of these ids in colour."""
    shapes: list[Shape] = []
    for name, view in views.items():
        shapes += [_outline(name, view.outline), _both(name, view.bones, "bone")]
        for muscle in sorted(view.muscles, key=lambda id: id in asked):
            style = "asked" if muscle in asked else "muscle"
            shapes.append(_both(name, view.muscles[muscle], style))
    return Figure(tuple(shapes), WIDTH, HEIGHT)


def _outline(view: str, half: tuple[Flat, ...]) -> Shape:
    whole = [_placed(view, corner, 1) for corner in half]
    whole += [_placed(view, corner, -1) for corner in reversed(half[:-1])]
    return Shape(_round(whole), "skin")


def _both(view: str, regions: tuple[tuple[Flat, ...], ...], style: str) -> Shape:
    paths = [
        _round([_placed(view, corner, side) for corner in region])
        for region in regions
        for side in (1, -1)
    ]
    return Shape("".join(paths), style)


def _placed(view: str, corner: Flat, side: int) -> Flat:
    return MIDDLES[view] + side * corner[0] * ACROSS, TOP + corner[1] * DOWN


def _round(points: list[Flat]) -> str:
    """Return a closed curve that touches the middles of the sides of a polygon."""
    middles = [
        ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        for a, b in zip(points, [*points[1:], points[0]], strict=True)
    ]
    sides = zip(points, middles, strict=True)
    curve = "".join(f"Q{point(corner)} {point(middle)}" for corner, middle in sides)
    return f"M{point(middles[-1])}{curve}Z"

"""Pictures as AVG, the vector format of Alexa's screens."""

from typing import Any

from skill.figures.figure import Figure
from skill.figures.styles import STYLES, Shape

VERSION = "1.2"
"""Dashes and round ends came with 1.1; every device that draws APL 1.8 knows this one.
Source: Amazon's "Alexa Vector Graphics Format"."""


def avg(picture: Figure) -> dict[str, Any]:
    """Return a picture as an AVG document."""
    return {
        "type": "AVG",
        "version": VERSION,
        "width": picture.width,
        "height": picture.height,
        "items": [_path(shape) for shape in picture.shapes],
    }


def _path(shape: Shape) -> dict[str, Any]:
    style = STYLES[shape.style]
    path: dict[str, Any] = {"type": "path", "pathData": shape.path}
    if style.fill:
        path["fill"] = style.fill
    if style.stroke:
        path |= {"stroke": style.stroke, "strokeWidth": style.width}
    if style.is_line:
        path |= {"strokeLineCap": "round", "strokeLineJoin": "round"}
    if style.dash:
        path["strokeDashArray"] = list(style.dash)
    return path

"""A laid-out screen as SVG, to look at: what a device would paint, near enough to judge it."""

from typing import Any
from xml.sax.saxutils import escape, quoteattr

import msgspec

from tests.alexa.screen.apl.fonts import LINE, wrapped
from tests.alexa.screen.apl.inflate import Placed, Screen

ANCHORS = {"left": ("start", 0.0), "center": ("middle", 0.5), "right": ("end", 1.0)}


def picture(placed: list[Placed], document: dict[str, Any], screen: Screen) -> str:
    """Return a screen as an SVG document."""
    parts = [_clipped(one, _part(one, document, screen)) for one in placed]
    corner = screen.width / 2 if screen.shape == "round" else 0
    size = f'width="{screen.width:g}" height="{screen.height:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>'
        f'<defs><clipPath id="glass"><rect {size} rx="{corner:g}"/></clipPath></defs>'
        f'<g clip-path="url(#glass)"><rect {size} fill="#fff"/>{"".join(parts)}</g></svg>'
    )


def _clipped(one: Placed, drawn: str) -> str:
    """Return what is seen of a part through the window it scrolls in."""
    if one.window is None or not drawn:
        return drawn
    x, y, width, height = msgspec.structs.astuple(one.window)
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return f'<svg {place} viewBox="{x:.1f} {y:.1f} {width:.1f} {height:.1f}">{drawn}</svg>'


def _part(one: Placed, document: dict[str, Any], screen: Screen) -> str:
    if one.type == "Frame" and "backgroundColor" in one.values:
        return _frame(one, screen)
    if one.type == "Text":
        return _text(one, document, screen)
    if one.type == "VectorGraphic":
        return _graphic(one, document["graphics"][one.values["source"]])
    return ""


def _frame(one: Placed, screen: Screen) -> str:
    box, corner = one.box, one.values.get("borderRadius", "0vh")
    radius = float(str(corner).removesuffix("vh")) * screen.height / 100
    return (
        f'<rect x="{box.left:.1f}" y="{box.top:.1f}" width="{box.width:.1f}" '
        f'height="{box.height:.1f}" rx="{radius:.1f}" fill="{one.values["backgroundColor"]}"/>'
    )


def _text(one: Placed, document: dict[str, Any], screen: Screen) -> str:
    written = document["resources"][0]["dimensions"][one.values["fontSize"].removeprefix("@")]
    whole = screen.height if written.endswith("vh") else screen.width
    size = float(written[:-2]) * whole / 100
    weight = one.values.get("fontWeight", "400")
    lines = wrapped(str(one.values["text"]), size, weight, one.box.width)
    anchor, part = ANCHORS[one.values.get("textAlign", "left")]
    x = one.box.left + part * one.box.width
    spare = (one.box.height - len(lines) * size * LINE) / 2 if "height" in one.values else 0
    top = one.box.top + spare + size
    return "".join(
        f'<text x="{x:.1f}" y="{top + number * size * LINE:.1f}" font-size="{size:.1f}" '
        f'font-weight={quoteattr(weight)} font-family="Helvetica, Arial, sans-serif" '
        f'text-anchor="{anchor}" fill="{one.values["color"]}">{escape(line)}</text>'
        for number, line in enumerate(lines)
    )


def _graphic(one: Placed, graphic: dict[str, Any]) -> str:
    box = one.box
    scale = min(box.width / graphic["width"], box.height / graphic["height"])
    across = scale * one.values.get("scaleX", 1)
    middle = f"translate({box.left + box.width / 2:.1f} {box.top + box.height / 2:.1f})"
    moved = f"translate({-graphic['width'] / 2:g} {-graphic['height'] / 2:g})"
    paths = "".join(_path(path) for path in graphic["items"])
    return f'<g transform="{middle} scale({across:.4f} {scale:.4f}) {moved}">{paths}</g>'


def _path(path: dict[str, Any]) -> str:
    dash = " ".join(map(str, path.get("strokeDashArray", [])))
    return (
        f'<path d="{path["pathData"]}" fill="{path.get("fill", "none")}" '
        f'stroke="{path.get("stroke", "none")}" stroke-width="{path.get("strokeWidth", 0)}" '
        f'stroke-linecap="{path.get("strokeLineCap", "butt")}" '
        f'stroke-linejoin="{path.get("strokeLineJoin", "miter")}"'
        + (f' stroke-dasharray="{dash}"' if dash else "")
        + "/>"
    )

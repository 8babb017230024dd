"""Pictures as SVG, for a browser and for review."""

from xml.sax.saxutils import escape, quoteattr

from skill.figures.figure import Figure
from skill.figures.styles import STYLES, Shape


def svg(picture: Figure, title: str = "") -> str:
    """Return a picture as an SVG document; `title` is its alternative text."""
    label = f' role="img" aria-label={quoteattr(title)}' if title else ""
    heading = f"<title>{escape(title)}</title>" if title else ""
    box = f"0 0 {picture.width} {picture.height}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"{label}>'
        f"{heading}{shapes(picture)}</svg>"
    )


def shapes(picture: Figure) -> str:
    """Return the elements of a picture, without the document around."""
    return "".join(_path(shape) for shape in picture.shapes)


def _path(shape: Shape) -> str:
    style = STYLES[shape.style]
    outline = ""
    if style.stroke:
        outline = f' stroke="{style.stroke}" stroke-width="{style.width:g}"'
    if style.is_line:
        outline += ' stroke-linecap="round" stroke-linejoin="round"'
    if style.dash:
        outline += f' stroke-dasharray="{" ".join(map(str, style.dash))}"'
    return f'<path d="{shape.path}" fill="{style.fill or "none"}"{outline}/>'

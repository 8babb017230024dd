"""How things look. Colours differ in lightness too: nothing is told by a colour alone."""

import msgspec


class Style(msgspec.Struct, frozen=True):
    """How a shape is painted; colours as `#rrggbb`, nothing for none."""

    fill: str = ""
    stroke: str = ""
    width: float = 0
    dash: tuple[int, ...] = ()
    is_line: bool = False
    """Whether it has ends or corners, which are to be round."""


INK = "#14263D"
ACCENT = "#F58220"

STYLES: dict[str, Style] = {
    "floor": Style(fill="#DCEBEA", stroke="#B4CFCD", width=3),
    "near": Style(fill="#FFFFFF", stroke=INK, width=6),
    "far": Style(fill="#CBD5DE", stroke="#5B6B7E", width=5),
    "accent": Style(fill=ACCENT, stroke=INK, width=9),
    "trunk": Style(fill="#A9C6E3", stroke=INK, width=6),
    "hair": Style(fill="#3C4C66", stroke=INK, width=6),
    "face": Style(fill=INK),
    "ghost": Style(stroke="#7A8896", width=5, dash=(14, 12)),
    "arrow": Style(stroke="#C4161C", width=11, is_line=True),
    "arrowhead": Style(fill="#C4161C", stroke="#C4161C", width=3, is_line=True),
    "wood": Style(fill="#D9B98C", stroke="#7A5A2E", width=5),
    "post": Style(stroke="#7A5A2E", width=12, is_line=True),
    "band": Style(stroke="#7B2D8B", width=11, is_line=True),
    "ball": Style(fill="#C9DB2E", stroke=INK, width=6),
    "felt": Style(stroke="#C4161C", width=7),
    "skin": Style(fill="#F3F6F8", stroke=INK, width=6),
    "bone": Style(fill="#E3DFD3", stroke="#B9B3A2", width=3),
    "muscle": Style(fill="#E7C6BF", stroke="#9B6A60", width=3),
    "asked": Style(fill=ACCENT, stroke=INK, width=6),
    "square": Style(stroke="#C4161C", width=6, is_line=True),
}


class Shape(msgspec.Struct, frozen=True):
    """A path of the picture and the name of its style."""

    path: str
    style: str

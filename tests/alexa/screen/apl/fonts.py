"""How much room a text takes, measured with a grotesque like the font of Alexa's screens."""

import functools

import msgspec
from PIL import ImageFont

from tests.alexa.screen.apl.inflate import Placed

LINE = 1.25
"""Height of a line against the size of the font, as APL's `lineHeight` is by default."""
WIDER = {"700": 1.14}
"""Bold, against plain. 1.06 for plain: the fonts are alike, and not the same."""
PLAIN = 1.06


class Fit(msgspec.Struct, frozen=True):
    """What a text needs, in dp."""

    lines: int
    widest: float
    """Of its words."""
    height: float


@functools.cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    font = ImageFont.load_default(size)
    assert isinstance(font, ImageFont.FreeTypeFont), "Pillow was built without FreeType"
    return font


def width(text: str, size: float, weight: str) -> float:
    """Return how wide a line is."""
    return _font(100).getlength(text) * size / 100 * WIDER.get(weight, PLAIN)


def wrapped(text: str, size: float, weight: str, room: float) -> list[str]:
    """Return a text as lines of at most `room`, broken at blanks and `<br>`."""
    lines: list[str] = []
    for paragraph in text.split("<br>"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}".strip()
            if line and width(longer, size, weight) > room:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines


def fit(placed: Placed, size: float) -> Fit:
    """Return what a Text component needs."""
    text, weight = str(placed.values["text"]), str(placed.values.get("fontWeight", "400"))
    lines = wrapped(text, size, weight, placed.box.width)
    words = text.replace("<br>", " ").split()
    widest = max((width(word, size, weight) for word in words), default=0.0)
    return Fit(len(lines), widest, len(lines) * size * LINE)

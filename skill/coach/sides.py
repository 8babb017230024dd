"""Left and right are data: a sided text is written for the right, with both words in brackets.

`Put your [right|left] hand on your [right|left] knee` takes the first word of every pair when
the working side is the right and the second when it is the left.
"""

import re
from typing import Literal

Side = Literal["right", "left"]
SIDES: tuple[Side, Side] = ("right", "left")

_PAIR = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")


def other(side: Side) -> Side:
    """Return the opposite side."""
    return "left" if side == "right" else "right"


def for_side(text: str, side: Side) -> str:
    """Return a sided text as it is heard when `side` is the working side."""
    group = SIDES.index(side) + 1
    return _PAIR.sub(lambda pair: pair.group(group), text)


def mirrored(text: str) -> str:
    """Return the text written for the other side; twice gives the text itself."""
    return _PAIR.sub(r"[\2|\1]", text)


def outside_brackets(text: str) -> str:
    """Return what remains of a sided text without its pairs, to look for bare side words."""
    return _PAIR.sub(" ", text)

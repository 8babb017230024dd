"""What a response is to sound like: stretches of words, with silences between them."""

import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

import msgspec

from skill.simulator.spoken import break_ms


class Words(msgspec.Struct, frozen=True):
    """Words that are said in one go, and the silence that is meant after them."""

    text: str
    quiet_ms: int


def script(ssml: str) -> list[Words]:
    """Return the words of an SSML document between its silences, in their order."""
    found: list[Words] = []
    text, quiet = "", 0
    for piece in _pieces(ET.fromstring(ssml)):
        if isinstance(piece, int):
            quiet += piece
        elif piece.strip():
            if quiet:
                found.append(Words(text, quiet))
                text, quiet = "", 0
            text = f"{text} {' '.join(piece.split())}".strip()
    return [*found, Words(text, quiet)]


def with_single_breaks(words: list[Words]) -> str:
    """Return the SSML of a script with each silence as a single break, however long.

    Of breaks in a row, of which a device plays all, espeak-ng keeps one.
    """
    pieces = (f'{escape(one.text)} <break time="{one.quiet_ms}ms"/>' for one in words)
    return f"<speak>{' '.join(pieces)}</speak>"


def _pieces(element: ET.Element) -> list[str | int]:
    own: list[str | int] = [break_ms(element.get("time", "0s"))] if element.tag == "break" else []
    own.append(element.text or "")
    for child in element:
        own += _pieces(child)
        own.append(child.tail or "")
    return own

"""SSML back to what is heard: words and silences, with the time each takes."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

import msgspec

from skill.coach.timing import SECOND, speaking_ms
from skill.coach.words import Voice


class Part(msgspec.Struct, frozen=True):
    """Words, or a silence where `text` is empty."""

    text: str
    ms: int


def parts(ssml: str, voice: Voice) -> list[Part]:
    """Return what an SSML document makes a device say, silences next to each other as one.

    Raises:
        ET.ParseError: it is no well-formed document; a device would refuse it.
    """
    document = ET.fromstring(ssml)  # noqa: S314 - the skill's own, never a stranger's
    pieces: list[Piece] = []
    for piece in _walk(document):
        _join(pieces, piece)
    return [_part(piece, voice) for piece in pieces]


Piece = str | int
"""Text as it stands in the document, or the milliseconds of a break."""


def _walk(element: ET.Element) -> Iterator[Piece]:
    if element.tag == "break":
        yield break_ms(element.get("time", "0s"))
    yield element.text or ""
    for child in element:
        yield from _walk(child)
        yield child.tail or ""


def _join(pieces: list[Piece], piece: Piece) -> None:
    """Add a piece: texts that only mark-up stands between are spoken in one go."""
    last = pieces[-1] if pieces else None
    match last, piece:
        case (str(), str()) | (int(), int()):
            pieces[-1] = last + piece  # type: ignore[operator]  # Both are of one kind.
        case (_, str()) if not piece.strip():
            pass
        case _:
            pieces.append(piece)


def _part(piece: Piece, voice: Voice) -> Part:
    if isinstance(piece, int):
        return Part("", piece)
    words = " ".join(piece.split())
    return Part(words, speaking_ms(words, voice))


def break_ms(time: str) -> int:
    """Return the length of a `<break>` from its `time`, "10s" or "250ms"."""
    if time.endswith("ms"):
        return int(time[:-2])
    return int(float(time.removesuffix("s")) * SECOND)


def length_ms(heard: list[Part]) -> int:
    """Return how long it takes in all."""
    return sum(part.ms for part in heard)


def as_text(heard: list[Part]) -> str:
    """Return it as one line, with silences of a second and more shown as `(4 s)`."""
    shown = [part.text or _pause(part.ms) for part in heard]
    return " ".join(text for text in shown if text)


def _pause(ms: int) -> str:
    return f"({ms / SECOND:.0f} s)" if ms >= SECOND else ""

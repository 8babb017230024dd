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
    heard: list[Part] = []
    for part in _walk(document, voice):
        if heard and bool(heard[-1].text) == bool(part.text):
            last = heard.pop()
            heard.append(Part(f"{last.text} {part.text}".strip(), last.ms + part.ms))
        else:
            heard.append(part)
    return heard


def _walk(element: ET.Element, voice: Voice) -> Iterator[Part]:
    if element.tag == "break":
        yield Part("", break_ms(element.get("time", "0s")))
    yield from _words(element.text, voice)
    for child in element:
        yield from _walk(child, voice)
        yield from _words(child.tail, voice)


def _words(text: str | None, voice: Voice) -> Iterator[Part]:
    words = " ".join((text or "").split())
    if words:
        yield Part(words, speaking_ms(words, voice))


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

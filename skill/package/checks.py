"""What Amazon would refuse of the skill package, found before it is uploaded."""

import struct
from collections.abc import Iterator
from pathlib import Path

from skill.content.errors import Problem
from skill.interaction.sources import SourceError
from skill.package.manifest import LARGE_ICON, SMALL_ICON, Listing
from skill.package.phrases import check_phrases
from skill.package.writing import Deployment, manifest
from skill.resources import folder as data_folder

LENGTHS = {
    "name": (2, 50),
    "summary": (1, 160),
    "description": (1, 4000),
    "updates_description": (0, 4000),
}
"""Characters of the store's texts: least and most (Amazon's developer console; the least of a name
is that of an invocation name)."""

PHRASES = 3
"""Example phrases of a locale (Amazon: "Skill Manifest Schema", examplePhrases)."""

KEYWORDS, KEYWORD_CHARACTERS = 30, 150
"""Most keywords, and most characters of one: assumed, after the developer console."""

ICONS = {SMALL_ICON: 108, LARGE_ICON: 512}
"""Width and height in pixels (Amazon: "Skill Manifest Schema", smallIconUri, largeIconUri)."""

PNG = b"\x89PNG\r\n\x1a\n"


def check_package(folder: Path | None = None) -> list[Problem]:
    """Return what is wrong in `skill-package/`, in all locales."""
    source = folder or data_folder("skill-package")
    try:
        whole = manifest(source, Deployment())
    except SourceError as error:
        return [Problem("skill-package", "", str(error))]
    problems = list(_check_icons(source))
    for locale, listing in whole.publishing_information.locales.items():
        problems += _check_listing(f"store/{locale[:2]}.yaml", listing)
        problems += check_phrases(f"store/{locale[:2]}.yaml", locale, listing)
    return list(dict.fromkeys(problems))


def _check_listing(file: str, listing: Listing) -> Iterator[Problem]:
    for name, (least, most) in LENGTHS.items():
        length = len(getattr(listing, name))
        if not least <= length <= most:
            yield Problem(file, name, f"has {length} characters, must have {least} to {most}")
    if len(listing.example_phrases) != PHRASES:
        yield Problem(file, "phrases", f"must be {PHRASES}")
    if len(listing.keywords) > KEYWORDS:
        yield Problem(file, "keywords", f"must be at most {KEYWORDS}")
    for keyword in listing.keywords:
        if len(keyword) > KEYWORD_CHARACTERS:
            yield Problem(file, "keywords", f"{keyword!r} is longer than {KEYWORD_CHARACTERS}")


def _check_icons(source: Path) -> Iterator[Problem]:
    for name, side in ICONS.items():
        file = source / name
        size = _size(file.read_bytes()) if file.is_file() else None
        if size != (side, side):
            found = f"is {size[0]} x {size[1]}" if size else "is no PNG file"
            yield Problem(name, "", f"{found}, must be a PNG of {side} x {side} pixels")


def _size(picture: bytes) -> tuple[int, int] | None:
    """Return the width and height of a PNG; they stand at the head of its first chunk."""
    if not picture.startswith(PNG) or len(picture) < 24:
        return None
    width, height = struct.unpack(">II", picture[16:24])
    return width, height

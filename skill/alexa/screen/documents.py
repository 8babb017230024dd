"""Screen documents: data in `documents/`, put together for one device and one page."""

import functools
from pathlib import Path
from typing import Any

import msgspec

from skill.alexa.envelope import Form

VERSION = (1, 8)
"""Of APL, that the documents are written for; older devices get the voice alone.
Source: Amazon's "APL Support in the Alexa Skills Kit": `maxVersion` is never to be exceeded."""

_FOLDER = Path(__file__).parent / "documents"
_UNITS = {"wide": "vh", "tall": "vw", "round": "vh"}
"""What the size of a font is a hundredth of: the shorter side."""
_EDGES = (("Left", "vw"), ("Top", "vh"), ("Width", "vw"), ("Height", "vh"))


@functools.cache
def read(name: str) -> Any:  # noqa: ANN401 - JSON
    """Return a file of `documents/`. It is shared: nobody changes it."""
    return msgspec.json.decode((_FOLDER / f"{name}.json").read_bytes())


def is_served(highest: str) -> bool:
    """Return whether a device that names this as its highest APL version gets a screen."""
    numbers = highest.split(".")
    if len(numbers) < 2 or not all(number.isdecimal() for number in numbers[:2]):
        return False
    return (int(numbers[0]), int(numbers[1])) >= VERSION


def document(name: str, form: Form, graphics: dict[str, Any], on_mount: list[Any]) -> Any:  # noqa: ANN401
    """Return a whole document."""
    whole = {
        **read("shared"),
        "resources": [{"dimensions": _dimensions(name, form)}],
        "graphics": graphics,
        "mainTemplate": {"parameters": ["payload"], "items": [read(name)]},
    }
    return whole | {"onMount": on_mount} if on_mount else whole


@functools.cache
def _dimensions(name: str, form: Form) -> dict[str, str]:
    """Return the sizes that a document uses, for one form of screen."""
    used = msgspec.json.encode([read(name), read("shared")]).decode()
    sizes: dict[str, str] = {}
    for box, (*edges, font) in read("boxes")[form].items():
        for (edge, unit), value in zip(_EDGES, edges, strict=True):
            sizes[f"{box}{edge}"] = f"{value}{unit}"
        sizes[f"{box}Font"] = f"{font}{_UNITS[form]}"
    return {size: value for size, value in sizes.items() if f'"@{size}"' in used}

"""The envelopes under tests/data/envelopes, and changes to them."""

import json
from functools import reduce
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "data" / "envelopes"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
ELSEWHERE = {"launch_clock", "launch_geolocation", "launch_phone"}
AT_HOME = [
    name
    for name in NAMES
    if name.startswith(("launch", "intent", "session_ended", "apl_user")) and name not in ELSEWHERE
]
"""What a person on the floor, with or without a screen, brings about."""


def text(name: str) -> str:
    """The JSON of an envelope, by its file's name."""
    return (FOLDER / f"{name}.json").read_text(encoding="utf-8")


def event(name: str) -> dict[str, Any]:
    """A fresh copy of an envelope."""
    found: dict[str, Any] = json.loads(text(name))
    return found


def changes(name: str) -> list[dict[str, Any]]:
    """The rows of a table of changed envelopes: name, base, path, and a value unless removed."""
    found: list[dict[str, Any]] = json.loads(text(f"hostile/{name}"))
    return found


def changed(row: dict[str, Any]) -> dict[str, Any]:
    """The envelope that a row describes."""
    found = event(row["base"])
    *above, last = row["path"]
    parent: Any = reduce(lambda inside, key: inside[key], above, found)
    if "value" in row:
        parent[last] = row["value"]
    else:
        del parent[last]
    return found

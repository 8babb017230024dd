"""Every document that can be reached is valid: by Amazon's validator, and by what it overlooks."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.alexa.screen.show import VIEWPORTS
from tests.alexa.screen.tour import LOCALES, tour

NODE = Path(__file__).parent / "node"
COMPONENTS = {
    "Container", "Frame", "ScrollView", "Sequence", "Text", "TouchWrapper", "VectorGraphic",
}  # fmt: skip
"""Of APL 1.8, those the documents use. Amazon's validator lets an unknown one pass."""
COMMANDS = {"Idle", "SendEvent", "SetValue"}
GRAPHIC = {
    "type", "pathData", "fill", "stroke", "strokeWidth", "strokeLineCap", "strokeLineJoin",
    "strokeDashArray",
}  # fmt: skip
"""Properties of a path in AVG 1.2, those the figures use."""


def _documents() -> dict[str, dict[str, Any]]:
    """Return every different document, by where it was seen first."""
    found: dict[str, dict[str, Any]] = {}
    known = set()
    for locale in LOCALES:
        for viewport in VIEWPORTS:
            for one in tour(locale, viewport):
                written = json.dumps(one.shown.document)
                if written not in known:
                    known.add(written)
                    found[f"{one} {len(known)}"] = one.shown.document
    return found


@pytest.fixture(scope="module")
def documents() -> dict[str, dict[str, Any]]:
    """Return every document there is."""
    found = _documents()
    assert len(found) > 50
    return found


def _validated(documents: list[dict[str, Any]]) -> list[list[dict[str, str]]]:
    node = shutil.which("node")
    if node is None or not (NODE / "node_modules").is_dir():
        missing = "needs node, and `npm ci --prefix tests/alexa/screen/node` once"
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    done = subprocess.run(
        [node, NODE / "validate.js"],
        input=json.dumps(documents).encode(),
        capture_output=True,
        check=True,
    )
    found: list[list[dict[str, str]]] = json.loads(done.stdout)
    return found


def test_amazons_validator_finds_nothing(documents: dict[str, dict[str, Any]]) -> None:
    findings = _validated(list(documents.values()))
    assert len(findings) == len(documents)
    faults = {name: found for name, found in zip(documents, findings, strict=True) if found}
    assert not faults, json.dumps(faults, indent=1)[:3000]


def test_amazons_validator_is_awake(documents: dict[str, dict[str, Any]]) -> None:
    broken = json.loads(json.dumps(next(iter(documents.values()))))
    broken["mainTemplate"]["items"][0]["width"] = "broad"
    assert _validated([broken])[0]


def _with_type(node: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every component and command with its place."""
    if isinstance(node, list):
        for number, one in enumerate(node):
            yield from _with_type(one, f"{path}/{number}")
    elif isinstance(node, dict):
        if "type" in node:
            yield path, node["type"]
        for key, one in node.items():
            if key not in {"parameters", "bind", "data"}:
                yield from _with_type(one, f"{path}/{key}")


def test_every_component_and_command_is_known(documents: dict[str, dict[str, Any]]) -> None:
    for name, document in documents.items():
        layouts = set(document["layouts"])
        parts = {key: document[key] for key in ("mainTemplate", "layouts")}
        for path, type_ in _with_type(parts):
            is_command = "/onPress/" in path or "/onMount/" in path
            known = COMMANDS if is_command else COMPONENTS | layouts
            assert type_ in known, (name, path, type_)
        for command in document.get("onMount", []):
            assert command["type"] in COMMANDS, name


def test_graphics_are_paths_and_nothing_else(documents: dict[str, dict[str, Any]]) -> None:
    drawn = 0
    for name, document in documents.items():
        for graphic in document["graphics"].values():
            assert (graphic["type"], graphic["version"]) == ("AVG", "1.2"), name
            for item in graphic["items"]:
                assert item["type"] == "path", name
                assert set(item) <= GRAPHIC, (name, item)
                drawn += 1
    assert drawn


def test_nothing_is_said_that_is_not_used(documents: dict[str, dict[str, Any]]) -> None:
    for name, document in documents.items():
        written = json.dumps(document)
        for size in document["resources"][0]["dimensions"]:
            assert f'"@{size}"' in written, (name, size)

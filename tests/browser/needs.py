"""What the tests of the page need: without it they are skipped, but in CI they fail."""

import os
import shutil
from pathlib import Path

import pytest

OUTPUT = Path(__file__).parent.parent / "output" / "browser"
"""Screenshots and timings of the last run."""

_AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"


def _missing(what: str, how: str) -> None:
    message = f"{what} is missing: {how}"
    if os.environ.get("CI") == "true":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


def chromium() -> str:
    """Return the path of Chromium."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        _missing("Chromium", "apt-get install chromium (or your system's way).")
    return str(found)


def axe() -> str:
    """Return the source of axe-core."""
    if not _AXE.is_file():
        _missing("axe-core", "npm install --prefix tests/browser --no-package-lock")
    return _AXE.read_text(encoding="utf-8")


def note(measured: str) -> None:
    """Keep a measurement with the screenshots."""
    OUTPUT.mkdir(parents=True, exist_ok=True)
    with (OUTPUT / "timings.txt").open("a", encoding="utf-8") as notes:
        notes.write(f"{measured}\n")

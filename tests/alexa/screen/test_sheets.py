"""The sheets in `docs/screens/` show the screens as they are."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.alexa.screen.sheets import sheets

FOLDER = Path(__file__).parents[3] / "docs" / "screens"
DRAWN = sheets()


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_a_sheet_shows_the_screens_as_they_are(name: str) -> None:
    assert ElementTree.fromstring(DRAWN[name]).tag.endswith("svg")
    assert (FOLDER / name).read_text(encoding="utf-8") == DRAWN[name], (
        "the screens changed: run `python -m tests.alexa.screen.sheets docs/screens`, "
        "and look at them before they are committed"
    )

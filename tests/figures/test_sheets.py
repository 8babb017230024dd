"""The review sheets in `docs/figures/` show the figures as they are."""

from pathlib import Path

import pytest

from skill.figures.sheet import sheets

FOLDER = Path(__file__).parents[2] / "docs" / "figures"
DRAWN = sheets()


def test_there_is_no_sheet_of_something_else() -> None:
    assert sorted(path.name for path in FOLDER.glob("*.svg")) == sorted(DRAWN)


@pytest.mark.parametrize("name", sorted(DRAWN))
def test_a_sheet_shows_the_figures_as_they_are(name: str) -> None:
    kept = (FOLDER / name).read_text(encoding="utf-8")
    assert kept == DRAWN[name], (
        "the figures changed: run `python -m skill.figures.sheet docs/figures`, "
        "and look at the sheets before they are committed"
    )

"""Sheets of screens for looking at: `python -m tests.alexa.screen.sheets docs/screens`.

Text is broken where the tests measure it; a device has its own font, and its own corners.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.alexa.screen.apl.inflate import inflate, screen_of
from tests.alexa.screen.apl.picture import picture
from tests.alexa.screen.show import VIEWPORTS, Show, Shown

COLUMNS, GAP = 3, 12
LANGUAGE_OF = {"hub_small": "en-US", "hub_round_small": "de-DE", "hub_portrait": "en-US"}
"""Screens of one language each: the round one has the long words."""


def sheets() -> dict[str, str]:
    """Return a sheet for each form of screen, by the name of its file."""
    return {f"{name}.svg": _sheet(name, locale) for name, locale in LANGUAGE_OF.items()}


def _seen(show: Show) -> Iterator[tuple[Shown, int]]:
    """Yield the screens worth looking at, and a moment of each, in milliseconds."""
    yield show.launch(), 0
    yield show.touch("start:stretches"), 0
    show.touch("next")
    show.touch("next")
    yield show.touch("next"), 0
    hold = show.touch("next")
    yield hold, hold.data["stages"][0]["at"] + 12_500
    yield show.touch("switch"), 0
    yield show.touch("pause"), 0
    yield show.intent("MusclesIntent", move="ball_massage"), 0
    yield show.intent("MovesIntent", routine="full"), 0
    yield show.intent("WhyIntent"), 0
    show.touch("start:desk")
    show.touch("next")
    reps = show.touch("next")
    yield reps, reps.data["stages"][0]["at"] + 30_500
    show.wait(150)
    show.touch("next")
    yield show.intent("FinishIntent"), 0


def _sheet(viewport: str, locale: str) -> str:
    plain = screen_of(VIEWPORTS[viewport])
    cells = []
    for number, (shown, at_ms) in enumerate(_seen(Show(locale, viewport))):
        screen = screen_of(VIEWPORTS[viewport], at_ms)
        drawn = picture(inflate(shown.document, shown.data, screen), shown.document, screen)
        row, column = divmod(number, COLUMNS)
        x, y = GAP + column * (plain.width + GAP), GAP + row * (plain.height + GAP)
        cells.append(f'<svg x="{x:g}" y="{y:g}"{drawn.removeprefix("<svg")}\n')
    rows = -(-len(cells) // COLUMNS)
    width = COLUMNS * (plain.width + GAP) + GAP
    height = rows * (plain.height + GAP) + GAP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}">'
        f'<rect width="100%" height="100%" fill="#777"/>\n{"".join(cells)}</svg>\n'
    )


def main(folder: str) -> None:
    """Write the sheets into a folder."""
    for name, sheet in sheets().items():
        Path(folder, name).write_text(sheet, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])

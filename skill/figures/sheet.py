"""Review sheets: `python -m skill.figures.sheet docs/figures` draws every figure for looking at.

One SVG a move, each step for the right and, below it, for the left; and one for the muscles.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from skill.coach.sides import SIDES
from skill.figures import as_svg, muscles, names, picture, poses
from skill.figures.figure import HEIGHT, WIDTH, Figure

GAP, HEADING = 20, 60
"""Between the pictures of a sheet, and above each, in units of a picture."""


def sheets() -> dict[str, str]:
    """Return every sheet as an SVG document, by the name of its file."""
    moves = dict.fromkeys(move for move, _ in names())
    drawn = {f"{move}.svg": _of_move(move) for move in moves}
    return drawn | {"muscles.svg": _of_muscles()}


def _of_move(move: str) -> str:
    steps = [step for known, step in names() if known == move]
    return _sheet(
        [[(f"{step}, {side}", picture(move, step, side)) for step in steps] for side in SIDES]
    )


def _of_muscles() -> str:
    views = muscles.load(poses.source())
    ids = sorted({id for view in views.values() for id in view.muscles})
    cells = [(id.replace("_", " "), muscles.muscle_figure(views, [id])) for id in ids]
    cells.append(("all", muscles.muscle_figure(views, ids)))
    return _sheet([cells[:4], cells[4:]])


def _sheet(rows: Sequence[Sequence[tuple[str, Figure]]]) -> str:
    width = max(map(len, rows)) * (WIDTH + GAP) + GAP
    height = len(rows) * (HEIGHT + HEADING + GAP) + GAP
    cells = "".join(
        _cell(title, drawn, GAP + column * (WIDTH + GAP), GAP + row * (HEIGHT + HEADING + GAP))
        for row, line in enumerate(rows)
        for column, (title, drawn) in enumerate(line)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f'<rect width="{width}" height="{height}" fill="#E9EDF0"/>\n{cells}</svg>\n'
    )


def _cell(title: str, drawn: Figure, x: int, y: int) -> str:
    return (
        f'<g transform="translate({x} {y})">'
        f'<text y="42" font-size="38" font-family="sans-serif">{title}</text>'
        f'<svg y="{HEADING}" width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>{as_svg.shapes(drawn)}</svg></g>\n'
    )


def main(folder: str) -> None:
    """Write the sheets into a folder."""
    for name, sheet in sheets().items():
        Path(folder, name).write_text(sheet, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])

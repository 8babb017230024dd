"""The figures: one a step, drawn for the right, mirrored for the left, all within the picture."""

import itertools
import re
from xml.etree import ElementTree

import pytest

from skill import figures
from skill.coach.sides import SIDES
from skill.content import load
from skill.figures import poses
from skill.figures.body import FOOT, FOREARM, HAND, SHANK, THIGH, UPPER_ARM, body
from skill.figures.figure import HEIGHT, WIDTH
from skill.figures.space import minus, size
from skill.figures.styles import STYLES

ROUNDING = 2
"""Of a point and a radius to whole units of the picture."""
NAMES = figures.names()
POSES = poses.load(poses.source())
_ARC = re.compile(r"A(-?\d+) (-?\d+) 0 ([01]) ([01]) (-?\d+) (-?\d+)")
_POINT = re.compile(r"(-?\d+) (-?\d+)")


def test_every_step_of_every_move_has_its_figure_and_nothing_else_has() -> None:
    moves = load().catalog.moves
    assert sorted(NAMES) == sorted(
        (id, step.id) for id, move in moves.items() for step in move.steps
    )


def _points(path: str) -> list[tuple[int, int]]:
    """Return the points of a path, the radii and flags of its arcs left out."""
    plain = _ARC.sub(lambda arc: f"L{arc[5]} {arc[6]}", path)
    return [(int(x), int(y)) for x, y in _POINT.findall(plain)]


@pytest.mark.parametrize(("move", "step"), NAMES)
def test_the_left_is_the_mirror_image_of_the_right(move: str, step: str) -> None:
    right, left = (figures.picture(move, step, side) for side in SIDES)
    assert [shape.style for shape in left.shapes] == [shape.style for shape in right.shapes]
    for one, other in zip(left.shapes, right.shapes, strict=True):
        mirrored = [(WIDTH - x, y) for x, y in _points(other.path)]
        assert _same(_points(one.path), mirrored), (one, other)


def _same(points: list[tuple[int, int]], others: list[tuple[int, int]]) -> bool:
    """Return whether two outlines are the same, from whatever point on they are written."""
    return all(_has_near(others, point) for point in points) and all(
        _has_near(points, point) for point in others
    )


def _has_near(points: list[tuple[int, int]], point: tuple[int, int]) -> bool:
    return any(abs(x - point[0]) <= ROUNDING and abs(y - point[1]) <= ROUNDING for x, y in points)


def test_the_left_is_not_the_right() -> None:
    assert all(figures.picture(*name, "left") != figures.picture(*name, "right") for name in NAMES)


@pytest.mark.parametrize(("move", "step"), NAMES)
def test_a_figure_is_inside_of_its_picture(move: str, step: str) -> None:
    drawn = figures.picture(move, step, "right")
    for shape in drawn.shapes:
        if shape.style == "floor":
            continue
        for x, y in _points(shape.path):
            assert 0 <= x <= WIDTH, (shape.style, x)
            assert 0 <= y <= HEIGHT, (shape.style, y)


@pytest.mark.parametrize(("move", "step"), NAMES)
def test_bones_keep_their_length(move: str, step: str) -> None:
    posed = body(POSES[move][step])
    wanted = {
        "right_leg": (THIGH, SHANK, FOOT),
        "left_leg": (THIGH, SHANK, FOOT),
        "right_arm": (UPPER_ARM, FOREARM, HAND),
        "left_arm": (UPPER_ARM, FOREARM, HAND),
    }
    for limb, lengths in wanted.items():
        joints = posed.limbs[limb]
        bones = [size(minus(b, a)) for a, b in itertools.pairwise(joints)]
        assert bones == pytest.approx(lengths, abs=0.01), limb


@pytest.mark.parametrize(("move", "step"), NAMES)
def test_nobody_sinks_into_the_floor(move: str, step: str) -> None:
    posed = body(POSES[move][step])
    for limb, joints in posed.limbs.items():
        assert all(joint[2] > -1 for joint in joints), (limb, joints)


@pytest.mark.parametrize(("move", "step"), NAMES)
def test_svg_is_well_formed_and_says_what_it_shows(move: str, step: str) -> None:
    root = ElementTree.fromstring(figures.svg(move, step, "left", 'a "leg" & a knee'))
    assert root.attrib["aria-label"] == 'a "leg" & a knee'
    assert root.attrib["viewBox"] == f"0 0 {WIDTH} {HEIGHT}"
    assert len(root) > 8


@pytest.mark.parametrize(("move", "step"), NAMES)
def test_avg_draws_the_same_paths(move: str, step: str) -> None:
    document = figures.avg(move, step, "right")
    root = ElementTree.fromstring(figures.svg(move, step, "right"))
    assert [one["pathData"] for one in document["items"]] == [one.attrib["d"] for one in root]
    assert document["type"] == "AVG"


@pytest.mark.parametrize(
    ("move", "step"), [(id, move.steps[-1].id) for id, move in load().catalog.moves.items()]
)
def test_the_working_side_stands_out_by_more_than_colour(move: str, step: str) -> None:
    styles = {shape.style for shape in figures.picture(move, step, "right").shapes}
    assert "accent" in styles
    assert STYLES["accent"].width > max(STYLES[style].width for style in ("near", "far"))


def test_every_movement_has_an_arrow() -> None:
    moves = load().catalog.moves
    for id, move in moves.items():
        for step in move.steps:
            if step.kind in {"rep", "work"}:
                styles = [shape.style for shape in figures.picture(id, step.id, "right").shapes]
                assert "arrow" in styles, (id, step.id)


def test_muscles_are_coloured_when_asked_for() -> None:
    for muscle in load().catalog.muscles:
        asked, other = figures.muscles_svg([muscle]), figures.muscles_svg([])
        assert asked != other, muscle
        assert ElementTree.fromstring(asked).tag.endswith("svg")
    assert len(set(map(figures.muscles_svg, ([m] for m in load().catalog.muscles)))) == 7


def test_what_there_is_no_figure_of_is_named() -> None:
    with pytest.raises(KeyError):
        figures.svg("ninety_ninety", "jump", "right")

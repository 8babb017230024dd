"""A whole picture: of a step of a move, on a side."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from skill.coach.sides import Side
from skill.figures import props
from skill.figures.body import Body, body
from skill.figures.drawing import Part, limb_discs, painted, parts_of
from skill.figures.outlines import limb
from skill.figures.poses import Pose, ghost_of
from skill.figures.space import Camera, minus, size
from skill.figures.styles import STYLES, Shape

WIDTH, HEIGHT = 800, 600
"""Units of a picture."""


class Figure(msgspec.Struct, frozen=True):
    """A picture, far things first."""

    shapes: tuple[Shape, ...]
    width: int = WIDTH
    height: int = HEIGHT


def figure(pose: Pose, side: Side) -> Figure:
    """Return a pose as a picture. Poses are written for the right; the left is its mirror image."""
    camera = _camera(pose, side)
    posed = body(pose)
    parts = [*parts_of(posed, camera, pose), *props.things(pose, camera)]
    solid = painted([_nearer(part, pose) for part in parts], posed, camera, pose)
    ghosts = _ghosts(pose, posed, camera)
    shapes = (
        *props.ground(pose, camera),
        *((*solid, *ghosts) if pose.ghost_above else (*ghosts, *solid)),
        *props.band(pose, posed, camera),
        *props.squares(pose, posed, camera),
        *props.felt(pose, posed, camera),
        *props.arrows(pose, camera),
    )
    return Figure(tuple(_merged(shapes)))


def _merged(shapes: Iterable[Shape]) -> Iterator[Shape]:
    """Join lines that follow each other in one style: less to send, and the same to see."""
    for style, run in groupby(shapes, key=lambda shape: shape.style):
        paths = [shape.path for shape in run]
        joined = ["".join(paths)] if not STYLES[style].fill else paths
        yield from (Shape(path, style) for path in joined)


def _nearer(part: Part, pose: Pose) -> Part:
    return msgspec.structs.replace(part, depth=part.depth + pose.nearer.get(part.name, 0.0))


def _camera(pose: Pose, side: Side) -> Camera:
    return Camera(
        at=pose.middle,
        turn=pose.turn,
        rise=pose.rise,
        scale=WIDTH / pose.width,
        middle=(WIDTH / 2, HEIGHT / 2),
        is_mirrored=side == "left",
    )


MOVED = 2.0
"""Centimetres: a joint that is nearer to where it came from has not moved."""


def _ghosts(pose: Pose, now: Body, camera: Camera) -> list[Shape]:
    """Return the limbs as they were before the movement, from the last joint that stayed."""
    if not pose.ghost:
        return []
    before = body(ghost_of(pose))
    shapes: list[Shape] = []
    for name in pose.ghosts:
        joints = zip(before.limbs[name], now.limbs[name], strict=True)
        first = next(at for at, (was, is_) in enumerate(joints) if size(minus(was, is_)) > MOVED)
        discs = limb_discs(before, camera, name, accent=False)[max(0, first - 1) :]
        shapes += [Shape(path, "ghost") for path in limb(discs)]
    return shapes

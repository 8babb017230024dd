"""The head: hair and eyes tell where a face looks."""

from math import acos, cos, pi, sin

from skill.figures.body import HEAD, Body
from skill.figures.outlines import Disc, disc, line, point
from skill.figures.space import Camera, Flat, Vector, cross, dot, plus, times, unit
from skill.figures.styles import Shape

HAIRLINE = 0.22
"""Hair grows where the direction from the middle of the head agrees so much with `_hair`."""
_STEPS = 3
"""Straight pieces of half the hairline."""
EYE = 1.35


def head_shapes(body: Body, camera: Camera) -> tuple[Shape, ...]:
    """Return face, hair and what is seen of the eyes."""
    x, y = camera.see(body.head)
    ball = Disc(x, y, HEAD * camera.scale)
    bun = _place(body, camera, _bun(body), 1.12)
    knot = Shape(disc(Disc(*bun, 4.6 * camera.scale)), "hair")
    behind = dot(_bun(body), camera.towards) < 0.3
    face = [Shape(disc(ball), "near"), *_hair_shapes(body, camera), *_eyes(body, camera)]
    return (knot, *face) if behind else (*face, knot)


def _hair(body: Body) -> Vector:
    return unit(plus(body.crown, body.look, -0.85))


def _bun(body: Body) -> Vector:
    return unit(plus(body.crown, body.look, -0.9))


def _place(body: Body, camera: Camera, direction: Vector, out: float = 1.0) -> Flat:
    return camera.see(plus(body.head, direction, HEAD * out))


def _eyes(body: Body, camera: Camera) -> list[Shape]:
    left = unit(cross(body.crown, body.look))
    seen: list[str] = []
    for side in (-0.36, 0.36):
        eye = unit(plus(plus(body.look, left, side), body.crown, -0.02))
        if dot(eye, camera.towards) > 0.12:
            seen.append(disc(Disc(*_place(body, camera, eye, 0.97), EYE * camera.scale)))
    return [Shape("".join(seen), "face")] if seen else []


def _hair_shapes(body: Body, camera: Camera) -> list[Shape]:
    """Return the part of the cap of hair that faces the viewer.

    Its outline goes along the hairline, and back on the rim of the head.
    """
    axis, towards = _hair(body), camera.towards
    wide = (1 - HAIRLINE**2) ** 0.5
    aside = unit(cross(axis, towards))
    front = cross(aside, axis)
    level, lean = HAIRLINE * dot(axis, towards), wide * dot(front, towards)
    seen = acos(min(1.0, max(-1.0, -level / lean)))
    rim = [
        plus(plus(times(axis, HAIRLINE), front, wide * cos(angle)), aside, wide * sin(angle))
        for angle in (seen * step / _STEPS for step in range(-_STEPS, _STEPS + 1))
    ]
    points = [_place(body, camera, one) for one in rim]
    if seen in {0.0, pi}:
        return [Shape(line(points, closed=True), "hair")] if seen else []
    top = unit(plus(axis, towards, -dot(axis, towards)))
    back = _place(body, camera, top)
    r = round(HEAD * camera.scale)
    large, sweep = dot(rim[-1], top) < 0, _turns(points[-1], back, points[0]) > 0
    arc = f"A{r} {r} 0 {int(large)} {int(sweep)} {point(points[0])}Z"
    return [Shape(line(points) + arc, "hair")]


def _turns(a: Flat, b: Flat, c: Flat) -> float:
    """Return whether the way over three points turns clockwise (positive) or not."""
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])

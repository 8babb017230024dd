"""Outlines of round shapes in the picture, as path data that SVG and AVG both read."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import acos, atan2, cos, hypot, pi, sin

import msgspec

from skill.figures.space import Flat


class Disc(msgspec.Struct, frozen=True):
    """A disc in the picture."""

    x: float
    y: float
    r: float

    def at(self, angle: float) -> Flat:
        """Return the point of the rim at an angle in radians."""
        return (self.x + self.r * cos(angle), self.y + self.r * sin(angle))


def number(value: float) -> str:
    """Return a coordinate: whole units are finer than any screen shows."""
    return str(round(value))


def point(at: Flat) -> str:
    """Return a point as path data."""
    return f"{number(at[0])} {number(at[1])}"


def line(points: Iterable[Flat], *, closed: bool = False) -> str:
    """Return a line through points."""
    return "M" + "L".join(point(at) for at in points) + ("Z" if closed else "")


def disc(of: Disc) -> str:
    """Return a whole disc."""
    r, left, y = round(of.r), round(of.x - of.r), round(of.y)
    return f"M{left} {y}A{r} {r} 0 1 1 {left + 2 * r} {y}A{r} {r} 0 1 1 {left} {y}Z"


def smooth(points: Sequence[Flat]) -> str:
    """Return a curve from the first to the last of three points, bent towards the middle one."""
    start, bend, end = points
    return f"M{point(start)}Q{point(bend)} {point(end)}"


# --- a limb: discs in a row, and the tangents between


STRAIGHT = 0.25
"""Sine of a bend that is so small that its tangents need not meet between the joints."""


class _Bone(msgspec.Struct, frozen=True):
    start: Disc
    end: Disc
    angle: float
    spread: float

    def tangent(self, side: int) -> tuple[Flat, Flat]:
        """Return the ends of the tangent on a side, 1 or -1."""
        angle = self.angle + side * self.spread
        return self.start.at(angle), self.end.at(angle)


def _bone(start: Disc, end: Disc) -> _Bone | None:
    """Return the bone between two discs; `None` where one disc hides the other."""
    x, y = end.x - start.x, end.y - start.y
    if hypot(x, y) <= abs(start.r - end.r) + 1:
        return None
    return _Bone(start, end, atan2(y, x), acos((start.r - end.r) / hypot(x, y)))


def limb(discs: Sequence[Disc]) -> list[str]:
    """Return the outline of discs in a row, in as few closed paths as its bends allow."""
    paths: list[str] = []
    run: list[_Bone] = []
    for start, end in pairwise(discs):
        bone = _bone(start, end)
        if bone is None:
            paths += [_outline(run)] if run else []
            paths.append(disc(max(start, end, key=lambda one: one.r)))
            run = []
        elif run and _inner(run[-1], bone) is None:
            paths.append(_outline(run))
            run = [bone]
        else:
            run.append(bone)
    return [*paths, _outline(run)] if run else paths


def _outline(bones: list[_Bone]) -> str:
    first, last = bones[0], bones[-1]
    there = _side(bones, 1)
    back = _side([_reversed(bone) for bone in reversed(bones)], 1)
    return (
        f"M{point(first.tangent(1)[0])}{there}"
        f"{_arc(last.end, last.tangent(-1)[1], large=last.spread > pi / 2)}{back}"
        f"{_arc(first.start, first.tangent(1)[0], large=first.spread < pi / 2)}Z"
    )


def _reversed(bone: _Bone) -> _Bone:
    return _Bone(bone.end, bone.start, bone.angle + pi, pi - bone.spread)


def _side(bones: list[_Bone], side: int) -> str:
    path = ""
    for bone, following in pairwise(bones):
        if _turn(bone, following) * side < 0:
            start, end = bone.tangent(side)[1], following.tangent(side)[0]
            path += f"L{point(start)}{_arc(bone.end, end)}"
        else:
            meeting = _inner(bone, following)
            path += f"L{point(meeting)}" if meeting else ""
    return f"{path}L{point(bones[-1].tangent(side)[1])}"


def _arc(on: Disc, end: Flat, *, large: bool = False) -> str:
    r = number(on.r)
    return f"A{r} {r} 0 {int(large)} 0 {point(end)}"


def _turn(bone: _Bone, following: _Bone) -> float:
    return sin(following.angle - bone.angle)


def _inner(bone: _Bone, following: _Bone) -> Flat | None:
    """Return where the tangents inside a bend meet; `None` where the bend is too sharp for it."""
    side = 1 if _turn(bone, following) >= 0 else -1
    (ax, ay), (bx, by) = bone.tangent(side)
    (cx, cy), (dx, dy) = following.tangent(side)
    ux, uy, vx, vy = bx - ax, by - ay, dx - cx, dy - cy
    area = ux * vy - uy * vx
    bend = following.angle - bone.angle
    if abs(sin(bend)) < STRAIGHT and cos(bend) > 0:
        return ((bx + cx) / 2, (by + cy) / 2)
    t = ((cx - ax) * vy - (cy - ay) * vx) / area
    s = ((cx - ax) * uy - (cy - ay) * ux) / area
    return (ax + t * ux, ay + t * uy) if 0 <= t <= 1.02 and -0.02 <= s <= 1 else None

"""Points and directions in the room, and the camera that looks at them.

Lengths are centimetres. Of a person who sits upright, x points forward, y to the person's left,
z up; the floor is z = 0.
"""

from math import cos, radians, sin, sqrt

import msgspec

Vector = tuple[float, float, float]
Flat = tuple[float, float]
"""A point of the picture, in its units; y points down."""


def plus(a: Vector, b: Vector, times: float = 1.0) -> Vector:
    """Return `a + times * b`."""
    return (a[0] + times * b[0], a[1] + times * b[1], a[2] + times * b[2])


def times(a: Vector, by: float) -> Vector:
    """Return a vector made so many times as long."""
    return (a[0] * by, a[1] * by, a[2] * by)


def minus(a: Vector, b: Vector) -> Vector:
    """Return `a - b`."""
    return plus(a, b, -1.0)


def dot(a: Vector, b: Vector) -> float:
    """Return the scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    """Return the vector product."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def size(a: Vector) -> float:
    """Return the length of a vector."""
    return sqrt(dot(a, a))


def unit(a: Vector) -> Vector:
    """Return the direction of a vector, one long.

    Raises:
        ZeroDivisionError: it has none.
    """
    length = size(a)
    return (a[0] / length, a[1] / length, a[2] / length)


def between(a: Vector, b: Vector, part: float = 0.5) -> Vector:
    """Return the point at a part of the way from `a` to `b`."""
    return plus(a, minus(b, a), part)


def bent(root: Vector, end: Vector, hint: Vector, first: float, second: float) -> Vector:
    """Return the joint between two bones, of the lengths `first` and `second`, on the hint's side.

    An end out of reach gives the joint of the stretched limb; `reached` gives its end.
    """
    way = unit(minus(end, root))
    distance = min(max(size(minus(end, root)), abs(first - second) + 0.1), first + second - 0.1)
    along = (first**2 - second**2 + distance**2) / (2 * distance)
    aside = minus(hint, root)
    aside = plus(aside, way, -dot(aside, way))
    height = sqrt(max(0.0, first**2 - along**2))
    return plus(plus(root, way, along), unit(aside), height)


def reached(joint: Vector, end: Vector, length: float) -> Vector:
    """Return the end of a bone from a joint towards a wished end."""
    return plus(joint, unit(minus(end, joint)), length)


class Camera(msgspec.Struct, frozen=True):
    """Looks at a point from afar, without perspective."""

    at: Vector
    """What stands in the middle of the picture."""
    turn: float
    """Degrees: 0 from in front of the person, 90 from the working side, 180 from behind."""
    rise: float
    """Degrees above the floor."""
    scale: float
    """Units of the picture a centimetre."""
    middle: Flat
    is_mirrored: bool = False
    """Whether left and right of the picture change places: the working side is the left then."""

    @property
    def towards(self) -> Vector:
        """The direction from the scene to the viewer."""
        turn, rise = radians(self.turn), radians(self.rise)
        return (cos(turn) * cos(rise), -sin(turn) * cos(rise), sin(rise))

    @property
    def across(self) -> Vector:
        """The direction to the right in the picture, before it is mirrored."""
        return (sin(radians(self.turn)), cos(radians(self.turn)), 0.0)

    def see(self, point: Vector) -> Flat:
        """Return where a point is in the picture."""
        apart = minus(point, self.at)
        up = cross(self.towards, self.across)
        x = dot(apart, self.across) * self.scale * (-1 if self.is_mirrored else 1)
        return (self.middle[0] + x, self.middle[1] - dot(apart, up) * self.scale)

    def depth(self, point: Vector) -> float:
        """Return how near a point is to the viewer; greater is nearer."""
        return dot(minus(point, self.at), self.towards)

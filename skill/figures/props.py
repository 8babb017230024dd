"""What is around the body: mat, chair, ball, band, and the marks of a movement."""

from math import atan2, cos, sin

from skill.figures.body import Body
from skill.figures.drawing import Part, disc_at
from skill.figures.outlines import disc, line, smooth
from skill.figures.poses import Pose
from skill.figures.space import Camera, Flat, Vector, between, minus, plus, unit
from skill.figures.styles import Shape

BALL = 6.5
"""Radius; a little more than a tennis ball has, to be seen from afar."""
SEAT, SEAT_HALF, SEAT_BACK, BACK_TOP, SLAB = 44.0, 21.0, -22.0, 92.0, 4.0
"""The chair: height of the seat, half its width, where the back stands, how high it is."""
SQUARE = 12.0
"""Side of the sign for a right angle."""
RINGS = (4.0, 9.0, 14.0)
"""Radii."""
HEAD_LONG, HEAD_WIDE = 34.0, 0.5
"""Of an arrow: length in the picture's units, half its opening in radians."""


def ground(pose: Pose, camera: Camera) -> list[Shape]:
    """Return the mat, or what there is of the floor."""
    if pose.mat is None:
        return []
    x0, x1, y0, y1 = pose.mat
    corners: list[Vector] = [(x0, y0, 0.0), (x1, y0, 0.0), (x1, y1, 0.0), (x0, y1, 0.0)]
    return [Shape(line([camera.see(one) for one in corners], closed=True), "floor")]


def things(pose: Pose, camera: Camera) -> list[Part]:
    """Return what has its place among the parts of the body: ball and chair."""
    balls = [] if pose.ball is None else [_ball(pose.ball, camera)]
    return [*balls, *_chair(camera)] if pose.chair else balls


def _chair(camera: Camera) -> list[Part]:
    """Return a chair with a straight back, its seat around x = 0."""
    front, back, half = 20.0, SEAT_BACK, SEAT_HALF
    seat = [(front, -half, SEAT), (front, half, SEAT), (back, half, SEAT), (back, -half, SEAT)]
    rest = [
        (back, -half, 58.0),
        (back, half, 58.0),
        (back, half, BACK_TOP),
        (back, -half, BACK_TOP),
    ]
    posts = [(back, side * half, 58.0) for side in (-1, 1)]
    legs = [(x, side * half, 0.0) for x in (front - 2, back) for side in (-1, 1)]
    return [
        *(_post(camera, (x, y, SEAT), (x, y, 0.0)) for x, y, _ in legs),
        *(_post(camera, (x, y, SEAT), (x, y, z)) for x, y, z in posts),
        _board(camera, seat, -4.0),
        _board(camera, rest, -2.0),
    ]


def _board(camera: Camera, corners: list[Vector], nearer: float) -> Part:
    path = line([camera.see(one) for one in corners], closed=True)
    depth = sum(camera.depth(one) for one in corners) / len(corners) + nearer
    return Part("board", depth, (Shape(path, "wood"),))


def _post(camera: Camera, top: Vector, bottom: Vector) -> Part:
    path = line([camera.see(top), camera.see(bottom)])
    return Part("post", camera.depth(between(top, bottom)) - 6.0, (Shape(path, "post"),))


def _ball(at: Vector, camera: Camera) -> Part:
    """Return the massage ball."""
    return Part("ball", camera.depth(at), (Shape(disc(disc_at(camera, at, BALL)), "ball"),))


def band(pose: Pose, body: Body, camera: Camera) -> list[Shape]:
    """Return the band, through joints or points."""
    if not pose.band:
        return []
    points = [body.point(one) if isinstance(one, str) else one for one in pose.band]
    return [Shape(line([camera.see(one) for one in points]), "band")]


def squares(pose: Pose, body: Body, camera: Camera) -> list[Shape]:
    """Return the signs for right angles at knees."""
    paths = [_square(body.limbs[f"{side}_leg"], camera) for side in pose.square]
    return [Shape("".join(paths), "square")] if paths else []


def _square(leg: tuple[Vector, ...], camera: Camera) -> str:
    hip, knee, heel, _ = leg
    inside = 9.0
    up, down = unit(minus(hip, knee)), unit(minus(heel, knee))
    corner = plus(plus(knee, up, inside), down, inside)
    ends = plus(corner, up, SQUARE), plus(corner, down, SQUARE)
    return line([camera.see(ends[0]), camera.see(plus(ends[0], down, SQUARE)), camera.see(ends[1])])


def felt(pose: Pose, body: Body, camera: Camera) -> list[Shape]:
    """Return rings around the joint at which a stretch is felt."""
    if not pose.felt:
        return []
    at = body.point(pose.felt)
    rings = [disc(disc_at(camera, at, radius)) for radius in RINGS]
    return [Shape("".join(rings), "felt")]


def arrows(pose: Pose, camera: Camera) -> list[Shape]:
    """Return the arrows of a movement."""
    shapes: list[Shape] = []
    for start, bend, end in (*pose.arrows, *pose.swings):
        a, b, c = camera.see(start), camera.see(bend), camera.see(end)
        both = (start, bend, end) in pose.swings
        tips = _head(c, b) + (_head(a, b) if both else "")
        curve = smooth((_neck(a, b) if both else a, b, _neck(c, b)))
        shapes += [Shape(curve, "arrow"), Shape(tips, "arrowhead")]
    return shapes


def _neck(tip: Flat, bend: Flat) -> Flat:
    """Return where the line of an arrow ends, inside its head."""
    angle = atan2(tip[1] - bend[1], tip[0] - bend[0])
    return (tip[0] - 20 * cos(angle), tip[1] - 20 * sin(angle))


def _head(tip: Flat, bend: Flat) -> str:
    angle = atan2(tip[1] - bend[1], tip[0] - bend[0])
    wings = [
        (tip[0] - HEAD_LONG * cos(angle + turn), tip[1] - HEAD_LONG * sin(angle + turn))
        for turn in (-HEAD_WIDE, HEAD_WIDE)
    ]
    return line([tip, *wings], closed=True)

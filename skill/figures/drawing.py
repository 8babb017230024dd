"""From a body to shapes: what is farther is painted first."""

from collections.abc import Sequence

import msgspec

from skill.figures.body import HEAD, LIMBS, RADII, Body
from skill.figures.head import head_shapes
from skill.figures.outlines import Disc, limb
from skill.figures.poses import Pose
from skill.figures.skins import skin
from skill.figures.space import Camera, Vector, between
from skill.figures.styles import Shape

THICKER = 1.12
"""Working limbs, against the others."""


class Part(msgspec.Struct, frozen=True):
    """Something with a place in the order of painting."""

    name: str
    depth: float
    shapes: tuple[Shape, ...] = ()
    limb: str = ""
    """Of a bone: its limb, and the number of the bone in it."""
    bone: int = 0
    box: tuple[float, float, float, float] = (0, 0, 0, 0)
    """Left, top, right, bottom."""


def disc_at(camera: Camera, point: Vector, radius: float) -> Disc:
    """Return a ball in the room as it is seen."""
    x, y = camera.see(point)
    return Disc(x, y, radius * camera.scale)


def parts_of(body: Body, camera: Camera, pose: Pose) -> list[Part]:
    """Return the parts of a body, bones not joined yet."""
    parts = [_trunk(body, camera), _head(body, camera), _neck(body, camera)]
    for name in LIMBS:
        parts += _bones(name, body, camera, accent=name in pose.accent)
    return parts


def painted(parts: Sequence[Part], body: Body, camera: Camera, pose: Pose) -> list[Shape]:
    """Return the shapes of parts, from far to near; bones of a limb grow together."""
    shapes: list[Shape] = []
    for group in _together(sorted(parts, key=lambda part: part.depth)):
        if group[0].limb:
            shapes += _limb_shapes(group, body, camera, pose)
        else:
            shapes += group[0].shapes
    return shapes


def limb_discs(body: Body, camera: Camera, name: str, *, accent: bool) -> list[Disc]:
    """Return the discs of a limb, from the trunk on."""
    radii = RADII[name.partition("_")[2]]
    thick = THICKER if accent else 1.0
    return [
        disc_at(camera, joint, radius * thick)
        for joint, radius in zip(body.limbs[name], radii, strict=True)
    ]


# --- parts


def _trunk(body: Body, camera: Camera) -> Part:
    discs = [disc_at(camera, hip, 9.2) for hip in body.hips]
    discs += [disc_at(camera, shoulder, 6.3) for shoulder in body.shoulders]
    discs.append(disc_at(camera, between(body.chest, body.pelvis, 0.3), 11.0))
    shapes = (Shape(skin(discs), "trunk"),)
    return Part("trunk", camera.depth(between(body.pelvis, body.chest)), shapes, box=_box(discs))


def _neck(body: Body, camera: Camera) -> Part:
    """Return the neck; trunk and head lie on its ends."""
    discs = [disc_at(camera, body.chest, 5.2), disc_at(camera, body.head, 4.2)]
    trunk = camera.depth(between(body.pelvis, body.chest))
    behind = min(trunk, camera.depth(body.head)) - 1.0
    return Part("neck", behind, tuple(Shape(path, "near") for path in limb(discs)), box=_box(discs))


def _head(body: Body, camera: Camera) -> Part:
    ball = disc_at(camera, body.head, HEAD)
    return Part("head", camera.depth(body.head), head_shapes(body, camera), box=_box([ball]))


def _bones(name: str, body: Body, camera: Camera, *, accent: bool) -> list[Part]:
    joints = body.limbs[name]
    discs = limb_discs(body, camera, name, accent=accent)
    return [
        Part(
            f"{name}_{number}",
            camera.depth(between(joints[number], joints[number + 1])),
            limb=name,
            bone=number,
            box=_box(discs[number : number + 2]),
        )
        for number in range(len(joints) - 1)
    ]


def _box(discs: Sequence[Disc]) -> tuple[float, float, float, float]:
    return (
        min(one.x - one.r for one in discs),
        min(one.y - one.r for one in discs),
        max(one.x + one.r for one in discs),
        max(one.y + one.r for one in discs),
    )


# --- order


def _together(parts: list[Part]) -> list[list[Part]]:
    """Return parts in groups: bones of a limb in one, unless what lies between covers them."""
    groups = [[part] for part in parts]
    for part in parts:
        for other in parts:
            if part.limb and part.limb == other.limb and other.bone == part.bone + 1:
                _join(groups, part, other)
    return groups


def _join(groups: list[list[Part]], part: Part, other: Part) -> None:
    low, high = sorted(
        at for at, group in enumerate(groups) for one in (part, other) if one in group
    )
    among = [one for group in groups[low + 1 : high] for one in group]
    down = not any(_overlap(one, moving) for one in among for moving in groups[high])
    up = not any(_overlap(one, moving) for one in among for moving in groups[low])
    if low != high and (down or up):
        joined = groups[low] + groups[high]
        groups[low : high + 1] = (
            [joined, *groups[low + 1 : high]] if down else [*groups[low + 1 : high], joined]
        )


def _overlap(a: Part, b: Part) -> bool:
    apart_x = a.box[2] < b.box[0] or b.box[2] < a.box[0]
    return not (apart_x or a.box[3] < b.box[1] or b.box[3] < a.box[1])


def _limb_shapes(run: list[Part], body: Body, camera: Camera, pose: Pose) -> list[Shape]:
    name = run[0].limb
    accent = name in pose.accent
    style = "accent" if accent else "far" if name.startswith("left") else "near"
    discs = limb_discs(body, camera, name, accent=accent)
    shapes: list[Shape] = []
    for bones in _chains(run):
        # Where a limb is too bent to be one outline, the nearer bone lies on top.
        paths = limb(discs[bones[0].bone : bones[-1].bone + 2])
        ascending = bones[-1].depth >= bones[0].depth
        shapes += [Shape(path, style) for path in (paths if ascending else paths[::-1])]
    return shapes


def _chains(run: list[Part]) -> list[list[Part]]:
    """Return the bones of a limb as chains without a gap."""
    chains: list[list[Part]] = []
    for part in sorted(run, key=lambda one: one.bone):
        if chains and chains[-1][-1].bone == part.bone - 1:
            chains[-1].append(part)
        else:
            chains.append([part])
    return chains

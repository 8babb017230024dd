"""From the joints of a pose to a body with bones of one length, in the room."""

from typing import Literal

import msgspec

from skill.figures.poses import Joints
from skill.figures.space import Vector, bent, cross, minus, plus, reached, unit

THIGH, SHANK, FOOT = 44.0, 44.0, 19.0
UPPER_ARM, FOREARM, HAND = 29.0, 26.0, 9.0
TRUNK, NECK = 47.0, 21.0
HALF_HIPS, HALF_SHOULDERS = 9.0, 16.0
"""Of an adult of 1.70 m, in centimetres; rounded, since a drawing needs no more."""

Limb = Literal["right_leg", "left_leg", "right_arm", "left_arm"]
LIMBS: tuple[Limb, ...] = ("right_leg", "left_leg", "right_arm", "left_arm")

RADII: dict[str, tuple[float, ...]] = {
    "leg": (8.6, 6.4, 4.7, 3.5),
    "arm": (5.4, 4.4, 3.6, 4.2),
}
"""Of a limb at its joints: hip, knee, heel, toes; shoulder, elbow, wrist, hand."""

HEAD = 10.5
"""Radius."""


class Body(msgspec.Struct, frozen=True):
    """A body in the room."""

    hips: tuple[Vector, Vector]
    """Right, left."""
    shoulders: tuple[Vector, Vector]
    pelvis: Vector
    chest: Vector
    head: Vector
    look: Vector
    crown: Vector
    """Direction from the neck to the top of the head."""
    limbs: dict[str, tuple[Vector, ...]]
    """Joints of each limb, from the trunk on."""

    def point(self, name: str) -> Vector:
        """Return a point by name: `right_foot`, `right_sole`, `left_hand`, `right_knee`.

        Raises:
            KeyError: there is none of that name.
        """
        side, _, joint = name.partition("_")
        if joint == "sole":
            heel, toes = self.limbs[f"{side}_leg"][2:]
            return plus(heel, minus(toes, heel), 0.6)
        limb, number = _NAMED[joint]
        return self.limbs[f"{side}_{limb}"][number]


_NAMED = {
    "knee": ("leg", 1),
    "foot": ("leg", 2),
    "toes": ("leg", 3),
    "elbow": ("arm", 1),
    "hand": ("arm", 3),
    "hip": ("leg", 0),
}


def body(joints: Joints) -> Body:
    """Return the body of a pose."""
    chest = reached(joints.pelvis, joints.chest, TRUNK)
    spine = unit(minus(chest, joints.pelvis))
    left = unit(joints.shoulders or joints.hips)
    crown = unit(joints.head or spine)
    hips = _pair(joints.pelvis, unit(joints.hips), HALF_HIPS)
    shoulders = _pair(chest, left, HALF_SHOULDERS)
    return Body(
        hips=hips,
        shoulders=shoulders,
        pelvis=joints.pelvis,
        chest=chest,
        head=plus(chest, crown, NECK),
        look=unit(joints.look or cross(left, crown)),
        crown=crown,
        limbs={
            "right_leg": _leg(hips[0], joints.right_knee, joints.right_foot, joints.right_toes),
            "left_leg": _leg(hips[1], joints.left_knee, joints.left_foot, joints.left_toes),
            "right_arm": _arm(shoulders[0], joints.right_elbow, joints.right_hand),
            "left_arm": _arm(shoulders[1], joints.left_elbow, joints.left_hand),
        },
    )


def _pair(middle: Vector, left: Vector, half: float) -> tuple[Vector, Vector]:
    return plus(middle, left, -half), plus(middle, left, half)


def _leg(hip: Vector, knee: Vector, heel: Vector, toes: Vector) -> tuple[Vector, ...]:
    joint = bent(hip, heel, knee, THIGH, SHANK)
    end = reached(joint, heel, SHANK)
    return hip, joint, end, plus(end, unit(toes), FOOT)


def _arm(shoulder: Vector, elbow: Vector, hand: Vector) -> tuple[Vector, ...]:
    joint = bent(shoulder, hand, elbow, UPPER_ARM, FOREARM + HAND)
    end = reached(joint, hand, FOREARM + HAND)
    return shoulder, joint, plus(joint, unit(minus(end, joint)), FOREARM), end

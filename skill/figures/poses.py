"""The poses as `content/figures/` has them: a file a move, a pose a step, joints in centimetres.

A pose says where joints are, drawn for the right as the working side; what it leaves out it takes
over from the pose named by `like`. Bones keep their lengths (`body.py`): a knee or an elbow only
says to which side the limb bends.
"""

from typing import Any

import msgspec

from skill import resources
from skill.content.sources import Bundle, Folder, Source
from skill.figures.space import Vector

Where = Vector | str
"""A point, or the name of a joint of the pose: `right_foot`."""


class Joints(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Where a body is. Points, except where a direction is said."""

    pelvis: Vector
    """Between the hip joints."""
    hips: Vector = (0.0, 1.0, 0.0)
    """Direction to the left hip."""
    chest: Vector
    """Between the shoulders."""
    shoulders: Vector | None = None
    """Direction to the left shoulder; as the hips unless said."""
    head: Vector | None = None
    """Direction from the chest to the head; along the trunk unless said."""
    look: Vector | None = None
    """Direction in which the face looks."""
    right_knee: Vector
    right_foot: Vector
    """The heel."""
    right_toes: Vector
    """Direction from the heel to the toes."""
    left_knee: Vector
    left_foot: Vector
    left_toes: Vector
    right_elbow: Vector
    right_hand: Vector
    left_elbow: Vector
    left_hand: Vector


class Pose(Joints, frozen=True):
    """A body, and how it is shown."""

    turn: float
    rise: float
    """Of the camera (`space.Camera`)."""
    middle: Vector
    """What stands in the middle of the picture."""
    width: float
    """Centimetres that the picture is wide."""
    accent: tuple[str, ...] = ("right_leg",)
    """Limbs that this step is about; drawn thicker and in colour."""
    ghost: dict[str, Any] = {}
    """Joints of the position that the movement comes from, where they differ."""
    ghosts: tuple[str, ...] = ("right_leg",)
    """Limbs that are shown there too, dashed, as far as they moved."""
    ghost_above: bool = False
    """Whether they are painted over the body; else behind it."""
    arrows: tuple[tuple[Vector, Vector, Vector], ...] = ()
    """Movements: from, bent towards, to."""
    swings: tuple[tuple[Vector, Vector, Vector], ...] = ()
    """Movements to and fro."""
    square: tuple[str, ...] = ()
    """Knees with a right angle that matters: `right`, `left`."""
    felt: str = ""
    """Joint at which it is felt: `right_hip`."""
    mat: tuple[float, float, float, float] | None = None
    """x from, x to, y from, y to."""
    chair: bool = False
    ball: Vector | None = None
    band: tuple[Where, ...] = ()
    nearer: dict[str, float] = {}
    """Parts to draw as if they were so much nearer to the viewer."""


MUSCLES = "figures/muscles.yaml"
"""The one file there that has no poses (`muscles.py`)."""

Poses = dict[str, dict[str, Pose]]


def source() -> Source:
    """Return where content is read from."""
    bundle = resources.bundle()
    return Bundle(bundle.read_bytes()) if bundle.is_file() else Folder(resources.folder("content"))


def load(content: Source) -> Poses:
    """Return the poses by move and step.

    Raises:
        msgspec.ValidationError: a pose does not fit; the message names file, step and key.
    """
    names = [name for name in content.names() if name.startswith("figures/") and name != MUSCLES]
    return {
        name.removeprefix("figures/").removesuffix(".yaml"): _of_move(name, content)
        for name in names
    }


def _of_move(name: str, content: Source) -> dict[str, Pose]:
    written = content.decode(name, dict[str, dict[str, Any]])
    whole: dict[str, dict[str, Any]] = {}
    poses: dict[str, Pose] = {}
    for step, said in written.items():
        base = {**whole[said["like"]]} if "like" in said else {}
        whole[step] = base | {key: value for key, value in said.items() if key != "like"}
        try:
            poses[step] = msgspec.convert(whole[step], Pose)
        except msgspec.ValidationError as error:
            raise msgspec.ValidationError(f"{name}: {step}: {error}") from None
    return poses


def ghost_of(pose: Pose) -> Pose:
    """Return the pose that the movement of a pose comes from."""
    return msgspec.convert(msgspec.to_builtins(pose) | pose.ghost, Pose)

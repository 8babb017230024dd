"""Damage to an envelope: to its values, its keys, its shape, the attributes inside, its bytes."""

import copy
import json
from collections.abc import Callable
from random import Random
from typing import Any

Path = tuple[str | int, ...]

ODD: tuple[Any, ...] = (
    None, True, False, 0, -1, 2**31, 2**63, 10**30, 1.5, 1e308, "", " ", "?", "null", "PT", "P1D",
    "PT9999999999S", "2026-13-45T99:99:99Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999Z",
    "1969-12-31T23:59:59Z", "ER_SUCCESS_MATCH", "en", "xx-XX", "-", "\ud800", "\x00", "<break/>",
    "&<>\"'", "a" * 5_000, "\u202e\U0001f9ce", [], {}, [[]], {"": {}}, [None], {"id": None},
    "squat_rotation", "full", "knee", "right", "continuous", "CONFIRMED", "DENIED",
)  # fmt: skip
NAMES = (
    "LaunchRequest", "IntentRequest", "SessionEndedRequest", "AlexaSkillEvent.SkillDisabled",
    "AMAZON.NextIntent", "AMAZON.YesIntent", "StartMoveIntent", "StartRoutineIntent", "PainIntent",
    "ForgetMeIntent", "SetRepsIntent", "SetHoldIntent", "GoToStepIntent", "SwitchSidesIntent",
    "LackEquipmentIntent", "MuscleIntent", "NoSuchIntent",
)  # fmt: skip
DEEP = 400
"""So deep is what is nested on purpose."""
ATTRIBUTES = ("session", "attributes", "coach")


def damaged(random: Random, seeds: tuple[bytes, ...]) -> bytes:
    """Return one of the envelopes, damaged in one to three places."""
    whole = json.loads(random.choice(seeds))
    other = json.loads(random.choice(seeds))
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        random.choice(DAMAGES)(random, whole, other)
    body = json.dumps(whole).encode()
    return _bytes_damaged(random, body) if random.random() < 0.1 else body


def _replaced(random: Random, whole: Any, _other: Any) -> None:
    _put(random, whole, copy.deepcopy(random.choice(ODD)))


def _renamed(random: Random, whole: Any, _other: Any) -> None:
    _put(random, whole, random.choice(NAMES))


def _mixed(random: Random, whole: Any, other: Any) -> None:
    """Put something of another envelope in the same place, or in any."""
    path = random.choice(_paths(other))
    value = copy.deepcopy(_at(other, path))
    if random.random() < 0.7 and _holds(whole, path):
        _at(whole, path[:-1])[path[-1]] = value
    else:
        _put(random, whole, value)


def _removed(random: Random, whole: Any, _other: Any) -> None:
    if paths := _paths(whole):
        *into, last = random.choice(paths)
        del _at(whole, tuple(into))[last]


def _added(random: Random, whole: Any, _other: Any) -> None:
    holders = [path for path in [(), *_paths(whole)] if isinstance(_at(whole, path), dict)]
    if holders:
        _at(whole, random.choice(holders))[random.choice(NAMES)] = copy.deepcopy(random.choice(ODD))


def _nested(random: Random, whole: Any, _other: Any) -> None:
    nest: Any = {}
    for _ in range(random.choice((5, DEEP))):
        nest = {"slots": nest} if random.random() < 0.5 else [nest]
    _put(random, whole, nest)


def _attributes(random: Random, whole: Any, other: Any) -> None:
    """Damage what the skill itself has left with the device."""
    if not _holds(whole, ATTRIBUTES) or not isinstance(_at(whole, ATTRIBUTES), str):
        return
    holder = _at(whole, ATTRIBUTES[:-1])
    try:
        kept = json.loads(holder["coach"])
    except ValueError:
        return
    random.choice((_replaced, _removed, _mixed))(random, kept, other)
    holder["coach"] = json.dumps(kept)


DAMAGES: tuple[Callable[[Random, Any, Any], None], ...] = (
    _replaced, _renamed, _mixed, _removed, _added, _nested, _attributes,
)  # fmt: skip


def _bytes_damaged(random: Random, body: bytes) -> bytes:
    at = random.randrange(len(body))
    noise = bytes(random.randrange(256) for _ in range(random.randint(0, 4)))
    return body[:at] + noise + (b"" if random.random() < 0.3 else body[at + len(noise) :])


# --- places in JSON


def _paths(value: Any) -> list[Path]:
    found: list[Path] = []
    waiting: list[Path] = [()]
    while waiting:
        path = waiting.pop()
        here = _at(value, path)
        keys: list[str | int] = []
        if isinstance(here, dict):
            keys = list(here)
        elif isinstance(here, list):
            keys = list(range(len(here)))
        into = [(*path, key) for key in keys]
        found += into
        waiting += into if len(path) < 12 else []
    return found


def _at(value: Any, path: Path) -> Any:
    for key in path:
        value = value[key]
    return value


def _holds(value: Any, path: Path) -> bool:
    try:
        _at(value, path)
    except (KeyError, IndexError, TypeError):
        return False
    return True


def _put(random: Random, whole: Any, value: Any) -> None:
    if paths := _paths(whole):
        *into, last = random.choice(paths)
        _at(whole, tuple(into))[last] = value

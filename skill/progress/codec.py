"""Progress to bytes and back.

What an older or a newer version wrote is read as far as it is understood: an unknown field is
ignored, a value that does not fit is left out with the smallest part around it that can be.
"""

import logging
import zlib
from typing import TypeVar, get_args

import msgspec
from msgspec import UNSET, Struct, UnsetType
from msgspec.structs import fields, replace

from skill.coach.progress import History, Progress

_LOG = logging.getLogger(__name__)

_ENCODE = msgspec.json.Encoder().encode
_DECODE = msgspec.json.Decoder(Progress).decode

_COMMON = (
    b'{"preferences":{"guidance":"continuous","first_side":"left","pace":80,"doses":{"'
    b'},"lacks":["band","ball"]},"bookmark":{"run":"","routine":"","moves":["'
    b'seated_chair_rotation","seated_leg_extension"],"side":"left","move":1,"step":,"done":'
    b',"closed":["right"],"skipped":["counted":["0r","0l","1r","1l","2r","2l","3r","3l"],'
    b'"spent_ms":,"credited_ms":,"sent_ms":17,"playing":[[0,2500,0,"right",0,0,1],[,"left",'
    b'1,0,30000]]},"known":["seated_rotation","squatting_rotation","ninety_ninety_foot_lift",'
    b'"twisted_legs","lying_band_stretch","hip_rotator_massage"],"sessions":1,"last_routine":"'
    b'full_routine","last_moves":["seated_rotation","history":{"sets":1,"ms":,"streak":1,'
    b'"best":1,"last_day":739'
)
"""What nearly every state has in it: it brings one to a fifth of its size, and an item under the
1,024 bytes that DynamoDB bills as one unit. Stored states need it: changed, it must be a new entry
beside the old one in `_DICTIONARIES`."""

_DICTIONARIES = {1: _COMMON}
_NEWEST = 1
_RAW_DEFLATE = -15

S = TypeVar("S", bound=Struct)


class UnreadableStateError(Exception):
    """Stored bytes are no progress that this version can read."""


def encode(progress: Progress) -> bytes:
    """Return the whole of it as JSON."""
    return _ENCODE(progress)


def encode_state(progress: Progress) -> bytes:
    """Return it as JSON without its history, which stores keep themselves."""
    return _ENCODE(replace(progress, history=History()))


def decode(text: bytes) -> Progress:
    """Read what `encode` or `encode_state` wrote, in this version or another.

    Raises:
        UnreadableStateError: it is not JSON, or not an object.

    """
    try:
        try:
            return _DECODE(text)
        except msgspec.ValidationError:
            return _from_other_version(msgspec.json.decode(text))
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UnreadableStateError("it is not JSON") from error


def read(stored: bytes, *, packed: bool = False) -> Progress:
    """Read a stored state; one that can't be read is logged, and the person starts afresh."""
    try:
        return decode(unpack(stored) if packed else stored)
    except UnreadableStateError as error:
        _LOG.error("A stored state can't be read, its owner starts afresh: %s", error)
        return Progress()


def pack(text: bytes) -> bytes:
    """Return JSON in its compact form: the number of a dictionary, then raw deflate."""
    squeeze = zlib.compressobj(wbits=_RAW_DEFLATE, zdict=_DICTIONARIES[_NEWEST])
    return bytes((_NEWEST,)) + squeeze.compress(text) + squeeze.flush()


def unpack(packed: bytes) -> bytes:
    """Return the JSON that `pack` was given.

    Raises:
        UnreadableStateError: it is damaged, or a newer version packed it another way.

    """
    common = _DICTIONARIES.get(packed[0]) if packed else None
    if common is None:
        raise UnreadableStateError("it is packed in an unknown way")
    try:
        return zlib.decompressobj(_RAW_DEFLATE, common).decompress(packed[1:])
    except zlib.error as error:
        raise UnreadableStateError("it is damaged") from error


def _from_other_version(raw: object) -> Progress:
    if not isinstance(raw, dict):
        raise UnreadableStateError("it is no object")
    return _fitting_fields(raw, Progress)


def _fitting_fields(raw: dict[str, object], kind: type[S]) -> S:
    """Build a struct from what fits; a TypeError says that a required field does not."""
    given = {field.name: _fitting(raw.get(field.name, UNSET), field.type) for field in fields(kind)}
    return kind(**{name: value for name, value in given.items() if value is not UNSET})


def _fitting(value: object, kind: object) -> object | UnsetType:
    try:
        return UNSET if value is UNSET else msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return _fitting_struct(value, kind)


def _fitting_struct(value: object, kind: object) -> object | UnsetType:
    for part in (kind, *get_args(kind)):
        if isinstance(part, type) and issubclass(part, Struct) and isinstance(value, dict):
            try:
                return _fitting_fields(value, part)
            except TypeError:
                return UNSET
    return UNSET

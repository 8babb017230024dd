"""From a type as the SDK writes it, or a class, to the decoder for it."""

import re
from enum import Enum
from functools import cache
from importlib import import_module

from .containers import list_of, map_of
from .models import model_decoder, variant_decoder
from .tables import variants
from .values import NATIVE, Decode, member_of

LIST = re.compile(r"list\[(.*)\]")
MAP = re.compile(r"dict\([^,]*, (.*)\)")


@cache
def decoder(wanted: str | type) -> Decode:
    """Find the decoder for a class, or for a type such as ``list[ask_sdk_model.slot.Slot]``.

    Raises TypeError for what the SDK's models don't use.
    """
    if isinstance(wanted, type):
        return NATIVE.get(wanted.__name__) or _of_class(wanted)
    if wanted in NATIVE:
        return NATIVE[wanted]
    if inner := LIST.fullmatch(wanted):
        return list_of(decoder(inner[1]))
    if inner := MAP.fullmatch(wanted):
        return map_of(decoder(inner[1]))
    return _of_class(_named(wanted))


@cache
def _of_class(kind: type) -> Decode:
    return member_of(kind) if issubclass(kind, Enum) else _of_model(kind)


def _of_model(kind: type) -> Decode:
    """Find the decoder for a model in all its variants."""
    exactly = _of_exactly(kind)
    found = variants(kind)
    return variant_decoder(found, _of_variant, exactly) if found else exactly


def _of_variant(name: str) -> Decode:
    return _of_exactly(_named(name))


@cache
def _of_exactly(kind: type) -> Decode:
    return model_decoder(kind, decoder)


def _named(name: str) -> type:
    module, _, attribute = name.rpartition(".")
    if not module:
        raise TypeError(f"{name!r} is no type of the SDK: write the class with its module")
    found: type = getattr(import_module(module), attribute)
    return found

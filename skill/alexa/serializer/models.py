"""Objects of the SDK's model classes, decoded by tables that are built once for each class.

The SDK walks its own tables at each request, importing by name as it goes. Here the first use of a
class turns them into a dict from JSON key to what has to be done.
"""

from collections.abc import Callable
from functools import partial
from types import NoneType

from .errors import EnvelopeError, wrong_type
from .nesting import check_nesting
from .tables import Attribute, Variants, attributes
from .values import Decode

Resolve = Callable[[str], Decode]
"""From a type as the SDK writes it to its decoder."""

Field = tuple[str, type, Decode]
"""Attribute, the JSON type that is stored as it is, and the decoder of all others."""

AS_IT_IS: dict[str, type] = {"str": str, "bool": bool, "int": int, "float": float}


def model_decoder(model: type, resolve: Resolve) -> Decode:
    """Make the decoder for objects of exactly this class; it ignores unknown keys.

    The SDK sets unknown keys as attributes, which lets a body shadow ``attribute_map``.
    """
    fields = _fields(model, resolve)
    # What __init__ leaves in an object, once instead of at each request.
    blank = vars(model())

    def decode(found: object) -> object:
        if type(found) is not dict:
            raise wrong_type(found, "an object")
        state = blank.copy()
        key = ""
        try:
            for key, value in found.items():
                try:
                    name, plain, convert = fields[key]
                except KeyError:
                    continue
                if type(value) is plain:
                    state[name] = value
                elif value is not None:
                    state[name] = convert(value)
        except EnvelopeError as error:
            raise error.under(key) from None
        instance: object = object.__new__(model)
        instance.__dict__ = state
        return instance

    return decode


def _fields(model: type, resolve: Resolve) -> dict[str, Field]:
    fields: dict[str, Field] = {}
    for attribute in attributes(model):
        decode = _on_first_use(attribute, fields, partial(_of, model, attribute, resolve))
        fields[attribute.key] = (attribute.name, _plain(attribute), decode)
    return fields


def _on_first_use(
    attribute: Attribute, fields: dict[str, Field], find: Callable[[], Decode]
) -> Decode:
    """Decode with what ``find`` gives, and put that in this field's place for the next time."""

    def decode(found: object) -> object:
        fields[attribute.key] = (attribute.name, _plain(attribute), find())
        return fields[attribute.key][2](found)

    return decode


def _plain(attribute: Attribute) -> type:
    return AS_IT_IS.get(attribute.written, NoneType)


def _of(model: type, attribute: Attribute, resolve: Resolve) -> Decode:
    decode = resolve(attribute.written)
    return _within_bounds(decode) if holds_its_own_kind(model, attribute) else decode


def holds_its_own_kind(model: type, attribute: Attribute) -> bool:
    """Tell whether a body can nest this in itself: a list slot's values, a component's children."""
    kinds = model.__mro__[:-1]
    return any(f"{kind.__module__}.{kind.__name__}" in attribute.written for kind in kinds)


def _within_bounds(decode: Decode) -> Decode:
    def bounded(found: object) -> object:
        check_nesting(found)
        return decode(found)

    return bounded


def variant_decoder(variants: Variants, resolve: Resolve, base: Decode) -> Decode:
    """Make the decoder that goes by the discriminator; an unknown one is left to ``base``.

    An unknown request type thus becomes a plain ``Request`` with its ``object_type``.
    """
    known: dict[str, Decode] = {}

    def decode(found: object) -> object:
        if type(found) is not dict:
            raise wrong_type(found, "an object")
        kind = found.get(variants.key)
        if type(kind) is not str or kind not in variants.classes:
            return base(found)
        if kind not in known:
            known[kind] = resolve(variants.classes[kind])
        return known[kind](found)

    return decode

"""The tables that each class of the SDK's models carries: attributes, JSON keys, variants."""

from typing import NamedTuple


class Attribute(NamedTuple):
    """One attribute of a model."""

    name: str
    key: str
    """Its key in JSON."""
    written: str
    """Its type as the SDK writes it, such as ``list[ask_sdk_model.slot.Slot]``."""


class Variants(NamedTuple):
    """The subclasses of a model, told apart by a value in JSON."""

    key: str
    classes: dict[str, str]
    """The full name of the class by that value."""


def is_model(kind: type) -> bool:
    """Whether the class is a model, of the SDK or of a skill after the same fashion."""
    return hasattr(kind, "deserialized_types")


def attributes(model: type) -> tuple[Attribute, ...]:
    """Read the attributes of a model, in the SDK's order; raises TypeError when it is none."""
    if not is_model(model):
        raise TypeError(f"{model.__qualname__} is no model: it has no deserialized_types")
    types: dict[str, str] = getattr(model, "deserialized_types", {})
    keys: dict[str, str] = getattr(model, "attribute_map", {})
    return tuple(Attribute(name, keys.get(name, name), types[name]) for name in types)


def variants(model: type) -> Variants | None:
    """Read the variants of a model; None when there is only one of it."""
    classes: dict[str, str] | None = getattr(model, "discriminator_value_class_map", None)
    if classes is None:
        return None
    return Variants(getattr(model, "json_discriminator_key", "type"), classes)

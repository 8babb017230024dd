"""Compares two objects of the SDK's models attribute by attribute."""

from datetime import datetime

from skill.alexa.serializer.tables import attributes, is_model


def differences(sdk: object, ours: object, where: str = "") -> list[str]:
    """Each place where ours is not what the SDK made; its attributes for unknown keys aside."""
    if type(sdk) is not type(ours):
        return [f"{where}: {type(sdk).__name__} is {type(ours).__name__}"]
    if is_model(type(sdk)):
        return _of_models(sdk, ours, where)
    if isinstance(sdk, dict) and isinstance(ours, dict) and sdk.keys() == ours.keys():
        return [d for key in sdk for d in differences(sdk[key], ours[key], f"{where}[{key}]")]
    if isinstance(sdk, list) and isinstance(ours, list) and len(sdk) == len(ours):
        pairs = enumerate(zip(sdk, ours, strict=True))
        return [d for i, (one, two) in pairs for d in differences(one, two, f"{where}[{i}]")]
    if isinstance(sdk, datetime) and isinstance(ours, datetime):
        return [] if sdk.isoformat() == ours.isoformat() else [f"{where}: {sdk} is {ours}"]
    return [] if sdk == ours else [f"{where}: {sdk!r} is {ours!r}"]


def _of_models(sdk: object, ours: object, where: str) -> list[str]:
    # Beside its attributes a model has the name-mangled discriminator that __init__ leaves.
    hidden = {name for name in vars(sdk) if name.endswith("__discriminator_value")}
    names = hidden | {attribute.name for attribute in attributes(type(sdk))}
    found = [] if vars(ours).keys() == names else [f"{where}: attributes {sorted(vars(ours))}"]
    for name in sorted(names):
        found += differences(getattr(sdk, name), getattr(ours, name), f"{where}.{name}")
    return found

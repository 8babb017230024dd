"""Lists and maps of decoded values, as the SDK writes them: ``list[X]`` and ``dict(str, X)``."""

from .errors import EnvelopeError, wrong_type
from .values import Decode


def list_of(item: Decode) -> Decode:
    """Make the decoder of a list; null is no item, though the SDK lets it through."""

    def decode(found: object) -> list[object]:
        if type(found) is not list:
            raise wrong_type(found, "a list")
        items: list[object] = []
        try:
            for entry in found:
                items.append(item(entry))  # its length is the place of a fault
        except EnvelopeError as error:
            raise error.under(len(items)) from None
        return items

    return decode


def map_of(item: Decode) -> Decode:
    """Make the decoder of a map; null is no value, though the SDK lets it through."""

    def decode(found: object) -> dict[str, object]:
        if type(found) is not dict:
            raise wrong_type(found, "an object")
        items: dict[str, object] = {}
        name = ""
        try:
            for name, entry in found.items():
                items[name] = item(entry)
        except EnvelopeError as error:
            raise error.under(name) from None
        return items

    return decode

"""The one place that reads an envelope: tolerant of what Alexa adds, strict about its types."""

from .errors import EnvelopeError
from .serializer import EnvelopeSerializer
from .values import UnknownValue
from .warm import warm

__all__ = ["EnvelopeError", "EnvelopeSerializer", "UnknownValue", "warm"]

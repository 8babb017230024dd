"""The SDK's serializer interface, tolerant and without reflection at each request."""

from typing import Any, cast

import msgspec
from ask_sdk_model.request_envelope import RequestEnvelope
from ask_sdk_model.response_envelope import ResponseEnvelope
from ask_sdk_model.services import Serializer

from .encode import Json, encode
from .errors import EnvelopeError, wrong_type
from .required import check_required
from .resolve import decoder

_parse = msgspec.json.Decoder().decode
_write = msgspec.json.Encoder().encode


class EnvelopeSerializer(Serializer):  # type: ignore[misc]  # the SDK is untyped
    """Reads envelopes and writes responses; it has no state, one serves all threads.

    ``skill.serializer = EnvelopeSerializer()`` puts it in place of the SDK's in a ``CustomSkill``.
    """

    def deserialize(self, payload: str | bytes | None, obj_type: str | type) -> object:
        """Make an object of ``obj_type`` from JSON, as the SDK asks its serializer to.

        ``obj_type`` is a class or its name as in ``deserialized_types``. None gives None, except
        where an envelope is wanted. Raises EnvelopeError.
        """
        if obj_type is RequestEnvelope:
            return self.from_json(payload)
        return None if payload is None else _decode(parse(payload), obj_type)

    def from_json(self, body: str | bytes | None) -> RequestEnvelope:
        """Read the envelope in a request's body. Of a key that occurs twice, the last counts.

        Raises EnvelopeError when it is none, or lacks what every envelope has.
        """
        return self.from_dict(None if body is None else parse(body))

    def from_dict(self, event: object) -> RequestEnvelope:
        """Read the envelope in parsed JSON, as Lambda hands it over.

        The envelope shares open values (session attributes) with ``event``: change neither.
        Raises EnvelopeError as ``from_json`` does.
        """
        if type(event) is not dict:
            raise wrong_type(event, "an object")
        envelope: Any = _decode(event, RequestEnvelope)
        check_required(event, envelope.request and envelope.request.timestamp)
        return envelope

    def serialize(self, obj: object) -> Json:
        """Turn models into dicts for ``json.dumps``, without their None attributes."""
        return encode(obj)

    def to_dict(self, response: ResponseEnvelope) -> dict[str, Any]:
        """Turn a response into what Lambda gives back."""
        return cast(dict[str, Any], encode(response))

    def to_json(self, response: ResponseEnvelope) -> bytes:
        """Write a response as JSON in UTF-8."""
        return _write(encode(response))


def parse(body: str | bytes) -> object:
    """Read JSON text in UTF-8; raises EnvelopeError for anything else."""
    try:
        return _parse(body)
    except RecursionError:
        raise EnvelopeError("is nested too deep to be an envelope") from None
    except ValueError:
        # The parser's own words could repeat a part of the body.
        raise EnvelopeError("is not JSON in UTF-8") from None


def _decode(found: object, wanted: str | type) -> object:
    return None if found is None else decoder(wanted)(found)

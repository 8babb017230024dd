"""What is no envelope is refused with one kind of error, which says where and repeats nothing."""

import json
from typing import Any

import pytest
from ask_sdk_core.exceptions import SerializationException
from ask_sdk_model import RequestEnvelope

from skill.alexa.serializer import EnvelopeError, EnvelopeSerializer

from . import envelope_files

SERIALIZER = EnvelopeSerializer()
ROWS = envelope_files.changes("refused")


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_a_changed_envelope_is_refused_where_it_is_wrong(row: dict[str, Any]) -> None:
    with pytest.raises(EnvelopeError) as refused:
        SERIALIZER.from_dict(envelope_files.changed(row))
    assert str(refused.value) == row["error"]


@pytest.mark.parametrize("row", ROWS, ids=[row["name"] for row in ROWS])
def test_its_json_is_refused_too(row: dict[str, Any]) -> None:
    with pytest.raises(EnvelopeError):
        SERIALIZER.from_json(json.dumps(envelope_files.changed(row)))


LAUNCH = envelope_files.text("launch").encode()
NO_JSON = "the body is not JSON in UTF-8"
TOO_DEEP = "the body is nested too deep to be an envelope"
BODIES: list[tuple[str, bytes | str | None, str]] = [
    ("nothing", None, "the body is null, not an object"),
    ("no bytes", b"", NO_JSON),
    ("no text", "", NO_JSON),
    ("white space", b" \n", NO_JSON),
    ("null", b"null", "the body is null, not an object"),
    ("an array", b"[]", "the body is a list, not an object"),
    ("an array of envelopes", b"[" + LAUNCH + b"]", "the body is a list, not an object"),
    ("a text", b'"LaunchRequest"', "the body is a text, not an object"),
    ("a number", b"1", "the body is a number, not an object"),
    ("true", b"true", "the body is true or false, not an object"),
    ("an empty object", b"{}", "request is missing or empty"),
    ("a form", b"request=LaunchRequest", NO_JSON),
    ("markup", b"<html></html>", NO_JSON),
    ("a cut envelope", LAUNCH[: len(LAUNCH) // 2], NO_JSON),
    ("two envelopes", LAUNCH + LAUNCH, NO_JSON),
    ("a byte order mark", b"\xef\xbb\xbf" + LAUNCH, NO_JSON),
    ("UTF-16", LAUNCH.decode().encode("utf-16"), NO_JSON),
    ("Latin-1", LAUNCH.replace(b"en-US", b"\xe4"), NO_JSON),
    ("an encoded surrogate", LAUNCH.replace(b"en-US", b"\xed\xa0\x80"), NO_JSON),
    ("an escaped lone surrogate", LAUNCH.replace(b"en-US", rb"\ud800"), NO_JSON),
    ("a text with a lone surrogate", LAUNCH.decode().replace("en-US", "\ud800"), NO_JSON),
    ("a line break in a text", LAUNCH.replace(b"en-US", b"en\nUS"), NO_JSON),
    ("no number", LAUNCH.replace(b'"en-US"', b"NaN"), NO_JSON),
    ("a number without end", LAUNCH.replace(b'"en-US"', b"9" * 5000), NO_JSON),
    ("a number out of range", LAUNCH.replace(b'"en-US"', b"1e999"), NO_JSON),
    ("single quotes", LAUNCH.replace(b'"', b"'"), NO_JSON),
    ("a comment", b"// hello\n" + LAUNCH, NO_JSON),
    ("a last comma", LAUNCH.rstrip()[:-1] + b",}", NO_JSON),
    ("deep lists", b"[" * 100_000 + b"]" * 100_000, TOO_DEEP),
    ("deep objects", b'{"a":' * 100_000 + b"1" + b"}" * 100_000, TOO_DEEP),
    ("open lists", b"[" * 100_000, TOO_DEEP),
]


@pytest.mark.parametrize(("body", "error"), [b[1:] for b in BODIES], ids=[b[0] for b in BODIES])
def test_a_body_that_is_no_envelope(body: bytes | str | None, error: str) -> None:
    with pytest.raises(EnvelopeError) as refused:
        SERIALIZER.deserialize(body, RequestEnvelope)
    assert str(refused.value) == error


def test_code_written_for_the_sdk_catches_it() -> None:
    with pytest.raises(SerializationException):
        SERIALIZER.from_json(b"{}")


def test_it_names_the_place_for_code_too() -> None:
    event = envelope_files.event("intent_slots")
    event["request"]["intent"]["slots"]["side"]["value"] = 45
    with pytest.raises(EnvelopeError) as refused:
        SERIALIZER.from_dict(event)
    assert refused.value.path == ("request", "intent", "slots", "side", "value")
    assert refused.value.problem == "is a number, not a text"


def test_what_was_said_is_never_repeated() -> None:
    event = envelope_files.event("intent_slots")
    event["request"]["intent"]["slots"]["side"]["value"] = ["my secret"]
    event["request"]["timestamp"] = "my secret"
    for found in (event, {**event, "request": {**event["request"], "intent": {}}}):
        with pytest.raises(EnvelopeError) as refused:
            SERIALIZER.from_dict(found)
        assert "secret" not in str(refused.value)

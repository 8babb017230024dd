"""Which bodies are taken: a line is a case; each is signed rightly and sent as JSON."""

import json
from collections.abc import Callable

import pytest

from bench.load.envelopes import SKILL_ID, Json, encoded
from skill.web.turn_view import MAX_BODY_BYTES
from tests.web.service import Service, expect

OTHER_SKILL = SKILL_ID.replace("7d3a", "0000")
GONE = object()


def put(value: object, *path: str) -> Callable[[Json], bytes]:
    """Replace a value of the envelope, or take it out."""

    def change(whole: Json) -> bytes:
        place = whole
        for name in path[:-1]:
            place = place[name]
        if value is GONE:
            del place[path[-1]]
        else:
            place[path[-1]] = value
        return encoded(whole)

    return change


def replaced(old: bytes, new: bytes) -> Callable[[Json], bytes]:
    return lambda whole: encoded(whole).replace(old, new)


def around(before: bytes, after: bytes = b"") -> Callable[[Json], bytes]:
    return lambda whole: before + encoded(whole) + after


def nested(opening: bytes, closing: bytes, depth: int) -> Callable[[Json], bytes]:
    return replaced(b'"version":', b'"x":' + opening * depth + closing * depth + b',"version":')


def only(body: bytes) -> Callable[[Json], bytes]:
    return lambda _: body


APPLICATION = ("application", "applicationId")
SYSTEM = ("context", "System")
DOUBLED = b'"applicationId":"' + SKILL_ID.encode() + b'"'
FOREIGN = b'"applicationId":"' + OTHER_SKILL.encode() + b'"'

CASES: list[tuple[int, str, Callable[[Json], bytes]]] = [
    (200, "as Alexa sends it", encoded),
    (200, "spaced", lambda whole: json.dumps(whole, indent=2).encode()),
    (200, "escaped", lambda whole: json.dumps(whole, ensure_ascii=True).encode()),
    (200, "in another order", lambda whole: encoded(dict(reversed(whole.items())))),
    (200, "with fields nobody knows", put({"a": [1, None]}, "context", "Alexa.New.Thing")),
    (200, "with words beyond ASCII", put("日本語 ü 🧘", "session", "attributes", "note")),
    (200, "large", put("x" * 100_000, "session", "attributes", "note")),
    (200, "unknown locale", put("xx-XX", "request", "locale")),
    (200, "no locale", put(GONE, "request", "locale")),
    (200, "no user", put(GONE, *SYSTEM, "user")),
    (200, "session null", put(None, "session")),
    # Another skill's requests, rightly signed by Alexa.
    (400, "another skill", put(OTHER_SKILL, *SYSTEM, *APPLICATION)),
    (400, "another skill's session", put(OTHER_SKILL, "session", *APPLICATION)),
    (400, "both another skill's", replaced(SKILL_ID.encode(), OTHER_SKILL.encode())),
    (400, "in capitals", put(SKILL_ID.upper(), *SYSTEM, *APPLICATION)),
    (400, "empty id", put("", *SYSTEM, *APPLICATION)),
    (400, "null id", put(None, *SYSTEM, *APPLICATION)),
    (400, "id a number", put(7, "session", *APPLICATION)),
    (400, "no id in the context", put(GONE, *SYSTEM, *APPLICATION)),
    (400, "no application", put(GONE, *SYSTEM, "application")),
    (400, "no application in the session", put(GONE, "session", "application")),
    (400, "no context", put(GONE, "context")),
    (400, "no System", put(GONE, *SYSTEM)),
    (400, "doubled, foreign last", replaced(DOUBLED, DOUBLED + b"," + FOREIGN)),
    (200, "doubled, ours last", replaced(DOUBLED, FOREIGN + b"," + DOUBLED)),
    (400, "context twice", lambda whole: encoded(whole)[:-1] + b',"context":{}}'),
    (400, "request twice", lambda whole: encoded(whole)[:-1] + b',"request":{}}'),
    # Wrong types.
    (400, "version missing", put(GONE, "version")),
    (400, "version a number", put(1.0, "version")),
    (400, "session a list", put([], "session")),
    (400, "session empty", put({}, "session")),
    (400, "context a string", put("x", "context")),
    (400, "System null", put(None, *SYSTEM)),
    (400, "user a string", put("x", *SYSTEM, "user")),
    (400, "user id a number", put(1, *SYSTEM, "user", "userId")),
    (400, "request null", put(None, "request")),
    (400, "request missing", put(GONE, "request")),
    (400, "request a list", put([], "request")),
    (400, "type missing", put(GONE, "request", "type")),
    (400, "type a list", put([], "request", "type")),
    (400, "request id missing", put(GONE, "request", "requestId")),
    (400, "request id a number", put(5, "request", "requestId")),
    (400, "locale a number", put(5, "request", "locale")),
    (400, "intent a string", put("x", "request", "intent")),
    (400, "intent without name", put({}, "request", "intent")),
    (400, "intent name null", put({"name": None}, "request", "intent")),
    # No envelope, or no JSON.
    (400, "nothing", only(b"")),
    (400, "null", only(b"null")),
    (400, "empty object", only(b"{}")),
    (400, "a list", only(b"[]")),
    (400, "a string", only(b'"x"')),
    (400, "a number", only(b"1")),
    (400, "NaN", only(b"NaN")),
    (400, "NaN inside", put(float("nan"), "session", "attributes", "x")),
    (400, "a form", only(b"a=b&c=d")),
    (400, "XML", only(b"<a/>")),
    (400, "cut off", lambda whole: encoded(whole)[:-5]),
    (400, "in a list", around(b"[", b"]")),
    (400, "twice", lambda whole: encoded(whole) * 2),
    (400, "junk after it", around(b"", b"x")),
    (400, "a comma after it", around(b"", b",")),
    (400, "a comment before it", around(b"/* */")),
    (400, "with a byte order mark", around(b"\xef\xbb\xbf")),
    (400, "UTF-16", lambda whole: json.dumps(whole).encode("utf-16")),
    (400, "not UTF-8", replaced(b'"side":"right"', b'"side":"\xff\xfe"')),
    (400, "not UTF-8 in an id", replaced(b"echo-api.request", b"echo\xc3.request")),
    (400, "half a character", replaced(b'"side":"right"', rb'"side":"\ud800"')),
    (400, "a line end in a string", replaced(b'"side":"right"', b'"side":"a\nb"')),
    (400, "a zero byte", around(b"\x00")),
    (400, "single quotes", lambda whole: str(whole).encode()),
    (400, "too many digits", replaced(b'"step":2', b'"step":' + b"9" * 5000)),
    (400, "nested lists", nested(b"[", b"]", 20_000)),
    (400, "nested objects", nested(b'{"a":', b"}", 10_000)),
    (400, "nesting never closed", only(b"[" * 50_000)),
    (400, "too large", put("x" * MAX_BODY_BYTES, "session", "attributes", "note")),
]


@pytest.mark.parametrize(("status", "make"), [pytest.param(s, m, id=n) for s, n, m in CASES])
def test_body(service: Service, status: int, make: Callable[[Json], bytes]) -> None:
    expect(service, service.send(make(service.envelope())), status)


TYPES = [
    (200, "application/json"),
    (200, "application/json; charset=utf-8"),
    (200, "Application/JSON;charset=UTF-8"),
    (400, ""),
    (400, "text/plain"),
    (400, "application/x-www-form-urlencoded"),
    (400, "multipart/form-data; boundary=x"),
    (400, "application/jsonp"),
    (400, "json"),
]


@pytest.mark.parametrize(("status", "content_type"), TYPES)
def test_content_type(service: Service, status: int, content_type: str) -> None:
    body = encoded(service.envelope())
    answer = service.send(body, service.headers(body) | {"Content-Type": content_type})
    expect(service, answer, status)

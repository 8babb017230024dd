"""Which signatures are taken: a line is a case, given the right headers and the body."""

import base64
from collections.abc import Callable

import pytest
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, PSS, PKCS1v15
from cryptography.hazmat.primitives.hashes import SHA1, SHA256, SHA512

from bench.load.envelopes import encoded, signed_headers
from tests.web.pki import Pki
from tests.web.service import Service, expect

Headers = dict[str, str]
NAME = "Signature-256"
PSS_PADDING = PSS(MGF1(SHA256()), PSS.DIGEST_LENGTH)


def changed(change: Callable[[str], str]) -> Callable[[Headers, bytes, Pki], Headers]:
    return lambda headers, _body, _pki: headers | {NAME: change(headers[NAME])}


def without(*names: str) -> Callable[[Headers, bytes, Pki], Headers]:
    return lambda headers, _body, _pki: {k: v for k, v in headers.items() if k not in names}


def text(signature: bytes) -> str:
    return base64.b64encode(signature).decode()


def flipped(signature: str) -> str:
    raw = bytearray(base64.b64decode(signature))
    raw[7] ^= 1
    return text(bytes(raw))


CASES: list[tuple[int, str, Callable[[Headers, bytes, Pki], Headers]]] = [
    (200, "as it should be", changed(lambda given: given)),
    (200, "with the old header beside it", lambda h, _b, _p: h | {"Signature": "nonsense"}),
    (400, "only the old header", lambda h, b, p: without(NAME)(h, b, p) | {"Signature": h[NAME]}),
    (400, "no signature", without(NAME)),
    (400, "no URL", without("SignatureCertChainUrl")),
    (400, "neither", without(NAME, "SignatureCertChainUrl")),
    (400, "empty", changed(lambda _: "")),
    (400, "blank", changed(lambda _: " ")),
    (400, "a bit flipped", changed(flipped)),
    (400, "shorter", changed(lambda given: text(base64.b64decode(given)[:-1]))),
    (400, "longer", changed(lambda given: text(base64.b64decode(given) + b"x"))),
    (400, "zeros", changed(lambda _: text(bytes(256)))),
    (400, "one byte", changed(lambda _: text(b"x"))),
    (400, "far too long", changed(lambda _: "A" * 100_000)),
    (400, "twice", changed(lambda given: f"{given}, {given}")),
    (400, "not base64", changed(lambda _: "nonsense!")),
    (400, "characters beyond ASCII", changed(lambda given: given[:-4] + "ü===")),
    (400, "line end inside", changed(lambda given: f"{given[:64]}\n{given[64:]}")),
    (400, "space inside", changed(lambda given: f"{given[:64]} {given[64:]}")),
    (400, "junk after it", changed(lambda given: given + "x")),
    (400, "padding missing", changed(lambda given: given.rstrip("="))),
    (400, "of another body", lambda _h, b, p: signed_headers(p.alexa_key, b + b" ")),
    (400, "of no body", lambda _h, _b, p: signed_headers(p.alexa_key, b"")),
    (400, "by another key", lambda _h, b, p: signed_headers(p.other_key, b)),
    (400, "over SHA-1", lambda h, b, p: h | {NAME: text(p.alexa_key.sign(b, PKCS1v15(), SHA1()))}),
    (400, "SHA-512", lambda h, b, p: h | {NAME: text(p.alexa_key.sign(b, PKCS1v15(), SHA512()))}),
    (400, "PSS", lambda h, b, p: h | {NAME: text(p.alexa_key.sign(b, PSS_PADDING, SHA256()))}),
]


@pytest.mark.parametrize(("status", "make"), [pytest.param(s, m, id=n) for s, n, m in CASES])
def test_signature(
    service: Service, pki: Pki, status: int, make: Callable[[Headers, bytes, Pki], Headers]
) -> None:
    body = encoded(service.envelope())
    expect(service, service.send(body, make(service.headers(body), body, pki)), status)


CHANGES: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("a line end more", lambda body: body + b"\n"),
    ("a space less", lambda body: body[:-1]),
    ("other words", lambda body: body.replace(b"en-US", b"en-GB")),
    ("the same values, spaced", lambda body: body.replace(b":", b": ", 1)),
    ("nothing", lambda _: b""),
]


@pytest.mark.parametrize("change", [pytest.param(c, id=n) for n, c in CHANGES])
def test_changed_body(service: Service, change: Callable[[bytes], bytes]) -> None:
    body = encoded(service.envelope())
    expect(service, service.send(change(body), service.headers(body)), 400)


def test_unsigned_nonsense_is_refused_before_it_is_read(service: Service) -> None:
    answer = service.send(b"[" * 10_000, {"Content-Type": "application/json"})
    expect(service, answer, 400)
    assert "certificate URL" in answer.text

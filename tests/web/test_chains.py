"""Which certificate chains are trusted: a line is a case, sent as a rightly signed request."""

from collections.abc import Callable, Sequence

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID

from bench.load.chains import (
    Dates,
    Identity,
    PrivateKey,
    alexa_leaf,
    alexa_names,
    authority,
    issue,
    pem,
    usage,
)
from bench.load.envelopes import encoded
from tests.web.pki import Pki
from tests.web.service import Service, expect

UNKNOWN = x509.UnrecognizedExtension(x509.ObjectIdentifier("1.2.3.4"), b"\x05\x00")


VALID = Dates()
LONG = Dates(-300, 300)


def leaf(
    pki: Pki,
    *extensions: x509.ExtensionType,
    key: PrivateKey | None = None,
    dates: Dates = VALID,
    issuer: Identity | None = None,
) -> Identity:
    """Make a certificate with these extensions, or with only Alexa's name."""
    own = key or pki.alexa_key
    issuer = issuer or pki.intermediate
    return issue("Alexa", issuer, extensions or [alexa_names()], key=own, dates=dates, now=pki.date)


def with_leaf(*extensions: x509.ExtensionType, dates: Dates = VALID) -> Callable[[Pki], bytes]:
    return lambda pki: pem(leaf(pki, *extensions, dates=dates), pki.intermediate)


def below(*extensions: x509.ExtensionType, dates: Dates = LONG) -> Callable[[Pki], bytes]:
    """Make a chain with an intermediate of these extensions."""

    def build(pki: Pki) -> bytes:
        middle = issue("Middle", pki.root, extensions, dates=dates, now=pki.date)
        return pem(alexa_leaf(middle, key=pki.alexa_key, now=pki.date), middle)

    return build


def crossed(pki: Pki, dates: Dates = LONG) -> Identity:
    """Make the certificate of the root that the old root signed."""
    return authority("A root", pki.old_root, key=pki.root.key, dates=dates, now=pki.date)


def elliptic_middle(pki: Pki) -> bytes:
    middle = authority("Elliptic", pki.root, key=pki.elliptic_key, now=pki.date)
    return pem(alexa_leaf(middle, key=pki.alexa_key, now=pki.date), middle)


def too_deep(pki: Pki) -> bytes:
    links = [pki.intermediate]
    for number in range(6):
        links.append(authority(f"Deeper {number}", links[-1], key=pki.other_key, now=pki.date))
    return pem(alexa_leaf(links[-1], key=pki.alexa_key, now=pki.date), *links)


def constrained_depth(pki: Pki) -> bytes:
    basics = [x509.BasicConstraints(ca=True, path_length=0), usage(certifies=True)]
    shallow = issue("Shallow", pki.root, basics, now=pki.date)
    deeper = authority("Deeper", shallow, now=pki.date)
    return pem(alexa_leaf(deeper, key=pki.alexa_key, now=pki.date), deeper, shallow)


def forged(pki: Pki) -> bytes:
    """Make a chain whose intermediate has the right name and the wrong key."""
    double = authority("An intermediate", pki.root, now=pki.date)
    impostor = Identity(pki.other_key, double.certificate)
    return pem(alexa_leaf(impostor, key=pki.alexa_key, now=pki.date), double)


CA = x509.BasicConstraints(ca=True, path_length=None)
NO_CA = x509.BasicConstraints(ca=False, path_length=None)
ONLY_EXAMPLE = x509.NameConstraints([x509.DNSName("example.com")], None)
CODE_SIGNING = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING])

CASES: list[tuple[int, str, Callable[[Pki], bytes]]] = [
    (200, "as Amazon serves it", lambda pki: pki.chain),
    (200, "root repeated", lambda pki: pem(pki.leaf, pki.intermediate, pki.root)),
    (200, "shuffled", lambda pki: pem(pki.leaf, pki.root, pki.old_root, pki.intermediate)),
    (200, "an intermediate twice", lambda pki: pem(pki.leaf, pki.intermediate, pki.intermediate)),
    (200, "text around it", lambda pki: b"Alexa's:\n" + pki.chain + b"\nend\n"),
    (200, "cross-signed root", lambda pki: pem(pki.leaf, pki.intermediate, crossed(pki))),
    (200, "cross-signed, both", lambda pki: pki.chain + pem(crossed(pki), pki.old_root)),
    (200, "expired cross-sign", lambda pki: pki.chain + pem(crossed(pki, Dates(-90, -9)))),
    (200, "future cross-sign", lambda pki: pki.chain + pem(crossed(pki, Dates(9, 90)))),
    (200, "signed by the root itself", lambda pki: pem(leaf(pki, issuer=pki.root))),
    (200, "elliptic intermediate", elliptic_middle),
    (200, "name in capitals", with_leaf(alexa_names("ECHO-API.AMAZON.COM"))),
    (200, "one of several names", with_leaf(alexa_names("a.example", "echo-api.amazon.com"))),
    (200, "no key usage", with_leaf(alexa_names(), NO_CA)),
    (200, "for signing code", with_leaf(alexa_names(), CODE_SIGNING)),
    (400, "another name", with_leaf(alexa_names("echo-api.amazon.com.evil.example"))),
    (400, "a wildcard", with_leaf(alexa_names("*.amazon.com"))),
    (400, "a name below", with_leaf(alexa_names("x.echo-api.amazon.com"))),
    (400, "no names", with_leaf(NO_CA)),
    (400, "expired", with_leaf(dates=Dates(-9, -1))),
    (400, "not valid yet", with_leaf(dates=Dates(1, 9))),
    (400, "for encryption only", with_leaf(alexa_names(), usage(enciphers=True))),
    (400, "an authority's", with_leaf(alexa_names(), CA)),
    (400, "unknown critical", lambda pki: pem(critical(pki), pki.intermediate)),
    (400, "elliptic key", lambda pki: pem(leaf(pki, key=pki.elliptic_key), pki.intermediate)),
    (400, "key too short", lambda pki: pem(leaf(pki, key=pki.small_key), pki.intermediate)),
    (400, "self-signed", lambda pki: pem(issue("Alexa", None, [alexa_names()], key=pki.alexa_key))),
    (400, "foreign root", lambda pki: pem(leaf(pki, issuer=pki.old_root), pki.old_root)),
    (400, "missing intermediate", lambda pki: pem(pki.leaf)),
    (400, "missing intermediate, root there", lambda pki: pem(pki.leaf, pki.root)),
    (400, "leaf not first", lambda pki: pem(pki.intermediate, pki.leaf)),
    (400, "forged intermediate", forged),
    (400, "too deep", too_deep),
    (400, "deeper than an authority allows", constrained_depth),
    (400, "intermediate expired", below(CA, usage(certifies=True), dates=Dates(-90, -1))),
    (400, "intermediate no authority", below(NO_CA, usage(certifies=True))),
    (400, "intermediate without basics", below(usage(certifies=True))),
    (400, "intermediate may not certify", below(CA, usage(signs=True))),
    (400, "intermediate for other names", below(CA, ONLY_EXAMPLE, usage(certifies=True))),
    (400, "too many certificates", lambda pki: pki.chain + pem(*[pki.root] * 9)),
    (400, "nothing", lambda _: b""),
    (400, "a page", lambda _: b"<html>Service Unavailable</html>"),
    (400, "cut off", lambda pki: pki.chain[:1000]),
    (400, "not PEM", lambda pki: pki.leaf.certificate.public_bytes(Encoding.DER)),
    (
        400,
        "PEM of nonsense",
        lambda _: b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
    ),
]


def critical(pki: Pki) -> Identity:
    """Make a certificate with a critical extension that nobody knows."""
    subject = pki.leaf.certificate
    builder = (
        x509.CertificateBuilder(extensions=list(subject.extensions))
        .subject_name(subject.subject)
        .issuer_name(subject.issuer)
        .public_key(subject.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(subject.not_valid_before_utc)
        .not_valid_after(subject.not_valid_after_utc)
        .add_extension(UNKNOWN, critical=True)
    )
    signed = builder.sign(pki.intermediate.key, subject.signature_hash_algorithm)  # type: ignore[arg-type]
    return Identity(pki.alexa_key, signed)


@pytest.mark.parametrize(("status", "chain"), [pytest.param(s, c, id=n) for s, n, c in CASES])
def test_chain(service: Service, pki: Pki, status: int, chain: Callable[[Pki], bytes]) -> None:
    service.shelf.standard = chain(pki)
    expect(service, service.send(encoded(service.envelope())), status)


TRUST: list[tuple[int, str, Callable[[Pki], Sequence[Identity]]]] = [
    (200, "the root above", lambda pki: [pki.root]),
    (200, "the root that cross-signed", lambda pki: [pki.old_root]),
    (200, "the intermediate", lambda pki: [pki.intermediate]),
    (200, "the leaf beside its root", lambda pki: [pki.leaf, pki.root]),
    (400, "the leaf alone", lambda pki: [pki.leaf]),
    (400, "another root", lambda pki: [authority("Another", now=pki.date)]),
    (400, "a root of the same name", lambda pki: [authority("A root", now=pki.date)]),
]


@pytest.mark.parametrize(("status", "roots"), [pytest.param(s, r, id=n) for s, n, r in TRUST])
def test_trust(pki: Pki, status: int, roots: Callable[[Pki], Sequence[Identity]]) -> None:
    service = Service(pki, roots(pki))
    service.shelf.standard = pki.chain + pem(crossed(pki))
    expect(service, service.send(encoded(service.envelope())), status)

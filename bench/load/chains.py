"""Certificate chains like Alexa's, made on the spot."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

from skill.web.verification.policy import ALEXA_DOMAIN

PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


class Identity(NamedTuple):
    """A certificate with its private key."""

    key: PrivateKey
    certificate: x509.Certificate


class Dates(NamedTuple):
    """When a certificate is valid, in days from now."""

    start: int = -30
    end: int = 30


def rsa_key(bits: int = 2048) -> rsa.RSAPrivateKey:
    """Make a key."""
    return rsa.generate_private_key(public_exponent=65537, key_size=bits)


def usage(
    *, signs: bool = False, certifies: bool = False, enciphers: bool = False
) -> x509.KeyUsage:
    """Build the extension that says what a key is for."""
    return x509.KeyUsage(
        digital_signature=signs,
        content_commitment=False,
        key_encipherment=enciphers,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=certifies,
        crl_sign=certifies,
        encipher_only=False,
        decipher_only=False,
    )


def issue(  # noqa: PLR0913  A certificate has this many properties.
    name: str,
    issuer: Identity | None,
    extensions: Sequence[x509.ExtensionType],
    *,
    key: PrivateKey | None = None,
    dates: Dates = Dates(),  # noqa: B008  Immutable.
    now: datetime | None = None,
) -> Identity:
    """Make a certificate; without an issuer it signs itself."""
    now = now or datetime.now(UTC)
    own = key or rsa_key()
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer.certificate.subject if issuer else subject)
        .public_key(own.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + timedelta(days=dates.start))
        .not_valid_after(now + timedelta(days=dates.end))
    )
    for extension in extensions:
        builder = builder.add_extension(extension, critical=_is_critical(extension))
    return Identity(own, builder.sign(issuer.key if issuer else own, hashes.SHA256()))


def authority(
    name: str,
    issuer: Identity | None = None,
    *,
    key: PrivateKey | None = None,
    dates: Dates = Dates(-300, 300),  # noqa: B008  Immutable.
    now: datetime | None = None,
) -> Identity:
    """Make the certificate of an authority."""
    extensions = [x509.BasicConstraints(ca=True, path_length=None), usage(certifies=True)]
    return issue(name, issuer, extensions, key=key, dates=dates, now=now)


def alexa_names(*names: str) -> x509.SubjectAlternativeName:
    """Build the extension with the names a certificate is for; without any, Alexa's."""
    return x509.SubjectAlternativeName([x509.DNSName(name) for name in names or [ALEXA_DOMAIN]])


def alexa_leaf(
    issuer: Identity, *, key: PrivateKey | None = None, now: datetime | None = None
) -> Identity:
    """Make a certificate like the one Alexa signs with."""
    extensions = [
        x509.BasicConstraints(ca=False, path_length=None),
        alexa_names(),
        usage(signs=True, enciphers=True),
    ]
    return issue(ALEXA_DOMAIN, issuer, extensions, key=key, now=now)


def pem(*identities: Identity) -> bytes:
    """Write certificates as a chain file."""
    return b"".join(one.certificate.public_bytes(Encoding.PEM) for one in identities)


def _is_critical(extension: x509.ExtensionType) -> bool:
    return isinstance(extension, x509.BasicConstraints | x509.KeyUsage)

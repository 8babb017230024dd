"""The roots that a chain may end in."""

import re
import warnings
from functools import cache
from pathlib import Path

import certifi
from cryptography import x509
from cryptography.utils import CryptographyDeprecationWarning

_PEM = re.compile(rb"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)


@cache
def trusted_roots() -> tuple[x509.Certificate, ...]:
    """Return certifi's roots, read once, at the first call (about 6 ms)."""
    return read_roots(Path(certifi.where()).read_bytes())


def read_roots(bundle: bytes) -> tuple[x509.Certificate, ...]:
    """Read a bundle of PEM certificates one by one, leaving out those that can't be read.

    One by one, because the bundle has a root with a serial number that cryptography deprecates and
    will refuse one day: that root is then missing, and not all of them.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CryptographyDeprecationWarning)
        read = (_certificate(block) for block in _PEM.findall(bundle))
        return tuple(certificate for certificate in read if certificate is not None)


def _certificate(pem: bytes) -> x509.Certificate | None:
    try:
        return x509.load_pem_x509_certificate(pem)
    except ValueError:
        return None

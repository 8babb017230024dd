"""Validates Alexa's certificate chain, with cryptography's x509 verification."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import msgspec
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509.verification import PolicyBuilder, Store, VerificationError

from skill.web.verification.errors import ChainRefusedError
from skill.web.verification.policy import AUTHORITY_POLICY, LEAF_POLICY
from skill.web.verification.roots import trusted_roots

MAX_CERTIFICATES = 10
"""In a chain file: Amazon's hold four, cross-signed roots included."""

MAX_INTERMEDIATES = 4
"""Between the certificate and a trusted root."""


class VerifiedKey(msgspec.Struct, frozen=True):
    """A public key of Alexa's."""

    key: RSAPublicKey
    good_until: float
    """Seconds since 1970 at which the first certificate of the verified path expires."""


class ChainVerifier:
    """Finds a path from a chain's first certificate, Alexa's, to a trusted root."""

    def __init__(self, roots: Callable[[], Sequence[x509.Certificate]] = trusted_roots) -> None:
        """Keep how to get the roots, which are read at the first chain."""
        self._roots = roots

    def verify(self, pem: bytes, now: float) -> VerifiedKey:
        """Validate a chain as of `now`, in seconds since 1970.

        The first certificate is Alexa's; the order of the others doesn't matter.

        Raises:
            ChainRefusedError: malformed, or without a trusted path.
        """
        leaf, *others = _certificates(pem)
        path = self._path(leaf, others, datetime.fromtimestamp(now, UTC))
        key = leaf.public_key()
        if not isinstance(key, RSAPublicKey):
            raise ChainRefusedError("Alexa's certificate must hold an RSA key.")
        expiry = min(certificate.not_valid_after_utc for certificate in path)
        return VerifiedKey(key=key, good_until=expiry.timestamp())

    def _path(
        self, leaf: x509.Certificate, others: Sequence[x509.Certificate], now: datetime
    ) -> Sequence[x509.Certificate]:
        # A trusted leaf would be a path by itself; only what a trusted root vouches for is one.
        roots = [root for root in self._roots() if root != leaf]
        if not roots:
            raise ChainRefusedError("There is no trusted root.")
        verifier = (
            PolicyBuilder()
            .store(Store(roots))
            .time(now)
            .max_chain_depth(MAX_INTERMEDIATES)
            .extension_policies(ca_policy=AUTHORITY_POLICY, ee_policy=LEAF_POLICY)
            .build_client_verifier()
        )
        try:
            return verifier.verify(leaf, list(others)).chain
        except (VerificationError, ValueError) as error:
            raise ChainRefusedError(f"The chain is not trusted: {_first_line(error)}") from error


def _certificates(pem: bytes) -> list[x509.Certificate]:
    try:
        found = x509.load_pem_x509_certificates(pem)
    except ValueError as error:
        raise ChainRefusedError("What is at the URL is not a chain in PEM format.") from error
    if len(found) > MAX_CERTIFICATES:
        raise ChainRefusedError(f"The chain has more than {MAX_CERTIFICATES} certificates.")
    return found


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0].partition(" (encountered")[0]

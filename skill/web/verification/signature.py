"""The signature over the raw body of a request."""

import binascii

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA256

from skill.web.verification.errors import SignatureRefusedError

SIGNATURE_HEADER = "Signature-256"
"""Amazon's header for RSASSA-PKCS1-v1_5 with SHA-256; ``Signature``, with SHA-1, is not read."""

MAX_SIGNATURE_LENGTH = 1024
"""Characters of base64: room for an RSA key of 4,096 bits (684); a longer one is no signature."""

_PADDING = PKCS1v15()
_HASH = SHA256()


def decoded_signature(text: str) -> bytes:
    """Read the header's base64, strictly.

    Raises:
        SignatureRefusedError: empty, too long, or not base64.
    """
    if not text or len(text) > MAX_SIGNATURE_LENGTH:
        raise SignatureRefusedError(f"{SIGNATURE_HEADER} is missing or too long.")
    try:
        return binascii.a2b_base64(text, strict_mode=True)
    except ValueError as error:
        raise SignatureRefusedError(f"{SIGNATURE_HEADER} is not base64.") from error


def check_signature(key: RSAPublicKey, signature: bytes, body: bytes) -> None:
    """Check that the owner of the key signed this body.

    Raises:
        SignatureRefusedError: it did not.
    """
    try:
        key.verify(signature, body, _PADDING, _HASH)
    except InvalidSignature as error:
        raise SignatureRefusedError("The signature is not of this body.") from error

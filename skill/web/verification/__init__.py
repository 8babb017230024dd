"""Checks that a request comes from Alexa, on its raw bytes and without the SDK's verifier.

`request` ties the steps together: the URL (`urls`), the key behind it (`keys`, which fetches with
`fetch` and validates with `chain`), the signature, the timestamp.
"""

from skill.web.verification.chain import ChainVerifier
from skill.web.verification.errors import RequestRefusedError
from skill.web.verification.fetch import ChainFetcher
from skill.web.verification.keys import KeyCache
from skill.web.verification.request import RequestVerifier, amazon_verifier

__all__ = [
    "ChainFetcher",
    "ChainVerifier",
    "KeyCache",
    "RequestRefusedError",
    "RequestVerifier",
    "amazon_verifier",
]

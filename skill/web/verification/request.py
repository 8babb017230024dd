"""The check of a whole request: that Alexa signed these bytes, just now."""

import time
from collections.abc import Callable
from typing import Protocol

from skill.web.verification.chain import ChainVerifier
from skill.web.verification.fetch import ChainFetcher
from skill.web.verification.keys import KeyCache
from skill.web.verification.signature import (
    SIGNATURE_HEADER,
    check_signature,
    decoded_signature,
)
from skill.web.verification.timestamp import check_timestamp
from skill.web.verification.urls import normalised_url

URL_HEADER = "SignatureCertChainUrl"


class Headers(Protocol):
    """The headers of a request; names are found in any case."""

    def get(self, key: str, default: str, /) -> str:
        """Return a header, or the default."""


class RequestVerifier:
    """Checks requests as Amazon asks of a skill that is hosted outside Lambda."""

    def __init__(self, keys: KeyCache, clock: Callable[[], float] = time.time) -> None:
        """Keep the keys and the clock (seconds since 1970)."""
        self._keys = keys
        self._clock = clock

    def verify(self, headers: Headers, body: bytes) -> None:
        """Check the signature over the raw bytes, before anybody reads them.

        Raises:
            RequestRefusedError: the request is to be answered with the error's status.
        """
        url = normalised_url(headers.get(URL_HEADER, ""))
        signature = decoded_signature(headers.get(SIGNATURE_HEADER, ""))
        check_signature(self._keys.key(url), signature, body)

    def verify_time(self, timestamp: str, request_type: str) -> None:
        """Check the timestamp that a signed body carries.

        Raises:
            TimestampRefusedError: malformed, too old, or in the future.
        """
        check_timestamp(timestamp, request_type, self._clock())


def amazon_verifier() -> RequestVerifier:
    """Build the check that trusts Amazon's host and the public roots. Nothing is fetched yet."""
    return RequestVerifier(KeyCache(ChainFetcher(), ChainVerifier()))

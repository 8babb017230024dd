"""Amazon's Python verifier, made to import and to take a chain from this machine.

Three things differ from a deployment. The pattern by which `oscrypto` reads OpenSSL's version is
widened, or nothing imports from OpenSSL 3.0.10 on; chains are fetched from the host of the
measurement, at the first request alone; and one more root is trusted, which the library adds to the
system's in the same call as ever.
"""

import io
import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.speed.chain import Chain
from skill.web.verification import ChainFetcher

_NARROW, _WIDE = r"\b(\d\.\d\.\d[a-z]*)\b", r"\b(\d\.\d\.\d+[a-z]*)\b"


def sdk_verifier_module(chain: Chain) -> ModuleType:
    """Import the SDK's module of verifiers so that it works with a chain of this machine."""
    with _WidenedSearch():
        import certvalidator  # type: ignore[import-untyped]  # noqa: PLC0415
        from ask_sdk_webservice_support import verifier  # noqa: PLC0415
    fetcher = ChainFetcher(address=chain.host, ca_file=chain.host_root)
    verifier.urlopen = lambda url: io.BytesIO(fetcher.fetch(url))
    verifier.CertificateValidator = _trusting(certvalidator, Path(chain.root).read_bytes())
    found: ModuleType = verifier
    return found


def _trusting(certvalidator: Any, root: bytes) -> Callable[..., Any]:  # noqa: ANN401
    from asn1crypto import pem  # type: ignore[import-untyped]  # noqa: PLC0415

    _, _, der = pem.unarmor(root)

    def validator(leaf: bytes, intermediates: list[bytes]) -> Any:  # noqa: ANN401
        context = certvalidator.ValidationContext(extra_trust_roots=[der])
        return certvalidator.CertificateValidator(leaf, intermediates, context)

    return validator


class _WidenedSearch:
    """Replaces one pattern of `re.search` while a block runs."""

    def __enter__(self) -> None:
        self._search = re.search
        re.search = self._widened  # type: ignore[assignment]

    def __exit__(self, *_: object) -> None:
        re.search = self._search

    def _widened(self, pattern: Any, *others: Any) -> Any:  # noqa: ANN401
        return self._search(_WIDE if pattern == _NARROW else pattern, *others)

"""Makes ``ask_sdk_webservice_support`` importable on every OpenSSL 3.

The package imports ``certvalidator``, whose dependency ``oscrypto`` reads the version of OpenSSL
with a pattern for one-digit patch numbers: from OpenSSL 3.0.10 on, the import itself fails, in the
last release of each of the three. Of that library the package uses one class, to validate the
certificate chain, which `skill.web.verification` does itself. So while the package is imported, and
only then, a stand-in takes the library's place; nothing installed is edited, nothing old is pinned,
and who imports the real ``certvalidator`` later gets it.
"""

import sys
from types import ModuleType
from typing import NoReturn

_LIBRARY = "certvalidator"
_ERRORS = "certvalidator.errors"


class ChainError(Exception):
    """Stands for the errors of the library that is left out; nothing raises it."""


class UnusedCertificateValidator:
    """Stands for the library's validator and refuses to work, since it would validate nothing."""

    def __init__(self, *_args: object, **_kwargs: object) -> None:
        """Refuse.

        Raises:
            NotImplementedError: always.
        """
        self._refuse()

    @staticmethod
    def _refuse() -> NoReturn:
        message = (
            "ask_sdk_webservice_support's own RequestVerifier can't be used here: "
            "use skill.web.verification.RequestVerifier."
        )
        raise NotImplementedError(message)


def _stand_in() -> dict[str, ModuleType]:
    """Build the names that the package imports from the library."""
    errors = ModuleType(_ERRORS)
    errors.ValidationError = ChainError  # type: ignore[attr-defined]
    errors.PathError = ChainError  # type: ignore[attr-defined]
    library = ModuleType(_LIBRARY)
    library.CertificateValidator = UnusedCertificateValidator  # type: ignore[attr-defined]
    library.errors = errors  # type: ignore[attr-defined]
    return {_LIBRARY: library, _ERRORS: errors}


_aside = {name: sys.modules.pop(name) for name in (_LIBRARY, _ERRORS) if name in sys.modules}
sys.modules.update(_stand_in())
try:
    from ask_sdk_webservice_support.webservice_handler import WebserviceSkillHandler
finally:
    del sys.modules[_LIBRARY], sys.modules[_ERRORS]
    sys.modules.update(_aside)

__all__ = ["WebserviceSkillHandler"]

"""Which certificate URLs are Amazon's.

The rules: developer.amazon.com, "Host a Custom Skill as a Web Service", on verifying the URL: the
scheme and the host in any case, port 443 if any, the path below ``/echo.api/`` once dot segments
are resolved. Stricter than the page in what it leaves open: no user info, query or fragment, and
only plain characters in the path, since each of these gives one certificate many names.
"""

import posixpath
import re

from skill.web.verification.errors import UrlRefusedError

CERTIFICATE_HOST = "s3.amazonaws.com"
MAX_URL_LENGTH = 512
"""Amazon's own are about 50 characters."""

_PATH_START = "/echo.api/"
_SITE = re.compile(
    rf"https://{re.escape(CERTIFICATE_HOST)}(?::443)?(?=/)", re.IGNORECASE | re.ASCII
)
_PATH = re.compile(r"/[A-Za-z0-9._~/-]*[A-Za-z0-9_~-]")


def normalised_url(given: str) -> str:
    """Return the one form of a certificate URL, which is what is fetched and remembered.

    Raises:
        UrlRefusedError: the URL breaks a rule.
    """
    if len(given) > MAX_URL_LENGTH:
        raise UrlRefusedError("The certificate URL is too long.")
    site = _SITE.match(given)
    if site is None:
        raise UrlRefusedError(f"The certificate URL is not at https://{CERTIFICATE_HOST}:443/.")
    path = given[site.end() :]
    if _PATH.fullmatch(path) is None:
        raise UrlRefusedError("The certificate URL has characters Amazon's do not have.")
    path = posixpath.normpath(path)
    if not path.startswith(_PATH_START):
        raise UrlRefusedError(f"The certificate URL is not below {_PATH_START}.")
    return f"https://{CERTIFICATE_HOST}{path}"

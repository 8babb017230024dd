"""What a browser may do with the page: load its own files and talk to its own server."""

from flask import Response

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
"""No inline script or style, nothing from elsewhere."""


def protect(answer: Response) -> Response:
    """Add the headers to an answer of the page's."""
    answer.headers["Content-Security-Policy"] = POLICY
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["Permissions-Policy"] = (
        "microphone=(self), screen-wake-lock=(self), camera=(), geolocation=()"
    )
    # A new version of the skill must not meet an old page; a figure says itself how long it holds.
    answer.headers.setdefault("Cache-Control", "no-cache")
    return answer

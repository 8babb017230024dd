"""Why a request is refused. The message is for the log and for whoever sent the request."""


class RequestRefusedError(Exception):
    """The request isn't one of Alexa's for this skill; `status` is the HTTP status it gets."""

    status = 400


class UrlRefusedError(RequestRefusedError):
    """The certificate URL is not one of Amazon's."""


class ChainRefusedError(RequestRefusedError):
    """What the URL holds is no chain from a trusted root to Alexa's certificate, valid now."""


class SignatureRefusedError(RequestRefusedError):
    """The signature is missing, malformed, or not of this body."""


class TimestampRefusedError(RequestRefusedError):
    """The timestamp is malformed, too old, or ahead of this machine's clock."""


class ChainUnavailableError(RequestRefusedError):
    """The chain can't be had at the moment; the same request may pass later."""

    status = 503


class HostUnreachableError(ChainUnavailableError):
    """Amazon's host of certificates doesn't answer: no chain can be had from it."""

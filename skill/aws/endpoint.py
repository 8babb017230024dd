"""The Lambda behind an HTTPS address: `skill.aws.endpoint.handler`.

The Flask application with its check of Alexa's signature, for those who want a web service. Its
packages are the extra `endpoint`.
"""

import os
import secrets
import time
from typing import Any

from apig_wsgi import make_lambda_handler

from skill.aws.metrics import Metrics
from skill.settings import from_environment
from skill.web.hosting import make_app

_SETTINGS = from_environment(os.environ)
_METRICS = Metrics(os.environ.get("AWS_LAMBDA_FUNCTION_NAME", ""))
_SALT = _SETTINGS.salt or secrets.token_hex(16)
_ANSWER = make_lambda_handler(make_app(_SETTINGS, salt=_SALT, dev=False, observe=_METRICS.observe))


def handler(event: dict[str, Any], context: object) -> dict[str, Any]:
    """Answer an HTTP request, as a function URL or an HTTP API hands it over."""
    started = time.perf_counter()
    try:
        answer: dict[str, Any] = _ANSWER(event, context)
        return answer
    finally:
        _METRICS.write(started)

"""The Lambda behind Alexa's trigger: `skill.aws.function.handler`.

Everything is done while the module is imported, which nobody waits for as long as AWS starts
functions ahead, and which gets a whole processor even in a small function.
"""

import os
import time
from typing import Any

from skill.alexa.answer import answer
from skill.application import build
from skill.aws.metrics import Metrics
from skill.aws.warming import warm
from skill.settings import from_environment

_SETTINGS = from_environment(os.environ)
_METRICS = Metrics(os.environ.get("AWS_LAMBDA_FUNCTION_NAME", ""))
_APPLICATION = build(_SETTINGS, _METRICS.observe)
warm(_APPLICATION.content, _SETTINGS)


def handler(event: dict[str, Any], _context: object) -> dict[str, Any]:
    """Answer an envelope. There is no signature: only Alexa, for this skill, may call.

    Raises:
        EnvelopeError: it is no envelope.
        AskSdkException: it is an envelope of another skill.
    """
    started = time.perf_counter()
    try:
        return answer(_APPLICATION.skill, event)
    finally:
        _METRICS.write(started)

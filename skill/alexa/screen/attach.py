"""Adds a screen to a response, for devices that have one."""

import logging

import msgspec
from ask_sdk_model import Response

from skill.alexa.envelope import Incoming
from skill.alexa.memory import Kept, attributes_of
from skill.alexa.screen.directive import Screens
from skill.alexa.screen.documents import is_served
from skill.alexa.serializer.encode import encode
from skill.coach.reply import Reply
from skill.speech.limits import MAX_RESPONSE_BYTES

log = logging.getLogger(__name__)

ENVELOPE = 200
"""Bytes of a response around its parts."""


def with_screen(
    response: Response, screens: Screens, turn: Incoming, reply: Reply, kept: Kept
) -> Response:
    """Return a response with a screen, where the device has one and the response has room for it.

    Whatever goes wrong with a screen, the voice is not to suffer from it: it is logged.
    """
    if not is_served(turn.apl):
        return response
    spoken = len(msgspec.json.encode(encode(response)))
    carried = len(msgspec.json.encode(attributes_of(kept)))
    room = MAX_RESPONSE_BYTES - spoken - carried - ENVELOPE
    try:
        directive = screens.directive(reply, kept.state, turn.form, room)
    except Exception:
        log.exception("a screen could not be made")
        return response
    if directive is not None:
        response.directives = [*(response.directives or []), directive]
    return response

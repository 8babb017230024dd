"""The ask-sdk handlers: each takes one kind of request to the conversation."""

import logging
from typing import Any

from ask_sdk_core.dispatch_components import AbstractExceptionHandler, AbstractRequestHandler
from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response

from skill.alexa.conversation import Conversation
from skill.alexa.envelope import incoming, user_id
from skill.alexa.intents import event_of
from skill.alexa.response import silent
from skill.alexa.screen.touch import event_of_touch
from skill.coach import events as ev
from skill.progress.store import ProgressUnavailable

log = logging.getLogger(__name__)


def request_type(handler_input: HandlerInput) -> str:
    """Return the type of a request."""
    return str(handler_input.request_envelope.request.object_type)


class Handler(AbstractRequestHandler):  # type: ignore[misc]  # the SDK is untyped
    """Base of the handlers: each is for one type of request."""

    type = ""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Return whether this handler is for the request."""
        return request_type(handler_input) == self.type


class IntentHandler(Handler):
    """Every intent; `intents.py` says which event it stands for."""

    type = "IntentRequest"

    def handle(self, handler_input: HandlerInput) -> Response:
        """Answer what was said."""
        return self.conversation.turn(handler_input, event_of(incoming(handler_input)))


class LaunchHandler(Handler):
    """The skill was opened without a wish."""

    type = "LaunchRequest"

    def handle(self, handler_input: HandlerInput) -> Response:
        """Welcome the person."""
        return self.conversation.turn(handler_input, ev.Launch())


class TouchHandler(Handler):
    """A touch on a screen, or what a screen sends by itself: as if the word had been spoken."""

    type = "Alexa.Presentation.APL.UserEvent"

    def handle(self, handler_input: HandlerInput) -> Response:
        """Answer it as the spoken word; what no screen of ours sends is left alone."""
        event = event_of_touch(incoming(handler_input).touched)
        return silent() if event is None else self.conversation.turn(handler_input, event)


class SessionEndedHandler(Handler):
    """The device closed the session: the last chance to save, and nothing can be said."""

    type = "SessionEndedRequest"

    def handle(self, handler_input: HandlerInput) -> Response:
        """Save how far the person came."""
        self.conversation.save(handler_input, ev.Ended())
        return silent()


class SkillDisabledHandler(Handler):
    """The person disabled the skill: what is kept of them is deleted."""

    type = "AlexaSkillEvent.SkillDisabled"

    def handle(self, handler_input: HandlerInput) -> Response:
        """Delete everything of the person."""
        self.conversation.forget(user_id(handler_input.request_envelope))
        return silent()


class OtherHandler(AbstractRequestHandler):  # type: ignore[misc]  # the SDK is untyped
    """Requests nothing is to be done for, and kinds Alexa may invent: a valid, silent response."""

    def can_handle(self, handler_input: HandlerInput) -> bool:
        """Take whatever nobody else took."""
        return handler_input is not None

    def handle(self, handler_input: HandlerInput) -> Response:
        """Note it, and say nothing."""
        log.info("nothing to do for a request of type %s", request_type(handler_input))
        return silent()


class FaultHandler(AbstractExceptionHandler):  # type: ignore[misc]  # the SDK is untyped
    """Whatever goes wrong in a handler: the person hears one sentence and keeps the place."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation

    def can_handle(self, handler_input: HandlerInput, exception: Exception) -> bool:
        """Take every exception of a request, except those the host must answer."""
        return handler_input is not None and exception is not None

    def handle(self, handler_input: HandlerInput, exception: Exception) -> Response:
        """Log the fault, and answer in the person's language."""
        kind = request_type(handler_input)
        log.error("a %s failed", kind, exc_info=exception)
        self.conversation.note_fault(kind)
        if isinstance(exception, ProgressUnavailable) or kind not in _SPOKEN:
            return silent()
        return self.conversation.fault(handler_input)


_SPOKEN = (IntentHandler.type, LaunchHandler.type, TouchHandler.type)


def handlers(conversation: Conversation) -> list[Any]:
    """Return the handlers in the order in which they are asked; the frequent ones first."""
    return [
        IntentHandler(conversation),
        LaunchHandler(conversation),
        TouchHandler(conversation),
        SessionEndedHandler(conversation),
        SkillDisabledHandler(conversation),
        OtherHandler(),
    ]

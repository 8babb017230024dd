"""A small skill of the real SDK: it greets, it saves when asked to go on, it can fail."""

from collections.abc import Callable
from typing import Any

from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_core.utils import is_intent_name, is_request_type

Save = Callable[[str], None]
Speak = Callable[[Any], Any]


class SkillBrokenError(Exception):
    """Raised by the intent ``BreakIntent``, with words that must not reach the log."""


def build_skill(save: Save) -> CustomSkill:
    """Build the skill; `save` gets the request id of each turn that changes something."""
    builder = SkillBuilder()
    _on(builder, is_request_type("LaunchRequest"), lambda turn: _said(turn, "Hello."))
    _on(builder, is_intent_name("AMAZON.NextIntent"), lambda turn: _saved(turn, save))
    _on(builder, is_intent_name("BreakIntent"), _break)
    _on(builder, lambda _: True, lambda turn: turn.response_builder.response)
    return builder.create()


def _on(builder: SkillBuilder, condition: Callable[[Any], Any], answer: Speak) -> None:
    def handle(handler_input: Any) -> Any:  # noqa: ANN401  The SDK's, which is untyped.
        return answer(handler_input)

    def can_handle(handler_input: Any) -> bool:  # noqa: ANN401
        return bool(condition(handler_input))

    builder.request_handler(can_handle_func=can_handle)(handle)


def _said(turn: Any, words: str) -> Any:  # noqa: ANN401
    turn.attributes_manager.session_attributes["said"] = words
    return turn.response_builder.speak(words).ask(words).response


def _saved(turn: Any, save: Save) -> Any:  # noqa: ANN401
    save(turn.request_envelope.request.request_id)
    return _said(turn, "Next.")


def _break(turn: Any) -> Any:  # noqa: ANN401
    raise SkillBrokenError(f"a secret word of {turn.request_envelope.context.system.user.user_id}")

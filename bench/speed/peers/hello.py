"""Amazon's hello-world: the least a skill of the Python SDK does."""

from typing import Any

from ask_sdk_core.skill import CustomSkill
from ask_sdk_core.skill_builder import SkillBuilder
from ask_sdk_model.ui import SimpleCard

WORDS = "Hello World!"


def build_skill() -> CustomSkill:
    """Build the skill: it greets, whatever it is asked."""
    builder = SkillBuilder()
    builder.request_handler(can_handle_func=lambda _turn: True)(_greet)
    builder.exception_handler(can_handle_func=lambda _turn, _error: True)(_apologise)
    return builder.create()


def _greet(turn: Any) -> Any:  # noqa: ANN401  The SDK's, which is untyped.
    card = SimpleCard("Hello World", WORDS)
    return turn.response_builder.speak(WORDS).ask(WORDS).set_card(card).response


def _apologise(turn: Any, _error: Exception) -> Any:  # noqa: ANN401
    return turn.response_builder.speak("Sorry.").ask("Sorry.").response
